"""A process that reads samples: decoding pictures takes a processor, which training shall not wait for; torch-free."""

import ctypes
import multiprocessing
import signal
from collections.abc import Mapping
from math import prod
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import RawArray
from typing import Any

import numpy as np

from explorer.dataset import SplitName
from explorer.problems import READER_LOST, SAMPLES_UNREADABLE
from explorer.source import Rows, Source, Values
from models.problem import InputError, Problem

# Samples that one request asks for, at most. They come back through memory that both processes share, of this size:
# through a pipe, pictures would be copied three times.
MOST_ROWS = 64
MOST_BYTES = 16 * 2**20

END_TIMEOUT_S = 5.0


class ReadWorker:
    """One process and the memory it writes into; one thread at a time may read. It is started by the first read.

    A process that is lost is a problem of that read; the next one starts another. When this process ends, however it
    does, its pipe ends, and with it the worker.
    """

    def __init__(self, sources: Mapping[SplitName, Source]) -> None:
        self._sources = dict(sources)
        self._shared: Any = None
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._has_ended = False

    def read(self, split: SplitName, rows: Rows, out: Values) -> None:
        """Write these rows of a split, at most `rows_at_once`, into `out`.

        Raises:
            InputError: when they cannot be read, or the process has ended.
        """
        try:
            connection = self._connection or self._start()
            connection.send((split, rows))
            problems = connection.recv()
        except (EOFError, OSError) as fault:
            raise InputError((self._lost(split, rows),)) from fault
        if problems:
            raise InputError(problems)
        out[...] = _array(self._shared, self._sources[split], len(rows))

    def end(self) -> None:
        """End the process at once, for good: there is nothing to be saved. Another thread may be reading meanwhile."""
        self._has_ended = True
        process = self._process
        if process is not None:
            process.kill()
            process.join(END_TIMEOUT_S)

    def _start(self) -> Connection:
        if self._has_ended:
            raise EOFError
        context = multiprocessing.get_context("spawn")  # the same everywhere, and safe beside threads
        if self._shared is None:
            most = max(rows_at_once(one) * _bytes_of_one(one) for one in self._sources.values())
            self._shared = RawArray(ctypes.c_uint8, max(1, most))
        self._connection, theirs = context.Pipe()
        arguments = (theirs, self._sources, self._shared)
        self._process = context.Process(target=serve, args=arguments, name="neural-explorer-reader", daemon=True)
        self._process.start()
        theirs.close()
        return self._connection

    def _lost(self, split: SplitName, rows: Rows) -> Problem:
        code = None
        if self._process is not None:
            self._process.join(END_TIMEOUT_S)
            code = self._process.exitcode
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None
        return READER_LOST.at("data", split=split, first=int(rows[0]), code=code)


def rows_at_once(source: Source) -> int:
    """How many samples one request may ask for."""
    return max(1, min(MOST_ROWS, MOST_BYTES // max(1, _bytes_of_one(source))))


def serve(connection: Connection, sources: Mapping[SplitName, Source], shared: Any) -> None:
    """What the process does until its pipe ends: read what it is asked for, and answer with the problems there were."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who asks; it will end us
    while True:
        try:
            split, rows = connection.recv()
            connection.send(_problems_of(sources, split, rows, shared))
        except (EOFError, OSError):
            return


def _problems_of(sources: Mapping[SplitName, Source], split: SplitName, rows: Rows, shared: Any) -> tuple[Problem, ...]:
    source = sources[split]
    return read_problems(source, split, rows, _array(shared, source, len(rows)))


def read_problems(source: Source, split: SplitName, rows: Rows, out: Values) -> tuple[Problem, ...]:
    """Read, and say what is wrong with the samples, if anything is."""
    try:
        source.read(rows, out)
    except InputError as error:
        return error.problems
    except Exception as error:  # a library's own class may not be known where this is told
        cause = str(error) or type(error).__name__
        return (SAMPLES_UNREADABLE.at("data", split=split, first=int(rows.min()), last=int(rows.max()), cause=cause),)
    return ()


def _array(shared: Any, source: Source, num_rows: int) -> Values:
    values: Values = np.frombuffer(shared, source.dtype, num_rows * prod(source.shape[1:]))
    return values.reshape(num_rows, *source.shape[1:])


def _bytes_of_one(source: Source) -> int:
    return prod(source.shape[1:]) * source.dtype.itemsize
