"""Objective: tell real values of a sample (mean squared error)."""

# B batch, F values of a sample

from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.dataset import DataFacts, TargetKind
from explorer.objective import Batch
from explorer.supervised import SupervisedSpec
from models.port import Port

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class Regress(SupervisedSpec):
    """loss = (output - value)^2, averaged over the batch and over the values of a sample.

    Beside it stands the mean absolute error, in the unit in which the values are learned.
    """

    label: ClassVar[str] = "Regress"
    about: ClassVar[str] = "The network tells one or more real values of every sample."
    targets: ClassVar[tuple[TargetKind, ...]] = ("value",)

    kind: Literal["regress"] = "regress"

    @property
    def plain_loss(self) -> Literal["squared_error"] | None:
        return "squared_error"

    def wanted_output(self, facts: DataFacts) -> Port:
        return Port("vector", (len(facts.value_names),))

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        return F.mse_loss(output, targets)

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        errors_BF = self.output(learner, batch) - batch.targets
        return {
            "loss": errors_BF.square().mean(-1).sum().item(),
            "mean_absolute_error": errors_BF.abs().mean(-1).sum().item(),
            "count": len(batch),
        }
