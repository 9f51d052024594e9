"""From a torch module to blocks: a reader per class, by name; those of exported scripts are read like torch's own."""

from collections.abc import Callable
from typing import Any

from torch import nn

Block = dict[str, Any]


class Unreadable(Exception):
    """A module or an operation that no block stands for, or not with these settings; the text says what of it."""


def blocks_of(module: nn.Module) -> list[Block] | None:
    """The blocks of a module, in order; None where its class is not known.

    Raises:
        Unreadable: when the class is known, but not with these settings.
    """
    read = _READERS.get(type(module).__name__)
    return None if read is None else read(module)


def is_known(module: nn.Module) -> bool:
    """Whether the module is read as a whole, and not looked into."""
    return type(module).__name__ in _READERS


def activation(function: str, **settings: float) -> Block:
    return {"kind": "activation", "function": function, **settings}


def _refuse_unless(condition: bool, what: str) -> None:
    if not condition:
        raise Unreadable(what)


def _square(value: int | tuple[int, ...], what: str) -> int:
    """A size that is the same in both directions."""
    sizes = set(value) if isinstance(value, tuple) else {value}
    _refuse_unless(len(sizes) == 1, f"{what}={value}")
    return int(sizes.pop())


def _same_activation(function: str) -> Callable[[Any], list[Block]]:
    return lambda module: [activation(function)]


def _gelu(module: Any) -> list[Block]:
    _refuse_unless(module.approximate == "none", f"approximate={module.approximate!r}")
    return [activation("gelu")]


def _softmax(module: Any) -> list[Block]:
    _refuse_unless(module.dim in (-1, 1), f"dim={module.dim}")
    return [activation("softmax")]


def _elu(module: Any) -> list[Block]:
    _refuse_unless(module.alpha == 1, f"alpha={module.alpha}")
    return [activation("elu")]


def _linear(module: Any) -> list[Block]:
    sizes = {"units": module.out_features, "in_features": module.in_features}
    return [{"kind": "dense", **sizes, "bias": module.bias is not None}]


def _conv_settings(module: Any) -> Block:
    _refuse_unless(module.padding_mode == "zeros", f"padding_mode={module.padding_mode!r}")
    _refuse_unless(set(module.dilation) == {1}, f"dilation={module.dilation}")
    padding = module.padding if isinstance(module.padding, str) else _square(module.padding, "padding")
    return {
        "out_channels": module.out_channels,
        "in_channels": module.in_channels,
        "kernel_size": _square(module.kernel_size, "kernel_size"),
        "stride": _square(module.stride, "stride"),
        "padding": 0 if padding == "valid" else padding,
        "bias": module.bias is not None,
    }


def _conv2d(module: Any) -> list[Block]:
    return [{"kind": "conv2d", **_conv_settings(module), "groups": module.groups}]


def _same_conv(module: Any) -> list[Block]:
    return [{**_conv2d(module)[0], "padding": "same"}]


def _conv_transpose2d(module: Any) -> list[Block]:
    _refuse_unless(module.groups == 1, f"groups={module.groups}")
    more = _square(module.output_padding, "output_padding")
    return [{"kind": "conv_transpose2d", **_conv_settings(module), "output_padding": more}]


def _sequence_conv(module: Any) -> list[Block]:
    before, after = module.zeros
    rest = module.kernel_size[0] - 1
    padding: int | str = before
    if before != after or before == rest // 2:
        padding = "causal" if before == rest and not after else "same"
    return [{"kind": "conv1d", **_conv_settings(module), "padding": padding}]


def _pool(kind: str) -> Callable[[Any], list[Block]]:
    def read(module: Any) -> list[Block]:
        _refuse_unless(not module.ceil_mode, "ceil_mode=True")
        _refuse_unless(_square(getattr(module, "dilation", 1), "dilation") == 1, f"dilation={module!r}")
        size, stride = (_square(value, "size") for value in (module.kernel_size, module.stride))
        padding = _square(module.padding, "padding")
        return [{"kind": kind, "kernel_size": size, "stride": "auto" if stride == size else stride, "padding": padding}]

    return read


