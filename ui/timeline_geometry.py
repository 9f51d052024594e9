"""Where things are on a timeline: steps to pixels and back, and what lies near a pixel. Purely."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.runs.branches import Branch

Floats = npt.NDArray[np.float64]

PAGES = 20  # key presses that lead from the start to the head
NUM_LANES = 2  # other runs are drawn below the line, as many beside each other


@dataclass(frozen=True)
class TimelineScale:
    """Step 0 lies at pixel `left`, step `last` at pixel `right`; a run without steps lies at the left."""

    left: float
    right: float
    last: int

    def x_of(self, step: float) -> float:
        """The pixel of a step; beyond either end that end."""
        share = min(1.0, max(0.0, step / self.last)) if self.last > 0 else 0.0
        return self.left + (self.right - self.left) * share

    def xs_of(self, steps: npt.ArrayLike) -> Floats:
        """The pixels of many steps (N,)."""
        shares = np.clip(np.asarray(steps, dtype=np.float64) / max(1, self.last), 0.0, 1.0)
        return self.left + (self.right - self.left) * shares

    def step_at(self, x: float, head: int) -> int:
        """The step at a pixel, from 0 to the head."""
        width = self.right - self.left
        share = (x - self.left) / width if width > 0 else 0.0
        return max(0, min(round(share * self.last), head, self.last))


def ticks(scale: TimelineScale, steps: Sequence[int]) -> list[float]:
    """The pixels at which something can be seen of these steps, each once."""
    return [float(x) for x in np.unique(np.round(scale.xs_of(steps)))] if steps else []


def near(scale: TimelineScale, steps: Sequence[int], x: float, reach: float) -> list[int]:
    """Which of the steps, by their index, lie at most `reach` pixels from x."""
    if not steps:
        return []
    return [int(index) for index in np.flatnonzero(np.abs(scale.xs_of(steps) - x) <= reach)]


def page_of(head: int) -> int:
    """How many steps a page key goes."""
    return max(1, round(head / PAGES))


def lanes(branches: Sequence[Branch]) -> list[int]:
    """For every branch its lane below the line, 0 being the nearest; those beyond the last lane share it.

    A branch takes the nearest lane that is free from its fork to its head.
    """
    ends = [-1] * NUM_LANES
    found = [0] * len(branches)
    for index in sorted(range(len(branches)), key=lambda index: (branches[index].step, -branches[index].head)):
        free = [lane for lane in range(NUM_LANES) if ends[lane] < branches[index].step]
        lane = free[0] if free else NUM_LANES - 1
        ends[lane] = max(ends[lane], branches[index].head)
        found[index] = lane
    return found
