"""Dropout block: forgets values at random while training (Srivastava et al. 2014)."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, Share
from models.port import Context, Port


class Dropout(LayerSpec):
    """While training, every value becomes 0 with probability p and the others grow by 1 / (1 - p)."""

    label: ClassVar[str] = "Dropout"
    about: ClassVar[str] = "Silences values at random while training, so that the network does not rely on any one."
    live: ClassVar[Mapping[str, str]] = {"probability": "p"}

    kind: Literal["dropout"] = "dropout"
    probability: Share = Field(0.5, title="Probability", description="Share of the values that are silenced.")

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.Dropout", self.probability)

    def caption(self) -> str:
        return f"{self.probability:g}"
