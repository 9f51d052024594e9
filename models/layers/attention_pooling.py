"""Attention pooling block: a weighted mean that learns where to look (Bahdanau et al. 2014, arXiv:1409.0473)."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup, Size
from models.port import Context, Port, PortKind
from models.products import Product
from models.reach import WHOLE, Reach


class AttentionPooling(LayerSpec):
    """Scores every position, v^T tanh(W x_t + b), and sums the positions weighted by the softmax of the scores."""

    label: ClassVar[str] = "Attention pooling"
    about: ClassVar[str] = "Turns a sequence into one vector: a weighted sum that learns which positions matter."
    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "attention"

    kind: Literal["attention_pooling"] = "attention_pooling"
    units: Size = Field(64, title="Units", description="Width of the layer that scores a position.")

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("vector", (port.features,))

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(self.units, port.features), (self.units,), (self.units,)]

    def num_macs(self, port: Port, context: Context) -> int:
        return port.size * self.units + port.shape[0] * self.units + port.size

    def num_inner_values(self, port: Port, context: Context) -> int:
        return port.shape[0] * (self.units + 2)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.attention.AttentionPooling", port.features, self.units)
