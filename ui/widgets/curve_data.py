"""A curve of any number of points: appended in constant time, read at any zoom in bounded time, bounded in memory."""

import math
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Steps = npt.NDArray[np.int64]

FACTOR = 8  # points of one level that become one of the next
FIRST_CAPACITY = 1024
MOST = 2**18  # points that are kept; the file of the run has all of them


class _Growing:
    """An array that is appended to; doubling its room makes that constant time per value."""

    def __init__(self, dtype: type[np.generic]) -> None:
        self._room: npt.NDArray[np.generic] = np.empty(FIRST_CAPACITY, dtype)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def values(self) -> npt.NDArray[np.generic]:
        return self._room[: self._count]

    def append(self, values: npt.NDArray[np.generic]) -> None:
        needed = self._count + len(values)
        if needed > len(self._room):
            room = np.empty(max(needed, 2 * len(self._room)), self._room.dtype)
            room[: self._count] = self._room[: self._count]
            self._room = room
        self._room[self._count : needed] = values
        self._count = needed


class CurveData:
    """Steps and values with a pyramid of smallest and largest values above them; NaN values leave no mark.

    When there are more than `most` points, the older three quarters are thinned to the extremes of equal intervals:
    no spike is lost, and the newest points are all there.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._clear()

    def _clear(self) -> None:
        self._steps = _Growing(np.int64)
        self._values = _Growing(np.float64)
        self._levels: list[tuple[_Growing, _Growing]] = []  # smallest and largest of FACTOR ** (1, 2, ...) points

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def steps(self) -> Steps:
        return self._steps.values  # type: ignore[return-value]

    @property
    def values(self) -> Floats:
        return self._values.values  # type: ignore[return-value]

    def append(self, steps: Steps, values: Floats) -> None:
        """Points after the last one, steps in rising order; costs time for the new points alone."""
        piece = self._most // 4
        for start in range(0, len(steps), piece):
            fresh = slice(start, start + piece)
            if len(self) + len(steps[fresh]) > self._most:
                self._thin()
            self._steps.append(steps[fresh])
            self._values.append(values[fresh])

    def make_room(self) -> bool:
        """Thin now if there will soon be too many points; whether that was done.

        It takes milliseconds. Whoever has several curves, which all fill up with the same step, lets one do it in each
        frame.
        """
        is_soon = len(self) > self._most - self._most // 16
        if is_soon:
            self._thin()
        return is_soon

    def _thin(self) -> None:
        """Of all but the newest quarter keep the extremes of equal intervals: half as many points as there is room."""
        cut = len(self) - self._most // 4
        kept = np.append(
            extreme_places(self.steps[:cut], self.values[:cut], self._most // 4), np.arange(cut, len(self))
        )
        steps, values = self.steps[kept], self.values[kept]
        self._clear()
        self._steps.append(steps)
        self._values.append(values)

    def window(self, first: float, last: float, bins: int) -> tuple[Floats, Floats]:
        """The curve between two steps and one point beyond, as at most about 2 * bins points to connect.

        Where there are more points than that, each bin gives its smallest and its largest value, so no spike is lost.
        """
        # Whole steps are looked for: a float would make numpy convert all of them first.
        start = max(0, int(np.searchsorted(self.steps, math.ceil(first), side="left")) - 1)
        stop = min(len(self), int(np.searchsorted(self.steps, math.floor(last), side="right")) + 1)
        if stop - start <= 2 * bins:
            return self.steps[start:stop].astype(np.float64), self.values[start:stop]
        self._raise_pyramid()
        level = self._level_for(stop - start, bins)
        low, high = self._lows_and_highs(level, start, stop)
        size = FACTOR**level
        positions = self.steps[start // size * size : start // size * size + len(low) * size : size][: len(low)]
        group = -(-len(low) // bins)
        lows, highs = _reduced(low, group, np.fmin), _reduced(high, group, np.fmax)
        x = positions[::group].astype(np.float64)
        return np.repeat(x, 2), np.stack([lows, highs], axis=1).ravel()

    def count(self, first: float, last: float) -> int:
        """How many points lie between two steps."""
        return int(
            np.searchsorted(self.steps, math.floor(last), "right") - np.searchsorted(self.steps, math.ceil(first))
        )

    def at(self, step: float) -> tuple[int, float] | None:
        """The point whose step is nearest, exactly as it was appended; None on an empty curve."""
        if not len(self):
            return None
        after = int(np.searchsorted(self.steps, math.ceil(step)))
        near = [index for index in (after - 1, after) if 0 <= index < len(self)]
        best = min(near, key=lambda index: abs(float(self.steps[index]) - step))
        return int(self.steps[best]), float(self.values[best])

    def _raise_pyramid(self) -> None:
        """Bring the levels up to the points; only where one looks, since most curves are behind others."""
        below_low = below_high = self._values
        for low, high in self._level_pairs():
            complete = len(below_low) // FACTOR
            if complete <= len(low):
                return
            fresh = slice(len(low) * FACTOR, complete * FACTOR)
            low.append(np.fmin.reduce(below_low.values[fresh].reshape(-1, FACTOR), axis=1))
            high.append(np.fmax.reduce(below_high.values[fresh].reshape(-1, FACTOR), axis=1))
            below_low, below_high = low, high

    def _level_pairs(self) -> Iterator[tuple[_Growing, _Growing]]:
        """The levels from fine to coarse, then new ones for as long as they are asked for."""
        index = 0
        while True:
            if index == len(self._levels):
                if len(self) < FACTOR ** (index + 1):
                    return
                self._levels.append((_Growing(np.float64), _Growing(np.float64)))
            yield self._levels[index]
            index += 1

    def _level_for(self, count: int, bins: int) -> int:
        """The finest level that has at most FACTOR * bins entries for so many points."""
        level = 0
        while level < len(self._levels) and count // FACTOR**level > FACTOR * bins:
            level += 1
        return level

    def _lows_and_highs(self, level: int, start: int, stop: int) -> tuple[Floats, Floats]:
        """Entries of a level that cover [start, stop); the tail that is no full entry yet is added from the points."""
        if level == 0:
            return self.values[start:stop], self.values[start:stop]
        size = FACTOR**level
        low, high = (side.values[start // size : -(-stop // size)] for side in self._levels[level - 1])
        covered = (start // size + len(low)) * size
        if covered < stop:
            tail = self.values[covered:stop]
            low = np.append(low, np.fmin.reduce(tail))
            high = np.append(high, np.fmax.reduce(tail))
        return low, high  # type: ignore[return-value]


def _reduced(values: Floats, group: int, reduce: np.ufunc) -> Floats:
    """Every `group` values reduced to one."""
    reduced: Floats = reduce.reduceat(values, np.arange(0, len(values), group))
    return reduced


def extreme_places(steps: Steps, values: Floats, num_intervals: int) -> npt.NDArray[np.intp]:
    """Where the first smallest and the first largest value of each of so many equal intervals of the steps are.

    Ascending, each place once; an interval of NaN alone has none. `steps` ascend and there is at least one.
    """
    intervals = (steps - steps[0]) * num_intervals // (steps[-1] - steps[0] + 1)
    starts = np.concatenate(([0], 1 + np.flatnonzero(intervals[1:] != intervals[:-1])))
    sizes = np.diff(starts, append=len(steps))
    found = np.zeros(len(steps), dtype=bool)
    for reduce in (np.fmin, np.fmax):
        is_extreme = np.flatnonzero(values == np.repeat(reduce.reduceat(values, starts), sizes))
        is_first = np.diff(intervals[is_extreme], prepend=-1) > 0
        found[is_extreme[is_first]] = True
    return np.flatnonzero(found)
