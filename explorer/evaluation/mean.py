"""A mean with its confidence interval, where each sample brings a sum over several parts, such as its tokens."""

import math

import numpy as np
import numpy.typing as npt

from explorer.evaluation.figure import Figure
from explorer.evaluation.proportion import Z_95


def mean(name: str, sums_N: npt.ArrayLike, counts_N: npt.ArrayLike | None = None) -> Figure:
    """sum(sums) / sum(counts) with a 95 % interval; without counts each sample counts once.

    The parts of one sample are no independent observations, so that the spread is taken between samples (the
    linearised ratio estimator, Cochran 1977, 6.4). A single sample has no interval, nor has infinity.
    """
    sums = np.asarray(sums_N, np.float64)
    counts = np.ones_like(sums) if counts_N is None else np.asarray(counts_N, np.float64)
    size, total = len(sums), float(counts.sum())
    if not total:
        return Figure(name, math.nan)
    with np.errstate(all="ignore"):  # what is not finite is told as it is
        value = float(sums.sum() / total)
        if size < 2 or not math.isfinite(value):
            return Figure(name, value)
        reach = Z_95 * math.sqrt(size / (size - 1) * float(np.square(sums - value * counts).sum())) / total
    return Figure(name, value, value - reach, value + reach)
