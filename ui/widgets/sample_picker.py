"""Chooses the pinned sample: the split, the number in it, or any one by chance."""

import random

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from explorer.dataset import SPLITS, SplitName
from ui.text import bind
from ui.widgets.split_picker import SplitPicker


class SamplePicker(SplitPicker):
    """Emits `picked` when a person chooses; `show_sample` follows what was chosen elsewhere, silently."""

    picked = Signal(str, int)  # split, index

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        bind(self._split, "setToolTip", "The split that the pinned sample is taken from")
        bind(self._index, "setToolTip", "The pinned sample: all views look at it")
        bind(self._button, "setText", "Any")
        bind(self._button, "setToolTip", "Pin a sample chosen by chance")
        self._split.currentIndexChanged.connect(self._on_split_changed)
        self._index.valueChanged.connect(self._on_index_changed)
        self._button.clicked.connect(self._on_any_clicked)

    def show_sample(self, split: SplitName, index: int) -> None:
        """Follow a choice made elsewhere; a number that is being typed is left alone."""
        if (split, index) == (self.split, self.index) or self._index.hasFocus():
            return
        with QSignalBlocker(self._split), QSignalBlocker(self._index):
            self._split.setCurrentIndex(SPLITS.index(split))
            self._limit_index()
            self._index.setValue(index)

    def _on_split_changed(self) -> None:
        with QSignalBlocker(self._index):
            self._limit_index()
        self.picked.emit(self.split, self.index)

    def _on_index_changed(self) -> None:
        self.picked.emit(self.split, self.index)

    def _on_any_clicked(self) -> None:
        self._index.setValue(random.randrange(self._index.maximum() + 1))
