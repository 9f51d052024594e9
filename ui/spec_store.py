"""The experiment being edited, with its undo history: every edit replaces one value by another."""

from PySide6.QtCore import QObject, Signal

from explorer.spec import Experiment
from ui.undo_stack import UndoStack


class SpecStore(QObject):
    """Holds the current Experiment. Editors read `experiment` and call `set`; everyone listens to `spec_changed`."""

    spec_changed = Signal(object)  # Experiment
    opened = Signal()  # what changed last was no edit: it is another experiment

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._experiment = experiment or Experiment()
        self._is_telling = False
        self.undo_stack = UndoStack(self._show)

    @property
    def experiment(self) -> Experiment:
        return self._experiment

    def set(self, experiment: Experiment, merge_key: str = "") -> None:
        """One undoable edit. Edits in a row with the same non-empty `merge_key` are undone together."""
        if experiment != self._experiment:
            self.undo_stack.push(self._experiment, experiment, merge_key)

    def open(self, experiment: Experiment) -> None:
        """Another experiment, with a history of its own and nothing to save."""
        self.undo_stack.clear()
        self._show(experiment)
        self.opened.emit()

    def look_again(self) -> None:
        """The same experiment, but what follows from it may be something else, since files have come or gone."""
        self.spec_changed.emit(self._experiment)

    def _show(self, experiment: Experiment) -> None:
        """Whoever hears of it may make it another one: that is told when everybody has heard of the first."""
        self._experiment = experiment
        if self._is_telling:
            return
        self._is_telling, told = True, None
        try:
            while told is not self._experiment:
                told = self._experiment
                self.spec_changed.emit(told)
        finally:
            self._is_telling = False
