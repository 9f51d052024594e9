"""Reads what networks of every kind have: dense layers, activations, norms, noise, and other shapes."""

from typing import Any

from torch import nn

from explorer.importing.reader import Block, Reader, activation, always, refuse_unless


def _gelu(module: Any) -> list[Block]:
    refuse_unless(module.approximate == "none", f"approximate={module.approximate!r}")
    return [activation("gelu")]


def _softmax(module: Any) -> list[Block]:
    refuse_unless(module.dim in (-1, 1), f"dim={module.dim}")
    return [activation("softmax")]


def _elu(module: Any) -> list[Block]:
    refuse_unless(module.alpha == 1, f"alpha={module.alpha}")
    return [activation("elu")]


def _linear(module: Any) -> list[Block]:
    sizes = {"units": module.out_features, "in_features": module.in_features}
    return [{"kind": "dense", **sizes, "bias": module.bias is not None}]


def _cosine(module: Any) -> list[Block]:
    units, learned = module.weight.shape[0], isinstance(module.scale, nn.Parameter)
    return [{"kind": "cosine_head", "units": units, "scale": module.scale.item(), "learn_scale": learned}]


def _batch_norm(module: Any) -> list[Block]:
    refuse_unless(module.affine and module.track_running_stats, "affine=False or track_running_stats=False")
    return [{"kind": "batch_norm", "momentum": module.momentum}]


def layer_norm(module: Any) -> list[Block]:
    refuse_unless(module.elementwise_affine and module.bias is not None, "no learned gain or shift")
    return [{"kind": "layer_norm"}]


def _flatten(module: Any) -> list[Block]:
    refuse_unless(module.start_dim == 1 and module.end_dim == -1, f"start_dim={module.start_dim}")
    return [{"kind": "flatten"}]


def _unflatten(module: Any) -> list[Block]:
    refuse_unless(module.dim == 1, f"dim={module.dim}")
    shape = list(module.unflattened_size)
    if len(shape) != 3:
        return [{"kind": "reshape", "shape": shape}]
    channels, height, width = shape
    return [{"kind": "unflatten", "channels": channels, "height": height, "width": width}]


BASIC: dict[str, Reader] = {
    "Identity": always(),
    "ReLU": always(activation("relu")),
    "LeakyReLU": lambda module: [activation("leaky_relu", negative_slope=module.negative_slope)],
    "ELU": _elu,
    "GELU": _gelu,
    "SiLU": always(activation("silu")),
    "Tanh": always(activation("tanh")),
    "Sigmoid": always(activation("sigmoid")),
    "Softmax": _softmax,
    "Linear": _linear,
    "CosineLinear": _cosine,
    "Dropout": lambda module: [{"kind": "dropout", "probability": module.p}],
    "Noise": lambda module: [{"kind": "noise", "deviation": module.deviation}],
    "BatchNorm1d": _batch_norm,
    "BatchNorm2d": _batch_norm,
    "VectorBatchNorm": _batch_norm,
    "ImageBatchNorm": _batch_norm,
    "SequenceBatchNorm": _batch_norm,
    "LayerNorm": layer_norm,
    "GroupNorm": lambda module: [{"kind": "group_norm", "groups": module.num_groups}],
    "Flatten": _flatten,
    "Unflatten": _unflatten,
}
