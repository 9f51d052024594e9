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
        self._stride = 1  # losses per point
        self._num_pending, self._sum_pending = 0, 0.0  # of the point that is not complete yet

    @property
    def points(self) -> Sequence[tuple[float, float]]:
        """Step and mean loss of every point."""
        return tuple(self._points)

    def add(self, steps: npt.ArrayLike, losses: npt.ArrayLike) -> None:
        """Take more values; what is no number is left out: the curves show where."""
        values = np.asarray(losses, dtype=np.float64)
        counted = ~np.isnan(values)
        places, values = np.asarray(steps)[counted], values[counted]
        start = 0
        while start < len(values):
            piece = values[start : start + self._stride - self._num_pending]
            start += len(piece)
            self._num_pending += len(piece)
            self._sum_pending += sum(piece.tolist())
            if self._num_pending == self._stride:
                self._points.append((float(places[start - 1]), self._sum_pending / self._stride))
                self._num_pending, self._sum_pending = 0, 0.0
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
