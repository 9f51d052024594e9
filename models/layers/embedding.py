"""Embedding block: a learned vector for every symbol."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup, Size, out_size
from models.port import Context, Port, PortKind
from models.products import Product


class Embedding(LayerSpec):
    """y_t = row x_t of a learned table (vocabulary, units), optionally times the square root of units.

    The rows start with deviation 1 after scaling, so that positions added to them weigh the same either way.
    """

    label: ClassVar[str] = "Embedding"
    about: ClassVar[str] = "Looks up a learned vector for every symbol."
    accepts: ClassVar[tuple[PortKind, ...]] = ("tokens",)
    group: ClassVar[PaletteGroup] = "sequence"

    kind: Literal["embedding"] = "embedding"
    units: Size = Field(64, title="Features", description="Length of every symbol's vector.")
    scale: bool = Field(
        False, title="Scale by √d", description="Whether vectors are multiplied by the square root of their length."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        self._vocabulary(port, context)
        return Port("sequence", (*port.shape, self.units))

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(self._vocabulary(port, context), self.units)]

    def code(self, port: Port, context: Context) -> Call:
        target = "models.modules.embedding.ScaledEmbedding" if self.scale else "torch.nn.Embedding"
        return call(target, self._vocabulary(port, context), self.units)

    def _vocabulary(self, port: Port, context: Context) -> int:
        return port.vocabulary or out_size("vocabulary", context)
