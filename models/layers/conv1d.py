"""Convolution along a sequence (Waibel et al. 1989; causal: van den Oord et al. 2016, arXiv:1609.03499)."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.layer import InSize, LayerSpec, PaletteGroup, Size, channels_misfit, in_size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import SAME_WITH_STRIDE, SEQUENCE_TOO_SHORT
from models.products import Product, bias
from models.reach import Reach, window
from models.window import KernelSize, Padding, Stride


class Conv1d(LayerSpec):
    """y[t] = sum over k of W[k] x[t s + k - before] + b, where s is the stride and `before` the zeros in front.

    Causal padding puts all zeros in front, so that no position sees a later one. Weights (out_channels, in_channels,
    kernel_size), bias (out_channels).
    """

    label: ClassVar[str] = "Conv 1-D"
    about: ClassVar[str] = "Slides small learned filters along the sequence; causal ones never look ahead."
    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "sequence"

    kind: Literal["conv1d"] = "conv1d"
    out_channels: Size = Field(16, title="Channels", description="Number of filters, each giving one feature.")
    kernel_size: KernelSize = Field(3, title="Kernel", description="Length of the window, in positions.")
    stride: Stride = Field(1, title="Stride", description="How far the window moves, in positions.")
    padding: Padding | Literal["same", "causal"] = Field(
        "same",
        title="Padding",
        description="Zeros added at both ends, in positions; same size keeps the length, causal adds them in front.",
    )
    bias: bool = Field(True, title="Bias", description="Whether a learned constant is added to every feature.")
    in_channels: InSize = Field(
        "auto", title="Input channels", description="Number of input features; automatic takes what arrives."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        if self.padding == "same" and self.stride != 1:
            raise Misfit(SAME_WITH_STRIDE, stride=self.stride)
        length = port.shape[0] + sum(self._zeros())
        if length < self.kernel_size:
            raise Misfit(SEQUENCE_TOO_SHORT, window=self.kernel_size, length=port.shape[0])
        return Port("sequence", ((length - self.kernel_size) // self.stride + 1, self.out_channels))

    def products(self, port: Port, context: Context) -> list[Product]:
        seen = in_size(self.in_channels, port.features)
        return [(self.kernel_size, seen, self.out_channels), *bias(self.out_channels, self.bias)]

    def num_macs(self, port: Port, context: Context) -> int:
        return self.out_port(port, context).size * port.features * self.kernel_size

    def reach(self, port: Port) -> Reach | None:
        return window(self.kernel_size, self.stride)

    def looks_ahead(self, port: Port) -> bool:
        """y[t] sees x[t s - before .. t s - before + size - 1], as far as there are such: is one after t?"""
        before, length = self._zeros()[0], port.shape[0]
        starts = ((at, at * self.stride - before) for at in range(min(self.out_port(port, Context()).shape[0], length)))
        return any(max(start, at + 1) <= min(start + self.kernel_size, length) - 1 for at, start in starts)

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        return channels_misfit(self.in_channels, port)

    def code(self, port: Port, context: Context) -> Call:
        return call(
            "models.modules.sequence_conv.SequenceConv",
            port.features,
            self.out_channels,
            self.kernel_size,
            stride=unless(1, self.stride),
            zeros=self._zeros(),
            bias=unless(True, self.bias),
        )

    def caption(self) -> str:
        return str(self.kernel_size)

    def _zeros(self) -> tuple[int, int]:
        """How many zeros stand before and after the sequence."""
        rest = self.kernel_size - 1
        if self.padding == "same":
            return rest // 2, rest - rest // 2
        return (rest, 0) if self.padding == "causal" else (self.padding, self.padding)
