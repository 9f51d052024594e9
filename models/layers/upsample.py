"""Upsampling block: a larger image without anything learned."""

from fractions import Fraction
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.reach import Reach


class Upsample(LayerSpec):
    """Every side becomes `factor` times as long, by repeating pixels or by blending between them."""

    label: ClassVar[str] = "Upsample"
    about: ClassVar[str] = "Enlarges an image by repeating its pixels or blending between them."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["upsample"] = "upsample"
    factor: Annotated[int, Field(ge=1, le=64)] = Field(
        2, title="Factor", description="How many times as long every side becomes."
    )
    mode: Literal["nearest", "bilinear"] = Field(
        "nearest", title="Mode", description="Nearest repeats pixels, bilinear blends between them."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        channels, height, width = port.shape
        return Port("image", (channels, height * self.factor, width * self.factor))

    def reach(self, port: Port) -> Reach | None:
        return Reach(Fraction(1 if self.mode == "nearest" else 2), Fraction(1, self.factor))

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.Upsample", scale_factor=self.factor, mode=self.mode)

    def caption(self) -> str:
        return f"×{self.factor}"
