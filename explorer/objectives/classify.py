"""Objective: name the class of a sample (cross-entropy on logits)."""

# B batch, C classes

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.dataset import DataFacts, TargetKind
from explorer.early_stopping import WatchedMetric
from explorer.logits import squashed_twice
from explorer.objective import Batch
from explorer.supervised import SupervisedSpec
from models.port import Port
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class Classify(SupervisedSpec):
    """loss = -log softmax(logits / temperature)[class], averaged over the batch.

    Label smoothing (Szegedy et al. 2015, arXiv:1512.00567) asks for a little of every class instead of all of one;
    balanced weights let every class count alike, however many samples it has. Both belong to training only:
    validation tells the plain loss, so that experiments can be compared.
    """

    label: ClassVar[str] = "Classify"
    about: ClassVar[str] = "The network names the class of every sample."
    targets: ClassVar[tuple[TargetKind, ...]] = ("class",)
    watchable: ClassVar[tuple[WatchedMetric, ...]] = ("loss", "accuracy")
    live: ClassVar[Mapping[str, str]] = {"label_smoothing": "", "temperature": ""}

    kind: Literal["classify"] = "classify"
    label_smoothing: float = Field(
        0.0,
        ge=0,
        lt=1,
        title="Label smoothing",
        description="Share of the answer that is asked for in equal parts of all classes, while training.",
    )
    class_weights: Literal["none", "balanced"] = Field(
        "none",
        title="Class weights",
        description="Balanced: the rarer a class among the training samples, the more each of its samples counts.",
    )
    temperature: float = Field(
        1.0, gt=0, le=1000, title="Temperature", description="Divides the logits: above 1 the answers are less certain."
    )

    @property
    def plain_loss(self) -> Literal["cross_entropy"] | None:
        is_plain = self.label_smoothing == 0 and self.class_weights == "none" and self.temperature == 1
        return "cross_entropy" if is_plain else None

    def wanted_output(self, facts: DataFacts) -> Port:
        return Port("vector", (facts.ports.num_classes or 1,))

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        return [*super().check(resolved, facts), *squashed_twice(resolved.networks["network"], self.label)]

    def start(self, learner: "Learner") -> None:
        if self.class_weights == "balanced":
            num_classes = learner.num_classes or 1
            learner.memory["class_weights"] = balanced_weights(learner.splits["train"].targets, num_classes)

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        return F.cross_entropy(output, targets)

    def training_loss(self, learner: "Learner", output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        weights_C = learner.memory.get("class_weights")
        logits_BC = self._tempered(output)
        return F.cross_entropy(logits_BC, targets, weight=weights_C, label_smoothing=self.label_smoothing)

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        return self._tempered(super().output(learner, batch))

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        logits_BC = self.output(learner, batch)
        return {
            "loss": F.cross_entropy(logits_BC, batch.targets, reduction="sum").item(),
            "accuracy": (logits_BC.argmax(-1) == batch.targets).sum().item(),
            "count": len(batch),
        }

    def _tempered(self, logits_BC: "Tensor") -> "Tensor":
        return logits_BC if self.temperature == 1 else logits_BC / self.temperature


def balanced_weights(targets_N: "Tensor", num_classes: int) -> "Tensor":
    """(C,) samples / (classes * samples of the class): 1 for every class where all are equally frequent."""
    counts_C = targets_N.bincount(minlength=num_classes).clamp(min=1)
    return len(targets_N) / (num_classes * counts_C)
