"""Training samples as an experiment prepares them: fewer of them, some with the name of another class."""

# N samples

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays, DataFacts, LoadedData
from explorer.preparation import Preparation
from explorer.source import ArraySource, Source, SourceSplit, Values
from explorer.splitting import Rows, stratified_order

MOST_MEASURED = 4096  # samples that mean and deviation are worked out from
AT_ONCE = 64  # samples that are held as 64-bit floats


@dataclass(frozen=True)
class ChosenRows(Source):
    """Some rows of a source."""

    whole: Source
    rows: Rows

    @property
    def shape(self) -> tuple[int, ...]:
        return (len(self.rows), *self.whole.shape[1:])

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return self.whole.dtype

    def read(self, rows: Rows, out: Values) -> None:
        self.whole.read(self.rows[rows], out)


class ChosenCheapRows(ChosenRows):
    """Those of a source that is read by a thread."""

    is_costly: ClassVar[bool] = False


def prepared(data: LoadedData, preparation: Preparation, facts: DataFacts, split_seed: int) -> LoadedData:
    """The data with the training samples that are asked for; `facts` are those of all the data."""
    count, part = preparation.facts(facts).num_samples["train"], data.splits["train"]
    if count < len(part):
        part = _with_rows(part, chosen_rows(part.targets, count, split_seed))
    if preparation.has_label_noise(facts):
        num_classes = facts.ports.num_classes or 1
        wrong = wrong_classes(part.targets, preparation.label_noise, num_classes, split_seed)
        part = replace(part, targets=wrong)
    return replace(data, splits={**data.splits, "train": part})


def chosen_rows(targets: npt.NDArray[np.generic], count: int, seed: int) -> Rows:
    """So many rows, ascending: of every class the same share. Fewer rows with the same seed are among more of them."""
    classes = targets if targets.ndim == 1 else np.zeros(len(targets))
    return np.sort(stratified_order(classes.astype(np.int64), seed)[:count])


def wrong_classes(
    classes_N: npt.NDArray[np.generic], share: float, num_classes: int, seed: int
) -> npt.NDArray[np.int64]:
    """The classes with so large a share of them replaced by others; with the same seed, a larger share adds to it."""
    chance = np.random.default_rng(seed)
    rows = chance.permutation(len(classes_N))[: round(share * len(classes_N))]
    others_N = chance.integers(1, num_classes, len(classes_N))
    wrong_N = classes_N.astype(np.int64)
    wrong_N[rows] = (wrong_N[rows] + others_N[rows]) % num_classes
    return wrong_N


def mean_and_deviation(pieces: Iterable[Values], axis: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Mean and deviation of every channel or feature, which lie along that axis, as arrays that fit one sample.

    The deviation of what is always the same counts as 1.
    """
    count = 0
    for piece in pieces:
        values = piece.astype(np.float64)
        others = tuple(other for other in range(values.ndim) if other != axis)
        if not count:  # what all are compared with, so that numbers far from zero keep their last digits
            first = values.mean(others, keepdims=True)
            total, squares = np.zeros_like(first), np.zeros_like(first)
        values -= first
        count += values.size // values.shape[axis]
        total += values.sum(others, keepdims=True)
        squares += (values * values).sum(others, keepdims=True)
    mean = total / count
    deviation = np.sqrt(np.maximum(squares / count - mean * mean, 0))
    return (first + mean)[0], np.where(deviation > 0, deviation, 1)[0]


def measured_rows(num_samples: int) -> Iterator[Rows]:
    """The rows, evenly spaced, of the samples that are measured, a few at a time."""
    rows = np.linspace(0, num_samples - 1, min(num_samples, MOST_MEASURED)).astype(np.int64)
    yield from (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE))


def _with_rows(part: Arrays | SourceSplit, rows: Rows) -> Arrays | SourceSplit:
    if isinstance(part, Arrays) and not isinstance(part.inputs, np.memmap):
        return Arrays(part.inputs[rows], part.targets[rows])
    whole = ArraySource(part.inputs) if isinstance(part, Arrays) else part.inputs
    kind = ChosenRows if whole.is_costly else ChosenCheapRows
    return SourceSplit(kind(whole, rows), part.targets[rows])
