"""What numbers were before they were normalised."""

# F features

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
KNOWN_DIGITS = 6  # of a float32, whatever is worked out with it


@dataclass(frozen=True)
class Units:
    """A normalised value is (value - mean) / deviation; both (F,), or (1,) where all features share them."""

    means: tuple[float, ...]
    deviations: tuple[float, ...]

    def restored(self, values: npt.NDArray[np.floating]) -> Floats:
        """Normalised values (..., F') of the first F' features as they were, to the digits that a float32 holds.

        So 7 comes back as 7, and not as 6.9999995.
        """
        means, deviations = self._first(values)
        sizes = np.maximum(np.abs(means), deviations)
        steps = 10.0 ** (np.floor(np.log10(sizes)) + 1 - KNOWN_DIGITS)
        with np.errstate(all="ignore"):
            whole = np.round((values.astype(np.float64) * deviations + means) / steps)
            restored: Floats = np.where(steps < 1, whole / np.round(1 / steps), whole * steps).astype(np.float32)
        return restored

    def normalised(self, values: npt.NDArray[np.floating]) -> Floats:
        """Values (..., F') of the first F' features as a network gets them."""
        means, deviations = self._first(values)
        return ((values.astype(np.float64) - means) / deviations).astype(np.float32)

    def _first(self, values: npt.NDArray[np.floating]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        if len(self.means) == 1:
            return np.array(self.means), np.array(self.deviations)
        count = values.shape[-1]
        return np.array(self.means[:count]), np.array(self.deviations[:count])
