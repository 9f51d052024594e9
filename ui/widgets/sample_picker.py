"""Chooses the pinned sample: the split, the number in it, or any one by chance."""

import random

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from explorer.dataset import SPLITS, DataFacts, SplitName
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.quiet_combo import QuietCombo


class SamplePicker(QWidget):
    """Emits `picked` when a person chooses; `show_sample` follows what was chosen elsewhere, silently."""

    picked = Signal(str, int)  # split, index

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[SplitName, int] = {}
        self._split = QuietCombo(self)
        self._split.addItems([""] * len(SPLITS))
        self._split.setCurrentIndex(SPLITS.index("validation"))
        self._index = QSpinBox(self)
        self._index.setKeyboardTracking(False)
        self._any = QToolButton(self)
        bind(self._split, "setToolTip", "The split that the pinned sample is taken from")
        bind(self._index, "setToolTip", "The pinned sample: all views look at it")
        bind(self._any, "setText", "Any")
        bind(self._any, "setToolTip", "Pin a sample chosen by chance")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for child in (self._split, self._index, self._any):
            layout.addWidget(child)
        self._split.currentIndexChanged.connect(self._on_split_changed)
        self._index.valueChanged.connect(self._on_index_changed)
        self._any.clicked.connect(self._on_any_clicked)
        follow_language(self, self._name_splits)
        self._name_splits()

    @property
    def split(self) -> SplitName:
        return SPLITS[self._split.currentIndex()]

    @property
    def index(self) -> int:
        return self._index.value()

    def set_facts(self, facts: DataFacts) -> None:
        """Another dataset: so many samples are there to choose from."""
        self._counts = dict(facts.num_samples)
        with QSignalBlocker(self._index):
            self._limit_index()

    def show_sample(self, split: SplitName, index: int) -> None:
        """Follow a choice made elsewhere; a number that is being typed is left alone."""
        if (split, index) == (self.split, self.index) or self._index.hasFocus():
            return
        with QSignalBlocker(self._split), QSignalBlocker(self._index):
            self._split.setCurrentIndex(SPLITS.index(split))
            self._limit_index()
            self._index.setValue(index)

    def _limit_index(self) -> None:
        self._index.setMaximum(max(0, self._counts.get(self.split, 1) - 1))

    def _name_splits(self) -> None:
        for row, name in enumerate((tr("train"), tr("validation"), tr("test"))):
            self._split.setItemText(row, name)

    def _on_split_changed(self) -> None:
        with QSignalBlocker(self._index):
            self._limit_index()
        self.picked.emit(self.split, self.index)

    def _on_index_changed(self) -> None:
        self.picked.emit(self.split, self.index)

    def _on_any_clicked(self) -> None:
        self._index.setValue(random.randrange(self._index.maximum() + 1))
