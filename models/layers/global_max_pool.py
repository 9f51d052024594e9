"""Global max pooling block: the strongest answer of every channel (Oquab et al. 2015)."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.reach import WHOLE, Reach


class GlobalMaxPool(LayerSpec):
    """(channels, height, width) -> (channels,), the largest value of every channel."""

    label: ClassVar[str] = "Global max pool"
    about: ClassVar[str] = "Turns every channel into its largest value, wherever in the image it is."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image",)
    group: ClassVar[PaletteGroup] = "image"

    kind: Literal["global_max_pool"] = "global_max_pool"

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("vector", (port.features,))

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.maxima.GlobalMaximum")
