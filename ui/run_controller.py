"""Drives runs: what the buttons ask for becomes commands; it holds the state of the window's run and tells of it."""

import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.changes import AnyChange
from explorer.commands import Change, Load, Pause, Play, Rewind, SaveWeights, StepOnce, StepUnit, Stop
from explorer.engine.client import EngineClient
from explorer.events import RunLoaded
from explorer.runs.run_paths import new_run_path
from explorer.spec import Experiment
from explorer.training import Epochs
from ui.run_changes import RunChanges
from ui.run_conditions import RunConditions
from ui.run_edits import RunEdits
from ui.run_forks import RunForks
from ui.run_news import RunNews
from ui.run_place import NOWHERE, RunPlace
from ui.run_states import ALIVE, MOVING
from ui.run_timeline import RunTimeline
from ui.spec_store import SpecStore

TOO_LATE_S = 0.5  # whoever presses pause so soon after the end meant the run that has just ended


class RunController(QObject):
    """The one run of the window: none, or one in one of the states that the engine tells."""

    run_changed = Signal()  # another run begins; views forget the last one
    state_changed = Signal(str, str, str)  # state; in mid-step the phase and the network that it was of
    place_changed = Signal(object)  # RunPlace: where in a step the run stands, or passes in slow motion
    loaded = Signal(object)  # RunLoaded
    progressed = Signal(object)  # Progress
    metrics_recorded = Signal(object)  # MetricsRecorded
    weights_saved = Signal(object)  # WeightsSaved
    ended_early = Signal(object)  # Text: why training has finished before its limit
    problems_found = Signal(tuple)  # of Problem
    alarms_changed = Signal(tuple)  # of Alarm: all of the run's
    engine_changed = Signal(str)  # "starting", "ready" or "lost"
    engine_failed = Signal(str, bool)  # a report; whether the engine is lost and has to be replaced
    engine_silent = Signal(object)  # EngineSilent
    devices_found = Signal(tuple)  # of Device

    def __init__(self, store: SpecStore, client: EngineClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._client = store, client
        self.run_id, self.state = "", ""
        self.folder: Path | None = None
        self.experiment: Experiment | None = None
        self.timeline = RunTimeline(self)
        self.is_loaded = False  # the engine has told the facts of the run
        self._is_held = False  # by the engine
        self._unit: StepUnit = "batch"  # of the step that was asked for last
        self._ended: tuple[float, Experiment] | None = None  # when a run ended that could have been paused, and which
        self.conditions, self.news = RunConditions(self, client, store), RunNews(self)
        self.edits, self.forks, self.changes = RunEdits(store, self), RunForks(self, client), RunChanges(self)
        self.timeline.rewind_due.connect(lambda step: self._client.send(Rewind(self.run_id, step)))

    @property
    def is_alive(self) -> bool:
        """Whether the engine holds a learner for the run."""
        return self.state in ALIVE

    @property
    def has_begun(self) -> bool:
        """Whether there is a run with something to show, whatever became of it."""
        return self.is_alive or self.is_loaded

    @property
    def can_look(self) -> bool:
        """Whether the engine can look into the run's network: also when it has finished."""
        return self.is_alive or (self.state == "finished" and self._is_held)

    @property
    def can_rewind(self) -> bool:
        """Whether the engine can bring the run to another step."""
        return self.can_look and self.state != "loading" and not self.forks.is_waiting and self.timeline.now.head > 0

    @property
    def is_to_be_paused(self) -> bool:
        """Whether the run moves until somebody stops it.

        A step that stands by itself in a moment needs no pause: whoever presses the button during it wants to go on.
        """
        is_brief = self.state == "stepping" and self._unit != "epoch" and not self.conditions.is_slow
        return self.state in MOVING and not is_brief

    @property
    def named_by(self) -> Experiment:
        """The experiment by whose blocks changes are named: the run's, or the open one, of a run of the library."""
        return self.experiment or self._store.experiment

    @property
    def kept_in(self) -> Path | None:
        """The folder that has the run on disk: that of the run before, as long as a fork is only asked for."""
        return self.forks.parent_folder if self.forks.is_waiting else self.folder

    @property
    def num_epochs(self) -> int | None:
        """How many epochs the run has, if that is its limit."""
        if self.experiment is None or self.experiment.training.objective.takes_all:
            return None
        limit = self.experiment.training.limit
        return limit.count if isinstance(limit, Epochs) else None

    def toggle(self) -> None:
        """Run, pause or go on: what the big button and the space bar do."""
        if self.is_to_be_paused:
            self.pause()
        elif self.state == "stepping":
            self.go_on()
        elif self.state == "paused" or self.timeline.is_on_its_way:
            self.timeline.when_arrived(self._play)
        elif self.state != "loading" and not self._has_just_ended:
            self.start()

    @property
    def _has_just_ended(self) -> bool:
        """Whether a run has only just come to its end, and nothing else was opened or edited since."""
        if self._ended is None:
            return False
        ended_at, experiment = self._ended
        return self._store.experiment is experiment and time.monotonic() - ended_at < TOO_LATE_S

    def start(self) -> None:
        """Begin a new run of the experiment as it is now; the run before is kept."""
        self._load_new()
        self._client.send(Play(self.run_id))

    def resume(self, folder: Path, experiment: Experiment, changed: Experiment, *, plays: bool = True) -> None:
        """Go on with a run that lies on disk, as far as its experiment's limit says, or let it stand.

        By now it is the `changed` one, by what was changed on the way; the engine makes these changes again.
        """
        self._load(experiment, folder, resume=True)
        self.experiment = changed
        self.edits.compare()
        if plays:
            self._client.send(Play(self.run_id))

    def go_on(self) -> None:
        """Train on after a pause or a step that was asked for, whether or not it has come to its end."""
        self._client.send(Play(self.run_id))

    def pause(self) -> None:
        """Stand still after the phase that is being computed, or on the way to another step."""
        self.timeline.give_up()
        self._client.send(Pause(self.run_id))

    def step(self, unit: StepUnit) -> None:
        """Go on by one phase, batch or epoch, and stand still; begins a run if there is none.

        A step that is asked for while another one is under way follows it, so that no press of the key is lost.
        """
        self._unit = unit
        if self.state in ("paused", "stepping") or self.timeline.is_on_its_way:
            self.timeline.when_arrived(lambda: self._client.send(StepOnce(self.run_id, unit)))
        elif not self.is_alive:
            self._load_new()
            self._client.send(StepOnce(self.run_id, unit))

    def stop(self) -> None:
        """Save the run and let it go."""
        if self.is_alive:
            self._client.send(Stop(self.run_id))

    def rewind(self, step: int, *, at_once: bool = False) -> None:
        """Bring the run to where it stood after `step` steps; `at_once` at the end of a drag, else in good time."""
        if self.can_rewind:
            self.timeline.rewind(step)
            if at_once:
                self.timeline.hurry()

    def change(self, change: AnyChange) -> None:
        """Change something in the run, at its head; `changes` is the way that forks behind it."""
        self._client.send(Change(self.run_id, change))

    def save_weights(self, request: int) -> None:
        """Keep the weights of this moment in the run's folder, for good; `weights_saved` answers the request."""
        if self.can_look:
            self._client.send(SaveWeights(self.run_id, request))

    def forget(self) -> None:
        """Another experiment is open: its views begin empty."""
        self.stop()
        self.run_id, self.folder, self.experiment, self.is_loaded = "", None, None, False
        self.conditions.unpin()
        self.timeline.begin()
        self.set_state("")
        self.run_changed.emit()

    def begin_to_hold(self, loaded: RunLoaded) -> None:
        """The engine has loaded the run."""
        self.is_loaded = self._is_held = True
        self.loaded.emit(loaded)
        self.forks.notice_success(loaded)

    def replace_engine(self) -> None:
        """Start another engine; the run folder keeps the run up to the last second."""
        self.end_abruptly()
        self.engine_changed.emit("starting")
        self._client.restart()

    def end_abruptly(self) -> None:
        """The engine no longer holds the run, if there is one; what has finished has finished."""
        self._is_held = False
        self.forks.give_up()
        self.timeline.give_up()
        self.set_state("failed" if self.is_alive else self.state)

    def set_state(self, state: str, place: RunPlace = NOWHERE) -> None:
        """In slow motion many places come in one state, of which only those who show them need to hear."""
        if state != self.state or state not in MOVING:
            if state == "finished" and self.is_to_be_paused:
                self._ended = time.monotonic(), self._store.experiment
            self.state = state
            self.state_changed.emit(state, place.phase, place.network)
        self.place_changed.emit(place)

    def _play(self) -> None:
        if self.state == "paused":
            self._client.send(Play(self.run_id))

    def _load_new(self) -> None:
        self._load(self._store.experiment, new_run_path(self._store.experiment.title), resume=False)

    def _load(self, experiment: Experiment, folder: Path, *, resume: bool) -> None:
        self.stop()
        if not self._client.is_alive:
            self.replace_engine()
        self.run_id, self.folder, self.experiment, self.is_loaded = folder.name, folder, experiment, False
        self.timeline.begin()
        self.set_state("loading")
        self.run_changed.emit()
        self._client.send(Load(self.run_id, experiment, self.conditions.device, str(folder), resume))
        self.conditions.tell(self.run_id, experiment.data)
