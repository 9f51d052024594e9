"""One loaded run in the engine: moves training on as asked, and tells the window what happens."""

import contextlib
import math
import time
from collections import deque
from typing import Literal

from explorer.changes import AnyChange
from explorer.commands import Command, StepUnit
from explorer.dataset import SplitName
from explorer.engine.aim import PAUSE_PATIENCE_S, Aim, Kind
from explorer.engine.budget import FASTEST_S
from explorer.engine.evaluations import Evaluations
from explorer.engine.life import Life
from explorer.engine.live_changes import refuse_unfit
from explorer.engine.loop import WAITING, Moment
from explorer.engine.outbox import Outbox
from explorer.engine.pacing import Pace
from explorer.engine.reporter import Reporter
from explorer.engine.saving import Saving
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.events import Evaluated, RunState
from explorer.objective import Phase
from explorer.problems import CHANGE_BEHIND_HEAD
from explorer.runs.run_folder import RunFolder
from models.problem import InputError

PROGRESS_INTERVAL_S = 0.25
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
        self._evaluations = Evaluations(self.learner, self._tell_evaluation, self._after_evaluation)
        self._life = Life(self.learner, timeline, self._evaluations, self._report, saving)
        self._aim = Aim()
        self._pace = Pace()
        self._phase: Phase | None = None  # the last one of the step under way, or of the one that was just shown
        if self.learner.compiler is not None:
            self.learner.compiler.tell = self._tell_compiling
        self._next_duty = 0.0
        self._next_progress = 0.0

    @property
    def is_moving(self) -> bool:
        return self._aim.kind != "stand" or self._evaluations.are_due

    @property
    def is_playing(self) -> bool:
        """Whether it moves on until somebody says otherwise."""
        return self._aim.kind == "play"

    @property
    def folder(self) -> RunFolder | None:
        """What keeps the run, if anything does."""
        return self._saving.folder

    @property
    def phases_per_second(self) -> float | None:
        """The speed of slow motion; None where it goes as fast as it can."""
        return self._pace.phases_per_second

    @property
    def rest_s(self) -> float | None:
        """For how many seconds there is nothing to do unless a command comes; None as long as none comes."""
        if not self.is_moving:
            return None
        return 0.0 if self._evaluations.are_due else self._pace.rest_s

    def play(self) -> None:
        self._set_out("play")

    def step_once(self, unit: StepUnit) -> None:
        """Go on by one block, phase, batch or epoch; asked for while a step is under way, it follows that one."""
        if self._aim.is_stepping:
            self._aim.add(unit)
        else:
            self._set_out(unit)

    def pause(self, waited_s: float = 0.0) -> None:
        """Stand still, between two steps if the step under way ends soon, else between two phases.

        In slow motion at once: what is seen is what the person wants to stand at. So where the pause has waited for
        `waited_s` seconds: phases take long.
        """
        if self._aim.kind != "stand":
            self._aim.set("pause")
            is_patient = waited_s < PAUSE_PATIENCE_S or self._life.is_at_end_of_step
            if (self._pace.is_resting or not is_patient) and not self._evaluations.are_due:
                self.stand()

    def set_speed(self, phases_per_second: float | None) -> None:
        """Let so many phases pass in a second while training goes on; None lets it go as fast as it can."""
        self._pace.set(phases_per_second)
        self._set_stops()
        if self._aim.kind != "stand":
            self._report.progress()  # whoever begins to look closely shall see where the run is
            self._tell_moving()

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
        self._aim.set("rewind", min(max(0, step), self.timeline.head))
        self.timeline.restore(self._aim.target)
        self._report.damage()
        self._life.restart()
        self._phase = None
        self._set_stops()
        self._tell("rewinding")
        if self.learner.step == self._aim.target:
            self.stand()

    def leave_head(self) -> None:
        """Keep the run as it is at its head, unless it stands behind it already, and end whatever is under way.

        Raises:
            InputError: when it cannot be saved.
        """
        self._aim.set("stand")
        self._pace.wake()
        self._life.leave_head()
        self.learner.stopwatch.stop()

    def part(self) -> None:
        """The learner goes on as another run; this one is kept as it was at its head.

        Raises:
            InputError: when it cannot be saved.
        """
        self._saving.close("finished" if self._life.has_ended else "stopped")

    def evaluate(self, split: SplitName) -> None:
        """Evaluate a split before anything else goes on."""
        self._evaluations.ask(split)
        self._tell("evaluating")

    def advance(self, pending: deque[Command]) -> None:
        """Move on until a command arrives or there is nothing more to do.

        Raises:
            InputError: when training met a named problem; the run stands still then.
        """
        if self.rest_s:  # a command that changes nothing, such as an acknowledgement, came while a phase is shown
            return
        self._wake()
        while not pending and self.is_moving and not self._pace.is_resting:
            self._move()

    def look(self) -> None:
        """While standing, or resting in slow motion: let every watched probe see this moment once."""
        if not self.is_moving or (self._pace.is_resting and self._pace.is_slow):
            self.watching.capture_unseen(self._life.num_moments)

    def stand(self) -> None:
        """Stop at once, wherever training is, and tell everything that is known here."""
        self._settle()
        self._report.progress()
        self._report.metrics()
        self._saving.write_metrics()  # whoever hears of the pause finds everything in the folder
        self._tell("finished" if self._life.is_finished else "paused")

    def halt(self) -> None:
        """Stand because of a problem that is told already; what could not be written is tried again later."""
        self._settle()
        self._tell("paused")
        with contextlib.suppress(InputError):
            self._saving.write_metrics()

    def close(self, *, is_last: bool = False) -> None:
        """End the step under way, save everything, and let the run go: each of it whatever becomes of the others.

        The timeline is saved as far as it can be without keeping anybody waiting; `is_last`: nobody does.

        Raises:
            InputError: when it cannot be saved.
        """
        self._evaluations.give_up()
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
        self._aim.set("stand")
        self._tell("failed")
        with contextlib.suppress(Exception):
            self._saving.keep(self._report.recorder.flush())
            self._saving.close("failed")
        self.learner.data.close()

    def _close_folder(self, leisure_s: float) -> None:
        ending: Literal["finished", "stopped"] = "finished" if self._life.has_ended else "stopped"
        self._aim.set("stand")
        self._phase = None
        with contextlib.ExitStack() as endings:
            endings.callback(self._tell, ending)  # whoever hears of it finds everything in the folder, and nobody in it
            endings.callback(self._saving.close, ending)
            endings.callback(self._saving.write_moments, self.timeline.states, leisure_s)
            if not (self.learner.is_in_step or self.timeline.is_replaying):
                self._saving.write_checkpoint("last")

    def _settle(self) -> None:
        self._aim.set("stand")
        self._pace.wake()
        self._evaluations.forget()
        self.learner.stopwatch.stop()

    def _set_out(self, kind: Kind) -> None:
        if self._life.is_finished:
            self._tell("finished")
            return
        if self._aim.kind == "stand":
            self._count_time()
            self._report.restart()
        self._aim.set(kind)
        self._set_stops()
        self._tell_moving()

    def _set_stops(self) -> None:
        """Let training stop as often as somebody wants to stand, and no more often."""
        kind, learner = self._aim.kind, self.learner
        is_slow = self._pace.is_limited and kind != "rewind"
        learner.stops_at_blocks = is_slow or kind == "block"
        learner.stops_at_phases = is_slow or self._aim.shows_phases
        learner.goes_until = {"play": math.inf, "epoch": math.inf, "rewind": self._aim.target}.get(kind, 0)

    def _count_time(self) -> None:
        if self._life.counts_time:
            self.learner.stopwatch.start()

    def _rest(self) -> None:
        """Slow motion: let what has just been computed be seen for a while, which is no time of training."""
        self.learner.stopwatch.stop()
        if self._pace.rest():
            self._tell_moving()

    def _wake(self) -> None:
        if self._pace.is_resting and self.is_moving:
            self._pace.wake()
            self._count_time()

    def _tell_evaluation(self, split: SplitName, metrics: dict[str, float]) -> None:
        self._outbox.put(Evaluated(self.run_id, split, self.learner.step, metrics))

    def _after_evaluation(self) -> None:
        """Go on with what was asked for meanwhile, perhaps."""
        if self._aim.kind != "stand" and not self._evaluations.are_given_up:
            if not self.timeline.is_replaying:
                self.learner.stopwatch.start()
            self._tell_moving()

    def _move(self) -> None:
        was_replaying = self.timeline.is_replaying
        moment = self._life.move()
        if moment.name in ("phase", "block"):
            self._phase = moment.phase
            if self._aim.kind == "play" and not self._pace.is_limited:
                return  # nobody stands here, and there are a thousand such moments a second
        elif moment is not WAITING:
            self._on_moment(moment)
        if was_replaying and not self.timeline.is_replaying and self._aim.kind != "rewind":
            self._count_time()
        if self._is_reached(moment):
            if self._life.is_finished or not self._aim.next_step():
                self.stand()
            else:
                self._set_stops()
        elif self._pace.is_limited and moment.is_stop and self._aim.kind in ("play", "batch", "epoch"):
            self._rest()

    def _is_reached(self, moment: Moment) -> bool:
        if self._evaluations.are_due:
            return False
        return self._life.is_finished or self._aim.is_reached(moment, self.learner.step)

    def _on_moment(self, moment: Moment) -> None:
        if moment.name == "step":
            is_followed = self._pace.is_limited or self._aim.shows_phases
            self._phase = moment.phase if is_followed else None
        now = time.perf_counter()
        if now >= self._next_duty:
            self._next_duty = now + FASTEST_S
            self._on_duty(now, moment)

    def _on_duty(self, now: float, moment: Moment) -> None:
        """Some 30 times a second while training moves."""
        if now >= self._next_progress:
            self._next_progress = now + PROGRESS_INTERVAL_S
            self._report.progress()
        self._report.metrics(wait=self._saving.is_due(now))
        if moment.name == "step":
            if self._aim.kind != "rewind" and not self._pace.is_slow:  # in slow motion all are about to look
                self.watching.capture_due(now)
            if not self.timeline.is_replaying:
                self._saving.save_due(now)
            self.timeline.keep_due(now)

    def _tell_compiling(self, is_compiling: bool) -> None:
        if is_compiling:
            self._tell("compiling")
        else:
            self._tell_moving()

    def _tell_moving(self) -> None:
        self._tell("evaluating" if self._evaluations.wait else self._aim.state)

    def _tell(self, state: RunState) -> None:
        """With the phase where somebody can follow it: while the run stands, and in slow motion."""
        is_followed = state == "paused" or (state in ("running", "stepping") and self._pace.is_limited)
        self._report.state(state, self._phase if is_followed else None)
