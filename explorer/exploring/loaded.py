"""The data that were loaded last, kept in memory so that the next question about them is answered at once."""

import threading
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.dataset import SPLITS, Arrays, DataFacts, DatasetSpec, LoadedData
from explorer.problems import DATA_FAILED
from explorer.source import Rows, Source, SourceSplit, Values
from models.problem import InputError
from models.text import Text

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Held:
    """Data and what is known of them, also what only loading could tell."""

    data: DatasetSpec
    facts: DataFacts
    loaded: LoadedData

    @property
    def is_text(self) -> bool:
        return self.facts.ports.input.kind == "tokens"

    @property
    def counts(self) -> tuple[int, ...]:
        """Number of samples of each split, in the order of SPLITS."""
        return tuple(len(self.split(number)) if name in self.loaded.splits else 0 for number, name in enumerate(SPLITS))

    @property
    def first_split(self) -> int:
        """The split that is measured: the one for training, or the first that has samples."""
        return next((number for number, count in enumerate(self.counts) if count), 0)

    def split(self, number: int) -> Arrays | SourceSplit:
        """The split of this number of SPLITS."""
        return self.loaded.splits[SPLITS[number]]

    def is_costly(self, number: int) -> bool:
        """Whether reading rows keeps a processor busy."""
        inputs = self.split(number).inputs
        return isinstance(inputs, Source) and inputs.is_costly

    def read(self, number: int, rows: Rows) -> Values:
        """The inputs of these rows (B,) of a split, as they are stored."""
        inputs = self.split(number).inputs
        if not isinstance(inputs, Source):
            return np.asarray(inputs[rows])
        out = np.empty((len(rows), *inputs.shape[1:]), inputs.dtype)
        inputs.read(rows, out)
        return out

    def seen(self, values: Values) -> Floats:
        """Stored numbers as a network gets them."""
        return values.astype(np.float32) * np.float32(self.loaded.scale) + np.float32(self.loaded.shift)

    def shown(self, values: Values) -> npt.NDArray[np.floating]:
        """Stored numbers as people know them: as a network gets them, but not normalised."""
        units, seen = self.facts.input_units, self.seen(values)
        return seen if units is None else units.restored(seen)

    def shown_targets(self, values: Values) -> npt.NDArray[np.floating]:
        """Values that are to be told as people know them."""
        units, told = self.facts.target_units, values.astype(np.float32)
        return told if units is None else units.restored(told)


_lock = threading.Lock()
_kept: list[Held] = []  # one at most


def held(data: DatasetSpec) -> Held:
    """These data, loaded now if they were not what was looked at last. May be asked by several threads.

    Raises:
        InputError: when they are missing or damaged, with what to do about it.
    """
    with _lock:
        if problems := data.problems():
            _kept.clear()
            raise InputError(problems)
        if not _kept or _kept[0].data != data:
            _kept.clear()  # first, so that never two of them need room
            _kept.append(_load(data))
        return _kept[0]


def _load(data: DatasetSpec) -> Held:
    try:
        loaded = data.load()
        return Held(data, loaded.told(data.facts()), loaded)
    except InputError:
        raise
    except Exception as fault:  # whatever a damaged file makes of it
        cause = f"{type(fault).__name__}: {fault}"
        raise InputError((DATA_FAILED.at("data", label=Text(data.label), cause=cause),)) from fault


def spread(count: int, most: int) -> Rows:
    """At most so many of `count` rows, ascending and evenly spaced; all of them where they are not more."""
    if count <= most:
        return np.arange(count, dtype=np.int64)
    return (np.arange(most, dtype=np.int64) * count) // most


def spread_over_splits(counts: tuple[int, ...], most: int) -> tuple[npt.NDArray[np.uint8], Rows]:
    """Split number and row of at most `most` samples, evenly spaced over all splits together."""
    chosen = spread(sum(counts), most)
    starts = np.concatenate([[0], np.cumsum(counts)])
    splits = np.searchsorted(starts, chosen, side="right") - 1
    return splits.astype(np.uint8), chosen - starts[splits]
