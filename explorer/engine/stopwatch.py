"""Wall time of training alone: stopped while paused and while evaluating."""

import time


class Stopwatch:
    """Counts seconds between start() and stop(); both may be called twice in a row."""

    def __init__(self) -> None:
        self._before = 0.0
        self._started: float | None = None

    @property
    def seconds(self) -> float:
        running = 0.0 if self._started is None else time.perf_counter() - self._started
        return self._before + running

    @property
    def is_running(self) -> bool:
        return self._started is not None

    def start(self) -> None:
        if self._started is None:
            self._started = time.perf_counter()

    def stop(self) -> None:
        self._before = self.seconds
        self._started = None

    def set(self, seconds: float) -> None:
        """Continue from a recorded time."""
        self._before = seconds
        if self._started is not None:
            self._started = time.perf_counter()
