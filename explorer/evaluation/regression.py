"""How far real values are off: R², mean absolute error and root mean squared error of every value."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ValueScores:
    """One of each per value (F,), the errors in the value's own unit. R² is NaN where all targets are equal."""

    r2: Floats
    mean_absolute_error: Floats
    root_mean_squared_error: Floats


def value_scores(targets_NF: npt.NDArray[np.floating], answers_NF: npt.NDArray[np.floating]) -> ValueScores:
    """R² = 1 - the squared errors' sum / that of always answering the mean."""
    targets, answers = targets_NF.astype(np.float64), answers_NF.astype(np.float64)
    with np.errstate(all="ignore"):  # what is not finite is told as it is
        errors = answers - targets
        around_mean = np.square(targets - targets.mean(0)).sum(0)
        has_spread = targets.max(0) > targets.min(0)
        r2 = np.where(has_spread, 1 - np.square(errors).sum(0) / np.where(has_spread, around_mean, 1), np.nan)
        return ValueScores(r2, np.abs(errors).mean(0), np.sqrt(np.square(errors).mean(0)))
