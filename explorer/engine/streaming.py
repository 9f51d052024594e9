"""Samples that do not lie on the device: the coming batches are read ahead, and copied to it while it computes."""

from collections import OrderedDict, deque
from collections.abc import Iterator, Sequence
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from explorer.dataset import SplitName
from explorer.engine.readers import Readers, Reading
from explorer.source import Rows

BatchRows = Tensor | slice
OneRows = TypeVar("OneRows", Tensor, slice)

# How far ahead is read: so many batches for every process, within so much memory, but one batch in any case.
BATCHES_PER_WORKER = 2
MOST_BYTES_AHEAD = 256 * 2**20
# What views and checkups look at again and again is kept on the device: at most so much of a split.
MOST_BYTES_KEPT, MOST_KEPT = 64 * 2**20, 32


class StreamedSplit:
    """One split whose inputs are read when they are needed: the same bytes, in the same order, as resident ones.

    `ahead` hands out the rows of batches one after another, while the next ones are being read. `selected` finds what
    was read ahead by the very object that names its rows; other rows, such as a view wants, are read at once, and those
    that were looked at last are kept. So all of this decides how long a batch takes, and never what is in it.
    """

    def __init__(self, name: SplitName, readers: Readers, targets: Tensor) -> None:
        self.inputs = readers.source(name)  # not on the device
        self.targets = targets  # of all samples, on the device
        self._name: SplitName = name
        self._readers = readers
        self._feeds: list[_Feed] = []
        self._kept: OrderedDict[tuple[int, int, int], Tensor] = OrderedDict()  # the one looked at last comes last
        self._copying = torch.cuda.Stream(targets.device) if targets.device.type == "cuda" else None

    def __len__(self) -> int:
        return len(self.targets)

    def selected(self, rows: BatchRows) -> tuple[Tensor, Tensor]:
        """Inputs and targets of these rows, on the device.

        Raises:
            InputError: when they cannot be read.
        """
        feed = next((feed for feed in self._feeds if feed.rows is rows), None)
        if isinstance(rows, slice):
            return (self._looked_at(rows) if feed is None else feed.take().arrived()), self.targets[rows]
        inputs = (self.begin(rows) if feed is None else feed.take()).arrived()
        return inputs, self.targets.index_select(0, rows.to(self.targets.device, non_blocking=True))

    def _looked_at(self, rows: slice) -> Tensor:
        """Inputs that somebody looks at beside training, and probably will again."""
        place = rows.indices(len(self))
        inputs = self._kept.pop(place, None)
        if inputs is None:
            inputs = self.begin(rows).arrived()
        self._kept[place] = inputs
        while len(self._kept) > MOST_KEPT or sum(one.nbytes for one in self._kept.values()) > MOST_BYTES_KEPT:
            self._kept.popitem(last=False)
        return inputs

    def ahead(self, batches: Sequence[OneRows]) -> Iterator[OneRows]:
        """The rows of these batches, each once it has been read; when it is closed, what was read ahead is dropped.

        Raises:
            InputError: when they cannot be read.
        """
        feed = _Feed(self, batches, self._depth(batches))
        self._feeds.append(feed)
        try:
            for rows in batches:
                feed.advance()
                yield rows
        finally:
            self._feeds.remove(feed)
            feed.drop()

    def begin(self, rows: BatchRows) -> "_Coming":
        """Have these rows read."""
        return _Coming(self._readers.begin(self._name, _numbers(rows, len(self))), self.targets.device, self._copying)

    def _depth(self, batches: Sequence[BatchRows]) -> int:
        if not batches:
            return 1
        batch_bytes = len(_numbers(batches[0], len(self))) * self.inputs.nbytes // max(1, len(self))
        wanted = BATCHES_PER_WORKER * max(1, self._readers.num_workers)
        return max(1, min(wanted, MOST_BYTES_AHEAD // max(1, batch_bytes)))


class _Coming:
    """Samples on their way: first they are read, then they are copied to the device."""

    def __init__(self, reading: Reading, device: torch.device, copying: torch.cuda.Stream | None) -> None:
        self.reading = reading
        self._device = device
        self._copying = copying  # a stream of its own, beside the one that computes
        self._copied: tuple[Tensor, torch.cuda.Event] | None = None

    def hurry(self) -> None:
        """Begin the copy, if there is something to be copied already."""
        if self._copying is not None and self._copied is None and self.reading.is_good:
            self._copied = self._copy(self._copying)

    def arrived(self) -> Tensor:
        """The samples on the device, waited for; whatever is computed from now on finds them there.

        Raises:
            InputError: when they cannot be read.
        """
        if self._copying is None:
            return self.reading.result().to(self._device)
        copied, is_there = self._copied or self._copy(self._copying)
        computing = torch.cuda.current_stream(self._device)
        computing.wait_event(is_there)
        copied.record_stream(computing)  # its memory is not used again before that has read it
        return copied

    def _copy(self, copying: torch.cuda.Stream) -> tuple[Tensor, torch.cuda.Event]:
        with torch.cuda.stream(copying):
            return self.reading.result().to(self._device, non_blocking=True), copying.record_event()


class _Feed:
    """Batches in their order: `rows` names the present one, those after it are coming."""

    def __init__(self, split: StreamedSplit, batches: Sequence[BatchRows], depth: int) -> None:
        self.rows: BatchRows = slice(0)
        self._split = split
        self._batches = iter(batches)
        self._depth = depth
        self._coming: deque[tuple[BatchRows, _Coming]] = deque()
        self._present: _Coming | None = None

    def advance(self) -> None:
        """To the next batch, which has to be read by then; as many others as may be are on their way meanwhile.

        Here it is waited for, and here it fails: when a step begins, its samples are there.
        """
        self._drop_present()
        while len(self._coming) <= self._depth and (rows := next(self._batches, None)) is not None:
            self._coming.append((rows, self._split.begin(rows)))
        self.rows, self._present = self._coming.popleft()
        self._present.reading.result()
        self._present.hurry()
        if self._coming:
            self._coming[0][1].hurry()

    def take(self) -> _Coming:
        """The present batch; whoever wants it once more has it read again."""
        present, self._present = self._present, None
        return present if present is not None else self._split.begin(self.rows)

    def drop(self) -> None:
        """Nobody wants any of it."""
        self._drop_present()
        for _, coming in self._coming:
            coming.reading.drop()
        self._coming.clear()

    def _drop_present(self) -> None:
        if self._present is not None:
            self._present.reading.drop()
            self._present = None


def _numbers(rows: BatchRows, num_samples: int) -> Rows:
    """The numbers of these rows (B,)."""
    if isinstance(rows, slice):
        return np.arange(*rows.indices(num_samples))
    numbers: Rows = rows.cpu().numpy()
    return numbers
