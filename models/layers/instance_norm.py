"""Instance normalisation block (Ulyanov, Vedaldi and Lempitsky 2016, arXiv:1607.08022)."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.products import Product


class InstanceNorm(LayerSpec):
    """y = gain * (x - mean) / deviation + shift, over the pixels of every channel, sample by sample.

    Gain and shift are learned for every channel. It is group normalisation with one channel a group.
    """

    label: ClassVar[str] = "Instance norm"
    about: ClassVar[str] = "Brings every channel of every sample to mean 0 and deviation 1; contrast no longer matters."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["instance_norm"] = "instance_norm"

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(2, port.features)]

    def code(self, port: Port, context: Context) -> Call:
        # nn.InstanceNorm2d refuses an image of one pixel while training.
        return call("models.modules.group_norm.GroupNorm", port.features, port.features)
