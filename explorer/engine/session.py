"""One loaded run in the engine: moves training on as asked, and tells the window what happens."""

import contextlib
import time
from collections import deque
from collections.abc import Iterator
from typing import Literal

from explorer.alarm import Alarm
from explorer.commands import Command, StepUnit
from explorer.dataset import SplitName
from explorer.engine.alarm_watch import AlarmWatch
from explorer.engine.budget import FASTEST_S
from explorer.engine.evaluations import Evaluations
from explorer.engine.learner import Learner
from explorer.engine.loop import WAITING, Moment, train
from explorer.engine.meter import Meter
from explorer.engine.outbox import Outbox
from explorer.engine.recorder import Recorder, loss_problem
from explorer.engine.saving import Saving
from explorer.engine.watching import Watching
from explorer.events import AlarmsChanged, EndedEarly, Evaluated, MetricsRecorded, RunState, StateChanged
from explorer.objective import Phase
from models.problem import InputError

Goal = Literal["stand", "play", "pause"] | StepUnit

PROGRESS_INTERVAL_S = 0.25
PAUSE_PATIENCE_S = 0.05  # a pause waits so long for the end of the step, to stand between two steps


class Session:
    """Owns the generator of moments of one run. `advance` moves it; standing still is simply not moving it."""

    def __init__(self, run_id: str, learner: Learner, outbox: Outbox, saving: Saving) -> None:
        self.run_id = run_id
        self.learner = learner
        self.watching = Watching(run_id, learner, outbox)
        self._alarm_watch = AlarmWatch(learner, self._tell_alarms, self.watching.charge)
        self._outbox = outbox
        self._saving = saving
        self._recorder = Recorder()
        self._meter = Meter(run_id, learner)
        self._evaluations = Evaluations(learner, self._tell_evaluation, self._after_evaluation)
        self._moments = self._life()
        self._phase: Phase | None = None  # the last one of the step under way
        self._stands_in_evaluation = False  # the last moment was within an evaluation, which has its own stopwatch
        self._num_moments = 0
        self._goal: Goal = "stand"
        self._further_steps: deque[StepUnit] = deque()  # asked for while another one is under way
        self._is_finished = False
        self._phases_of_step = 0
        self._phases_per_step = 0
        self._pause_by = 0.0
        self._next_duty = 0.0
        self._next_progress = 0.0

    @property
    def is_moving(self) -> bool:
        return self._goal != "stand" or self._evaluations.are_due

    @property
    def _is_stepping(self) -> bool:
        return self._goal not in ("stand", "play", "pause")

    def play(self) -> None:
        self._set_out("play")

    def step_once(self, unit: StepUnit) -> None:
        """Go on by one phase, batch or epoch; asked for while a step is under way, it follows that one."""
        if self._is_stepping:
            self._further_steps.append(unit)
        else:
            self._set_out(unit)

    def pause(self) -> None:
        """Stand still, between two steps if the step under way ends soon, else between two phases."""
        if self._goal != "stand":
            self._goal = "pause"
            self._further_steps.clear()
            self._pause_by = time.perf_counter() + PAUSE_PATIENCE_S

    def set_learning_rate(self, network: str, learning_rate: float) -> None:
        """Change one network's learning rate from the next step on."""
        self.learner.set_learning_rate(network, learning_rate)
        self._saving.log(f"learning rate of {network} {learning_rate:g}")

    def evaluate(self, split: SplitName) -> None:
        """Evaluate a split before anything else goes on."""
        self._evaluations.ask(split)
        self._tell("evaluating")

    def advance(self, pending: deque[Command]) -> None:
        """Move on until a command arrives or there is nothing more to do.

        Raises:
            InputError: when training met a named problem; the run stands still then.
        """
        while not pending and self.is_moving:
            self._move()

    def look(self) -> None:
        """While standing: let every watched probe see this moment once."""
        self.watching.capture_unseen(self._num_moments)

    def stand(self) -> None:
        """Stop at once, wherever training is, and tell everything that is known here."""
        self._goal = "stand"
        self._evaluations.forget()
        self.learner.stopwatch.stop()
        self._send_progress()
        self._send_metrics()
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
                endings.callback(self._send_metrics)
                self._end_step()
        except InputError:
            if not self._saving.is_deleted:  # whoever deletes a run wants none of it
                raise

    def _end_step(self) -> None:
        """Training may go on elsewhere from what is saved, so that no step may be saved half done."""
        self._goal = "play"
        while self.learner.is_in_step:
            self._move()
        self._goal = "stand"

    def _close_folder(self) -> None:
        ending: Literal["finished", "stopped"] = "finished" if self._is_finished else "stopped"
        self._goal, self._phase = "stand", None
        self._tell(ending)
        with contextlib.ExitStack() as endings:
            endings.callback(self._saving.close, ending)
            if not self.learner.is_in_step:
                self._saving.write_checkpoint("last")

    def halt(self) -> None:
        """Stand because of a problem that is told already; what could not be written is tried again later."""
        self._goal = "stand"
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
            self._saving.keep(self._recorder.flush())
            self._saving.close("failed")

    def _set_out(self, goal: Goal) -> None:
        if self._is_finished:
            self._tell("finished")
            return
        if self._goal == "stand":
            if not self._stands_in_evaluation:
                self.learner.stopwatch.start()
            self._meter.restart(self.watching.seconds)
        self._goal = goal
        self._further_steps.clear()
        self._tell_moving()

    def _life(self) -> Iterator[Moment]:
        """Training to its end, with the evaluations that were asked for in between."""
        yield from self._evaluations.moments()
        for moment in train(self.learner):
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
            self.learner.stopwatch.start()
            self._tell_moving()

    def _move(self) -> None:
        moment = next(self._moments)
        self._alarm_watch.follow(moment)
        self._num_moments += 1
        self._stands_in_evaluation = moment.name == "evaluating"
        if moment.name == "phase":
            self._phases_of_step += 1
            self._phase = moment.phase
        elif moment is not WAITING:
            self._on_moment(moment)
        if (self._goal != "play" or self._is_finished) and self._is_reached(moment):
            if self._is_stepping and self._further_steps and not self._is_finished:
                self._goal = self._further_steps.popleft()
            else:
                self.stand()

    def _on_moment(self, moment: Moment) -> None:
        self._recorder.record(self.learner.step, moment.metrics)
        if moment.name == "step":
            self._phases_per_step, self._phases_of_step, self._phase = self._phases_of_step, 0, None
        if moment.name == "epoch":
            self._saving.keep_best(moment.metrics)
        if moment.name == "finished":
            self._is_finished = True
            self._send_metrics()
            self._saving.write_checkpoint("last")
            self._tell_early_end()
            self._saving.set_status("finished")
        now = time.perf_counter()
        if now >= self._next_duty:
            self._next_duty = now + FASTEST_S
            self._on_duty(now, moment)

    def _on_duty(self, now: float, moment: Moment) -> None:
        """Some 30 times a second while training moves."""
        if now >= self._next_progress:
            self._next_progress = now + PROGRESS_INTERVAL_S
            self._send_progress()
        self._send_metrics()
        if moment.name == "step":
            self.watching.capture_due(now)
            self._saving.save_due(now)

    def _is_reached(self, moment: Moment) -> bool:
        if self._goal == "stand" or self._is_finished:  # perhaps an evaluation is still to be done
            return not self._evaluations.are_due
        if self._evaluations.are_due:
            return False
        if self._goal == "pause":
            return moment.name != "phase" or time.perf_counter() >= self._pause_by
        if self._goal == "phase":
            return self._is_phase_reached(moment)
        return moment.name == {"batch": "step", "epoch": "epoch"}[self._goal]

    def _is_phase_reached(self, moment: Moment) -> bool:
        """A step's last phase and its end are one: the window shall not name weights after the step before."""
        if moment.name == "phase":
            return self._phases_of_step != self._phases_per_step
        return moment.name == "step" and self._phases_of_step == 0

    def _tell_moving(self) -> None:
        if self._evaluations.wait:
            self._tell("evaluating")
        else:
            self._tell("stepping" if self._is_stepping else "running")

    def _tell(self, state: RunState) -> None:
        phase = self._phase
        if phase is None:
            self._outbox.put(StateChanged(self.run_id, state))
        else:
            self._outbox.put(StateChanged(self.run_id, state, phase.name, phase.network))

    def _tell_early_end(self) -> None:
        reason = self.learner.early_end
        if reason is not None:
            self._saving.log(str(reason))
            self._outbox.put(EndedEarly(self.run_id, reason))

    def _send_metrics(self) -> None:
        series = self._recorder.flush()
        if not series:
            return
        self._outbox.put_metrics(MetricsRecorded(self.run_id, series))
        self._alarm_watch.take(series)
        self._saving.keep(series)
        problem = loss_problem(series)
        if problem is not None:
            self._saving.spoil()
            raise InputError((problem,))

    def _tell_alarms(self, alarms: tuple[Alarm, ...]) -> None:
        self._saving.log_alarms(alarms)
        self._outbox.put(AlarmsChanged(self.run_id, alarms))

    def _send_progress(self) -> None:
        self._outbox.put_latest("progress", self._meter.progress(self.watching.seconds))
