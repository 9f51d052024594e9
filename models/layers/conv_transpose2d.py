"""Transposed convolution block: every pixel paints a learned stamp into a larger image."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.layer import InSize, LayerSpec, PaletteGroup, Size, channels_misfit, in_size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import OUTPUT_PADDING_TOO_LARGE, PADDING_TAKES_ALL
from models.products import Product, bias
from models.reach import Reach, stamp
from models.window import KernelSize, Padding, Stride


class ConvTranspose2d(LayerSpec):
    """The convolution's step from output to input: every pixel adds its value times a filter to the output.

    Side = (side - 1) * stride - 2 * padding + kernel_size + output_padding.
    Weights (in_channels, out_channels, kernel_size, kernel_size), bias (out_channels).
    """

    label: ClassVar[str] = "Transposed conv"
    about: ClassVar[str] = "Enlarges an image: every pixel paints a learned stamp into the output."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["conv_transpose2d"] = "conv_transpose2d"
    out_channels: Size = Field(16, title="Channels", description="Number of channels of the output.")
    kernel_size: KernelSize = Field(4, title="Kernel", description="Side of the square stamp, in pixels.")
    stride: Stride = Field(2, title="Stride", description="Distance between two stamps, in pixels.")
    padding: Padding = Field(1, title="Padding", description="Pixels cut from every side of the output.")
    output_padding: Padding = Field(
        0, title="Output padding", description="Pixels added on the right and below; fewer than the stride."
    )
    bias: bool = Field(True, title="Bias", description="Whether a learned constant is added to every channel.")
    in_channels: InSize = Field(
        "auto", title="Input channels", description="Number of input channels; automatic takes what arrives."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        if self.output_padding >= self.stride and self.output_padding:
            raise Misfit(OUTPUT_PADDING_TOO_LARGE, output_padding=self.output_padding, stride=self.stride)
        _, *sides = port.shape
        grown = self.kernel_size + self.output_padding - 2 * self.padding
        height, width = ((side - 1) * self.stride + grown for side in sides)
        if min(height, width) < 1:
            raise Misfit(PADDING_TAKES_ALL, padding=self.padding)
        return Port("image", (self.out_channels, height, width))

    def products(self, port: Port, context: Context) -> list[Product]:
        seen = in_size(self.in_channels, port.features)
        weights = (self.kernel_size, self.kernel_size, seen, self.out_channels)
        return [weights, *bias(self.out_channels, self.bias)]

    def num_macs(self, port: Port, context: Context) -> int:
        return port.size * self.out_channels * self.kernel_size**2

    def reach(self, port: Port) -> Reach | None:
        return stamp(self.kernel_size, self.stride)

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        return channels_misfit(self.in_channels, port)

    def code(self, port: Port, context: Context) -> Call:
        return call(
            "torch.nn.ConvTranspose2d",
            port.features,
            self.out_channels,
            self.kernel_size,
            stride=unless(1, self.stride),
            padding=unless(0, self.padding),
            output_padding=unless(0, self.output_padding),
            bias=unless(True, self.bias),
        )

    def caption(self) -> str:
        return f"{self.kernel_size}×{self.kernel_size}"
