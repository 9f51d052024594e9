"""A change in mid-run: another learning rate."""

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
