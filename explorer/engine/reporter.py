"""What a session tells the window of its run, and what of it goes into the run's folder."""

from explorer.alarm import Alarm
from explorer.engine.alarm_watch import AlarmWatch
from explorer.engine.device_recorder import make_recorder
from explorer.engine.meter import Meter
from explorer.engine.outbox import Outbox
from explorer.engine.recorder import loss_problem
from explorer.engine.saving import Saving
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.events import (
    AlarmsChanged,
    EndedEarly,
    MetricsRecorded,
    ProblemsFound,
    RunState,
    StateChanged,
    TimelineChanged,
)
from explorer.objective import Phase
from models.problem import InputError


class Reporter:
    """Words one run's events."""

    def __init__(self, run_id: str, watching: Watching, outbox: Outbox, saving: Saving, timeline: Timeline) -> None:
        self.recorder = make_recorder(watching.learner)
        self.alarms = AlarmWatch(watching.learner, self._tell_alarms, watching.charge)
        self._meter = Meter(run_id, watching.learner)
        self._run_id = run_id
        self._watching = watching
        self._outbox = outbox
        self._saving = saving
        self._timeline = timeline
        self._told: TimelineChanged | None = None

    def fork(self, alarms: AlarmWatch) -> None:
        """The run was another one before, whose health was watched over: what is known up to here is true of it too."""
        self.alarms = alarms
        alarms.fork(self._tell_alarms)

    def state(self, state: RunState, phase: Phase | None) -> None:
        """What the run does now; in mid-step with the phase that was the last."""
        if phase is None:
            self._outbox.put(StateChanged(self._run_id, state))
        else:
            self._outbox.put(StateChanged(self._run_id, state, phase.name, phase.network, phase.block))

    def restart(self) -> None:
        """Training begins or goes on: speeds are measured from here."""
        self._meter.restart(self._watching.seconds)

    def progress(self) -> None:
        """Where the run is, and what its timeline has."""
        self._outbox.put_latest("progress", self._meter.progress(self._watching.seconds))
        self.timeline()

    def timeline(self) -> None:
        """What the timeline has, where that is not known already."""
        line = self._timeline
        num_steps = None if line.is_replaying else self._watching.learner.lengths.num_steps
        now = TimelineChanged(self._run_id, line.head, line.moments, line.marks, line.num_bytes, num_steps)
        if now != self._told:
            self._told = now
            self._outbox.put_latest("timeline", now)

    def metrics(self, *, wait: bool = True) -> None:
        """Everything that was recorded since the last time; without `wait`, as far as it has come from the device.

        Raises:
            InputError: when a loss is not finite any more.
        """
        series = self.recorder.flush(wait=wait)
        if not series:
            return
        self._outbox.put_metrics(MetricsRecorded(self._run_id, series))
        self.alarms.take(series)
        self._saving.keep(series)
        problem = loss_problem(series)
        if problem is not None:
            self._saving.spoil()
            raise InputError((problem,))

    def last_metrics(self) -> None:
        """Everything before the run is left; that a loss is not finite is told, and keeps nobody from going back."""
        try:
            self.metrics()
        except InputError as fault:
            self._outbox.put(ProblemsFound(self._run_id, fault.problems))

    def damage(self) -> None:
        """What of the run's past was found damaged on disk, and can be done without."""
        problems = self._timeline.take_damage()
        if problems:
            self._outbox.put(ProblemsFound(self._run_id, problems))

    def early_end(self) -> None:
        """Why training has ended before its limit, if it has."""
        reason = self._watching.learner.early_end
        if reason is not None:
            self._saving.log(str(reason))
            self._outbox.put(EndedEarly(self._run_id, reason))

    def _tell_alarms(self, alarms: tuple[Alarm, ...]) -> None:
        self._saving.log_alarms(alarms)
        self._outbox.put(AlarmsChanged(self._run_id, alarms))
