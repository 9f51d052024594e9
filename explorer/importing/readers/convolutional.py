"""Reads what convolutional networks are made of: convolutions, pooling, enlarging, and backbones as a whole."""

from typing import Any

from explorer.importing.reader import Block, Reader, always, refuse_unless, refuse_unless_usual, square


def _conv_settings(module: Any) -> Block:
    refuse_unless_usual(module, padding_mode="zeros")
    refuse_unless(set(module.dilation) == {1}, f"dilation={module.dilation}")
    padding = module.padding if isinstance(module.padding, str) else square(module.padding, "padding")
    return {
        "out_channels": module.out_channels,
        "in_channels": module.in_channels,
        "kernel_size": square(module.kernel_size, "kernel_size"),
        "stride": square(module.stride, "stride"),
        "padding": 0 if padding == "valid" else padding,
        "bias": module.bias is not None,
    }


def _conv2d(module: Any) -> list[Block]:
    return [{"kind": "conv2d", **_conv_settings(module), "groups": module.groups}]


def _same_conv(module: Any) -> list[Block]:
    before, after, *_ = module.around  # which a class of that name alone has not
    rest = module.kernel_size[0] - 1
    refuse_unless((before, after) == (rest // 2, rest - rest // 2), f"around={module.around}")
    return [{**_conv2d(module)[0], "padding": "same"}]


def _conv_transpose2d(module: Any) -> list[Block]:
    refuse_unless_usual(module, groups=1)
    more = square(module.output_padding, "output_padding")
    return [{"kind": "conv_transpose2d", **_conv_settings(module), "output_padding": more}]


def _sequence_conv(module: Any) -> list[Block]:
    before, after = module.zeros
    rest = module.kernel_size[0] - 1
    named = {(rest, 0): "causal", (rest // 2, rest - rest // 2): "same"}
    padding = before if before == after else named.get((before, after))
    refuse_unless(padding is not None, f"zeros={module.zeros}")
    return [{"kind": "conv1d", **_conv_settings(module), "padding": padding}]


def _pool(kind: str, **usual: object) -> Reader:
    def read(module: Any) -> list[Block]:
        refuse_unless_usual(module, ceil_mode=False, **usual)
        size, stride = (square(value, "size") for value in (module.kernel_size, module.stride))
        padding = square(module.padding, "padding")
        return [{"kind": kind, "kernel_size": size, "stride": "auto" if stride == size else stride, "padding": padding}]

    return read


def _adaptive_avg_pool2d(module: Any) -> list[Block]:
    return [{"kind": "adaptive_avg_pool2d", "side": square(module.output_size, "output_size")}]


def _upsample(module: Any) -> list[Block]:
    factor = module.scale_factor
    refuse_unless(factor is not None and float(factor).is_integer(), f"scale_factor={factor}")
    refuse_unless(not module.align_corners, "align_corners=True")
    return [{"kind": "upsample", "factor": int(factor), "mode": module.mode}]


def _backbone(module: Any) -> list[Block]:
    models = {"ResNet": "resnet18", "MobileNetV3": "mobilenet_v3_small", "VisionTransformer": "vit_b_16"}
    return [{"kind": "backbone", "model": models[type(module.body).__name__]}]


CONVOLUTIONAL: dict[str, Reader] = {
    "Conv2d": _conv2d,
    "SameConv2d": _same_conv,
    "SequenceConv": _sequence_conv,
    "ConvTranspose2d": _conv_transpose2d,
    "MaxPool2d": _pool("max_pool2d", dilation=1, return_indices=False),
    "AvgPool2d": _pool("avg_pool2d", count_include_pad=True, divisor_override=None),
    "AdaptiveAvgPool2d": _adaptive_avg_pool2d,
    "GlobalAverage": always({"kind": "global_avg_pool"}),
    "GlobalMaximum": always({"kind": "global_max_pool"}),
    "MeanOverPositions": always({"kind": "mean_positions"}),
    "MaxOverPositions": always({"kind": "max_positions"}),
    "Upsample": _upsample,
    "SqueezeExcite": lambda module: [{"kind": "squeeze_excite", "units": module.squeeze.out_features}],
    "Backbone": _backbone,
}
