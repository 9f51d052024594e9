"""Mean over positions block: a whole sequence as one vector."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.layer import LayerSpec, PaletteGroup
from models.port import Context, Port, PortKind
from models.reach import WHOLE, Reach


class MeanPositions(LayerSpec):
    """(positions, features) -> (features,), the mean over all positions."""

    label: ClassVar[str] = "Mean over positions"
    about: ClassVar[str] = "Turns a sequence into one vector: the mean of its positions."
    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "sequence"

    kind: Literal["mean_positions"] = "mean_positions"

    def out_port(self, port: Port, context: Context) -> Port:
        return Port("vector", (port.features,))

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.averages.MeanOverPositions")
