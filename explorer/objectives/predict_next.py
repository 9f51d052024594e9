"""Objective: predict the next token at every position (cross-entropy; perplexity beside it)."""

# B batch, T positions, V vocabulary

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.dataset import DataFacts, TargetKind
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.problems import WRONG_OUTPUT
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class PredictNext(ObjectiveSpec):
    """loss = -log softmax(logits)[next token], averaged over batch and positions; perplexity = e^loss.

    Perplexity is the number of tokens among which the network would be choosing if it were merely guessing.
    """

    label: ClassVar[str] = "Predict next"
    about: ClassVar[str] = "At every position the network predicts the token that comes next."
    targets: ClassVar[tuple[TargetKind, ...]] = ("next",)

    kind: Literal["predict_next"] = "predict_next"

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        out = resolved.networks["network"].out_port
        wanted = (*facts.ports.input.shape, facts.ports.vocabulary or 0)
        if out is None or (out.kind, out.shape) == ("sequence", wanted):
            return []
        return [WRONG_OUTPUT.at("architecture.network", actual=out.shape, wanted=wanted)]

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        from torch.nn import functional as F

        learner.optimizers["network"].zero_grad()
        logits_BTV = learner.networks["network"](batch.inputs)
        yield Phase("forward")
        loss = F.cross_entropy(logits_BTV.flatten(0, 1), batch.targets.flatten())
        seen = loss.detach()
        yield Phase("loss", metrics={"loss": seen, "perplexity": seen.exp()})
        loss.backward()
        yield Phase("backward")
        learner.optimizers["network"].step()
        yield Phase("update")

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        logits_BTV: Tensor = learner.networks["network"](batch.inputs)
        return logits_BTV

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
