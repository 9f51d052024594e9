"""What objectives that predict tokens have in common: logits at the end, and perplexity beside the loss."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from explorer.dataset import DataFacts
from explorer.early_stopping import WatchedMetric
from explorer.logits import squashed_twice
from explorer.supervised import SupervisedSpec
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor


class LanguageSpec(SupervisedSpec):
    """perplexity = e^loss, the number of tokens among which the network would be choosing if it were guessing."""

    watchable: ClassVar[tuple[WatchedMetric, ...]] = ("loss", "accuracy")

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        return [*super().check(resolved, facts), *squashed_twice(resolved.networks["network"], self.label)]

    def step_metrics(self, loss: "Tensor") -> Mapping[str, "Tensor"]:
        return {"loss": loss, "perplexity": loss.exp()}

    def summarise(self, totals: Mapping[str, float]) -> dict[str, float]:
        means = super().summarise(totals)
        return means | {"perplexity": _exp(means["loss"])}


def _exp(value: float) -> float:
    """e^value, infinite where a float cannot hold it."""
    return math.exp(value) if value < 700 else float("inf")
