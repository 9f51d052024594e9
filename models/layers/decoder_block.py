"""Decoder block of a Transformer: causal self-attention, a look at the encoder, a small network at every position."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.heads import attention_macs, attention_products, attention_values, refuse_heads, refuse_odd_rotary
from models.options import PORT_LABELS
from models.port import Context, Port
from models.problem import Misfit
from models.problems import MEMORY_NOT_SEQUENCE, NO_MEMORY
from models.products import Product
from models.reach import WHOLE, Reach
from models.transformer_block import TransformerBlock


class DecoderBlock(TransformerBlock):
    """x + causal SelfAttention(x), x + CrossAttention(x, memory), x + FeedForward(x), each normalised.

    In cross-attention questions come from the decoder, keys and values from the encoder's output, the memory
    (Vaswani et al. 2017, arXiv:1706.03762).
    """

    label: ClassVar[str] = "Decoder block"
    about: ClassVar[str] = "Like a causal encoder block, and looks at what the encoder has read."
    needs_memory: ClassVar[bool] = True

    kind: Literal["decoder_block"] = "decoder_block"

    def out_port(self, port: Port, context: Context) -> Port:
        memory = _memory(context)
        refuse_heads(self.heads, port, max(port.shape[0], memory.shape[0]))
        refuse_odd_rotary(self.positions, self.heads, port)
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        features = port.features
        attentions = [*attention_products(features), *attention_products(features, _memory(context).features)]
        return [*attentions, *self.feed_forward_products(features), (6, features)]

    def num_macs(self, port: Port, context: Context) -> int:
        return attention_macs(port, port) + attention_macs(port, _memory(context)) + self.feed_forward_macs(port)

    def num_inner_values(self, port: Port, context: Context) -> int:
        own, cross = (attention_values(self.heads, port, source) for source in (port, _memory(context)))
        return own + cross + 2 * port.size + self.feed_forward_values(port)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call(
            "models.modules.transformer.DecoderLayer",
            port.features,
            memory_features=_memory(context).features,
            causal_length=port.shape[0],
            **self.options(port),
        )


def _memory(context: Context) -> Port:
    if context.memory is None:
        raise Misfit(NO_MEMORY)
    if context.memory.kind != "sequence":
        received = PORT_LABELS[context.memory.kind]
        raise Misfit(MEMORY_NOT_SEQUENCE, received=received, shape=context.memory.shape)
    return context.memory
