"""Flatten block: lays an image or sequence out as one long vector."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.layer import LayerSpec
from models.port import Context, Port, PortKind
from models.reach import WHOLE, Reach


class Flatten(LayerSpec):
    """(channels, height, width) or (positions, features) -> (product,), the last axis running fastest."""

    label: ClassVar[str] = "Flatten"
    about: ClassVar[str] = "Lays all values of an image or a sequence out as one vector."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image", "vector", "sequence")

    kind: Literal["flatten"] = "flatten"

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("vector", (port.size,), flattened_from=port.flattened_from or port.shape)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.Flatten")
