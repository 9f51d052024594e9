"""Noise block: a little chance added while training (Bishop 1995, "Training with noise is equivalent to Tikhonov
regularization")."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec
from models.port import Context, Port


class Noise(LayerSpec):
    """y = x + deviation * e with e from the standard normal distribution while training; y = x in evaluation."""

    label: ClassVar[str] = "Noise"
    about: ClassVar[str] = "Adds normal noise to every value while training, so that no exact value matters."
    live: ClassVar[Mapping[str, str]] = {"deviation": "deviation"}

    kind: Literal["noise"] = "noise"
    deviation: Annotated[float, Field(ge=0, le=100)] = Field(
        0.1, title="Deviation", description="Standard deviation of the noise, in units of the values."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def code(self, port: Port, context: Context) -> Call:
        return call("models.modules.noise.Noise", self.deviation)

    def caption(self) -> str:
        return f"{self.deviation:g}"
