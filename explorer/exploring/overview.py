"""What a person wants to know of data before training on them, as one frozen value."""

from collections.abc import Callable
from dataclasses import dataclass
from math import prod

import numpy as np
import numpy.typing as npt

from explorer.dataset import SPLITS, DataFacts, DatasetSpec
from explorer.exploring.loaded import Held, spread
from explorer.exploring.statistics import (
    ClassMeans,
    Counts,
    FeatureStatistics,
    Histogram,
    RunningStatistics,
    histogram,
)

MOST_VALUES = 100_000_000  # that are measured; of more, evenly spaced samples stand for all
MOST_COSTLY = 2_000  # samples whose reading keeps a processor busy
PIECE_VALUES = 2_000_000  # in memory as floats at once
HISTOGRAM_VALUES = 2_000_000
MOST_MEANS, MOST_MEAN_VALUES = 100, 4_000_000
MOST_TARGETS = 8  # values of a target that get a histogram

Progress = Callable[[float], object]


@dataclass(frozen=True)
class TextCounts:
    """Of tokens: how many texts are so long, lengths (T + 1,) counted by length, and how often each symbol occurs (V,).

    Padding counts nowhere.
    """

    lengths: Counts
    symbols: Counts


@dataclass(frozen=True)
class Overview:
    """Counts by split and class are complete; what is measured comes from `num_measured` samples for training.

    class_counts (splits, K) in the order of SPLITS, or None without classes. statistics by feature (channels of an
    image, the last axis of others) and `values` of all numbers together, as a network gets
    them, or None for tokens; `class_means` (K', ...)
    of the first classes, or None. `targets` is a histogram of each value that is to be told.
    """

    data: DatasetSpec
    facts: DataFacts
    counts: tuple[int, ...]
    num_measured: int
    class_counts: Counts | None = None
    statistics: FeatureStatistics | None = None
    values: Histogram | None = None
    class_means: npt.NDArray[np.float32] | None = None
    targets: tuple[Histogram, ...] = ()
    texts: TextCounts | None = None

    @property
    def extent(self) -> tuple[float, float]:
        """The smallest and the largest number of all inputs."""
        if self.statistics is None or not np.isfinite(self.statistics.low).any():
            return 0.0, 1.0
        return float(np.nanmin(self.statistics.low)), float(np.nanmax(self.statistics.high))

    @property
    def first_split(self) -> int:
        """The split that is measured: the one for training, or the first that has samples."""
        return next((number for number, count in enumerate(self.counts) if count), 0)


def overview_of(held: Held, progress: Progress = lambda _done: None) -> Overview:
    """Look at the data; `progress` is told the share that is done, and may raise."""
    counts = held.counts
    split = held.first_split
    rows = spread(counts[split], _most_rows(held, split))
    basis = {
        "data": held.data, "facts": held.facts, "counts": counts, "num_measured": len(rows),
        "class_counts": class_counts(held), "targets": _target_histograms(held, split),
    }  # fmt: skip
    if not sum(counts):
        return Overview(**basis)  # type: ignore[arg-type]
    if held.is_text:
        return Overview(**basis, texts=_text_counts(held, split, rows, progress))  # type: ignore[arg-type]
    statistics, means = _measured(held, split, rows, progress)
    if held.loaded.missing and len(rows) == counts[split]:
        statistics = statistics.without_means(np.array(held.loaded.missing), len(rows))
    some = spread(len(rows), max(1, HISTOGRAM_VALUES // prod(held.facts.ports.input.shape)))
    some = some[: MOST_COSTLY // 4] if held.is_costly(split) else some
    values = histogram(held.seen(held.read(split, rows[some])).ravel())
    return Overview(**basis, statistics=statistics, values=values, class_means=means)  # type: ignore[arg-type]


def class_counts(held: Held) -> Counts | None:
    """(splits, K): how many samples of each split are of each class."""
    if held.facts.target != "class":
        return None
    num_classes = held.facts.ports.num_classes or 0
    found = [
        np.bincount(np.asarray(held.loaded.splits[name].targets), minlength=num_classes)
        if name in held.loaded.splits
        else np.zeros(num_classes, np.int64)
        for name in SPLITS
    ]
    most = max(len(counts) for counts in found)
    return np.stack([np.pad(counts, (0, most - len(counts))) for counts in found]).astype(np.int64)


def _most_rows(held: Held, split: int) -> int:
    most = max(1, MOST_VALUES // prod(held.facts.ports.input.shape))
    return min(most, MOST_COSTLY) if held.is_costly(split) else most


def _measured(
    held: Held, split: int, rows: npt.NDArray[np.int64], progress: Progress
) -> tuple[FeatureStatistics, npt.NDArray[np.float32] | None]:
    port = held.facts.ports.input
    running = RunningStatistics(port.features)
    num_means = _num_means(held)
    means = ClassMeans(num_means, port.shape) if num_means else None
    targets = np.asarray(held.split(split).targets)
    step = max(1, PIECE_VALUES // prod(port.shape))
    for start in range(0, len(rows), step):
        progress(start / len(rows))
        piece = rows[start : start + step]
        samples = held.shown(held.read(split, piece))
        running.add(np.moveaxis(samples, port.feature_axis, -1).reshape(-1, port.features))
        if means is not None:
            means.add(samples, targets[piece])
    return running.result(), None if means is None else means.result()


def _num_means(held: Held) -> int:
    """Of how many classes the mean sample is worked out."""
    if held.facts.target != "class":
        return 0
    size = prod(held.facts.ports.input.shape)
    return min(held.facts.ports.num_classes or 0, MOST_MEANS, MOST_MEAN_VALUES // size)


def _target_histograms(held: Held, split: int) -> tuple[Histogram, ...]:
    if held.facts.target != "value":
        return ()
    targets = held.shown_targets(np.asarray(held.split(split).targets)[:, :MOST_TARGETS])
    return tuple(histogram(column, num_bins=32) for column in targets.T)


def _text_counts(held: Held, split: int, rows: npt.NDArray[np.int64], progress: Progress) -> TextCounts:
    padding = held.facts.padding
    num_symbols = max(len(held.facts.symbols), held.facts.ports.vocabulary or 0)
    step = max(1, PIECE_VALUES // held.facts.ports.input.shape[0])
    pieces = []
    for start in range(0, len(rows), step):
        progress(start / len(rows))
        pieces.append(text_counts(held.read(split, rows[start : start + step]), num_symbols, padding))
    return TextCounts(sum(piece.lengths for piece in pieces), sum(piece.symbols for piece in pieces))  # type: ignore[arg-type]


def text_counts(tokens_NT: npt.NDArray[np.generic], num_symbols: int, padding: int | None) -> TextCounts:
    """Lengths and symbols of these texts."""
    tokens = tokens_NT.astype(np.int64)
    is_word = np.ones(tokens.shape, bool) if padding is None else tokens != padding
    lengths = np.bincount(is_word.sum(axis=1), minlength=tokens.shape[1] + 1)
    symbols = np.bincount(tokens[is_word], minlength=num_symbols)
    return TextCounts(lengths.astype(np.int64), symbols.astype(np.int64))
