"""Chooses a stretch of consecutive samples: the split, and the number of the first of them."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from explorer.dataset import SPLITS, DataFacts, SplitName
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.quiet_combo import QuietCombo


class StretchPicker(QWidget):
    """Emits `picked` when a person chooses another stretch of `length` samples; the button goes on to the next."""

    picked = Signal()

    def __init__(self, length: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = length
        self._counts: dict[SplitName, int] = {}
        self._split, self._start, self._next = QuietCombo(self), QSpinBox(self), QToolButton(self)
        self._split.addItems([""] * len(SPLITS))
        self._split.setCurrentIndex(SPLITS.index("validation"))
        self._start.setKeyboardTracking(False)
        self._start.setSingleStep(length)
        bind(self._split, "setToolTip", "The split that samples and counts are taken from")
        bind(self._start, "setToolTip", "The number of the first sample that is shown")
        bind(self._next, "setText", "Next")
        bind(self._next, "setToolTip", "Show the samples that follow; after the last ones the first again")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for child in (self._split, self._start, self._next):
            layout.addWidget(child)
        self._split.currentIndexChanged.connect(self._on_split_changed)
        self._start.valueChanged.connect(self.picked)
        self._next.clicked.connect(self._on_next_clicked)
        follow_language(self, self._name_splits)
        self._name_splits()

    @property
    def split(self) -> SplitName:
        return SPLITS[self._split.currentIndex()]

    @property
    def start(self) -> int:
        return self._start.value()

    def set_facts(self, facts: DataFacts) -> None:
        """Another dataset: so many samples are there to choose from."""
        self._counts = dict(facts.num_samples)
        with QSignalBlocker(self._start):
            self._limit_start()

    def _limit_start(self) -> None:
        self._start.setMaximum(max(0, self._counts.get(self.split, 0) - self._length))

    def _name_splits(self) -> None:
        for row, name in enumerate((tr("train"), tr("validation"), tr("test"))):
            self._split.setItemText(row, name)

    def _on_split_changed(self) -> None:
        with QSignalBlocker(self._start):
            self._start.setValue(0)
            self._limit_start()
        self.picked.emit()

    def _on_next_clicked(self) -> None:
        is_last = self._start.value() >= self._start.maximum()
        self._start.setValue(0 if is_last else self._start.value() + self._length)
