"""Adaptive average pooling block: an image of a wished size, whatever arrives."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.reach import WHOLE, Reach
from models.window import KernelSize


class AdaptiveAvgPool2d(LayerSpec):
    """y[i, j] = the mean of rows floor(i h / side) to ceil((i + 1) h / side) and columns alike, channel by channel."""

    label: ClassVar[str] = "Adaptive average pool"
    about: ClassVar[str] = "Averages every channel down to an image of the wished side, whatever its size was."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["adaptive_avg_pool2d"] = "adaptive_avg_pool2d"
    side: KernelSize = Field(4, title="Side", description="Side of the square image that comes out, in pixels.")

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("image", (port.features, self.side, self.side))

    def reach(self, port: Port) -> Reach | None:
        return WHOLE if self.side == 1 else None

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.AdaptiveAvgPool2d", self.side)

    def caption(self) -> str:
        return f"{self.side}×{self.side}"
