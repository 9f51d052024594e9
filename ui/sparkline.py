"""The loss of a whole run in a bounded number of points: every value counts in the mean of one of them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

MAX_POINTS = 512  # an even number: two of them become one

Floats = npt.NDArray[np.float64]


class Sparkline:
    """Takes values in the order of their steps; when there are too many points, neighbours are joined."""

    def __init__(self) -> None:
        self._points: list[tuple[float, float]] = []  # (step, mean of the losses since the point before)
        self._stride, self._pending = 1, [0.0, 0.0]  # losses per point; their number and sum so far

    @property
    def points(self) -> Sequence[tuple[float, float]]:
        """Step and mean loss of every point."""
        return tuple(self._points)

    def add(self, steps: Sequence[int], losses: Sequence[float]) -> None:
        """Take more values; what is no number is left out: the curves show where."""
        for step, loss in zip(steps, losses, strict=True):
            if loss != loss:
                continue
            self._pending[0] += 1
            self._pending[1] += loss
            if self._pending[0] >= self._stride:
                self._points.append((float(step), self._pending[1] / self._pending[0]))
                self._pending = [0.0, 0.0]
            if len(self._points) == MAX_POINTS:
                self._halve()

    def heights(self) -> tuple[Floats, Floats]:
        """Steps (N,) and heights (N,) from 0, the smallest loss, to 1, the largest; empty below two points."""
        if len(self._points) < 2:
            return np.empty(0), np.empty(0)
        steps, losses = np.array(self._points).T
        seen = np.isfinite(losses)
        if not seen.any():
            return np.empty(0), np.empty(0)
        steps, losses = steps[seen], losses[seen]
        return steps, (losses - losses.min()) / (np.ptp(losses) or 1.0)

    def _halve(self) -> None:
        pairs = zip(self._points[::2], self._points[1::2], strict=True)
        self._points = [(later[0], (earlier[1] + later[1]) / 2) for earlier, later in pairs]
        self._stride *= 2
