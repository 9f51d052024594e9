"""Convolution block: small learned filters slide over an image (LeCun et al. 1998)."""

from math import prod
from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.groups import Groups, groups_misfit
from models.layer import InSize, LayerSpec, PaletteGroup, Size, channels_misfit, in_size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import SAME_WITH_STRIDE
from models.products import Product, bias
from models.reach import Reach, window
from models.window import KernelSize, Padding, Stride, after_window


class Conv2d(LayerSpec):
    """y[o] = sum over i of w[o, i] * x[i] + b[o], where * slides a window over the image.

    In groups, every filter sees the input channels of its own group only; as many groups as input channels make it
    depthwise (Howard et al. 2017, arXiv:1704.04861). Weights (out_channels, in_channels / groups, kernel_size,
    kernel_size), bias (out_channels).
    """

    label: ClassVar[str] = "Conv"
    about: ClassVar[str] = "Slides small learned filters over the image; every filter gives one channel."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["conv2d"] = "conv2d"
    out_channels: Size = Field(16, title="Channels", description="Number of filters, each giving one channel.")
    kernel_size: KernelSize = Field(3, title="Kernel", description="Side of the square window, in pixels.")
    stride: Stride = Field(1, title="Stride", description="How far the window moves, in pixels.")
    padding: Padding | Literal["same"] = Field(
        0, title="Padding", description="Zeros added on every side, in pixels; same size keeps the image's size."
    )
    groups: Groups | Literal["channels"] = Field(
        1,
        title="Groups",
        description="Number of groups of channels; each filter sees the channels of its own group, depthwise only one.",
    )
    bias: bool = Field(True, title="Bias", description="Whether a learned constant is added to every channel.")
    in_channels: InSize = Field(
        "auto", title="Input channels", description="Number of input channels; automatic takes what arrives."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        if self.padding != "same":
            _, height, width = after_window(port, self.kernel_size, self.stride, self.padding).shape
        elif self.stride == 1:
            _, height, width = port.shape
        else:
            raise Misfit(SAME_WITH_STRIDE, stride=self.stride)
        return Port("image", (self.out_channels, height, width))

    def products(self, port: Port, context: Context) -> list[Product]:
        seen = in_size(self.in_channels, port.features) // self.num_groups(port)
        weights = (self.kernel_size, self.kernel_size, seen, self.out_channels)
        return [weights, *bias(self.out_channels, self.bias)]

    def num_macs(self, port: Port, context: Context) -> int:
        seen = self.num_params(port, context) - self.bias * self.out_channels
        return prod(self.out_port(port, context).shape[1:]) * seen

    def reach(self, port: Port) -> Reach | None:
        return window(self.kernel_size, self.stride)

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        fitting = channels_misfit(self.in_channels, port)
        return fitting or groups_misfit(self.num_groups(port), port.features, self.out_channels)

    def code(self, port: Port, context: Context) -> Call:
        sizes = (port.features, self.out_channels, self.kernel_size)
        options = {"groups": unless(1, self.num_groups(port)), "bias": unless(True, self.bias)}
        if self.padding == "same" and self.kernel_size % 2 == 0:
            return call("models.modules.same_conv.SameConv2d", *sizes, **options)
        padding = self.kernel_size // 2 if self.padding == "same" else self.padding
        return call("torch.nn.Conv2d", *sizes, stride=unless(1, self.stride), padding=unless(0, padding), **options)

    def num_groups(self, port: Port) -> int:
        """The groups as a number: depthwise has as many as there are input channels."""
        return port.features if self.groups == "channels" else self.groups

    def caption(self) -> str:
        return f"{self.kernel_size}×{self.kernel_size}"
