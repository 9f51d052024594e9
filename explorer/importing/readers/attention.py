"""Reads what transformers are made of: embeddings, positions, attention, and the layers of torch's and our own."""

from typing import Any

from torch import nn

from explorer.importing.reader import Block, Reader, refuse_unless, refuse_unless_usual, square
from explorer.importing.readers.basic import EPS, layer_norm


def _embedding(module: Any) -> list[Block]:
    refuse_unless_usual(module, padding_idx=None, max_norm=None)
    return [{"kind": "embedding", "units": module.embedding_dim}]


def _scaled_embedding(module: Any) -> list[Block]:
    return [{**_embedding(module)[0], "scale": True}]


def _patches(module: Any) -> list[Block]:
    refuse_unless_usual(module, stride=module.kernel_size, padding=(0, 0))
    return [{"kind": "patch_embedding", "side": square(module.kernel_size, "side"), "units": module.out_channels}]


def _positions(encoding: str) -> Reader:
    return lambda module: [{"kind": "positions", "encoding": encoding, "length": module.table.shape[0]}]


def _attention(module: Any) -> list[Block]:
    settings = {"heads": module.num_heads, "dropout": module.dropout.p, **_attention_settings(module)}
    return [{"kind": "self_attention", **settings}]


def _encoder_layer(module: Any) -> list[Block]:
    return [{"kind": "encoder_block", **_attention_settings(module.attention), **_layer_settings(module)}]


def _decoder_layer(module: Any) -> list[Block]:
    positions = _attention_settings(module.attention)["positions"]
    return [{"kind": "decoder_block", "positions": positions, **_layer_settings(module)}]


def _attention_settings(attention: Any) -> Block:
    return {"causal": attention.causal, "positions": "none" if attention.rotary is None else "rotary"}


def _layer_settings(module: Any) -> Block:
    widen, function, *_ = module.feed_forward
    return {
        "heads": module.attention.num_heads,
        "ff_units": widen.out_features,
        "dropout": module.dropout.p,
        "norm": "first" if module.norm_first else "last",
        "activation": "relu" if isinstance(function, nn.ReLU) else "gelu",
    }


def _torch_encoder_layer(module: Any) -> list[Block]:
    refuse_unless_usual(module.self_attn, batch_first=True)
    refuse_unless_usual(module.norm1, eps=EPS)
    refuse_unless(module.linear1.bias is not None, "bias=False")
    name = getattr(module.activation, "__name__", type(module.activation).__name__).lower()
    refuse_unless(name in ("relu", "gelu"), f"activation={name}")
    return [
        {
            "kind": "encoder_block",
            "heads": module.self_attn.num_heads,
            "ff_units": module.linear1.out_features,
            "dropout": module.dropout.p,
            "norm": "first" if module.norm_first else "last",
            "activation": name,
        }
    ]


def _torch_encoder(module: Any) -> list[Block]:
    blocks = [block for layer in module.layers for block in _torch_encoder_layer(layer)]
    return blocks if module.norm is None else [*blocks, *layer_norm(module.norm)]


ATTENTION: dict[str, Reader] = {
    "Embedding": _embedding,
    "ScaledEmbedding": _scaled_embedding,
    "Patches": _patches,
    "SinusoidalPositions": _positions("sinusoidal"),
    "LearnedPositions": _positions("learned"),
    "Attention": _attention,
    "AttentionPooling": lambda module: [{"kind": "attention_pooling", "units": module.hidden.out_features}],
    "EncoderLayer": _encoder_layer,
    "DecoderLayer": _decoder_layer,
    "TransformerEncoderLayer": _torch_encoder_layer,
    "TransformerEncoder": _torch_encoder,
}
