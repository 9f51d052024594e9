"""What choosing samples looks like: a split, a number in it, and a button that chooses the number."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from explorer.dataset import SPLITS, DataFacts, SplitName
from ui.text import follow_language, tr
from ui.theme import GRID
from ui.widgets.quiet_combo import QuietCombo


class SplitPicker(QWidget):
    """Members name the controls, and say in signals of their own what was chosen.

    `length` samples are chosen at once, beginning with `index`.
    """

    def __init__(self, length: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = length
        self._counts: dict[SplitName, int] = {}
        self._split, self._index, self._button = QuietCombo(self), QSpinBox(self), QToolButton(self)
        self._split.addItems([""] * len(SPLITS))
        self._split.setCurrentIndex(SPLITS.index("validation"))
        self._index.setKeyboardTracking(False)
        self._index.setSingleStep(length)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for child in (self._split, self._index, self._button):
            layout.addWidget(child)
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

    def _limit_index(self) -> None:
        self._index.setMaximum(max(0, self._counts.get(self.split, 0) - self._length))

    def _name_splits(self) -> None:
        for row, name in enumerate((tr("train"), tr("validation"), tr("test"))):
            self._split.setItemText(row, name)
