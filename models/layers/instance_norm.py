"""Instance normalisation block (Ulyanov, Vedaldi and Lempitsky 2016, arXiv:1607.08022)."""

from typing import TYPE_CHECKING, ClassVar, Literal

from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind

if TYPE_CHECKING:
    from torch import nn


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

    def num_params(self, port: Port, context: Context) -> int:
        return 2 * port.features

    def build(self, port: Port, context: Context) -> "nn.Module":
        from torch import nn

        # nn.InstanceNorm2d refuses an image of one pixel while training.
        return nn.GroupNorm(port.features, port.features)
