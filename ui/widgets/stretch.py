"""A stretch of a run's curves, read anew and more closely than they are kept, for whoever looks closely."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FINE = 8  # a stretch so many times as long as what is seen still has a point for every few pixels
WHOLE = 2000  # so few steps are read one by one


@dataclass(frozen=True)
class StretchWish:
    """These curves, from step to step."""

    names: tuple[str, ...]
    first: int
    last: int

    def joined(self, other: "StretchWish | None") -> "StretchWish":
        """Both wishes in one where they are for the same steps, as of several plots; else this one."""
        if other is None or (self.first, self.last) != (other.first, other.last):
            return self
        return StretchWish(tuple(dict.fromkeys(other.names + self.names)), self.first, self.last)


@dataclass(frozen=True)
class Stretch:
    """What was read: steps and values, both (N,), of every curve."""

    wish: StretchWish
    points: Mapping[str, tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]]

    def covers(self, first: float, last: float) -> bool:
        """Whether all these steps are within it."""
        return self.wish.first <= first and last <= self.wish.last

    def serves(self, first: float, last: float) -> bool:
        """Whether these steps are within it, closely enough."""
        length = self.wish.last - self.wish.first
        return self.covers(first, last) and (length <= WHOLE or length <= FINE * (last - first))