def _adaptive_avg_pool2d(module: Any) -> list[Block]:
    return [{"kind": "adaptive_avg_pool2d", "side": _square(module.output_size, "output_size")}]


def _dropout(module: Any) -> list[Block]:
    return [{"kind": "dropout", "probability": module.p}]


def _batch_norm(module: Any) -> list[Block]:
    _refuse_unless(module.affine and module.track_running_stats, "affine=False or track_running_stats=False")
    return [{"kind": "batch_norm", "momentum": module.momentum}]


def _layer_norm(module: Any) -> list[Block]:
    _refuse_unless(module.elementwise_affine and module.bias is not None, "no learned gain or shift")
    return [{"kind": "layer_norm"}]


def _group_norm(module: Any) -> list[Block]:
    return [{"kind": "group_norm", "groups": module.num_groups}]


def _flatten(module: Any) -> list[Block]:
    _refuse_unless(module.start_dim == 1 and module.end_dim == -1, f"start_dim={module.start_dim}")
    return [{"kind": "flatten"}]


def _unflatten(module: Any) -> list[Block]:
    _refuse_unless(module.dim == 1, f"dim={module.dim}")
    shape = list(module.unflattened_size)
    if len(shape) != 3:
        return [{"kind": "reshape", "shape": shape}]
    channels, height, width = shape
    return [{"kind": "unflatten", "channels": channels, "height": height, "width": width}]


def _embedding(module: Any) -> list[Block]:
    return [{"kind": "embedding", "units": module.embedding_dim}]


def _scaled_embedding(module: Any) -> list[Block]:
    return [{"kind": "embedding", "units": module.embedding_dim, "scale": True}]


def _upsample(module: Any) -> list[Block]:
    factor = module.scale_factor
    _refuse_unless(factor is not None and float(factor).is_integer(), f"scale_factor={factor}")
    return [{"kind": "upsample", "factor": int(factor), "mode": module.mode}]


def _torch_recurrent(cell: str) -> Callable[[Any], list[Block]]:
    def read(module: Any) -> list[Block]:
        _refuse_unless(module.batch_first, "batch_first=False")
        _refuse_unless(module.bias and not module.proj_size, "bias=False or proj_size")
        settings = {"nonlinearity": module.nonlinearity} if cell == "simple" else {}
        return [_recurrent_block(cell, module, module.num_layers, "sequence", module.dropout, **settings)]

    return read


def _recurrent_layers(module: Any) -> list[Block]:
    """Ours: one torch module per layer."""
    first = module.layers[0]
    output = "sequence" if module.returns_sequence else "last"
    settings = {"nonlinearity": first.nonlinearity} if module.cell == "simple" else {}
    return [_recurrent_block(module.cell, first, len(module.layers), output, module.dropout.p, **settings)]


def _recurrent_block(cell: str, layer: Any, layers: int, output: str, dropout: float, **settings: str) -> Block:
    return {
        "kind": "recurrent",
        "cell": cell,
        "units": layer.hidden_size,
        "layers": layers,
        "bidirectional": layer.bidirectional,
        "output": output,
        "dropout": float(dropout),
        **settings,
    }


def _encoder_layer(module: Any) -> list[Block]:
    """Ours."""
    return [{"kind": "encoder_block", **_attention_settings(module.attention), **_transformer_settings(module)}]


def _decoder_layer(module: Any) -> list[Block]:
    """Ours."""
    positions = _attention_settings(module.attention)["positions"]
    return [{"kind": "decoder_block", "positions": positions, **_transformer_settings(module)}]


def _attention_settings(attention: Any) -> Block:
    return {"causal": attention.causal, "positions": "none" if attention.rotary is None else "rotary"}


def _transformer_settings(module: Any) -> Block:
    widen, function, *_ = module.feed_forward
    return {
        "heads": module.attention.num_heads,
        "ff_units": widen.out_features,
        "dropout": module.dropout.p,
        "norm": "first" if module.norm_first else "last",
        "activation": "relu" if isinstance(function, nn.ReLU) else "gelu",
    }


