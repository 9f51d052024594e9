"""What objectives that predict tokens have in common: perplexity beside the loss."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from explorer.supervised import SupervisedSpec

if TYPE_CHECKING:
    from torch import Tensor


class LanguageSpec(SupervisedSpec):
    """perplexity = e^loss, the number of tokens among which the network would be choosing if it were guessing."""

    def step_metrics(self, loss: "Tensor") -> Mapping[str, "Tensor"]:
        return {"loss": loss, "perplexity": loss.exp()}

    def summarise(self, totals: Mapping[str, float]) -> dict[str, float]:
        means = super().summarise(totals)
        return means | {"perplexity": _exp(means["loss"])}


def _exp(value: float) -> float:
    """e^value, infinite where a float cannot hold it."""
    return math.exp(value) if value < 700 else float("inf")
