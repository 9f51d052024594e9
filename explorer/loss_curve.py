"""Keeps a loss of any number of steps in a bounded number of points, for alarms to look at."""

import math
from collections.abc import Iterable

from explorer.health import Curve

MAX_POINTS = 256  # an even number: two of them become one
NUM_EARLY = 100


class LossCurve:
    """Takes a value for each step and answers with means over equal stretches of steps.

    A value that is not finite is left out. A step that is no later than the last one means that training has gone
    back: whatever was known from there on is forgotten.
    """

    def __init__(self) -> None:
        self._early: list[float] = []  # of the steps from the run's first one on
        self._points: list[tuple[int, float]] = []  # the step that a stretch ends at, and its mean
        self._stride = 1
        self._count, self._sum = 0, 0.0  # of the stretch that is not complete
        self._last_step = 0

    @property
    def curve(self) -> Curve:
        """The points so far."""
        return Curve(tuple(step for step, _ in self._points), tuple(value for _, value in self._points))

    @property
    def early(self) -> tuple[float, ...]:
        """The values of a run's first steps; none where its first step was not among those that were added."""
        return tuple(self._early)

    def add(self, steps: Iterable[int], values: Iterable[float]) -> None:
        """Take more values."""
        for step, value in zip(steps, values, strict=True):
            if step <= self._last_step:
                self.forget_from(step)
            self._last_step = step
            if math.isfinite(value):
                if step == len(self._early) + 1 <= NUM_EARLY:
                    self._early.append(value)
                self._take(step, value)

    def forget_from(self, step: int) -> None:
        """Keep only what was known before this step."""
        self._points = [point for point in self._points if point[0] < step]
        self._count, self._sum, self._last_step = 0, 0.0, step - 1
        del self._early[max(0, step - 1) :]

    def _take(self, step: int, value: float) -> None:
        self._count += 1
        self._sum += value
        if self._count >= self._stride:
            self._points.append((step, self._sum / self._count))
            self._count, self._sum = 0, 0.0
        if len(self._points) == MAX_POINTS:
            pairs = zip(self._points[::2], self._points[1::2], strict=True)
            self._points = [(later[0], (earlier[1] + later[1]) / 2) for earlier, later in pairs]
            self._stride *= 2
