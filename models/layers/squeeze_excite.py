"""Squeeze-and-excite block: every channel is scaled by what all channels say (Hu et al. 2017, arXiv:1709.01507)."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup, Size
from models.port import Context, Port, PortKind
from models.products import Product
from models.reach import WHOLE, Reach


class SqueezeExcite(LayerSpec):
    """y[c] = s[c] * x[c] with s = sigmoid(W2 relu(W1 m + b1) + b2), where m[c] is the mean of channel c.

    W1 (units, channels), W2 (channels, units).
    """

    label: ClassVar[str] = "Squeeze and excite"
    about: ClassVar[str] = "Scales every channel by a share between 0 and 1 that the means of all channels decide."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["squeeze_excite"] = "squeeze_excite"
    units: Size = Field(4, title="Units", description="Size of the hidden layer between the means and the shares.")

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(2, port.features, self.units), (self.units,), (port.features,)]

    def num_macs(self, port: Port, context: Context) -> int:
        return 2 * port.features * self.units

    def num_inner_values(self, port: Port, context: Context) -> int:
        return self.units + port.features

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.squeeze_excite.SqueezeExcite", port.features, self.units)
