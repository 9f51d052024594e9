"""Keeps a run's folder up to date while it trains: metrics once a second, checkpoints as often as they cost little."""

import time
from collections.abc import Mapping

from explorer.engine.learner import Learner
from explorer.engine.state import state_of
from explorer.events import Series
from explorer.runs.checkpoints import Keep
from explorer.runs.run_folder import RunFolder
from explorer.runs.status import Status

METRICS_INTERVAL_S = 1.0
CHECKPOINT_INTERVAL_S = 10.0
CHECKPOINT_SHARE = 0.01  # of the time may go into checkpoints
MINUTE_S = 60.0


class Saving:
    """Writes to one folder, or nowhere when there is none. Checkpoints are taken between two steps only."""

    def __init__(self, learner: Learner, folder: RunFolder | None) -> None:
        self._learner = learner
        self._folder = folder
        self._unsaved: list[tuple[Series, ...]] = []
        self._best_loss = float("inf")
        self._last_step = learner.step if folder is not None and folder.checkpoints() else -1
        self._is_spoiled = False
        now = time.perf_counter()
        self._next_metrics = now + METRICS_INTERVAL_S
        self._next_checkpoint = now + CHECKPOINT_INTERVAL_S
        self._next_minute = now + MINUTE_S

    def keep(self, series: tuple[Series, ...]) -> None:
        """Metrics to write when their time comes."""
        if self._folder is not None:
            self._unsaved.append(series)

    def save_due(self, now: float) -> None:
        """After a step: write what is due.

        Raises:
            InputError: when the disk is full or the folder can no longer be written.
        """
        if now >= self._next_metrics:
            self.write_metrics()
            self._next_metrics = now + METRICS_INTERVAL_S
        if now >= self._next_minute:
            self.write_checkpoint("minute")
            self._next_minute = now + MINUTE_S
        elif now >= self._next_checkpoint:
            self.write_checkpoint("last")

    def keep_best(self, metrics: Mapping[str, object]) -> None:
        """After a validation: write a checkpoint when there was none better."""
        loss = metrics.get("validation/loss")
        if isinstance(loss, float) and loss < self._best_loss:
            self._best_loss = loss
            if time.perf_counter() >= self._next_checkpoint:
                self.write_checkpoint("best")

    def write_metrics(self) -> None:
        """Write everything that was kept."""
        while self._unsaved and self._folder is not None:
            self._folder.write_metrics(self._unsaved[0])
            del self._unsaved[0]

    def write_checkpoint(self, keep: Keep) -> None:
        """Write where the learner stands, unless that is written already or its weights are no good."""
        if self._folder is None or self._is_spoiled or (self._last_step == self._learner.step and keep == "last"):
            return
        started = time.perf_counter()
        saved = state_of(self._learner)
        self._folder.write_checkpoint(self._learner.step, saved.weights, saved.state, saved.scalars, keep=keep)
        self._last_step = self._learner.step
        ended = time.perf_counter()
        self._next_checkpoint = ended + max(CHECKPOINT_INTERVAL_S, (ended - started) / CHECKPOINT_SHARE)

    def spoil(self) -> None:
        """The loss is not finite any more: the last good checkpoint stays the last."""
        self._is_spoiled = True

    def set_status(self, status: Status) -> None:
        if self._folder is not None:
            self._folder.set_status(status)

    def close(self, status: Status) -> None:
        """Write the metrics that are left, and let the folder go."""
        if self._folder is not None:
            self.write_metrics()
            self._folder.set_status(status)
            self._folder.close()
