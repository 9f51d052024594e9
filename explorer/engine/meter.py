"""Measures a run for the status bar: speed, memory, the cost of watching, the time that is left."""

import time
from collections import deque
from collections.abc import Mapping

import psutil
import torch

from explorer.engine.learner import Learner
from explorer.events import Progress

NUM_READINGS = 8
LEAST_S = 0.2  # one look is most of the time of a single step, which says nothing of how training fares


class Meter:
    """Reads the clocks each time it is asked; speeds are those since the oldest of the last few readings."""

    def __init__(self, run_id: str, learner: Learner) -> None:
        self._run_id = run_id
        self._learner = learner
        self._process = psutil.Process()
        self._readings: deque[tuple[float, float, int, int]] = deque(maxlen=NUM_READINGS)
        self._watched: deque[dict[str, float]] = deque(maxlen=NUM_READINGS)  # seconds by who looks, of each reading
        self._costs: dict[str, float] = {}  # shares of the time, as they could be told last

    def restart(self, watching: Mapping[str, float]) -> None:
        """Training begins or goes on: forget the time it stood."""
        self._readings.clear()
        self._watched.clear()
        self._read(watching)

    def progress(self, watching: Mapping[str, float]) -> Progress:
        """Where the run is; `watching` is all the time that looking has taken so far, by who looks."""
        self._read(watching)
        wall, trained, steps, samples = (
            new - old for new, old in zip(self._readings[-1], self._readings[0], strict=True)
        )
        before, now = self._watched[0], self._watched[-1]
        if wall >= LEAST_S:
            self._costs = {name: (now[name] - before.get(name, 0.0)) / wall for name in now}
        costs = self._costs
        learner = self._learner
        return Progress(
            self._run_id,
            learner.step,
            learner.epoch,
            learner.stopwatch.seconds,
            self._seconds_left(steps / wall if wall > 0 else 0.0),
            samples / (trained or wall) if wall > 0 else 0.0,  # what is replayed is no training
            sum(costs.values()),
            self._memory_bytes(),
            costs,
            learner.computing,
        )

    def _read(self, watching: Mapping[str, float]) -> None:
        learner = self._learner
        counts = learner.step, learner.num_samples
        self._readings.append((time.perf_counter(), learner.stopwatch.seconds, *counts))
        self._watched.append(dict(watching))

    def _seconds_left(self, steps_per_second: float) -> float | None:
        if self._learner.lengths.num_steps is None:
            return max(0.0, self._learner.lengths.max_seconds - self._learner.stopwatch.seconds)
        left = self._learner.lengths.num_steps - self._learner.step
        return left / steps_per_second if steps_per_second else None

    def _memory_bytes(self) -> int:
        if self._learner.device.type == "cuda":
            return torch.cuda.memory_reserved(self._learner.device)
        memory: int = self._process.memory_info().rss
        return memory
