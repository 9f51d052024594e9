"""A change in mid-run: some units, channels or heads of a block answer nothing, or answer again."""

from typing import ClassVar, Literal

from pydantic import Field

from models.spec import Spec
from models.text import Text

Part = Literal["unit", "head"]
AttentionKind = Literal["self", "cross"]


class Silence(Spec):
    """What these parts of a block answer is 0, in training, validation and views, until they are restored.

    unit: a number along the features of the block's output, which for pictures is the channel. head: one of an
    attention block's heads, silenced before the heads are mixed; a decoder block has two attentions.
    """

    label: ClassVar[str] = "Silence"
    about: ClassVar[str] = "What these units, channels or heads answer is 0 until they are restored."

    kind: Literal["silence"] = "silence"
    block: str = Field(title="Block", description="The block's path in the experiment.")
    part: Part = Field(default="unit", title="Part", description="Units or channels of the output, or attention heads.")
    attention: AttentionKind = Field(
        default="self",
        title="Attention",
        description="Whose heads: of a decoder block's two attentions, its own or that over the encoder.",
    )
    numbers: tuple[int, ...] = Field(title="Numbers", description="Which of them, from 0.")
    is_silent: bool = Field(default=True, title="Silent", description="Off restores them.")

    def words(self) -> Text:
        """What has been changed, for people."""
        words = {"block": self.block, "numbers": ", ".join(map(str, self.numbers))}
        if self.part == "head":
            return Text(
                "heads {numbers} of {block} silenced" if self.is_silent else "heads {numbers} of {block} restored",
                words,
            )
        return Text(
            "units {numbers} of {block} silenced" if self.is_silent else "units {numbers} of {block} restored", words
        )
