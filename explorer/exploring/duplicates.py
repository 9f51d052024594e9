"""Samples that are there twice: the same to the last bit, or nearly; between splits they are leaks."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from explorer.exploring.features import features
from explorer.exploring.loaded import Held, spread_over_splits
from explorer.source import Rows

MOST_BYTES = 2_000_000_000  # that are compared exactly; of more, evenly spaced samples are
MOST_COSTLY = 5_000  # samples whose reading keeps a processor busy
MOST_NEAR = 3_000  # samples of which all distances are taken
MOST_TOLD = 500  # groups, and of each as many members
NUM_PAIRS = 100
CHUNK = 1024

Progress = Callable[[float], object]
Place = tuple[int, int]  # split number and index


@dataclass(frozen=True)
class Twins:
    """Samples with the same inputs, the first of each split before all others. `leaks`: in more than one split.
    `disagrees`: with more than one target."""

    places: tuple[Place, ...]
    leaks: bool
    disagrees: bool


@dataclass(frozen=True)
class Pair:
    """Two samples that are near each other, in units of the usual distance between two samples of these data."""

    first: Place
    second: Place
    distance: float


@dataclass(frozen=True)
class Duplicates:
    """Leaks first, then the largest groups. The totals count all groups and all samples that another one repeats; of
    `num_compared` samples exactly, of `num_near` by distance."""

    twins: tuple[Twins, ...]
    pairs: tuple[Pair, ...]
    num_groups: int
    num_repeated: int
    num_leaks: int
    num_compared: int
    num_near: int
    num_samples: int


def duplicates(held: Held, progress: Progress = lambda _done: None) -> Duplicates:
    """Compare the data with themselves; `progress` is told the share that is done, and may raise."""
    numbers, rows = spread_over_splits(held.counts, _most_compared(held))
    groups = _identical(held, numbers, rows, progress)
    told = sorted((_twins(held, group) for group in groups), key=lambda one: (not one.leaks, -len(one.places)))
    near_numbers, near_rows = spread_over_splits(held.counts, MOST_NEAR)
    pairs = nearest_pairs(features(held, near_numbers, near_rows), lambda done: progress(0.5 + done / 2))
    places = list(zip(near_numbers.tolist(), near_rows.tolist(), strict=True))
    return Duplicates(
        tuple(told[:MOST_TOLD]),
        tuple(Pair(places[one], places[other], distance) for one, other, distance in pairs),
        len(told), sum(len(group) - 1 for group in groups), sum(one.leaks for one in told),
        len(rows), len(near_rows), sum(held.counts),
    )  # fmt: skip


def _most_compared(held: Held) -> int:
    inputs = held.split(held.first_split).inputs
    size = int(np.prod(inputs.shape[1:])) * inputs.dtype.itemsize
    most = MOST_BYTES // max(1, size)
    return min(most, MOST_COSTLY) if any(held.is_costly(n) for n, count in enumerate(held.counts) if count) else most


def _identical(held: Held, numbers: npt.NDArray[np.uint8], rows: Rows, progress: Progress) -> list[list[Place]]:
    seen: dict[bytes, list[Place]] = {}
    done = 0
    for number in np.unique(numbers).tolist():
        mine = rows[numbers == number]
        for start in range(0, len(mine), CHUNK):
            progress(done / len(rows) / 2)
            piece = mine[start : start + CHUNK]
            samples = np.ascontiguousarray(held.read(number, piece))
            for index, sample in zip(piece.tolist(), samples, strict=True):
                seen.setdefault(blake2b(sample.tobytes(), digest_size=16).digest(), []).append((number, index))
            done += len(piece)
    return [places for places in seen.values() if len(places) > 1]


def _twins(held: Held, places: list[Place]) -> Twins:
    first = dict(reversed(places))
    places = sorted(places, key=lambda place: (first[place[0]] != place[1], place))
    targets = {np.asarray(held.split(number).targets[index]).tobytes() for number, index in places[:MOST_TOLD]}
    return Twins(tuple(places[:MOST_TOLD]), len({number for number, _ in places}) > 1, len(targets) > 1)


def nearest_pairs(
    x_NF: npt.NDArray[np.float32], progress: Progress = lambda _done: None, most: int = NUM_PAIRS
) -> list[tuple[int, int, float]]:
    """The pairs (row, row, distance) of different samples that lie nearest, each sample with its nearest one only.

    Distances are Euclidean, as shares of the typical one: the root of the mean squared distance of two samples. Samples
    that are the same are no pair here.
    """
    num_samples = len(x_NF)
    if num_samples < 2:
        return []
    centred = (x_NF - x_NF.mean(axis=0)).astype(np.float64)
    lengths = (centred**2).sum(axis=1)
    typical = float(np.sqrt(2 * lengths.mean()))  # of two samples that are drawn independently
    if typical == 0:
        return []
    nearest, distances = np.zeros(num_samples, np.int64), np.zeros(num_samples)
    for start in range(0, num_samples, CHUNK):
        progress(start / num_samples)
        piece = slice(start, min(start + CHUNK, num_samples))
        squares = lengths[piece, None] + lengths[None] - 2 * centred[piece] @ centred.T
        squares[squares <= 1e-9 * typical**2] = np.inf  # itself, and what is the same
        nearest[piece] = squares.argmin(axis=1)
        distances[piece] = np.sqrt(squares.min(axis=1))
    pairs = {
        (min(row, other), max(row, other)): distance / typical
        for row, (other, distance) in enumerate(zip(nearest.tolist(), distances.tolist(), strict=True))
        if np.isfinite(distance)
    }
    return [(*pair, distance) for pair, distance in sorted(pairs.items(), key=lambda item: (item[1], item[0]))[:most]]
