"""One run without a window: what has to happen beside its steps, and when."""

import math
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cached_property

import psutil

from explorer.alarm import Alarm
from explorer.engine.alarm_watch import AlarmWatch
from explorer.engine.device_recorder import make_recorder
from explorer.engine.failures import memory_problem
from explorer.engine.learner import Learner
from explorer.engine.loop import Moment, evaluate, train
from explorer.engine.recorder import Recorder, loss_problem
from explorer.engine.saving import Saving
from explorer.events import Progress
from explorer.runs.status import Status
from models.problem import InputError

FLUSH_SECONDS = 0.5

# Called a few times a second with where the run is and the latest value of every metric.
OnProgress = Callable[[Progress, Mapping[str, float]], None]
# Called with all alarms of the run when one is raised or over.
OnAlarms = Callable[[tuple[Alarm, ...]], None]


def ignore(*told: object) -> None:
    """For whoever wants to hear nothing."""


@dataclass
class HeadlessRun:
    """Trains a learner to its limit, tests it once, and keeps what comes of it."""

    learner: Learner
    saving: Saving
    on_progress: OnProgress = ignore
    on_alarms: OnAlarms = ignore
    next_flush: float = 0.0

    @cached_property
    def recorder(self) -> Recorder:
        """What keeps the metrics of every step."""
        return make_recorder(self.learner)

    @cached_property
    def alarm_watch(self) -> AlarmWatch:
        """What looks after the run's health."""
        return AlarmWatch(self.learner, self._tell_alarms)

    def live(self) -> bool:
        """Train, test once unless interrupted, and close the folder with how it ended; returns whether interrupted."""
        status: Status = "failed"
        try:
            with _ctrl_c() as asked_to_stop:
                self.train(asked_to_stop)
                self.test(asked_to_stop)
            status = "stopped" if asked_to_stop.is_set() else "finished"
        except (RuntimeError, MemoryError) as error:
            problem = memory_problem(error)
            if problem is None:
                raise
            raise InputError((problem,)) from error
        finally:
            with ExitStack() as endings:  # the last one first
                endings.callback(self.learner.data.close)
                endings.callback(lambda: self.saving.close(status))
                self.saving.keep(self.recorder.flush())
        return asked_to_stop.is_set()

    def train(self, asked_to_stop: threading.Event) -> None:
        """Train to the limit, or to the end of the step or the batch of a validation in which it is asked to stop.

        What breaks in the middle of a step leaves the checkpoint before as the last one.
        """
        learner = self.learner
        learner.stopwatch.start()
        try:
            for _ in self.moments():
                if asked_to_stop.is_set() and not learner.is_in_step:
                    break
            self._flush()
        finally:
            learner.stopwatch.stop()
            if not learner.is_in_step:
                self.saving.write_checkpoint()

    def moments(self) -> Iterator[Moment]:
        """Training to its limit, each moment of it watched over, recorded and saved."""
        self.learner.stops_at_phases, self.learner.goes_until = False, math.inf
        for moment in train(self.learner):
            self.alarm_watch.follow(moment)
            self._after(moment)
            yield moment

    def test(self, asked_to_stop: threading.Event) -> None:
        """Evaluate the test split, once, as long as nobody asks to stop."""
        evaluation = evaluate(self.learner, "test")
        while not asked_to_stop.is_set():
            try:
                next(evaluation)
            except StopIteration as done:
                self.recorder.record(self.learner.step, done.value)
                self._flush()
                return

    def _after(self, moment: Moment) -> None:
        if moment.name == "finished" and self.learner.early_end is not None:
            self.saving.log(str(self.learner.early_end))
        if moment.name not in ("step", "epoch"):
            return
        self.recorder.record(self.learner.step, moment.metrics, moment.before)
        if moment.name == "epoch":
            self.saving.keep_best(moment.metrics)
        now = time.perf_counter()
        if now >= self.next_flush or not moment.is_sound:
            self._flush()
            self.next_flush = now + FLUSH_SECONDS
            self.saving.save_due(now)

    def _flush(self) -> None:
        series = self.recorder.flush()
        self.saving.keep(series)
        self.alarm_watch.take(series)
        self.on_progress(_progress(self.learner), self.recorder.latest)
        problem = loss_problem(series)
        if problem is not None:
            self.saving.spoil()
            raise InputError((problem,))

    def _tell_alarms(self, alarms: tuple[Alarm, ...]) -> None:
        self.saving.log_alarms(alarms)
        self.on_alarms(alarms)


@contextmanager
def _ctrl_c() -> Iterator[threading.Event]:
    """An event that the first Ctrl+C sets instead of interrupting a step half way; the second one interrupts."""
    asked = threading.Event()

    def on_signal(number: int, frame: object) -> None:
        asked.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    if threading.current_thread() is not threading.main_thread():
        yield asked
        return
    before = signal.signal(signal.SIGINT, on_signal)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


def _progress(learner: Learner) -> Progress:
    return Progress(
        run_id="",
        step=learner.step,
        epoch=learner.epoch,
        seconds=learner.stopwatch.seconds,
        seconds_left=_seconds_left(learner),
        samples_per_second=samples_per_second(learner),
        watching_cost=0.0,
        memory_bytes=psutil.Process().memory_info().rss,
    )


def _seconds_left(learner: Learner) -> float | None:
    """How many seconds of training the limit still asks for; None before the first step can tell."""
    seconds = learner.stopwatch.seconds
    if learner.lengths.num_steps is None:
        return max(0.0, learner.lengths.max_seconds - seconds)
    if learner.step == 0:
        return None
    return (learner.lengths.num_steps - learner.step) * seconds / learner.step


def samples_per_second(learner: Learner) -> float:
    """Since training began, as its stopwatch counts time."""
    seconds = learner.stopwatch.seconds
    return learner.num_samples / seconds if seconds else 0.0
