"""Chooses a stretch of consecutive samples: the split, and the number of the first of them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from ui.text import bind
from ui.widgets.split_picker import SplitPicker


class StretchPicker(SplitPicker):
    """Emits `picked` when a person chooses another stretch of `length` samples; the button goes on to the next."""

    picked = Signal()

    def __init__(self, length: int, parent: QWidget | None = None) -> None:
        super().__init__(length, parent)
        bind(self._split, "setToolTip", "The split that samples and counts are taken from")
        bind(self._index, "setToolTip", "The number of the first sample that is shown")
        bind(self._button, "setText", "Next")
        bind(self._button, "setToolTip", "Show the samples that follow; after the last ones the first again")
        self._split.currentIndexChanged.connect(self._on_split_changed)
        self._index.valueChanged.connect(self.picked)
        self._button.clicked.connect(self._on_next_clicked)

    def _on_split_changed(self) -> None:
        with QSignalBlocker(self._index):
            self._index.setValue(0)
            self._limit_index()
        self.picked.emit()

    def _on_next_clicked(self) -> None:
        is_last = self.index >= self._index.maximum()
        self._index.setValue(0 if is_last else self.index + self._length)
