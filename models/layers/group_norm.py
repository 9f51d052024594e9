"""Group normalisation block (Wu and He 2018, arXiv:1803.08494)."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.groups import Groups, groups_misfit
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.products import Product


class GroupNorm(LayerSpec):
    """y = gain * (x - mean) / deviation + shift, over the channels of a group and all their pixels, sample by sample.

    Gain and shift are learned for every channel.
    """

    label: ClassVar[str] = "Group norm"
    about: ClassVar[str] = "Brings every group of channels of a sample to mean 0 and deviation 1; needs no batch."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["group_norm"] = "group_norm"
    groups: Groups = Field(4, title="Groups", description="Number of groups that the channels are divided into.")

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(2, port.features)]

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        return groups_misfit(self.groups, port.features)

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.group_norm.GroupNorm", self.groups, port.features)

    def caption(self) -> str:
        return str(self.groups)
