"""One loaded run in the engine: moves training on as asked, and tells the window what happens."""

import contextlib
import time
from collections import deque
from collections.abc import Generator
from typing import Literal

from explorer.changes import AnyChange
from explorer.commands import Command, StepUnit
from explorer.dataset import SplitName
from explorer.engine.budget import FASTEST_S
from explorer.engine.evaluations import Evaluations
from explorer.engine.loop import WAITING, Moment, train
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

Goal = Literal["stand", "play", "pause", "rewind"] | StepUnit

PROGRESS_INTERVAL_S = 0.25
PAUSE_PATIENCE_S = 0.05  # a pause waits so long for the end of the step, to stand between two steps


class Session:
    """Owns the generator of moments of one run. `advance` moves it; standing still is simply not moving it."""

    def __init__(self, run_id: str, watching: Watching, outbox: Outbox, saving: Saving, timeline: Timeline) -> None:
        self.run_id = run_id
        self.learner = learner = watching.learner
        self.watching = watching
        self.timeline = timeline
        self._outbox = outbox
        self._saving = saving
        self._report = Reporter(run_id, watching, outbox, saving, timeline)
        self._evaluations = Evaluations(learner, self._tell_evaluation, self._after_evaluation)
        self._moments = self._life()
        self._pace = Pace()
        self._phase: Phase | None = None  # the last one of the step under way, or of the one that was just shown
        self._stands_in_evaluation = False  # the last moment was within an evaluation, which has its own stopwatch
        self._num_moments = 0
        self._goal: Goal = "stand"
        self._further_steps: deque[StepUnit] = deque()  # asked for while another one is under way
        self._has_ended = False  # at its head the run is finished
        self._target = 0  # the step to rewind to
        self._pause_by = 0.0
        self._next_duty = 0.0
        self._next_progress = 0.0

    @property
    def is_moving(self) -> bool:
        return self._goal != "stand" or self._evaluations.are_due

    @property
    def is_playing(self) -> bool:
        """Whether it moves on until somebody says otherwise."""
        return self._goal == "play"

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

    @property
    def _is_stepping(self) -> bool:
        return self._goal in ("block", "phase", "batch", "epoch")

    @property
    def _is_finished(self) -> bool:
        return self._has_ended and not self.timeline.is_replaying

    @property
    def _shows_phases(self) -> bool:
        """Whether somebody follows every phase, the last one of a step among them."""
        return self._pace.is_limited or self._goal in ("block", "phase")

    def play(self) -> None:
        self._set_out("play")

    def step_once(self, unit: StepUnit) -> None:
        """Go on by one block, phase, batch or epoch; asked for while a step is under way, it follows that one."""
        if self._is_stepping:
            self._further_steps.append(unit)
        else:
            self._set_out(unit)

    def pause(self) -> None:
        """Stand still, between two steps if the step under way ends soon, else between two phases.

        In slow motion at once: what is seen is what the person wants to stand at.
        """
        if self._goal != "stand":
            self._goal = "pause"
            self._further_steps.clear()
            self._pause_by = time.perf_counter() + PAUSE_PATIENCE_S
            if self._pace.is_resting and not self._evaluations.are_due:
                self.stand()

    def set_speed(self, phases_per_second: float | None) -> None:
        """Let so many phases pass in a second while training goes on; None lets it go as fast as it can."""
        self._pace.set(phases_per_second)
        self._aim(self._goal)
        if self._goal != "stand":
            self._report.progress()  # whoever begins to look closely shall see where the run is
            self._tell_moving()

    def change(self, change: AnyChange) -> None:
        """Change something from the next step on.

        Raises:
            InputError: behind the head, where the run has to fork first.
        """
        if self.timeline.is_replaying:
            raise InputError((CHANGE_BEHIND_HEAD.at("", step=self.learner.step, head=self.timeline.head),))
        self.timeline.change(change)
        self._saving.log(str(change.words()))
        self._report.progress()

    def rewind(self, step: int) -> None:
        """Go back, or forward again, to where the run stood after that step, at most its head.

        Raises:
            InputError: when the run could not be saved at its head before; it stands there then.
        """
        self.leave_head()
        self._target = min(max(0, step), self.timeline.head)
        self.timeline.restore(self._target)
        self._restart()
        self._aim("rewind")
        self._tell("rewinding")
        if self.learner.step == self._target:
            self.stand()

    def leave_head(self) -> None:
        """Keep the run as it is at its head, unless it stands behind it already, and end whatever is under way.

        Raises:
            InputError: when it cannot be saved.
        """
        self._evaluations.forget()
        if not self.timeline.is_replaying:
            self.end_step()
            self._report.metrics()
            self.timeline.keep_head()
            self._saving.write_checkpoint("last")
        self._moments.close()
        self.learner.stopwatch.stop()

    def part(self) -> None:
        """The learner goes on as another run; this one is kept as it was at its head.

        Raises:
            InputError: when it cannot be saved.
        """
        self._saving.close("finished" if self._has_ended else "stopped")

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
            self.watching.capture_unseen(self._num_moments)

    def stand(self) -> None:
        """Stop at once, wherever training is, and tell everything that is known here."""
        self._goal = "stand"
        self._pace.wake()
        self._evaluations.forget()
        self.learner.stopwatch.stop()
        self._report.progress()
        self._report.metrics()
        self._saving.write_metrics()  # whoever hears of the pause finds everything in the folder
        self._tell("finished" if self._is_finished else "paused")

    def close(self) -> None:
        """End the step under way, save everything, and let the run go: each of it whatever becomes of the others.

        Raises:
            InputError: when it cannot be saved.
        """
        self._evaluations.give_up()
        try:
            with contextlib.ExitStack() as endings:  # the last one first
                endings.callback(self._close_folder)
                endings.callback(self._report.metrics)
                if not self.timeline.is_replaying:  # else the run has been saved at its head
                    self.end_step()
        except InputError:
            if not self._saving.is_deleted:  # whoever deletes a run wants none of it
                raise

    def end_step(self) -> None:
        """Training may go on elsewhere from what is saved, so that no step may be saved half done."""
        self._goal = "play"
        while self.learner.is_in_step:
            self._move()
        self._pace.wake()
        self._goal = "stand"

    def _close_folder(self) -> None:
        ending: Literal["finished", "stopped"] = "finished" if self._has_ended else "stopped"
        self._goal, self._phase = "stand", None
        self._tell(ending)
        with contextlib.ExitStack() as endings:
            endings.callback(self._saving.close, ending)
            if not (self.learner.is_in_step or self.timeline.is_replaying):
                self._saving.write_checkpoint("last")

    def halt(self) -> None:
        """Stand because of a problem that is told already; what could not be written is tried again later."""
        self._goal = "stand"
        self._pace.wake()
        self._evaluations.forget()
        self.learner.stopwatch.stop()
        self._tell("paused")
        with contextlib.suppress(InputError):
            self._saving.write_metrics()

    def fail(self) -> None:
        """A failure of ours that is told already: save the metrics; the learner may be half way through a step."""
        self._goal = "stand"
        self._tell("failed")
        with contextlib.suppress(Exception):
            self._saving.keep(self._report.recorder.flush())
            self._saving.close("failed")

    def _set_out(self, goal: Goal) -> None:
        if self._is_finished:
            self._tell("finished")
            return
        if self._goal == "stand":
            if not (self._stands_in_evaluation or self.timeline.is_replaying):
                self.learner.stopwatch.start()
            self._report.restart()
        self._aim(goal)
        self._further_steps.clear()
        self._tell_moving()

    def _aim(self, goal: Goal) -> None:
        self._goal = goal
        self.learner.stops_at_blocks = goal == "block" or (self._pace.is_limited and goal != "rewind")

    def _rest(self) -> None:
        """Slow motion: let what has just been computed be seen for a while, which is no time of training."""
        self.learner.stopwatch.stop()
        if self._pace.rest():
            self._tell_moving()

    def _wake(self) -> None:
        if self._pace.is_resting and self.is_moving:
            self._pace.wake()
            if not (self._stands_in_evaluation or self.timeline.is_replaying):
                self.learner.stopwatch.start()

    def _life(self) -> Generator[Moment, None, None]:
        """Training to its end, with the evaluations that were asked for in between."""
        yield from self._evaluations.moments()
        for moment in () if self._is_finished else train(self.learner):
            yield moment
            if moment.name != "evaluating":  # evaluations cannot be nested
                yield from self._evaluations.moments()
        while True:
            yield WAITING
            yield from self._evaluations.moments()

    def _tell_evaluation(self, split: SplitName, metrics: dict[str, float]) -> None:
        self._outbox.put(Evaluated(self.run_id, split, self.learner.step, metrics))

    def _after_evaluation(self) -> None:
        """Go on with what was asked for meanwhile, perhaps."""
        if self._goal != "stand" and not self._evaluations.are_given_up:
            if not self.timeline.is_replaying:
                self.learner.stopwatch.start()
            self._tell_moving()

    def _move(self) -> None:
        moment = next(self._moments)
        if not self.timeline.is_replaying:
            self._report.alarms.follow(moment)
        self._num_moments += 1
        self._stands_in_evaluation = moment.name == "evaluating"
        if moment.name in ("phase", "block"):
            self._phase = moment.phase
        elif moment is not WAITING:
            self._on_moment(moment)
        if (self._goal != "play" or self._is_finished) and self._is_reached(moment):
            if self._is_stepping and self._further_steps and not self._is_finished:
                self._aim(self._further_steps.popleft())
            else:
                self.stand()
        elif self._pace.is_limited and moment.is_stop and self._goal in ("play", "batch", "epoch"):
            self._rest()

    def _on_moment(self, moment: Moment) -> None:
        if moment.name == "step":
            self._phase = moment.phase if self._shows_phases else None
        if self.timeline.is_replaying:
            self._on_replayed()
        else:
            self._on_lived(moment)
        now = time.perf_counter()
        if now >= self._next_duty:
            self._next_duty = now + FASTEST_S
            self._on_duty(now, moment)

    def _on_lived(self, moment: Moment) -> None:
        self._report.recorder.record(self.learner.step, moment.metrics)
        if moment.name == "epoch":
            self._saving.keep_best(moment.metrics)
        if moment.name == "finished":
            self._has_ended = True
            self._report.metrics()
            self._saving.write_checkpoint("last")
            self._report.early_end()
            self._saving.set_status("finished")

    def _on_replayed(self) -> None:
        """What has been is neither recorded nor saved again; at the head the run goes on where it was left."""
        if self.learner.step == self.timeline.head:
            self.timeline.arrive()
            self._restart()
            if self._goal not in ("stand", "rewind") and not self._is_finished:
                self.learner.stopwatch.start()

    def _restart(self) -> None:
        """Training goes on from where the learner has been put."""
        self._num_moments += 1
        self._moments.close()
        self._moments = self._life()
        self._phase, self._stands_in_evaluation = None, False
        self._report.restart()

    def _on_duty(self, now: float, moment: Moment) -> None:
        """Some 30 times a second while training moves."""
        if now >= self._next_progress:
            self._next_progress = now + PROGRESS_INTERVAL_S
            self._report.progress()
        self._report.metrics()
        if moment.name == "step":
            if self._goal != "rewind" and not self._pace.is_slow:  # in slow motion all are about to look
                self.watching.capture_due(now)
            if not self.timeline.is_replaying:
                self._saving.save_due(now)
            self.timeline.keep_due(now)

    def _is_reached(self, moment: Moment) -> bool:
        if self._goal == "stand" or self._is_finished:  # perhaps an evaluation is still to be done
            return not self._evaluations.are_due
        if self._evaluations.are_due:
            return False
        if self._goal == "rewind":
            return self.learner.step == self._target
        if self._goal == "pause":
            return moment.name not in ("phase", "block") or time.perf_counter() >= self._pause_by
        if self._goal in ("block", "phase"):
            return moment.is_stop and moment.name != ("block" if self._goal == "phase" else "")
        return moment.name == {"batch": "step", "epoch": "epoch"}[self._goal]

    def _tell_moving(self) -> None:
        if self._evaluations.wait:
            self._tell("evaluating")
        else:
            names: dict[str, RunState] = {"play": "running", "pause": "running", "rewind": "rewinding"}
            self._tell(names.get(self._goal, "stepping"))

    def _tell(self, state: RunState) -> None:
        """With the phase where somebody can follow it: while the run stands, and in slow motion."""
        is_followed = state == "paused" or (state in ("running", "stepping") and self._pace.is_limited)
        self._report.state(state, self._phase if is_followed else None)
