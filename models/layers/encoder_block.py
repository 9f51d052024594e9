"""Encoder block of a Transformer: self-attention, then a small network at every position."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.heads import attention_macs, attention_products, attention_values, refuse_heads, refuse_odd_rotary
from models.port import Context, Port
from models.products import Product
from models.reach import WHOLE, Reach
from models.transformer_block import TransformerBlock


class EncoderBlock(TransformerBlock):
    """x + SelfAttention(x), then x + FeedForward(x), each normalised (Vaswani et al. 2017, arXiv:1706.03762).

    With a causal mask it is the block of a decoder-only language model.
    """

    label: ClassVar[str] = "Encoder block"
    about: ClassVar[str] = "Self-attention and a small network at every position, both with a way around them."

    kind: Literal["encoder_block"] = "encoder_block"
    causal: bool = Field(
        False, title="Causal", description="Whether a position sees only itself and what stands before it."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        refuse_heads(self.heads, port, port.shape[0])
        refuse_odd_rotary(self.positions, self.heads, port)
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        features = port.features
        return [*attention_products(features), *self.feed_forward_products(features), (4, features)]

    def num_macs(self, port: Port, context: Context) -> int:
        return attention_macs(port, port) + self.feed_forward_macs(port)

    def num_inner_values(self, port: Port, context: Context) -> int:
        return attention_values(self.heads, port, port) + port.size + self.feed_forward_values(port)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def looks_ahead(self, port: Port) -> bool:
        return not self.causal

    def code(self, port: Port, context: Context) -> Call:
        causal_length = port.shape[0] if self.causal else None
        return call(
            "models.modules.transformer.EncoderLayer",
            port.features,
            causal_length=unless(None, causal_length),
            **self.options(port),
        )
