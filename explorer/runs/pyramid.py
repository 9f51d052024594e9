"""Summaries of long curves: many values of neighbouring steps become one row of extremes and mean."""

from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Steps = npt.NDArray[np.int64]

FACTOR = 16  # so many buckets of one level make one of the next
NUM_LEVELS = 4  # the widest bucket spans 65 536 steps: 10^7 steps are 153 rows

# The columns of rows (N, 6), ordered by step. A row of NaN alone has count 0 and keeps the step of its first value.
LOW, LOW_STEP, HIGH, HIGH_STEP, MEAN, COUNT = range(6)


def rows_of(steps: Steps, values: Floats) -> Floats:
    """Single values (N,) at their steps as rows (N, 6)."""
    return np.stack([values, steps, values, steps, values, ~np.isnan(values)], axis=1)


def fold(rows: Floats, buckets: Steps) -> tuple[Steps, Floats]:
    """One row for every bucket; `buckets` (N,) ascend. Returns the M different buckets and their rows (M, 6).

    An extreme keeps the step at which it was met first; NaN counts for nothing.
    """
    if not len(rows):
        return buckets, rows
    found, starts = np.unique(buckets, return_index=True)
    lows = rows[np.lexsort((rows[:, LOW], buckets))[starts]]
    highs = rows[np.lexsort((-rows[:, HIGH], buckets))[starts]]
    counts = np.add.reduceat(rows[:, COUNT], starts)
    with np.errstate(invalid="ignore", divide="ignore"):
        totals = np.add.reduceat(np.where(rows[:, COUNT] > 0, rows[:, MEAN] * rows[:, COUNT], 0), starts)
        means = totals / counts
    columns = [lows[:, LOW], lows[:, LOW_STEP], highs[:, HIGH], highs[:, HIGH_STEP], means, counts]
    return found, np.stack(columns, axis=1)


def thin(rows: Floats, num_buckets: int) -> tuple[Steps, Floats]:
    """The curve's own points at the extremes of `num_buckets` equal intervals: at most two of each."""
    if not len(rows):
        return points_of(rows)
    steps = rows[:, LOW_STEP].astype(np.int64)
    places = (steps - steps[0]) * num_buckets // (steps[-1] - steps[0] + 1)
    return points_of(fold(rows, places)[1])


def points_of(rows: Floats) -> tuple[Steps, Floats]:
    """The extremes of rows as points, ordered by step and each step once."""
    steps = np.concatenate([rows[:, LOW_STEP], rows[:, HIGH_STEP]]).astype(np.int64)
    values = np.concatenate([rows[:, LOW], rows[:, HIGH]])
    unique, places = np.unique(steps, return_index=True)
    return unique, values[places]


def as_rows(fetched: list[Any]) -> Floats:
    """What SQLite returned as rows (N, 6), with NaN for NULL."""
    return np.array(fetched, dtype=np.float64).reshape(-1, 6)
