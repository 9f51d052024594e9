"""How much of a network's input one place of a block's output sees: its receptive field; torch-free."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil


@dataclass(frozen=True)
class Reach:
    """One place of the output sees `size` places of the input along a side; its neighbour sees those `step` further.

    A place is a pixel of an image or a position of a sequence. A size of None means the whole input.
    """

    size: Fraction | None
    step: Fraction = Fraction(1)

    @property
    def num_places(self) -> int | None:
        """The size in whole places, None for the whole input."""
        return None if self.size is None else ceil(self.size)


ONE_PLACE = Reach(Fraction(1))
WHOLE = Reach(None)


def window(size: int, stride: int = 1) -> Reach:
    """The reach of a window that moves over its input."""
    return Reach(Fraction(size), Fraction(stride))


def stamp(size: int, stride: int) -> Reach:
    """The largest reach of a place on which stamps of a size lie that are a stride apart."""
    return Reach(Fraction(-(-size // stride)), Fraction(1, stride))


def through(first: Reach | None, following: Reach | None) -> Reach | None:
    """The reach through two blocks in a row; None where it is not defined, which it is again for the whole input."""
    if following is None or following.size is None:
        return following
    if first is None or first.size is None:
        return first
    return Reach(first.size + (following.size - 1) * first.step, first.step * following.step)


def farthest(reaches: Sequence[Reach | None]) -> Reach | None:
    """The largest of several ways side by side; None where one is not defined, or they do not run in step."""
    known = [reach for reach in reaches if reach is not None]
    if len(known) < len(reaches) or not known:
        return None
    if any(reach.size is None for reach in known):
        return WHOLE
    if len({reach.step for reach in known}) > 1:
        return None
    return max(known, key=lambda reach: reach.size or 0)
