"""One transform of the list: its name, its settings, what is wrong with it, and buttons that move or remove it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from explorer.preparation_check import PLACE
from explorer.spec import Experiment
from ui.editors.facts import facts_of
from ui.editors.spec_form import SpecForm
from ui.spec_store import SpecStore
from ui.text import follow_language, say, tr
from ui.theme import GRID
from ui.widgets.words import Words

UP, DOWN, REMOVE = "↑", "↓", "×"


class TransformRow(QWidget):
    """The transform of one number in a store's experiment; nothing where the list is shorter."""

    moved = Signal(int, int)  # from, to
    removed = Signal(int)

    def __init__(self, store: SpecStore, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._number = store, number
        self.title, self.problem = Words(parent=self), Words("warning", self, wrap=True)
        self.up, self.down, self.remove = (_button(sign, self) for sign in (UP, DOWN, REMOVE))
        self.form = SpecForm(store, f"{PLACE}.{number}")
        line = QHBoxLayout()
        line.setSpacing(GRID // 2)
        line.addWidget(self.title, 1)
        for button in (self.up, self.down, self.remove):
            line.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(line)
        column.addWidget(self.form)
        column.addWidget(self.problem)
        self.form.setContentsMargins(2 * GRID, 0, 0, 0)
        self.up.clicked.connect(lambda: self.moved.emit(number, number - 1))
        self.down.clicked.connect(lambda: self.moved.emit(number, number + 1))
        self.remove.clicked.connect(lambda: self.removed.emit(number))
        follow_language(self, self._show_words)

    def show_experiment(self, experiment: Experiment) -> None:
        """Show what stands there now."""
        if self._number < len(experiment.preparation.transforms):
            self.up.setEnabled(self._number > 0)
            self.down.setEnabled(self._number < len(experiment.preparation.transforms) - 1)
            self._show_words()

    def _show_words(self) -> None:
        experiment = self._store.experiment
        if self._number >= len(experiment.preparation.transforms):
            return
        transform = experiment.preparation.transforms[self._number]
        label = tr(transform.label)
        self.title.setText(f"{self._number + 1}  {label}")
        self.title.setToolTip(tr(transform.about))
        place = f"{PLACE}.{self._number}"
        problems = [problem for problem in facts_of(experiment).problems if problem.place == place]
        self.problem.setText("\n".join(f"▲ {say(problem.message)} {say(problem.remedy)}" for problem in problems))
        self.problem.setVisible(bool(problems))
        for button, words in (
            (self.up, tr("Apply {transform} earlier", transform=label)),
            (self.down, tr("Apply {transform} later", transform=label)),
            (self.remove, tr("Remove {transform}", transform=label)),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)


def _button(sign: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(sign)
    return button
