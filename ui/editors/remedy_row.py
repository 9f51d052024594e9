"""What helps against a problem, as buttons: each is one undoable edit."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.remedies import remedies
from explorer.remedy import Remedy
from models.problem import Problem
from ui.spec_store import SpecStore
from ui.text import follow_language, say, tr
from ui.theme import GRID

PAUSE_MS = 150


class RemedyRow(QWidget):
    """The remedies of one problem, below each other. `applied` tells where what was wrong lies afterwards.

    They are looked for when nothing has changed for a moment, so that nobody has to wait for them while typing.
    """

    applied = Signal(str)

    def __init__(self, store: SpecStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._problem: Problem | None = None
        self._remedies: tuple[Remedy, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self.buttons: list[QPushButton] = []
        follow_language(self, self._fill)

    def show_problem(self, problem: Problem | None) -> None:
        """Offer what helps against a problem of the store's experiment; nothing where there is none."""
        self._problem = problem
        if problem is None:
            self._pause.stop()
            self._look()
        else:
            for button in self.buttons:
                button.setEnabled(False)  # what it would do starts from the experiment before
            self._pause.start()

    def show_first(self, problems: Sequence[Problem]) -> None:
        """Offer what helps against the first of some problems."""
        self.show_problem(problems[0] if problems else None)

    def _look(self) -> None:
        self._remedies = () if self._problem is None else remedies(self._store.experiment, self._problem)
        self._fill()

    def _fill(self) -> None:
        for button in self.buttons:
            self._column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(remedy) for remedy in self._remedies]
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(self.buttons))

    def _button(self, remedy: Remedy) -> QPushButton:
        button = QPushButton(say(remedy.label), self)
        button.setToolTip(tr("{remedy} (Ctrl+Z takes it back)", remedy=say(remedy.label)))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._apply(remedy))
        return button

    def _apply(self, remedy: Remedy) -> None:
        self._store.set(remedy.experiment)
        self.applied.emit(remedy.place)
