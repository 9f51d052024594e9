"""Data with what a person has added to them, in memory or in front of what is read by index."""

from dataclasses import dataclass, replace

import numpy as np

from explorer.added import AddedSample, joined, rows_of
from explorer.dataset import Arrays, LoadedData
from explorer.source import Rows, Source, SourceSplit, Values


@dataclass(frozen=True)
class JoinedSource(Source):
    """A source, and behind it samples that lie in memory."""

    first: Source
    more: Values

    @property
    def shape(self) -> tuple[int, ...]:
        return len(self.first) + len(self.more), *self.first.shape[1:]

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return self.first.dtype

    def read(self, rows: Rows, out: Values) -> None:
        is_first = rows < len(self.first)
        if is_first.all():
            self.first.read(rows, out)
            return
        out[~is_first] = self.more[rows[~is_first] - len(self.first)]
        if is_first.any():
            part = np.empty((int(is_first.sum()), *out.shape[1:]), out.dtype)
            self.first.read(rows[is_first], part)
            out[is_first] = part


def with_added(data: LoadedData, added: tuple[AddedSample, ...]) -> LoadedData:
    """The data with these samples behind those for training; they have been checked."""
    if not added:
        return data
    kept, train = [sample.kept for sample in added], data.splits["train"]
    if isinstance(train, Arrays):
        return replace(data, splits={**data.splits, "train": joined({"train": train}, kept)["train"]})
    rows = rows_of(kept, train.inputs.shape[1:], np.empty(0, train.inputs.dtype))
    targets = np.concatenate([train.targets, np.array([target for _, _, target in kept], dtype=train.targets.dtype)])
    return replace(data, splits={**data.splits, "train": SourceSplit(JoinedSource(train.inputs, rows), targets)})
