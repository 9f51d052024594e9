"""Keeps a run's folder up to date while it trains: metrics once a second, checkpoints as often as they cost little."""

import contextlib
import time
from collections.abc import Mapping

from explorer.alarm import Alarm
from explorer.engine.learner import Learner
from explorer.engine.moments import write_moments
from explorer.engine.state import LearnerState, has_spoilt_weights, state_of
from explorer.events import Series, joined
from explorer.runs.checkpoints import Keep
from explorer.runs.run_folder import RunFolder
from explorer.runs.status import Status

INTERVAL_S = 1.0  # what a killed run may lose
CHECKPOINT_SHARE = 0.01  # of the time may go into checkpoints; large ones are written less often
SLOW_STEP_S = 1.0  # a step to be missed: where steps take longer,
SLOW_SHARE = 0.02  # so much of the time may go into checkpoints
MINUTE_S = 60.0


class Saving:
    """Writes to one folder, or nowhere when there is none. Checkpoints are taken between two steps only."""

    def __init__(self, learner: Learner, folder: RunFolder | None) -> None:
        self._learner = learner
        self._folder = folder
        self._unsaved: list[tuple[Series, ...]] = []
        self._best_loss = _best_loss(folder)
        self._unsaved_best: LearnerState | None = None  # epochs can be shorter than a write
        checkpoints = () if folder is None else folder.checkpoints()
        self._last_step = learner.step if learner.step in checkpoints else None
        self._has_any = bool(checkpoints)
        self._is_spoiled = False
        self._num_marks = 0
        now = time.perf_counter()
        self._next_metrics = now  # the first ones at once
        self._last_duty = now
        self._last_checkpoint, self._checkpoint_cost_s = now, 0.0
        self._next_minute = now + MINUTE_S
        self.log(f"training on {learner.device}")

    @property
    def folder(self) -> RunFolder | None:
        """The run's folder, if it has one."""
        return self._folder

    @property
    def is_deleted(self) -> bool:
        """Whether somebody has removed the folder."""
        return self._folder is not None and not self._folder.path.exists()

    def keep(self, series: tuple[Series, ...]) -> None:
        """Metrics to write when their time comes."""
        if self._folder is not None:
            self._unsaved.append(series)

    def keep_best(self, metrics: Mapping[str, object]) -> None:
        """After a validation: remember the weights when none were better, to write them with the next checkpoint.

        Early stopping decides what is better where it is on, else the loss does.
        """
        loss, learner = metrics.get("validation/loss"), self._learner
        is_best = isinstance(loss, float) and loss < self._best_loss
        if learner.experiment.training.early_stopping.kind != "off":
            is_best = learner.stopping.step == learner.step
        if self._folder is not None and isinstance(loss, float) and is_best:
            self._best_loss, self._unsaved_best = loss, state_of(learner)

    def is_due(self, now: float) -> bool:
        """Whether `save_due` would write something."""
        is_time = now >= min(self._next_metrics, self._next_minute) or self._is_checkpoint_due(now)
        return self._folder is not None and is_time

    def save_due(self, now: float) -> None:
        """After a step whose metrics are known to be finite: write what is due.

        Raises:
            InputError: when the disk is full or the folder can no longer be written.
        """
        if now >= self._next_metrics:
            self.write_metrics()
            self._next_metrics = now + INTERVAL_S
        if now >= self._next_minute:
            self.write_checkpoint("minute")
            self._next_minute = now + MINUTE_S
        elif self._is_checkpoint_due(now):
            self.write_checkpoint("last")
        self._last_duty = now

    def write_metrics(self) -> None:
        """Write everything that was kept, at once: thirty small writes would take eight times as long."""
        if self._folder is None:
            return
        changes, paces = self._learner.changes, self._learner.paces
        num_marks = sum(map(len, changes.values())) + len(paces)
        if num_marks != self._num_marks:
            self._folder.write_marks(changes, paces)
            self._num_marks = num_marks
        if self._unsaved:
            self._folder.write_metrics(joined(self._unsaved))
            self._unsaved.clear()

    def write_checkpoint(self, keep: Keep = "last") -> None:
        """Write where the learner stands, and the best since the last time; spoilt weights only where none others are.

        The metrics go first: a run that is resumed from here has those of every step before.

        Raises:
            InputError: when the disk is full or the folder can no longer be written.
        """
        started = time.perf_counter()
        self.write_metrics()
        if self._unsaved_best is not None:
            self._write(self._unsaved_best, "best")
            self._unsaved_best = None
        if self._last_step != self._learner.step or keep != "last":
            saved = state_of(self._learner)
            if not self._has_any or not (self._is_spoiled or has_spoilt_weights(saved)):
                self._write(saved, keep)
        self._last_checkpoint = time.perf_counter()
        self._checkpoint_cost_s = self._last_checkpoint - started

    def keep_weights(self) -> int | None:
        """Keep this moment for good, whether or not the learner stands at its head; spoilt weights are not kept.

        Returns the newest step up to here whose weights are kept; None where there is none.

        Raises:
            InputError: when the disk is full or the folder can no longer be written.
        """
        folder, step = self._folder, self._learner.step
        if folder is None:
            return None
        self.write_metrics()
        if step not in folder.kept.minutes:
            saved = state_of(self._learner)
            if not has_spoilt_weights(saved):
                folder.write_checkpoint(step, saved.weights, saved.state, saved.scalars, keep="minute")
                self._has_any = True
        return max((one for one in folder.checkpoints() if one <= step), default=None)

    def write_moments(self, states: Mapping[int, LearnerState], longest_s: float) -> None:
        """Keep the states of the timeline, by step, as far as there is room and time for them.

        Raises:
            InputError: when the disk is full or the folder can no longer be written.
        """
        if self._folder is not None:
            write_moments(self._folder, states, longest_s)

    def spoil(self) -> None:
        """The loss is not finite any more: the last good checkpoint stays the last."""
        self._is_spoiled = True
        self.log("the loss is not finite")

    def log(self, words: str) -> None:
        """Note in the run's log what happened, and at which step."""
        if self._folder is not None:
            self._folder.log(f"step {self._learner.step}: {words}")

    def log_alarms(self, alarms: tuple[Alarm, ...]) -> None:
        """Note in the run's log which alarms are on now."""
        self.log(
            "alarms: " + (", ".join(f"{alarm.code} at {alarm.place}" for alarm in alarms if alarm.is_on) or "none")
        )

    def set_status(self, status: Status) -> None:
        """Note in the folder how the run stands."""
        if self._folder is not None:
            self._folder.set_status(status)
            self.log(status)

    def close(self, status: Status) -> None:
        """Write the metrics that are left, and let the folder go, each whatever becomes of the others."""
        if self._folder is not None:
            with contextlib.ExitStack() as endings:  # the last one first
                endings.callback(self._folder.close)
                endings.callback(self.set_status, status)
                endings.callback(self.write_metrics)

    def _is_checkpoint_due(self, now: float) -> bool:
        share = SLOW_SHARE if now - self._last_duty > SLOW_STEP_S else CHECKPOINT_SHARE
        return now >= self._last_checkpoint + max(INTERVAL_S, self._checkpoint_cost_s / share)

    def _write(self, saved: LearnerState, keep: Keep) -> None:
        if self._folder is not None:
            step = int(saved.scalars["step"])
            self._folder.write_checkpoint(step, saved.weights, saved.state, saved.scalars, keep=keep)
            self._last_step, self._has_any = step, True


def _best_loss(folder: RunFolder | None) -> float:
    """The validation loss of the best checkpoint so far; infinity where there is none."""
    best = None if folder is None else folder.kept.best
    if folder is None or best is None:
        return float("inf")
    losses = folder.metrics("validation/loss")
    return float(losses.values[losses.steps == best].min(initial=float("inf")))
