"""The settings that pooling blocks share: a window that moves over an image."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.reach import Reach, window
from models.window import KernelSize, Padding, Stride, after_pooling


class PoolingBlock(LayerSpec):
    """One value for every window, channel by channel. Members add `kind` and the module's name."""

    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"
    module: ClassVar[str]

    kernel_size: KernelSize = Field(2, title="Window", description="Side of the square window, in pixels.")
    stride: Stride | Literal["auto"] = Field(
        "auto", title="Stride", description="How far the window moves, in pixels; automatic moves by its own side."
    )
    padding: Padding = Field(0, title="Padding", description="Border added on every side, in pixels.")

    def out_port(self, port: Port, context: Context) -> Port:
        return after_pooling(port, self.kernel_size, self._stride(), self.padding)

    def reach(self, port: Port) -> Reach | None:
        return window(self.kernel_size, self._stride())

    def code(self, port: Port, context: Context) -> Call:
        stride = unless(self.kernel_size, self._stride())
        return call(self.module, self.kernel_size, stride=stride, padding=unless(0, self.padding))

    def caption(self) -> str:
        return str(self.kernel_size)

    def _stride(self) -> int:
        return self.kernel_size if self.stride == "auto" else self.stride
