"""Recurrent block: reads a sequence position by position and remembers (simple, LSTM, GRU)."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.layer import LayerSpec, PaletteGroup, Share, Size
from models.options import OPTION_LABELS
from models.port import Context, Port, PortKind
from models.products import Product
from models.reach import WHOLE, Reach

Cell = Literal["simple", "lstm", "gru"]
NUM_GATES: dict[Cell, int] = {"simple": 1, "lstm": 4, "gru": 3}


class Recurrent(LayerSpec):
    """h_t = f(W x_t + U h_{t-1} + b) for the simple cell; LSTM and GRU guard the memory with gates.

    Hochreiter and Schmidhuber 1997; Cho et al. 2014, arXiv:1406.1078. As in torch there are two bias vectors.
    """

    label: ClassVar[str] = "Recurrent"
    about: ClassVar[str] = "Reads a sequence position by position and keeps a memory of what it has read."
    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "sequence"
    live: ClassVar[Mapping[str, str]] = {"dropout": "p"}

    kind: Literal["recurrent"] = "recurrent"
    cell: Cell = Field("lstm", title="Cell", description="How the memory is kept: simple, LSTM or GRU.")
    units: Size = Field(64, title="Units", description="Numbers in the memory of every layer and direction.")
    layers: Annotated[int, Field(ge=1, le=64)] = Field(
        1, title="Layers", description="How many are stacked, each reading what the one below answers."
    )
    bidirectional: bool = Field(
        False, title="Both directions", description="Whether a second memory reads from the end to the beginning."
    )
    output: Literal["last", "sequence"] = Field(
        "last", title="Output", description="What was known at the end of reading, or at every position."
    )
    dropout: Share = Field(
        0.0, title="Dropout", description="Share of the values that are silenced between layers while training."
    )
    nonlinearity: Literal["tanh", "relu"] = Field(
        "tanh", title="Function", description="Function of the simple cell; LSTM and GRU do not use it."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        if self.output == "last":
            return Port("vector", (self._width(),))
        return Port("sequence", (port.shape[0], self._width()))

    def products(self, port: Port, context: Context) -> list[Product]:
        below, above = self._layer_product(port.features), self._layer_product(self._width())
        return [below, (self.layers - 1, *above)] if self.layers > 1 else [below]

    def num_macs(self, port: Port, context: Context) -> int:
        widths = (port.features, *[self._width()] * (self.layers - 1))
        gates = NUM_GATES[self.cell] * self._width()
        return port.shape[0] * sum(gates * (width + self.units) for width in widths)

    def num_inner_values(self, port: Port, context: Context) -> int:
        return port.shape[0] * self._width() * (self.layers - (self.output == "sequence"))

    def reach(self, port: Port) -> Reach | None:
        return WHOLE

    def looks_ahead(self, port: Port) -> bool:
        return self.bidirectional

    def code(self, port: Port, context: Context) -> Call:
        return call(
            "models.modules.recurrent.RecurrentLayers",
            port.features,
            self.units,
            cell=self.cell,
            layers=unless(1, self.layers),
            bidirectional=unless(False, self.bidirectional),
            output=unless("last", self.output),
            dropout=unless(0.0, self.dropout),
            nonlinearity=unless("tanh", self.nonlinearity),
        )

    def caption(self) -> str:
        layers = f" ×{self.layers}" if self.layers > 1 else ""
        return OPTION_LABELS[self.cell] + layers + (" ↔" if self.bidirectional else "")

    def _width(self) -> int:
        return self.units * (1 + self.bidirectional)

    def _layer_product(self, features: int) -> Product:
        """Gates, directions, units, and what each of them reads: inputs, memory and two biases."""
        directions = (2,) if self.bidirectional else ()
        return (NUM_GATES[self.cell], *directions, self.units, (features, self.units, 2))
