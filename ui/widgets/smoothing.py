"""Exponential smoothing that can go on where it stopped, unbiased at the start and blind to NaN."""

import math

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Smoother:
    """s_t = sum of w^(t-i) x_i over sum of w^(t-i), over all finite x_i so far; weight 0 gives the values back."""

    def __init__(self, weight: float) -> None:
        if not 0 <= weight < 1:
            raise ValueError(f"a smoothing weight lies in [0, 1), not at {weight}")
        self._weight = weight
        self._sum = self._mass = 0.0

    def smooth(self, values: Floats) -> Floats:
        """The smoothed values for the next values; NaN only before the first finite one."""
        finite = np.isfinite(values)
        sums, self._sum = _decayed_sums(np.where(finite, values, 0.0), self._weight, self._sum)
        masses, self._mass = _decayed_sums(finite.astype(np.float64), self._weight, self._mass)
        smoothed: Floats = np.divide(sums, masses, out=np.full(len(values), np.nan), where=masses > 0)
        return smoothed


def _decayed_sums(values: Floats, weight: float, carried: float) -> tuple[Floats, float]:
    """y_t = weight * y_(t-1) + x_t, block by block so that weight ** -n stays small enough to be exact."""
    if weight == 0 or not len(values):
        return values.copy(), float(values[-1]) if len(values) else carried
    length = max(1, min(len(values), int(math.log(1e4) / -math.log(weight))))
    blocks = np.zeros((-(-len(values) // length), length))
    blocks.ravel()[: len(values)] = values
    powers = weight ** np.arange(length)
    within = np.cumsum(blocks / powers, axis=1) * powers
    starts = np.empty(len(blocks))
    for index, last in enumerate(within[:, -1].tolist()):
        starts[index] = carried
        carried = last + carried * weight**length
    sums = (within + starts[:, None] * (powers * weight)).ravel()[: len(values)]
    return sums, float(sums[-1])