def _torch_encoder_layer(module: Any) -> list[Block]:
    _refuse_unless(module.self_attn.batch_first, "batch_first=False")
    name = getattr(module.activation, "__name__", type(module.activation).__name__).lower()
    _refuse_unless(name in ("relu", "gelu"), f"activation={name}")
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
    return blocks if module.norm is None else [*blocks, *_layer_norm(module.norm)]


def _attention(module: Any) -> list[Block]:
    settings = {"heads": module.num_heads, "dropout": module.dropout.p, **_attention_settings(module)}
    return [{"kind": "self_attention", **settings}]


def _cosine(module: Any) -> list[Block]:
    units, learned = module.weight.shape[0], isinstance(module.scale, nn.Parameter)
    return [{"kind": "cosine_head", "units": units, "scale": module.scale.item(), "learn_scale": learned}]


def _backbone(module: Any) -> list[Block]:
    models = {"ResNet": "resnet18", "MobileNetV3": "mobilenet_v3_small", "VisionTransformer": "vit_b_16"}
    return [{"kind": "backbone", "model": models[type(module.body).__name__]}]


def _positions(encoding: str) -> Callable[[Any], list[Block]]:
    return lambda module: [{"kind": "positions", "encoding": encoding, "length": module.table.shape[0]}]


def _always(*blocks: Block) -> Callable[[Any], list[Block]]:
    return lambda module: [dict(block) for block in blocks]


_READERS: dict[str, Callable[[Any], list[Block]]] = {
    "Identity": _always(),
    "ReLU": _same_activation("relu"),
    "LeakyReLU": lambda module: [activation("leaky_relu", negative_slope=module.negative_slope)],
    "ELU": _elu,
    "GELU": _gelu,
    "SiLU": _same_activation("silu"),
    "Tanh": _same_activation("tanh"),
    "Sigmoid": _same_activation("sigmoid"),
    "Softmax": _softmax,
    "Linear": _linear,
    "Conv2d": _conv2d,
    "SameConv2d": _same_conv,
    "SequenceConv": _sequence_conv,
    "ConvTranspose2d": _conv_transpose2d,
    "Patches": lambda module: [
        {"kind": "patch_embedding", "side": _square(module.kernel_size, "side"), "units": module.out_channels}
    ],
    "MaxPool2d": _pool("max_pool2d"),
    "AvgPool2d": _pool("avg_pool2d"),
    "AdaptiveAvgPool2d": _adaptive_avg_pool2d,
    "GlobalAverage": _always({"kind": "global_avg_pool"}),
    "MeanOverPositions": _always({"kind": "mean_positions"}),
    "GlobalMaximum": _always({"kind": "global_max_pool"}),
    "MaxOverPositions": _always({"kind": "max_positions"}),
    "CosineLinear": _cosine,
    "Backbone": _backbone,
    "Upsample": _upsample,
    "Dropout": _dropout,
    "Noise": lambda module: [{"kind": "noise", "deviation": module.deviation}],
    "BatchNorm1d": _batch_norm,
    "BatchNorm2d": _batch_norm,
    "VectorBatchNorm": _batch_norm,
    "ImageBatchNorm": _batch_norm,
    "SequenceBatchNorm": _batch_norm,
    "LayerNorm": _layer_norm,
    "GroupNorm": _group_norm,
    "Flatten": _flatten,
    "Unflatten": _unflatten,
    "Embedding": _embedding,
    "ScaledEmbedding": _scaled_embedding,
    "SinusoidalPositions": _positions("sinusoidal"),
    "LearnedPositions": _positions("learned"),
    "RNN": _torch_recurrent("simple"),
    "LSTM": _torch_recurrent("lstm"),
    "GRU": _torch_recurrent("gru"),
    "RecurrentLayers": _recurrent_layers,
    "Attention": _attention,
    "AttentionPooling": lambda module: [{"kind": "attention_pooling", "units": module.hidden.out_features}],
    "EncoderLayer": _encoder_layer,
    "DecoderLayer": _decoder_layer,
    "TransformerEncoderLayer": _torch_encoder_layer,
    "TransformerEncoder": _torch_encoder,
    "SqueezeExcite": lambda module: [{"kind": "squeeze_excite", "units": module.squeeze.out_features}],
}
