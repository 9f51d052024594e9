"""Reads what networks of every kind have: dense layers, activations, norms, noise, and other shapes."""

from typing import Any

from torch import nn

from explorer.importing.reader import Block, Reader, activation, always, refuse_unless, refuse_unless_usual

EPS = 1e-5  # of every normalising block, added to the variance


def _gelu(module: Any) -> list[Block]:
    refuse_unless_usual(module, approximate="none")
    return [activation("gelu")]


def _softmax(module: Any) -> list[Block]:
    refuse_unless(module.dim in (-1, 1), f"dim={module.dim}")
    return [activation("softmax", axis=module.dim)]


def _elu(module: Any) -> list[Block]:
    refuse_unless_usual(module, alpha=1)
    return [activation("elu")]


def _linear(module: Any) -> list[Block]:
    sizes = {"units": module.out_features, "in_features": module.in_features}
    return [{"kind": "dense", **sizes, "bias": module.bias is not None}]


def _cosine(module: Any) -> list[Block]:
    units, learned = module.weight.shape[0], isinstance(module.scale, nn.Parameter)
    return [{"kind": "cosine_head", "units": units, "scale": module.scale.item(), "learn_scale": learned}]


def _sequence_batch_norm(module: Any) -> list[Block]:
    refuse_unless_usual(module, affine=True, track_running_stats=True, eps=EPS)
    refuse_unless(module.momentum is not None, "momentum=None")
    return [{"kind": "batch_norm", "momentum": module.momentum}]


def _batch_norm(module: Any) -> list[Block]:
    return [{**_sequence_batch_norm(module)[0], "axis": 1}]


def layer_norm(module: Any) -> list[Block]:
    """Torch's normalises the last axes: all of an image, or the features of anything else."""
    refuse_unless(module.elementwise_affine and module.bias is not None, "no learned gain or shift")
    refuse_unless_usual(module, eps=EPS)
    refuse_unless(len(module.normalized_shape) in (1, 3), f"normalized_shape={module.normalized_shape}")
    return [{"kind": "layer_norm", "axis": -1 if len(module.normalized_shape) == 1 else 1}]


def _group_norm(module: Any) -> list[Block]:
    refuse_unless_usual(module, affine=True, eps=EPS)
    return [{"kind": "group_norm", "groups": module.num_groups}]


def _flatten(module: Any) -> list[Block]:
    refuse_unless_usual(module, start_dim=1, end_dim=-1)
    return [{"kind": "flatten"}]


def _unflatten(module: Any) -> list[Block]:
    refuse_unless_usual(module, dim=1)
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
    "SequenceBatchNorm": _sequence_batch_norm,
    "LayerNorm": layer_norm,
    "GroupNorm": _group_norm,
    "Flatten": _flatten,
    "Unflatten": _unflatten,
}
