"""Objective: name the class of a sample (cross-entropy on logits)."""

# B batch, C classes

from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.dataset import DataFacts, TargetKind
from explorer.objective import Batch
from explorer.supervised import SupervisedSpec
from models.port import Port

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class Classify(SupervisedSpec):
    """loss = -log softmax(logits)[class], averaged over the batch."""

    label: ClassVar[str] = "Classify"
    about: ClassVar[str] = "The network names the class of every sample."
    targets: ClassVar[tuple[TargetKind, ...]] = ("class",)

    kind: Literal["classify"] = "classify"

    def wanted_output(self, facts: DataFacts) -> Port:
        return Port("vector", (facts.ports.num_classes or 1,))

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        return F.cross_entropy(output, targets)

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        logits_BC = self.output(learner, batch)
        return {
            "loss": F.cross_entropy(logits_BC, batch.targets, reduction="sum").item(),
            "accuracy": (logits_BC.argmax(-1) == batch.targets).sum().item(),
            "count": len(batch),
        }
