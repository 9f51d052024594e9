"""Max over positions block: a whole sequence as one vector (Kim 2014, arXiv:1408.5882: max over time)."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.reach import WHOLE, Reach


class MaxPositions(LayerSpec):
    """(positions, features) -> (features,), the largest value of every feature over all positions."""

    label: ClassVar[str] = "Max over positions"
    about: ClassVar[str] = "Turns a sequence into one vector: the largest value of every feature, wherever it is."
    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "sequence"

    kind: Literal["max_positions"] = "max_positions"

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("vector", (port.features,))

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.maxima.MaxOverPositions")
