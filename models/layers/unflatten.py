"""Unflatten block: a vector read as the channels of an image, the other way round of flatten."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup, Size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import RESHAPE_MISMATCH, UNFLATTEN_LEAVES_A_REST
from models.reach import Reach


class Unflatten(LayerSpec):
    """(features,) -> (channels, height, width), columns running fastest; automatic takes all channels there are."""

    label: ClassVar[str] = "Unflatten"
    about: ClassVar[str] = "Reads a vector as an image, pixel by pixel and channel by channel."
    accepts: ClassVar[tuple[PortKind, ...]] = ("vector",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["unflatten"] = "unflatten"
    channels: Size | Literal["auto"] = Field(
        "auto", title="Channels", description="Number of channels; automatic takes as many as the values give."
    )
    height: Size = Field(4, title="Height", description="Height of the image, in pixels.")
    width: Size = Field(4, title="Width", description="Width of the image, in pixels.")

    def out_port(self, port: Port, context: Context) -> Port:
        area = self.height * self.width
        if self.channels == "auto" and port.size % area:
            raise Misfit(UNFLATTEN_LEAVES_A_REST, received=port.size, sides=(self.height, self.width), area=area)
        channels = port.size // area if self.channels == "auto" else self.channels
        shape = (channels, self.height, self.width)
        if channels * area != port.size:
            raise Misfit(RESHAPE_MISMATCH, received=port.size, after=shape, product=channels * area)
        return Port("image", shape)

    def reach(self, port: Port) -> Reach | None:
        return None

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.Unflatten", 1, self.out_port(port, context).shape)

    def caption(self) -> str:
        return f"{self.height}×{self.width}"
