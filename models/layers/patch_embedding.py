"""Patch embedding block: an image as a sequence of squares (Dosovitskiy et al. 2020, arXiv:2010.11929)."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup, Size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import PATCHES_LEAVE_A_REST
from models.products import Product
from models.reach import Reach, window
from models.window import KernelSize


class PatchEmbedding(LayerSpec):
    """y_t = W p_t + b, where p_t are the values of square t, row by row from the top left corner.

    Weights (units, channels, side, side), bias (units).
    """

    label: ClassVar[str] = "Patch embedding"
    about: ClassVar[str] = "Cuts the image into squares and makes a vector of each: words of a vision transformer."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "attention"

    kind: Literal["patch_embedding"] = "patch_embedding"
    side: KernelSize = Field(2, title="Side", description="Side of every square, in pixels.")
    units: Size = Field(64, title="Features", description="Length of every square's vector.")

    def out_port(self, port: Port, context: Context) -> Port:
        _, height, width = port.shape
        if height % self.side or width % self.side:
            raise Misfit(PATCHES_LEAVE_A_REST, side=(self.side, self.side), shape=(height, width))
        return Port("sequence", ((height // self.side) * (width // self.side), self.units))

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(self.side, self.side, port.features, self.units), (self.units,)]

    def num_macs(self, port: Port, context: Context) -> int:
        return port.size * self.units

    def reach(self, port: Port) -> Reach | None:
        return window(self.side, self.side)

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.patches.Patches", port.features, self.units, self.side)

    def caption(self) -> str:
        return f"{self.side}×{self.side}"
