"""Our encoder and decoder blocks are torch's Transformer layers."""

from itertools import product
from typing import Literal

import pytest
import torch
from torch import nn

from models.layers import DecoderBlock, EncoderBlock
from models.modules.attention import Attention, causal_mask
from models.modules.transformer import DecoderLayer, EncoderLayer
from models.port import Context, Port

Norm = Literal["first", "last"]
Function = Literal["relu", "gelu"]
SETTINGS = list(product(("first", "last"), ("relu", "gelu")))
PORT = Port("sequence", (6, 8))


def copy_attention(own: Attention, theirs: nn.MultiheadAttention) -> None:
    parts = (own.query, own.key, own.value)
    theirs.in_proj_weight.copy_(torch.cat([part.weight for part in parts]))
    theirs.in_proj_bias.copy_(torch.cat([part.bias for part in parts]))
    theirs.out_proj.load_state_dict(own.out.state_dict())


def copy_feed_forward(
    own: EncoderLayer | DecoderLayer, theirs: nn.TransformerEncoderLayer | nn.TransformerDecoderLayer
) -> None:
    theirs.linear1.load_state_dict(own.feed_forward[0].state_dict())
    theirs.linear2.load_state_dict(own.feed_forward[3].state_dict())


def randomised(module: nn.Module) -> None:
    for weights in module.parameters():
        nn.init.normal_(weights, std=0.5)


@pytest.mark.parametrize(("norm", "activation"), SETTINGS)
@pytest.mark.parametrize("causal", [False, True])
def test_an_encoder_block_equals_torchs(norm: Norm, activation: Function, causal: bool) -> None:
    spec = EncoderBlock(heads=2, ff_units=16, norm=norm, activation=activation, causal=causal)
    own = spec.build(PORT, Context())
    assert isinstance(own, EncoderLayer)
    randomised(own)
    theirs = nn.TransformerEncoderLayer(
        8, 2, 16, dropout=0.0, activation=activation, batch_first=True, norm_first=norm == "first"
    )
    with torch.no_grad():
        copy_attention(own.attention, theirs.self_attn)
        copy_feed_forward(own, theirs)
        theirs.norm1.load_state_dict(own.attention_norm.state_dict())
        theirs.norm2.load_state_dict(own.feed_forward_norm.state_dict())
    x_BTD = torch.randn(3, 6, 8)
    expected = theirs(x_BTD, src_mask=causal_mask(6) if causal else None)
    torch.testing.assert_close(own(x_BTD), expected, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize(("norm", "activation"), SETTINGS)
def test_a_decoder_block_equals_torchs(norm: Norm, activation: Function) -> None:
    spec = DecoderBlock(heads=2, ff_units=16, norm=norm, activation=activation)
    own = spec.build(PORT, Context(memory=Port("sequence", (4, 8)), has_encoder=True))
    assert isinstance(own, DecoderLayer)
    randomised(own)
    theirs = nn.TransformerDecoderLayer(
        8, 2, 16, dropout=0.0, activation=activation, batch_first=True, norm_first=norm == "first"
    )
    with torch.no_grad():
        copy_attention(own.attention, theirs.self_attn)
        copy_attention(own.cross_attention, theirs.multihead_attn)
        copy_feed_forward(own, theirs)
        theirs.norm1.load_state_dict(own.attention_norm.state_dict())
        theirs.norm2.load_state_dict(own.cross_attention_norm.state_dict())
        theirs.norm3.load_state_dict(own.feed_forward_norm.state_dict())
    x_BTD, memory_BSD = torch.randn(3, 6, 8), torch.randn(3, 4, 8)
    expected = theirs(x_BTD, memory_BSD, tgt_mask=causal_mask(6))
    torch.testing.assert_close(own(x_BTD, memory_BSD), expected, atol=1e-5, rtol=1e-4)


def test_a_decoder_block_takes_a_shorter_sequence_than_its_port() -> None:
    """Decoding one symbol at a time begins with one position."""
    own = DecoderBlock(heads=2, ff_units=16).build(PORT, Context(memory=Port("sequence", (4, 8)), has_encoder=True))
    x_BTD, memory_BSD = torch.randn(2, 6, 8), torch.randn(2, 4, 8)
    torch.testing.assert_close(own(x_BTD[:, :1], memory_BSD), own(x_BTD, memory_BSD)[:, :1])


def test_a_dropped_value_is_dropped_only_while_training() -> None:
    own = EncoderBlock(heads=2, ff_units=16, dropout=0.5).build(PORT, Context())
    x_BTD = torch.randn(1, 6, 8)
    assert not torch.equal(own(x_BTD), own(x_BTD))
    own.eval()
    assert torch.equal(own(x_BTD), own(x_BTD))
