"""Positions block: tells every position of a sequence where it is (Vaswani et al. 2017, arXiv:1706.03762)."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import InSize, LayerSpec, PaletteGroup, in_size
from models.limits import MAX_VALUES, value_gigabytes
from models.options import OPTION_LABELS
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import OUTPUT_TOO_LARGE, TOO_LONG
from models.products import Product


class Positions(LayerSpec):
    """y_t = x_t + p_t, where p is fixed waves of many lengths or a learned table.

    p[t, 2i] = sin(t / 10000^(2i / features)), p[t, 2i + 1] = cos of the same; learned: (positions, features).
    """

    label: ClassVar[str] = "Positions"
    about: ClassVar[str] = "Adds a pattern that tells every position of a sequence where it is."
    accepts: ClassVar[tuple[PortKind, ...]] = ("sequence",)
    group: ClassVar[PaletteGroup] = "sequence"

    kind: Literal["positions"] = "positions"
    encoding: Literal["sinusoidal", "learned"] = Field(
        "sinusoidal", title="Pattern", description="Fixed sine and cosine waves, or vectors that are learned."
    )
    length: InSize = Field(
        "auto", title="Positions", description="Number of positions; automatic takes the length of the sequence."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        num_values = self._length(port) * port.features
        if num_values > MAX_VALUES:
            raise Misfit(OUTPUT_TOO_LARGE, num_values=num_values, gigabytes=value_gigabytes(num_values))
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(self._length(port), port.features)] if self.encoding == "learned" else []

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        if self._length(port) >= port.shape[0]:
            return None
        return Misfit(TOO_LONG, positions=self._length(port), length=port.shape[0])

    def code(self, port: Port, context: Context) -> Call:
        name = "LearnedPositions" if self.encoding == "learned" else "SinusoidalPositions"
        return call(f"models.modules.positions.{name}", self._length(port), port.features)

    def caption(self) -> str:
        return OPTION_LABELS[self.encoding]

    def _length(self, port: Port) -> int:
        return in_size(self.length, port.shape[0])
