"""The metrics of the last steps, kept on the device where they are made and moved to the processor in bulk."""

# N steps, M metrics, R rows

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from explorer.engine.crossing import Crossing, Send, send

ROWS = 4096  # so many steps pass before the rows are sent on their way unasked


class Ring:
    """(R, M) rows on the device, one a step, for one set of metrics. Nothing in writing one waits for the device.

    A step that is recorded writes by `write`, whose operations ask the device itself which row is next, so that a
    replay goes on to the next row; a step that is not writes by `put`. Rows are numbered from the first one on.
    """

    def __init__(self, names: Sequence[str], device: torch.device, rows: int = ROWS, send: Send = send) -> None:
        self.names = tuple(names)
        self._values_RM = torch.zeros(rows, len(self.names), device=device)
        self._row = torch.zeros(1, dtype=torch.int64, device=device)  # the next one, for `write`
        self._is_row_right = True
        self._send = send
        self._num_rows = 0  # that are written and not sent yet
        self._num_sent = 0
        self._num_taken = 0
        self._sent: deque[tuple[int, Crossing]] = deque()  # how many rows, and where they are

    def put(self, values: Sequence[Tensor]) -> int:
        """Write the metrics of a step, zero-dimensional tensors in the order of `names`; the number of their row."""
        torch.stack([value.float() for value in values], out=self._values_RM[self._num_rows])
        self._is_row_right = False
        return self.advance()

    def aim(self) -> None:
        """Before what `write` has recorded is done, or done again."""
        if not self._is_row_right:
            self._row.fill_(self._num_rows)
            self._is_row_right = True

    def write(self, values: Sequence[Tensor]) -> None:
        """The operations that write a row; `advance` says that they have been done."""
        self._values_RM.index_copy_(0, self._row, torch.stack([value.float() for value in values])[None])
        self._row.add_(1)

    def advance(self) -> int:
        """A row has been written; its number."""
        self._num_rows += 1
        number = self._num_sent + self._num_rows - 1
        if self._num_rows == len(self._values_RM):
            self._depart()
        return number

    def retract(self) -> None:
        """The row that `write` has just written is of no use; the next one takes its place."""
        self._is_row_right = False

    def value(self, number: int, name: str) -> float:
        """One metric of a row that has not been sent; this waits for the device.

        Raises:
            KeyError: when the ring has no such metric, or the row has been sent.
        """
        row = number - self._num_sent
        if name not in self.names or row < 0:
            raise KeyError(name)
        return float(self._values_RM[row, self.names.index(name)])

    def take(self, *, wait: bool = True) -> tuple[int, npt.NDArray[np.float64]]:
        """What has arrived since the last time: the number of the first row, and the rows (N, M).

        All that was written is sent on its way; with `wait` it is waited for.
        """
        if self._num_rows:
            self._depart()
        first, arrived = self._num_taken, []
        while self._sent and (wait or self._sent[0][1].has_arrived):
            count, crossing = self._sent.popleft()
            arrived.append(crossing.arrived()[0].double().numpy())
            self._num_taken += count
        return first, np.concatenate(arrived) if arrived else np.empty((0, len(self.names)))

    def _depart(self) -> None:
        self._sent.append((self._num_rows, self._send([self._values_RM[: self._num_rows]])))
        self._num_sent += self._num_rows
        self._num_rows = 0
        self._is_row_right = False


class Row(Mapping[str, float]):
    """The metrics of one step: some are known, the others lie in a row of a ring, where reading one is waiting."""

    __slots__ = ("known", "number", "ring")

    def __init__(self, known: Mapping[str, float], ring: Ring, number: int) -> None:
        self.known, self.ring, self.number = known, ring, number

    def __getitem__(self, name: str) -> float:
        return self.known[name] if name in self.known else self.ring.value(self.number, name)

    def __iter__(self) -> Iterator[str]:
        yield from self.known
        yield from self.ring.names

    def __len__(self) -> int:
        return len(self.known) + len(self.ring.names)
