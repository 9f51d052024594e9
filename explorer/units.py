"""What numbers were before they were normalised."""

# F features

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Units:
    """A normalised value is (value - mean) / deviation; both (F,), or (1,) where all features share them."""

    means: tuple[float, ...]
    deviations: tuple[float, ...]

    def restored(self, values: npt.NDArray[np.floating]) -> Doubles:
        """Normalised values (..., F') of the first F' features as they were, to the digits that each of them holds.

        So 7 comes back as 7, and not as 6.9999998. Differences of values are better taken before, and `stretched`.
        """
        means, deviations = self._first(values)
        with np.errstate(all="ignore"):
            doubt = np.spacing(np.abs(values.astype(np.float32))).astype(np.float64) * deviations
            digits = -np.ceil(np.log10(doubt))
            coarser, finer = 10.0 ** np.maximum(-digits, 0), 10.0 ** np.maximum(digits, 0)
            whole = np.round((values.astype(np.float64) * deviations + means) / coarser * finer)
            restored: Doubles = np.where(np.isfinite(values), whole / finer * coarser, values)
            return restored + 0.0  # no zero has a sign

    def stretched(self, differences: npt.NDArray[np.floating]) -> Doubles:
        """Differences (..., F') of normalised values as those of the values."""
        return differences.astype(np.float64) * self._first(differences)[1]

    def normalised(self, values: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
        """Values (..., F') of the first F' features as a network gets them."""
        means, deviations = self._first(values)
        return ((values.astype(np.float64) - means) / deviations).astype(np.float32)

    def _first(self, values: npt.NDArray[np.floating]) -> tuple[Doubles, Doubles]:
        if len(self.means) == 1:
            return np.array(self.means), np.array(self.deviations)
        count = values.shape[-1]
        return np.array(self.means[:count]), np.array(self.deviations[:count])
