"""What an evaluation found: figures, the answer to every sample, and the samples that are worth being looked at."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.dataset import DataFacts, SplitName
from explorer.evaluation.answers import AnyAnswers
from explorer.evaluation.figure import Figure
from explorer.evaluation.worst import worst


@dataclass(frozen=True)
class ShownSamples:
    """Some samples by their number in the split: `rows` (K,), `inputs` (K, ...) as the networks receive them."""

    rows: npt.NDArray[np.int64]
    inputs: npt.NDArray[np.generic]

    def find(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Where those of these samples lie that are here, in the order asked for."""
        places = {row: place for place, row in enumerate(self.rows.tolist())}
        return np.array([places[row] for row in rows.tolist() if row in places], np.int64)


@dataclass(frozen=True)
class Verdict:
    """The evaluation of one run's saved weights at one step, on one split.

    The first of `figures` says most. `losses` (N,) has every sample's; it is empty, and `answers` None, where a sample
    has no loss of its own, as in a GAN.
    """

    run: str
    title: str
    objective: str
    split: SplitName
    step: int
    num_samples: int
    facts: DataFacts
    figures: tuple[Figure, ...]
    losses: npt.NDArray[np.float32]
    answers: AnyAnswers | None
    shown: ShownSamples

    def worst(self, most: int) -> npt.NDArray[np.int64]:
        """The numbers of the samples with the largest losses, the worst first."""
        return worst(self.losses, most)

    @property
    def headline(self) -> Figure:
        return self.figures[0]
