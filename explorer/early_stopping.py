"""Early stopping: the rule, and what it remembers of the validations so far; torch-free (Prechelt 1998)."""

import math
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.spec import Spec
from models.text import Text

WatchedMetric = Literal["loss", "accuracy"]

METRIC_WORDS: dict[WatchedMetric, Text] = {"loss": Text("loss"), "accuracy": Text("accuracy")}  # within a sentence
ENDED_EARLY_SOURCE = (
    "Stopped early, patience {epochs}: the validation did not improve on its best, {metric} {best} at step {step}."
)
NEVER_FINITE_SOURCE = "Stopped early, patience {epochs}: the validation told no finite number."


@dataclass(frozen=True)
class StoppingMemory:
    """The best validation so far, the step it was at, and how many validations there were since then."""

    best: float | None = None
    step: int = 0
    waited: int = 0


class NotEarly(Spec):
    """Training goes on to its limit."""

    label: ClassVar[str] = "Off"
    about: ClassVar[str] = "Training goes on to its limit."

    kind: Literal["off"] = "off"


class Patience(Spec):
    """Training ends when so many validations in a row were not better than the best one by more than `min_delta`."""

    label: ClassVar[str] = "When nothing improves"
    about: ClassVar[str] = "Training ends when validation has not improved for some epochs; the best weights are kept."

    kind: Literal["patience"] = "patience"
    epochs: int = Field(5, ge=1, title="Patience", description="How many epochs may pass without an improvement.")
    metric: WatchedMetric = Field(
        "loss", title="Watched", description="The validation's metric that has to improve: a lower loss, more accuracy."
    )
    min_delta: float = Field(
        0.0,
        ge=0,
        title="Least improvement",
        description="Smaller changes of the metric do not count.",
    )

    def after(self, memory: StoppingMemory, value: float, step: int) -> StoppingMemory:
        """What is remembered after a validation at this step; a value that is not a number improves nothing."""
        gain = math.inf
        if memory.best is not None:
            gain = memory.best - value if self.metric == "loss" else value - memory.best
        if math.isfinite(value) and gain > self.min_delta:
            return StoppingMemory(value, step, 0)
        return StoppingMemory(memory.best, memory.step, memory.waited + 1)

    def is_over(self, memory: StoppingMemory) -> bool:
        """Whether patience has run out."""
        return memory.waited >= self.epochs

    def reason(self, memory: StoppingMemory) -> Text:
        """Why training has ended, in a sentence."""
        if memory.best is None:
            return Text(NEVER_FINITE_SOURCE, {"epochs": self.epochs})
        metric = METRIC_WORDS[self.metric]
        params = {"metric": metric, "epochs": self.epochs, "best": memory.best, "step": memory.step}
        return Text(ENDED_EARLY_SOURCE, params)


STOPPINGS = (NotEarly, Patience)
AnyStopping = Annotated[NotEarly | Patience, Field(discriminator="kind")]
