"""Objective: tell real values of a sample (mean squared error)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.dataset import DataFacts, TargetKind
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.problems import WRONG_OUTPUT
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class Regress(ObjectiveSpec):
    """loss = (output - value)^2, averaged over the batch and over the values of a sample.

    Beside it stands the mean absolute error, which is in the values' own unit.
    """

    label: ClassVar[str] = "Regress"
    about: ClassVar[str] = "The network tells one or more real values of every sample."
    targets: ClassVar[tuple[TargetKind, ...]] = ("value",)

    kind: Literal["regress"] = "regress"

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        out = resolved.networks["network"].out_port
        wanted = (len(facts.value_names),)
        if out is None or (out.kind, out.shape) == ("vector", wanted):
            return []
        return [WRONG_OUTPUT.at("architecture.network", actual=out.shape, wanted=wanted)]

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        from torch.nn import functional as F

        learner.optimizers["network"].zero_grad()
        values_BF = learner.networks["network"](batch.inputs)
        yield Phase("forward")
        loss = F.mse_loss(values_BF, batch.targets)
        yield Phase("loss", metrics={"loss": loss.detach()})
        loss.backward()
        yield Phase("backward")
        learner.optimizers["network"].step()
        yield Phase("update")

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        values_BF: Tensor = learner.networks["network"](batch.inputs)
        return values_BF

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        errors_BF = self.output(learner, batch) - batch.targets
        return {
            "loss": errors_BF.square().mean(-1).sum().item(),
            "mean_absolute_error": errors_BF.abs().mean(-1).sum().item(),
            "count": len(batch),
        }
