"""The contract of samples that do not lie in memory: files that are read by index, however many there are."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from math import prod
from typing import ClassVar

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.int64]
Values = npt.NDArray[np.generic]


class Source(ABC):
    """The inputs of one split: an array (N, ...) of which any rows can be read, and which need not be in memory.

    Reading the same row gives the same bytes every time and in every process: chance in it would have to be a function
    of the row. A source is pickled to the processes that read, so it holds paths and numbers, no open files; those
    processes import its module, which therefore imports no torch.

    `is_costly`: reading keeps a processor busy, as decoding a picture does, so that processes of their own read;
    else a thread does.
    """

    is_costly: ClassVar[bool] = True

    @property
    @abstractmethod
    def shape(self) -> tuple[int, ...]:
        """(N, ...): what `Arrays` tells of inputs holds here too."""

    @property
    @abstractmethod
    def dtype(self) -> np.dtype[np.generic]:
        """The type of the values: uint8, float32, or integers."""

    @abstractmethod
    def read(self, rows: Rows, out: Values) -> None:
        """Write the samples of these rows (B,) into `out` (B, ...), which is of the source's type and C-contiguous.

        Raises:
            InputError: when files are missing or damaged, with what to do about it.
            OSError, ValueError: likewise, told to the person as they are.
        """

    def __len__(self) -> int:
        return self.shape[0]

    @property
    def nbytes(self) -> int:
        """What all of it would take in memory."""
        return prod(self.shape) * self.dtype.itemsize

    def __getitem__(self, rows: slice) -> Values:
        """These rows as an array in memory, as arrays give them."""
        chosen = np.arange(len(self))[rows]
        out = np.empty((len(chosen), *self.shape[1:]), self.dtype)
        self.read(chosen, out)
        return out


@dataclass(frozen=True)
class ArraySource(Source):
    """An array as a source, be it in memory or mapped from a file (numpy.memmap)."""

    values: Values

    is_costly: ClassVar[bool] = False

    @property
    def shape(self) -> tuple[int, ...]:
        return self.values.shape

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return self.values.dtype

    def read(self, rows: Rows, out: Values) -> None:
        # Without "clip", which is never needed, numpy would fill a copy of `out` first. It takes rows without the
        # interpreter's lock, so that training goes on meanwhile.
        np.take(np.asarray(self.values), rows, axis=0, out=out, mode="clip")


@dataclass(frozen=True)
class SourceSplit:
    """One split whose inputs are read when they are needed; its targets are as those of `Arrays`, in memory."""

    inputs: Source
    targets: Values

    def __len__(self) -> int:
        return len(self.inputs)
