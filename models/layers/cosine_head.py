"""Cosine head block: how far the input points the way of every class (Gidaris and Komodakis 2018, arXiv:1804.09458)."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.layer import InSize, LayerSpec, OutSize, in_size, inputs_misfit, out_size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.products import Product, bias
from models.reach import ONE_PLACE, WHOLE, Reach


class CosineHead(LayerSpec):
    """y_k = scale * cos(w_k, x), the scale times the cosine of the angle between the input and each weight vector.

    Lengths do not count, so no class wins by large weights (Wang et al. 2017, arXiv:1704.06369). Since a cosine lies
    between -1 and 1, the scale decides how sure a softmax after it can be. Weights (units, inputs).
    """

    label: ClassVar[str] = "Cosine head"
    about: ClassVar[str] = "Compares directions alone: every output is a scaled cosine between input and weights."
    accepts: ClassVar[tuple[PortKind, ...]] = ("vector", "sequence")

    kind: Literal["cosine_head"] = "cosine_head"
    units: OutSize = Field("classes", title="Outputs", description="Number of outputs.")
    scale: float = Field(10.0, gt=0, le=1e6, title="Scale", description="What the cosines are multiplied by at first.")
    learn_scale: bool = Field(
        True, title="Learn the scale", description="Whether the scale is learned, or stays as it is."
    )
    in_features: InSize = Field("auto", title="Inputs", description="Number of inputs; automatic takes what arrives.")

    def out_port(self, port: Port, context: Context) -> Port:
        return port.with_features(out_size(self.units, context))

    def products(self, port: Port, context: Context) -> list[Product]:
        weights = (in_size(self.in_features, port.features), out_size(self.units, context))
        return [weights, *bias(1, self.learn_scale)]

    def num_macs(self, port: Port, context: Context) -> int:
        return port.size * out_size(self.units, context)

    def reach(self, port: Port) -> Reach | None:
        return WHOLE if port.kind == "vector" else ONE_PLACE

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        return inputs_misfit(self.in_features, port)

    def code(self, port: Port, context: Context) -> Call:
        return call(
            "models.modules.cosine.CosineLinear",
            port.features,
            out_size(self.units, context),
            scale=self.scale,
            learn_scale=unless(True, self.learn_scale),
        )
