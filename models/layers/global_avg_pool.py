"""Global average pooling block: one number per channel (Lin et al. 2013, arXiv:1312.4400)."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.reach import WHOLE, Reach


class GlobalAvgPool(LayerSpec):
    """(channels, height, width) -> (channels,), the mean of every channel."""

    label: ClassVar[str] = "Global average pool"
    about: ClassVar[str] = "Turns every channel into its mean, so that the image's size no longer matters."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["global_avg_pool"] = "global_avg_pool"

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("vector", (port.features,))

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.averages.GlobalAverage")
