"""The settings that encoder and decoder blocks share."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from models.code import unless
from models.heads import HeadPositions, Heads
from models.layer import LayerSpec, PaletteGroup, Share, Size
from models.port import Port, PortKind
from models.products import Product


class TransformerBlock(LayerSpec):
    """Attention and a feed-forward network, each with a way around it, normalised before or after.

    Feed-forward: features -> ff_units -> features, at every position alike.
    """

    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "attention"
    live: ClassVar[Mapping[str, str]] = {"dropout": "p"}

    heads: Heads = Field(4, title="Heads", description="How many attentions work side by side.")
    ff_units: Size = Field(256, title="Feed-forward", description="Width of the small network at every position.")
    dropout: Share = Field(0.0, title="Dropout", description="Share of the values that are silenced while training.")
    norm: Literal["first", "last"] = Field(
        "last",
        title="Normalise",
        description="Before each part, which trains more easily, or after it, as in the original.",
    )
    activation: Literal["relu", "gelu"] = Field(
        "relu", title="Function", description="Function of the small network at every position."
    )
    positions: HeadPositions = "none"

    def caption(self) -> str:
        return f"h={self.heads}"

    def options(self, port: Port) -> dict[str, object]:
        """What both layers of a Transformer are made with."""
        return {
            "heads": self.heads,
            "ff_units": self.ff_units,
            "rotary_length": unless(None, port.shape[0] if self.positions == "rotary" else None),
            "dropout": unless(0.0, self.dropout),
            "norm": unless("last", self.norm),
            "activation": unless("relu", self.activation),
        }

    def feed_forward_products(self, features: int) -> list[Product]:
        """Weights and biases of the two dense layers."""
        return [(2, features, self.ff_units), (self.ff_units,), (features,)]

    def feed_forward_macs(self, port: Port) -> int:
        """Multiply-adds of the two dense layers at all positions."""
        return 2 * port.size * self.ff_units

    def feed_forward_values(self, port: Port) -> int:
        """What the two dense layers give at all positions."""
        return port.shape[0] * self.ff_units + port.size
