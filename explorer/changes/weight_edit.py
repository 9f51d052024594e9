"""A change in mid-run: one weight is set to a value by hand."""

from typing import ClassVar, Literal

from pydantic import Field

from models.spec import Spec
from models.text import Text


class WeightEdit(Spec):
    """One weight has another value before the next step, from which it goes on learning."""

    label: ClassVar[str] = "Edit a weight"
    about: ClassVar[str] = "One weight has another value, from which it goes on learning."

    kind: Literal["weight_edit"] = "weight_edit"
    block: str = Field(title="Block", description="The block's path in the experiment.")
    weight: str = Field(title="Weight", description="The weight's name within the block, such as weight or bias.")
    index: tuple[int, ...] = Field(title="Index", description="Which number of it, from 0 in every dimension.")
    value: float = Field(title="Value", description="What it is set to.", allow_inf_nan=False)

    def words(self) -> Text:
        """What has been changed, for people."""
        index = ", ".join(map(str, self.index))
        words = {"block": self.block, "weight": self.weight, "index": index, "value": f"{self.value:.4g}"}
        return Text("{weight}[{index}] of {block}: {value}", words)
