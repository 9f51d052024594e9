"""Calibration: whether what is answered with a confidence of 80 % is right in 80 % of the cases."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

NUM_BINS = 10

Floats = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Calibration:
    """Answers in bins of equal width by confidence: `counts` (B,), of each bin the mean confidence and the share right.

    Bins without any answer have NaN. `error` is the expected calibration error (Naeini et al. 2015).
    """

    counts: npt.NDArray[np.int64]
    confidence: npt.NDArray[np.float64]
    accuracy: npt.NDArray[np.float64]

    @property
    def error(self) -> float:
        """The distance of confidence and accuracy, averaged over all answers: 0 where confidence can be trusted."""
        used = self.counts > 0
        if not used.any():
            return float("nan")
        gaps = np.abs(self.confidence[used] - self.accuracy[used])
        return float(np.average(gaps, weights=self.counts[used]))


def calibration(confidences_N: Floats, is_right_N: npt.NDArray[np.bool_], num_bins: int = NUM_BINS) -> Calibration:
    """Every answer counts in the bin of its confidence, which reaches from beyond its lower edge to its upper one."""
    edges = np.linspace(0, 1, num_bins + 1)
    confidences = np.nan_to_num(confidences_N.astype(np.float64))
    bins = np.searchsorted(edges[1:-1], confidences)
    counts = np.bincount(bins, minlength=num_bins)
    per_bin = np.where(counts > 0, counts, np.nan)
    sure = np.bincount(bins, weights=confidences, minlength=num_bins) / per_bin
    right = np.bincount(bins, weights=is_right_N, minlength=num_bins) / per_bin
    return Calibration(counts, sure, right)
