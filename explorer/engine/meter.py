"""Measures a run for the status bar: speed, memory, the cost of watching, the time that is left."""

import time
from collections import deque

import psutil
import torch

from explorer.engine.learner import Learner
from explorer.events import Progress

NUM_READINGS = 8


class Meter:
    """Reads the clocks each time it is asked; speeds are those since the oldest of the last few readings."""

    def __init__(self, run_id: str, learner: Learner) -> None:
        self._run_id = run_id
        self._learner = learner
        self._process = psutil.Process()
        self._readings: deque[tuple[float, float, int, int, float]] = deque(maxlen=NUM_READINGS)

    def restart(self, watching_seconds: float) -> None:
        """Training begins or goes on: forget the time it stood."""
        self._readings.clear()
        self._read(watching_seconds)

    def progress(self, watching_seconds: float) -> Progress:
        """Where the run is; `watching_seconds` is all the time that probes have taken so far."""
        self._read(watching_seconds)
        wall, trained, steps, samples, watched = (
            new - old for new, old in zip(self._readings[-1], self._readings[0], strict=True)
        )
        learner = self._learner
        return Progress(
            self._run_id,
            learner.step,
            learner.epoch,
            learner.stopwatch.seconds,
            self._seconds_left(steps / wall if wall > 0 else 0.0),
            samples / (trained or wall) if wall > 0 else 0.0,  # what is replayed is no training
            watched / wall if wall > 0 else 0.0,
            self._memory_bytes(),
        )

    def _read(self, watching_seconds: float) -> None:
        learner = self._learner
        counts = learner.step, learner.num_samples
        self._readings.append((time.perf_counter(), learner.stopwatch.seconds, *counts, watching_seconds))

    def _seconds_left(self, steps_per_second: float) -> float | None:
        if self._learner.num_steps is None:
            return max(0.0, self._learner.max_seconds - self._learner.stopwatch.seconds)
        left = self._learner.num_steps - self._learner.step
        return left / steps_per_second if steps_per_second else None

    def _memory_bytes(self) -> int:
        if self._learner.device.type == "cuda":
            return torch.cuda.memory_reserved(self._learner.device)
        memory: int = self._process.memory_info().rss
        return memory
