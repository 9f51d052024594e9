"""The contract of an objective: what a training step means, as a generator of phases."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NamedTuple

from explorer.dataset import TargetKind
from explorer.early_stopping import WatchedMetric
from models.problem import Problem
from models.resolve import Resolved
from models.spec import Spec

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.dataset import DataFacts
    from explorer.engine.learner import Learner
    from models.text import Text

PhaseName = Literal["forward", "loss", "backward", "update"]
NO_METRICS: Mapping[str, Any] = MappingProxyType({})


class Phase(NamedTuple):  # a tuple is made in a third of the time of a frozen dataclass, four times in every step
    """One phase of a step has just happened.

    `network` names the network that the phase belongs to; `metrics` are detached zero-dimensional tensors
    that this phase made known, named without the "train/" in front. `ends_step`: it is the step's last one.
    Where a forward phase is shown block by block, `block` is the path of the one that was computed last, and the
    phase is not whole (`is_whole`) before the network's last block.
    """

    name: PhaseName
    network: str = "network"
    metrics: Mapping[str, "Tensor"] = NO_METRICS
    ends_step: bool = False
    block: str = ""
    is_whole: bool = True


@dataclass(frozen=True)
class Batch:
    """Samples on the device: inputs as the network receives them, targets as the objective compares them.

    targets: class (B,) int64; value (B, F) float32; next (B, T) int64, the inputs one position later;
    tokens (B, T + 1) int64 beginning with the start symbol; words (B, K) int64; none (B, 0).
    """

    inputs: "Tensor"
    targets: "Tensor"

    def __len__(self) -> int:
        return len(self.inputs)


class ObjectiveSpec(Spec):
    """What training means. Members add `kind`, their options, and the methods below; torch comes in with `step`.

    `takes_all`: a single step over all training samples is the whole training, whatever batch size and limit say.
    """

    architecture: ClassVar[str] = "single"
    takes_all: ClassVar[bool] = False
    targets: ClassVar[tuple[TargetKind, ...]] = ()
    watchable: ClassVar[tuple[WatchedMetric, ...]] = ("loss",)  # metrics of a validation that training shall improve

    kind: str

    @property
    def batches_per_step(self) -> int:
        """How many batches of the set size one step takes; it gets them as one, to split."""
        return 1

    def no_effect(self) -> "dict[str, Text]":
        """Options that change nothing because of another option, each with its reason."""
        return {}

    @classmethod
    def suits(cls, facts: "DataFacts") -> bool:
        """Whether there is something for it in these data."""
        return facts.target in cls.targets

    def check(self, resolved: Resolved, facts: "DataFacts") -> list[Problem]:
        """What does not go together: the networks' output ports and the data."""
        return []

    def start(self, learner: "Learner") -> None:
        """Called once after the networks are built and before the first step; may seed `learner.memory`."""

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        """One training step: zero the gradients, forward, loss, backward, update, yielding after each.

        `output = yield from learner.forward(...)` yields the forward phase itself, block by block where that is wanted.
        """
        raise NotImplementedError

    def unrepeatable(self, step: int) -> "Text | None":
        """Why the step after `step` steps cannot be recorded once and replayed with other samples; None where it can.

        It cannot where it depends on what its samples are, or on numbers that the processor works out for each step.
        """
        return None

    def uncompilable(self, network: str) -> "Text | None":
        """Why the step cannot use a compiled form of this network; None where it can."""
        return None

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        """What the networks answer for a batch, without side effects: what views look at.

        classify: logits (B, classes). regress: (B, F). reconstruct: as the inputs. predict_words: logits
        (B, vocabulary). predict_next, masked: logits (B, T, vocabulary).
        translate: teacher-forced logits (B, T, vocabulary). adversarial: the discriminator's logits (B, 1).
        fit: logits (B, classes).
        """
        raise NotImplementedError

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        """Sums over one batch of an evaluation, "count" among them; called in evaluation mode without gradients.

        Must leave every random state and every weight as it was.
        """
        raise NotImplementedError

    def summarise(self, totals: Mapping[str, float]) -> dict[str, float]:
        """The metrics of a whole split from the added-up scores: by default each sum divided by the count."""
        return {name: total / totals["count"] for name, total in totals.items() if name != "count"}
