"""Self-attention block: every position looks at every other (Vaswani et al. 2017, arXiv:1706.03762)."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.heads import (
    HeadPositions,
    Heads,
    attention_macs,
    attention_products,
    attention_values,
    refuse_heads,
    refuse_odd_rotary,
)
from models.layer import LayerSpec, PaletteGroup, Share
from models.port import Context, Port, PortKind
from models.products import Product
from models.reach import WHOLE, Reach


class SelfAttention(LayerSpec):
    """softmax(Q K^T / sqrt(d_k)) V in every head, where Q, K and V are weighted sums of the same sequence.

    The heads' outputs stand side by side and are mixed by one more weighted sum.
    """

    label: ClassVar[str] = "Self-attention"
    about: ClassVar[str] = "Every position gathers from the others what its question asks for."
    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "attention"
    live: ClassVar[Mapping[str, str]] = {"dropout": "p"}

    kind: Literal["self_attention"] = "self_attention"
    heads: Heads = Field(4, title="Heads", description="How many attentions work side by side.")
    causal: bool = Field(
        False, title="Causal", description="Whether a position sees only itself and what stands before it."
    )
    dropout: Share = Field(
        0.0, title="Dropout", description="Share of the attention weights that are silenced while training."
    )
    positions: HeadPositions = "none"

    def out_port(self, port: Port, context: Context) -> Port:
        refuse_heads(self.heads, port, port.shape[0])
        refuse_odd_rotary(self.positions, self.heads, port)
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        return attention_products(port.features)

    def num_macs(self, port: Port, context: Context) -> int:
        return attention_macs(port, port)

    def num_inner_values(self, port: Port, context: Context) -> int:
        return attention_values(self.heads, port, port)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def looks_ahead(self, port: Port) -> bool:
        return not self.causal

    def code(self, port: Port, context: Context) -> Call:
        return call(
            "models.modules.attention.Attention",
            port.features,
            self.heads,
            causal_length=unless(None, port.shape[0] if self.causal else None),
            rotary_length=unless(None, port.shape[0] if self.positions == "rotary" else None),
            dropout=unless(0.0, self.dropout),
        )

    def caption(self) -> str:
        return f"h={self.heads}"
