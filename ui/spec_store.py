"""The experiment being edited, with its undo history: every edit replaces one value by another."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from explorer.spec import Experiment


class _Replace(QUndoCommand):
    """One edit; consecutive edits of the same field merge while it is being typed in."""

    def __init__(self, store: "SpecStore", before: Experiment, after: Experiment, merge_key: str) -> None:
        super().__init__()
        self._store, self._before, self._after, self._merge_key = store, before, after, merge_key

    def redo(self) -> None:
        self._store._show(self._after)

    def undo(self) -> None:
        self._store._show(self._before)

    def id(self) -> int:
        return hash(self._merge_key) & 0x7FFFFFFF if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Replace) or other._merge_key != self._merge_key:
            return False
        self._after = other._after
        return True


class SpecStore(QObject):
    """Holds the current Experiment. Editors read `experiment` and call `set`; everyone listens to `spec_changed`."""

    spec_changed = Signal(object)  # Experiment

    def __init__(self, experiment: Experiment | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._experiment = experiment or Experiment()
        self.undo_stack = QUndoStack(self)

    @property
    def experiment(self) -> Experiment:
        return self._experiment

    def set(self, experiment: Experiment, merge_key: str = "") -> None:
        """One undoable edit. Edits in a row with the same non-empty `merge_key` are undone together."""
        if experiment != self._experiment:
            self.undo_stack.push(_Replace(self, self._experiment, experiment, merge_key))

    def open(self, experiment: Experiment) -> None:
        """Another experiment, with a history of its own and nothing to save."""
        self.undo_stack.clear()
        self._show(experiment)

    def _show(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self.spec_changed.emit(experiment)
