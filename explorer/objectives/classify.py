"""Objective: name the class of a sample (cross-entropy on logits)."""

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


class Classify(ObjectiveSpec):
    """loss = -log softmax(logits)[class], averaged over the batch."""

    label: ClassVar[str] = "Classify"
    about: ClassVar[str] = "The network names the class of every sample."
    targets: ClassVar[tuple[TargetKind, ...]] = ("class",)

    kind: Literal["classify"] = "classify"

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        network = resolved.networks["network"]
        out = network.out_port
        if out is None or (out.kind, out.shape) == ("vector", (facts.ports.num_classes,)):
            return []
        return [WRONG_OUTPUT.at("architecture.network", actual=out.shape, wanted=(facts.ports.num_classes or 0,))]

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        from torch.nn import functional as F

        learner.optimizers["network"].zero_grad()
        logits_BC = learner.networks["network"](batch.inputs)
        yield Phase("forward")
        loss = F.cross_entropy(logits_BC, batch.targets)
        yield Phase("loss", metrics={"loss": loss.detach()})
        loss.backward()
        yield Phase("backward")
        learner.optimizers["network"].step()
        yield Phase("update")

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        logits_BC: Tensor = learner.networks["network"](batch.inputs)
        return logits_BC

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        logits_BC = self.output(learner, batch)
        return {
            "loss": F.cross_entropy(logits_BC, batch.targets, reduction="sum").item(),
            "accuracy": (logits_BC.argmax(-1) == batch.targets).sum().item(),
            "count": len(batch),
        }
