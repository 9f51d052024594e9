"""Dense block: every output is a weighted sum of every input."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.layer import InSize, LayerSpec, OutSize, in_size, inputs_misfit, out_size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.products import Product, bias
from models.reach import ONE_PLACE, WHOLE, Reach


class Dense(LayerSpec):
    """y = W x + b on the last axis: a vector as a whole, a sequence position by position.

    Weights (units, inputs), bias (units).
    """

    label: ClassVar[str] = "Dense"
    about: ClassVar[str] = "Every output is a weighted sum of every input, plus a bias."
    accepts: ClassVar[tuple[PortKind, ...]] = ("vector", "sequence")

    kind: Literal["dense"] = "dense"
    units: OutSize = Field(64, title="Outputs", description="Number of outputs.")
    in_features: InSize = Field("auto", title="Inputs", description="Number of inputs; automatic takes what arrives.")
    bias: bool = Field(True, title="Bias", description="Whether a learned constant is added to every output.")

    def out_port(self, port: Port, context: Context) -> Port:
        return Port(port.kind, (*port.shape[:-1], out_size(self.units, context)))

    def products(self, port: Port, context: Context) -> list[Product]:
        units = out_size(self.units, context)
        return [(in_size(self.in_features, port.features), units), *bias(units, self.bias)]

    def num_macs(self, port: Port, context: Context) -> int:
        return port.size * out_size(self.units, context)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE if port.kind == "vector" else ONE_PLACE

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        return inputs_misfit(self.in_features, port)

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.Linear", port.features, out_size(self.units, context), bias=unless(True, self.bias))
