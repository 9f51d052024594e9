"""What the run takes over of the edits of its experiment; behind its head, that forks it first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.changes import Mark
from explorer.check import check_spec
from explorer.live_edits import changes_between, experiment_at, is_same_run, moved, with_live
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
        self._known: tuple[Experiment, tuple[Mark, ...], Experiment] | None = None  # what `here` was last, and why
        self._shown: Experiment | None = None  # made by the run, by no person
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

    @property
    def here(self) -> Experiment | None:
        """The run's experiment as it counts where the run stands: behind its head with what was changed up to there."""
        time = self._controller.timeline.now
        if self._began_as is None or not time.is_behind:
            return self._controller.experiment
        marks = tuple(mark for mark in time.marks if mark.step < time.place)
        if self._known is None or self._known[:2] != (self._began_as, marks):
            self._known = self._began_as, marks, experiment_at(self._began_as, marks, time.place)
        return self._known[2]

    def moved_here(self, edited: Experiment) -> Experiment:
        """What an experiment becomes that was edited at the head, if the run is changed where it stands."""
        run, here = self._controller.experiment, self.here
        return edited if run is None or here is None or here is run else moved(run, edited, here)

    def begin_fork(self) -> None:
        """What was changed later than here is no more, neither for the fork nor in the experiment that is open."""
        run, edited = self._controller.experiment, self._store.experiment
        last = self._store.undo_stack.before_last
        before, after = edited, self.moved_here(edited)
        if run is not None and last is not None and changes_between(run, edited):
            before = self.moved_here(last)  # the edit that forks: taken back, it leaves the fork as it began
        self._controller.experiment = self.here
        if after != edited:
            self._show(after, before if before not in (edited, after) else None)
        self.compare()

    def give_fork_up(self) -> None:
        """The run is as before, and so is the experiment that is open, but for what was edited at the fork."""
        run, here = self._controller.experiment, self.here
        if run is not None and here is not None:
            self._show(moved(here, self._store.experiment, run))
        self.compare()

    def _show(self, experiment: Experiment, before: Experiment | None = None) -> None:
        """Make the experiment that is open another one, and what it was before the last edit, if that is to change."""
        if experiment == self._store.experiment:
            return
        self._shown = experiment
        if before is None:
            self._store.set(experiment)
        else:
            self._store.undo_stack.slip_in(before, experiment)

    def _on_run_changed(self) -> None:
        self._began_as = self._controller.experiment
        self.compare()

    def _on_spec_changed(self, experiment: Experiment) -> None:
        is_edit, self._shown = experiment is not self._shown, None
        if is_edit and self._controller.is_alive and self._controller.experiment is not None:
            self._controller.timeline.when_arrived(self._take_over)
        self.compare()

    def _take_over(self) -> None:
        controller, edited = self._controller, self._store.experiment
        run, here = controller.experiment, self.here
        if run is None or here is None:
            return
        is_changed, moved_here = bool(changes_between(run, edited)), self.moved_here(edited)
        wanted = with_live(here, moved_here) if is_changed else with_live(run, edited)
        if check_spec(wanted):  # the editors say what is wrong with it; the run goes on as it is
            self.compare()
            return
        if is_changed:
            controller.changes.make(*changes_between(here, moved_here))
        controller.experiment = wanted
        self.compare()
