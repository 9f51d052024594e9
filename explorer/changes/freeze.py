"""A change in mid-run: a block stops learning, or learns again."""

from typing import ClassVar, Literal

from pydantic import Field

from models.spec import Spec
from models.text import Text


class Freeze(Spec):
    """The weights of a block, with all that is inside it, stay as they are until it is thawed."""

    label: ClassVar[str] = "Freeze a block"
    about: ClassVar[str] = "The block's weights stay as they are; the blocks around it go on learning."

    kind: Literal["freeze"] = "freeze"
    block: str = Field(title="Block", description="The block's path in the experiment.")
    is_frozen: bool = Field(default=True, title="Frozen", description="Off lets it learn again.")

    def words(self) -> Text:
        """What has been changed, for people."""
        return Text("{block} frozen" if self.is_frozen else "{block} learns again", {"block": self.block})
