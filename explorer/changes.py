"""What can be changed while a run goes on; every change is a mark on its timeline and part of its record."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from models.spec import Spec
from models.text import Text


class LearningRate(Spec):
    """One network learns at another rate from the next step on; the schedule's factor still applies."""

    label: ClassVar[str] = "Learning rate"
    about: ClassVar[str] = "One network learns at another rate from the next step on."

    kind: Literal["learning_rate"] = "learning_rate"
    network: str = Field(title="Network", description="The network whose optimiser it is.")
    value: float = Field(ge=0, title="Learning rate", description="The size of a step.")

    def words(self) -> Text:
        """What has been changed, for people."""
        words = {"network": Text(self.network), "value": f"{self.value:g}"}
        return Text("learning rate of the {network}: {value}", words)


AnyChange = LearningRate  # a union, as soon as there is a second one
CHANGES = (LearningRate,)


@dataclass(frozen=True)
class Mark:
    """A change that was made after `step` steps: the step that follows is the first one that it counts for."""

    step: int
    change: AnyChange
