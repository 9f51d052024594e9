"""The batches that are left in an epoch, in their order."""

from collections import deque
from collections.abc import Sequence

from torch import Tensor

from explorer.engine.learner import Learner


class ComingBatches:
    """Hands out the rows of one batch after the other, each of which has been read where data are streamed."""

    def __init__(self, learner: Learner) -> None:
        batches = learner.epoch_batches()
        self.are_streamed = learner.data.readers is not None  # the next ones are not there before they are due
        self._ahead = learner.data.ahead("train", batches)
        self._num_ahead = len(batches)
        self._put_back: deque[Tensor] = deque()

    @property
    def num_left(self) -> int:
        """How many have not been handed out."""
        return self._num_ahead + len(self._put_back)

    def next(self) -> Tensor:
        """The rows of the next batch, (B,) int64.

        Raises:
            InputError: when its samples cannot be read.
        """
        if self._put_back:
            return self._put_back.popleft()
        self._num_ahead -= 1
        return next(self._ahead)

    def put_back(self, batches: Sequence[Tensor]) -> None:
        """These were handed out last, and not taken."""
        self._put_back.extendleft(reversed(batches))
