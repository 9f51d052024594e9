"""Objective: predict the next token at every position (cross-entropy; perplexity beside it)."""

# B batch, T positions, V vocabulary

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

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


class PredictNext(SupervisedSpec):
    """loss = -log softmax(logits)[next token], averaged over batch and positions; perplexity = e^loss.

    Perplexity is the number of tokens among which the network would be choosing if it were merely guessing.
    """

    label: ClassVar[str] = "Predict next"
    about: ClassVar[str] = "At every position the network predicts the token that comes next."
    targets: ClassVar[tuple[TargetKind, ...]] = ("next",)
    watchable: ClassVar[tuple[WatchedMetric, ...]] = ("loss", "accuracy")

    kind: Literal["predict_next"] = "predict_next"

    def wanted_output(self, facts: DataFacts) -> Port:
        return Port("sequence", (*facts.ports.input.shape, facts.ports.vocabulary or 1))

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        return [*super().check(resolved, facts), *squashed_twice(resolved.networks["network"], self.label)]

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        return F.cross_entropy(output.flatten(0, 1), targets.flatten())

    def step_metrics(self, loss: "Tensor") -> Mapping[str, "Tensor"]:
        return {"loss": loss, "perplexity": loss.exp()}

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        logits_BTV = self.output(learner, batch)
        loss = F.cross_entropy(logits_BTV.flatten(0, 1), batch.targets.flatten(), reduction="sum")
        right = (logits_BTV.argmax(-1) == batch.targets).sum()
        return {"loss": loss.item(), "accuracy": right.item(), "count": batch.targets.numel()}

    def summarise(self, totals: Mapping[str, float]) -> dict[str, float]:
        means = super().summarise(totals)
        return means | {"perplexity": _exp(means["loss"])}


def _exp(value: float) -> float:
    """e^value, infinite where a float cannot hold it."""
    return math.exp(value) if value < 700 else float("inf")
