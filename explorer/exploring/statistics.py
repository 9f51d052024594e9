"""Statistics of every feature, of values that come piece by piece and are never all in memory."""

# F features, B values of each in a piece, K classes

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]
NUM_BINS = 64


@dataclass(frozen=True)
class FeatureStatistics:
    """All (F,). What is no finite number counts as missing, and nowhere else; NaN where a feature has nothing else."""

    low: Doubles
    high: Doubles
    mean: Doubles
    deviation: Doubles  # of the whole, divided by the number of values
    missing: Counts

    def __len__(self) -> int:
        return len(self.mean)

    def without_means(self, made_up: Counts, count: int) -> "FeatureStatistics":
        """Of the values that were there, when so many (F,) of `count` had been missing and became the mean."""
        there = np.maximum(count - made_up, 1)
        return replace(self, deviation=self.deviation * np.sqrt(count / there), missing=self.missing + made_up)


class RunningStatistics:
    """Takes values (B, F) piece by piece. Pieces are joined as by Chan, Golub and LeVeque 1983, so that nothing is lost
    to the subtraction of large sums."""

    def __init__(self, num_features: int) -> None:
        self._count = np.zeros(num_features, np.int64)
        self._missing = np.zeros(num_features, np.int64)
        self._mean = np.zeros(num_features)
        self._squares = np.zeros(num_features)  # of the distances from the mean
        self._low = np.full(num_features, np.inf)
        self._high = np.full(num_features, -np.inf)

    def add(self, values_BF: npt.NDArray[np.floating]) -> None:
        values = values_BF.astype(np.float64)
        finite = np.isfinite(values)
        count = finite.sum(axis=0)
        self._missing += len(values) - count
        kept = np.where(finite, values, 0.0)
        mean = kept.sum(axis=0) / np.maximum(count, 1)
        squares = (np.where(finite, values - mean, 0.0) ** 2).sum(axis=0)
        total = self._count + count
        step = np.where(count > 0, mean - self._mean, 0.0)
        self._squares += squares + step**2 * self._count * count / np.maximum(total, 1)
        self._mean += step * count / np.maximum(total, 1)
        self._count = total
        if len(values):
            self._low = np.minimum(self._low, np.where(finite, values, np.inf).min(axis=0))
            self._high = np.maximum(self._high, np.where(finite, values, -np.inf).max(axis=0))

    def result(self) -> FeatureStatistics:
        known = self._count > 0
        variance = self._squares / np.maximum(self._count, 1)
        return FeatureStatistics(
            np.where(known, self._low, np.nan), np.where(known, self._high, np.nan),
            np.where(known, self._mean, np.nan), np.where(known, np.sqrt(variance), np.nan), self._missing,
        )  # fmt: skip


class ClassMeans:
    """The mean sample of every class, of samples that come piece by piece; what is missing counts nowhere."""

    def __init__(self, num_classes: int, shape: tuple[int, ...]) -> None:
        self._shape = shape
        self._sums = np.zeros((num_classes, int(np.prod(shape))))
        self._counts = np.zeros_like(self._sums)

    def add(self, samples: npt.NDArray[np.floating], classes: Counts) -> None:
        """Samples (B, ...) and the class of each (B,)."""
        flat = samples.reshape(len(samples), -1)
        finite = np.isfinite(flat)
        flat = np.where(finite, flat, 0)
        for number in np.unique(classes):
            if number < len(self._sums):
                mine = classes == number
                self._sums[number] += flat[mine].sum(axis=0, dtype=np.float64)
                self._counts[number] += finite[mine].sum(axis=0)

    def result(self) -> npt.NDArray[np.float32]:
        """(K, ...): zero where a class has no samples."""
        return (self._sums / np.maximum(self._counts, 1)).astype(np.float32).reshape(-1, *self._shape)


@dataclass(frozen=True)
class Histogram:
    """How many values lie between two edges that follow one another: counts (bins,), edges (bins + 1,)."""

    counts: Counts
    edges: Doubles


def histogram(values: npt.NDArray[np.floating], num_bins: int = NUM_BINS) -> Histogram:
    """Of all finite values; whole numbers of a few different sizes have a bar each."""
    finite = values[np.isfinite(values)].astype(np.float64)
    if not len(finite):
        return Histogram(np.zeros(1, np.int64), np.array([0.0, 1.0]))
    distinct = np.unique(finite[:10_000])
    if 1 < len(distinct) <= num_bins and _is_even(distinct):
        gap = distinct[1] - distinct[0]
        low, high = finite.min(), finite.max()
        bins = round((high - low) / gap) + 1
        if bins <= num_bins:
            edges = low + gap * (np.arange(bins + 1) - 0.5)
            return Histogram(np.histogram(finite, edges)[0].astype(np.int64), edges)
    counts, edges = np.histogram(finite, num_bins)
    return Histogram(counts.astype(np.int64), edges.astype(np.float64))


def _is_even(distinct: Doubles) -> bool:
    """Whether all gaps are multiples of the first one, as those of pixels with a few levels are."""
    gaps = np.diff(distinct)
    steps = (distinct - distinct[0]) / gaps.min()
    return bool(np.isclose(gaps[0], gaps.min()) and np.allclose(steps, np.round(steps), atol=1e-3))
