"""Objective: predict the next token at every position (cross-entropy; perplexity beside it)."""

# B batch, T positions, V vocabulary

from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.causality import looking_ahead
from explorer.dataset import DataFacts, TargetKind
from explorer.language import LanguageSpec
from explorer.objective import Batch
from models.port import Port
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class PredictNext(LanguageSpec):
    """loss = -log softmax(logits)[next token], averaged over batch and positions; perplexity = e^loss."""

    label: ClassVar[str] = "Predict next"
    about: ClassVar[str] = "At every position the network predicts the token that comes next."
    targets: ClassVar[tuple[TargetKind, ...]] = ("next",)

    kind: Literal["predict_next"] = "predict_next"

    def wanted_output(self, facts: DataFacts) -> Port:
        return Port("sequence", (*facts.ports.input.shape, facts.ports.vocabulary or 1))

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        return [*super().check(resolved, facts), *looking_ahead(resolved.networks["network"], self.label)]

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        return F.cross_entropy(output.flatten(0, 1), targets.flatten())

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        logits_BTV = self.output(learner, batch)
        loss = F.cross_entropy(logits_BTV.flatten(0, 1), batch.targets.flatten(), reduction="sum")
        right = (logits_BTV.argmax(-1) == batch.targets).sum()
        return {"loss": loss.item(), "accuracy": right.item(), "count": batch.targets.numel()}
