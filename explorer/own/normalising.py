"""Numbers made comparable: mean 0 and deviation 1 over the training samples."""

# N samples, F features

import numpy as np
import numpy.typing as npt

from explorer.units import Units

Doubles = npt.NDArray[np.float64]


def mean_and_deviation(values_NF: npt.NDArray[np.generic]) -> tuple[Doubles, Doubles]:
    """Both (F,), of the numbers that are there; a deviation of 1 where all are the same, as then nothing is divided."""
    numbers_NF = values_NF.astype(np.float64)
    is_there_NF = ~np.isnan(numbers_NF)
    count_F = np.maximum(is_there_NF.sum(axis=0), 1)
    mean_F = np.where(is_there_NF, numbers_NF, 0).sum(axis=0) / count_F
    deviation_F = np.sqrt((np.where(is_there_NF, numbers_NF - mean_F, 0) ** 2).sum(axis=0) / count_F)
    return mean_F, np.where(deviation_F > 0, deviation_F, 1)


def scaled(values: npt.NDArray[np.generic], means: Doubles, deviations: Doubles) -> npt.NDArray[np.float32]:
    """Values (..., F) as a network gets them, by means and deviations (F,) or (1,)."""
    floats: npt.NDArray[np.float32] = ((values.astype(np.float64) - means) / deviations).astype(np.float32)
    return floats


def by_feature(inputs: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """(N, F): the numbers of a vector side by side, all values of pictures and series (N, ...) below each other."""
    return inputs if inputs.ndim == 2 else inputs.reshape(-1, 1)


def measured(values_NF: npt.NDArray[np.generic], is_wanted: bool) -> tuple[Doubles, Doubles]:
    """Mean and deviation (F,), or what leaves numbers as they are."""
    return mean_and_deviation(values_NF) if is_wanted else (np.zeros(1), np.ones(1))


def units_of(values_NF: npt.NDArray[np.generic]) -> Units:
    """By what these numbers are normalised."""
    means_F, deviations_F = mean_and_deviation(values_NF)
    return Units(tuple(means_F.tolist()), tuple(deviations_F.tolist()))
