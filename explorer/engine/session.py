"""One loaded run in the engine: moves training on as asked, and tells the window what happens."""

import contextlib
from collections import deque
from typing import Literal

from explorer.changes import AnyChange
from explorer.commands import Command, StepUnit
from explorer.engine.aim import PAUSE_PATIENCE_S
from explorer.engine.duties import Duties
from explorer.engine.inbox import Heard
from explorer.engine.life import Life
from explorer.engine.live_changes import refuse_unfit
from explorer.engine.motion import Motion
from explorer.engine.outbox import Outbox
from explorer.engine.reporter import Reporter
from explorer.engine.saving import Saving
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.events import WeightsSaved
from explorer.problems import CHANGE_BEHIND_HEAD
from explorer.runs.run_folder import RunFolder
from models.problem import InputError

HASTE_S, LEISURE_S = 0.25, 2.0  # for saving a timeline: where another run is to begin, and where nothing comes after


class Session:
    """Moves the life of one run as far as it is asked to. `advance` moves it; standing is simply not moving it."""

    def __init__(self, run_id: str, watching: Watching, outbox: Outbox, saving: Saving, timeline: Timeline) -> None:
        self.run_id = run_id
        self.learner = watching.learner
        self.watching = watching
        self.timeline = timeline
        self._outbox = outbox
        self._saving = saving
        self._report = Reporter(run_id, watching, outbox, saving, timeline)
        self._life = Life(self.learner, timeline, self._report, saving)
        duties = Duties(watching, saving, timeline, self._report, outbox)
        self._motion = Motion(self.learner, self._life, timeline, duties, self._report)

    @property
    def is_moving(self) -> bool:
        return self._motion.is_asked_for

    @property
    def is_playing(self) -> bool:
        """Whether it moves on until somebody says otherwise."""
        return self._motion.aim.kind == "play"

    @property
    def folder(self) -> RunFolder | None:
        """What keeps the run, if anything does."""
        return self._saving.folder

    @property
    def phases_per_second(self) -> float | None:
        """The speed of slow motion; None where it goes as fast as it can."""
        return self._motion.pace.phases_per_second

    @property
    def rest_s(self) -> float | None:
        """For how many seconds there is nothing to do unless a command comes; None as long as none comes."""
        return self._motion.rest_s

    def begin(self) -> None:
        """Tell that the run stands here, and what was changed on its way: that counts from the first key on."""
        self._report.timeline()
        self._motion.tell("paused")

    def fork(self, before: "Session") -> None:
        """Begin as another one that goes on from where the run before stands."""
        self._report.fork(before._report.alarms)
        self.begin()

    def play(self) -> None:
        self._motion.set_out("play")

    def step_once(self, unit: StepUnit) -> None:
        """Go on by one block, phase, batch or epoch; asked for while a step is under way, it follows that one."""
        if self._motion.aim.is_stepping:
            self._motion.aim.add(unit)
        else:
            self._motion.set_out(unit)

    def pause(self, waited_s: float = 0.0) -> None:
        """Stand still, between two steps if the step under way ends soon, else between two phases.

        In slow motion at once: what is seen is what the person wants to stand at. So where the pause has waited for
        `waited_s` seconds: phases take long.
        """
        if not self.is_moving:
            self._tell_standing()  # it has just ended, perhaps; whoever asked waits for an answer
            return
        self._motion.aim.set("pause")
        is_patient = waited_s < PAUSE_PATIENCE_S or self._life.is_at_end_of_step
        if self._motion.pace.is_resting or not is_patient:
            self.stand()

    def set_speed(self, phases_per_second: float | None) -> None:
        """Let so many phases pass in a second while training goes on; None lets it go as fast as it can."""
        self._motion.pace.set(phases_per_second)
        self._motion.set_stops()
        if self.is_moving:
            self._report.progress()  # whoever begins to look closely shall see where the run is
            self._motion.tell_moving()

    def change(self, change: AnyChange) -> None:
        """Change something from the next step on.

        Raises:
            InputError: behind the head, where the run has to fork first; or when the change does not fit the run.
        """
        if self.timeline.is_replaying:
            raise InputError((CHANGE_BEHIND_HEAD.at("", step=self.learner.step, head=self.timeline.head),))
        refuse_unfit(self.learner, change)
        self.timeline.change(change)
        self._life.num_moments += 1  # whoever looks while the run stands sees what was changed
        self._saving.log(str(change.words()))
        self._report.progress()

    def rewind(self, step: int) -> None:
        """Go back, or forward again, to where the run stood after that step, at most its head.

        Raises:
            InputError: when the run could not be saved at its head before; it stands there then.
        """
        self.leave_head()
        self._motion.aim.set("rewind", min(max(0, step), self.timeline.head))
        self.timeline.restore(self._motion.aim.target)
        self._report.damage()
        self._life.restart()
        self._motion.phase = None
        self._motion.set_stops()
        self._motion.tell("rewinding")
        if self.learner.step == self._motion.aim.target:
            self.stand()

    def leave_head(self) -> None:
        """Keep the run as it is at its head, unless it stands behind it already, and end whatever is under way.

        Raises:
            InputError: when it cannot be saved.
        """
        self._motion.aim.set("stand")
        self._motion.pace.wake()
        self._life.leave_head()
        self.learner.stopwatch.stop()

    def part(self) -> None:
        """The learner goes on as another run; this one is kept as it was at its head.

        Raises:
            InputError: when it cannot be saved.
        """
        self._saving.close("finished" if self._life.has_ended else "stopped")

    def save_weights(self, request: int) -> None:
        """Keep the weights of this moment for good; a step that is under way is ended first.

        Raises:
            InputError: when they cannot be saved, or the step met a named problem.
        """
        if self.learner.is_in_step:
            self.end_step()
            if not self.is_moving:
                self._motion.phase = None
                self.stand()
        self._outbox.put(WeightsSaved(self.run_id, request, self._saving.keep_weights()))

    def advance(self, pending: deque[Command], acknowledged: deque[Heard]) -> None:
        """Move on until a command arrives or there is nothing more to do; what views acknowledge counts on the way.

        Raises:
            InputError: when training met a named problem; the run stands still then.
        """
        self._hear(acknowledged)
        if self.rest_s:  # a command that changes nothing, or an acknowledgement, came while a phase is shown
            return
        motion = self._motion
        motion.wake()
        while not pending and motion.is_asked_for and not motion.pace.is_resting:
            self._move()
            if acknowledged:
                self._hear(acknowledged)

    def look(self) -> None:
        """While standing, or resting in slow motion: let every watched probe see this moment once."""
        if not self.is_moving or (self._motion.pace.is_resting and self._motion.pace.is_slow):
            self.watching.capture_unseen(self._life.num_moments)

    def stand(self) -> None:
        """Stop at once, wherever training is, and tell everything that is known here."""
        self._motion.settle()
        self._report.progress()
        self._report.metrics()
        self._saving.write_metrics()  # whoever hears of the pause finds everything in the folder
        self._tell_standing()

    def halt(self) -> None:
        """Stand because of a problem that is told already; what could not be written is tried again later."""
        self._motion.settle()
        self._report.progress()
        self._motion.tell("paused")
        with contextlib.suppress(InputError):
            self._saving.write_metrics()

    def close(self, *, is_last: bool = False) -> None:
        """End the step under way, save everything, and let the run go: each of it whatever becomes of the others.

        The timeline is saved as far as it can be without keeping anybody waiting; `is_last`: nobody does.

        Raises:
            InputError: when it cannot be saved.
        """
        try:
            with contextlib.ExitStack() as endings:  # the last one first
                endings.callback(self.learner.data.close)
                endings.callback(self._close_folder, LEISURE_S if is_last else HASTE_S)
                endings.callback(self._report.metrics)
                if not self.timeline.is_replaying:  # else the run has been saved at its head
                    self._life.end_step()
        except InputError:
            if not self._saving.is_deleted:  # whoever deletes a run wants none of it
                raise

    def end_step(self) -> None:
        """Stand between two steps."""
        self._life.end_step()

    def fail(self) -> None:
        """A failure of ours that is told already: save the metrics; the learner may be half way through a step."""
        self._motion.aim.set("stand")
        self._motion.tell("failed")
        with contextlib.suppress(Exception):
            self._saving.keep(self._report.recorder.flush())
            self._saving.close("failed")
        self.learner.data.close()

    def _close_folder(self, leisure_s: float) -> None:
        ending: Literal["finished", "stopped"] = "finished" if self._life.has_ended else "stopped"
        self._motion.aim.set("stand")
        self._motion.phase = None
        with contextlib.ExitStack() as endings:
            # whoever hears of it finds everything in the folder, and nobody in it
            endings.callback(self._motion.tell, ending)
            endings.callback(self._saving.close, ending)
            endings.callback(self._saving.write_moments, self.timeline.states, leisure_s)
            if not (self.learner.is_in_step or self.timeline.is_replaying):
                self._saving.write_checkpoint("last")

    def _hear(self, acknowledged: deque[Heard]) -> None:
        while acknowledged:
            told, seconds = acknowledged.popleft()
            if told.run_id == self.run_id:
                self.watching.acknowledge(told.watch_ids, seconds)

    def _tell_standing(self) -> None:
        self._motion.tell("finished" if self._life.is_finished else "paused")

    def _move(self) -> None:
        if self._motion.move():
            self.stand()
