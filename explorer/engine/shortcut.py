"""What a learner asks of whoever takes its steps faster than the usual way."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from explorer.objective import Batch, Phase

if TYPE_CHECKING:
    from explorer.engine.learner import Learner, Metrics


class Shortcut(Protocol):
    """What takes the objective's steps with the same numbers, in less time."""

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        """See ObjectiveSpec.step."""

    def take(self, learner: "Learner", whole: Batch, sizes: list[int], taken: "list[Metrics]") -> None:
        """Take steps with the samples of `whole`, so many in each, but none that needs looking at.

        `taken` gets the metrics of every step taken.
        """
