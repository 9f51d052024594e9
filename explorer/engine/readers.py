"""Reads samples in the background, by threads: from an array themselves, else by a process that each of them has."""

import weakref
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue

import numpy as np
import torch
from torch import Tensor

from explorer.dataset import SplitName
from explorer.engine.read_worker import ReadWorker, read_problems, rows_at_once
from explorer.source import Rows, Source, Values
from models.problem import InputError

MOST_WORKERS = 8


def num_workers(cores: int) -> int:
    """How many processes read: as many as leave a core to training, which needs one at least."""
    return max(1, min(MOST_WORKERS, cores - 1))


@dataclass(frozen=True)
class Reading:
    """Samples that are being read: `values` (B, ...) on the processor are whole once all parts are done."""

    values: Tensor
    parts: Sequence["Future[None]"]

    @property
    def is_good(self) -> bool:
        """Whether all of it has been read."""
        return all(part.done() and not part.cancelled() and part.exception() is None for part in self.parts)

    def result(self) -> Tensor:
        """The samples, waited for.

        Raises:
            InputError: when they cannot be read.
        """
        for part in self.parts:
            part.result()
        return self.values

    def drop(self) -> None:
        """Nobody wants them any more: what has not begun never will."""
        for part in self.parts:
            part.cancel()


class Readers:
    """Threads that read the sources of all splits, one request after another; `close` ends them and their processes.

    An array, in memory or mapped from a file, needs no process: one thread gives two and a half times the samples a
    second that a DataLoader's worker gives (batches of 64 pictures of 3 kB), since nothing is copied twice. Processes
    that decode give 1.2 times those of a DataLoader with as many (JPEGs of 128 x 128 pixels), since they bring no torch
    and hand pictures over in memory that is shared.
    """

    def __init__(self, sources: Mapping[SplitName, Source], count: int, pinned: bool) -> None:
        """`count` processes read what is costly; `pinned` memory can be copied to a device while that computes."""
        self._sources = dict(sources)
        self._pinned = pinned
        costly = {name: source for name, source in sources.items() if source.is_costly}
        self.num_workers = count if costly else 0
        self._workers = [ReadWorker(costly) for _ in range(self.num_workers)]
        self._idle: SimpleQueue[ReadWorker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(max(1, self.num_workers), thread_name_prefix="data reader")
        self.close = weakref.finalize(self, _end, self._threads, self._workers)

    def begin(self, split: SplitName, rows: Rows) -> Reading:
        """Have these rows read, after all that was asked for before. Call it in the thread that owns the device."""
        source = self._sources[split]
        empty = torch.from_numpy(np.empty(0, source.dtype))
        values = torch.empty((len(rows), *source.shape[1:]), dtype=empty.dtype, pin_memory=self._pinned)
        out = values.numpy()
        size = rows_at_once(source) if source.is_costly else max(1, len(rows))
        starts = range(0, len(rows), size)
        job = self._by_process if source.is_costly else self._by_thread
        parts = [self._threads.submit(job, split, rows[at : at + size], out[at : at + size]) for at in starts]
        return Reading(values, parts)

    def source(self, split: SplitName) -> Source:
        """What a split is read from."""
        return self._sources[split]

    def _by_thread(self, split: SplitName, rows: Rows, out: Values) -> None:
        problems = read_problems(self._sources[split], split, rows, out)
        if problems:
            raise InputError(problems)

    def _by_process(self, split: SplitName, rows: Rows, out: Values) -> None:
        worker = self._idle.get()  # there are as many as there are threads
        try:
            worker.read(split, rows, out)
        finally:
            self._idle.put(worker)


def _end(threads: ThreadPoolExecutor, workers: Sequence[ReadWorker]) -> None:
    """Threads that wait for a process wake up when it is gone."""
    threads.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.end()
    threads.shutdown(wait=True)
    for worker in workers:  # one that was just being started
        worker.end()
