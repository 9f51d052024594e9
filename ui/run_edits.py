"""What the run takes over of the edits of its experiment; behind its head, that forks it first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.check import check_spec
from explorer.live_edits import changes_between, experiment_at, is_same_run, with_live
from explorer.spec import Experiment
from ui.spec_store import SpecStore

if TYPE_CHECKING:
    from ui.run_controller import RunController


class RunEdits(QObject):
    """Compares the experiment that is open with that of the run; what can change in mid-run does."""

    differs_changed = Signal(bool)  # whether the experiment is another one by now than the run's

    def __init__(self, store: SpecStore, controller: "RunController") -> None:
        super().__init__(controller)
        self._store, self._controller = store, controller
        self._began_as: Experiment | None = None  # the run's experiment before anything was changed
        self._differs = False
        store.spec_changed.connect(self._on_spec_changed)
        controller.run_changed.connect(self._on_run_changed)

    def compare(self) -> None:
        """Tell when the two have become the same, or different."""
        run = self._controller.experiment
        differs = run is not None and not is_same_run(run, self._store.experiment)
        if differs != self._differs:
            self._differs = differs
            self.differs_changed.emit(differs)

    def _on_run_changed(self) -> None:
        self._began_as = self._controller.experiment
        self.compare()

    def _on_spec_changed(self) -> None:
        if self._controller.is_alive and self._controller.experiment is not None:
            self._controller.timeline.when_arrived(self._take_over)
        self.compare()

    def _take_over(self) -> None:
        controller, edited = self._controller, self._store.experiment
        run, began_as = controller.experiment, self._began_as
        if run is None or began_as is None:
            return
        changes, wanted = changes_between(run, edited), with_live(run, edited)
        if check_spec(wanted):  # the editors say what is wrong with it; the run goes on as it is
            self.compare()
            return
        time = controller.timeline.now
        if changes:
            # what was changed later than here, a fork has never heard of
            known = experiment_at(began_as, time.marks, time.place) if time.is_behind else run
            controller.changes.make(*changes_between(known, edited))
        controller.experiment = wanted
        self.compare()
