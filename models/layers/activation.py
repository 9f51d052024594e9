"""Activation block: one non-linear function applied to every value."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from models.layer import LayerSpec
from models.options import OPTION_LABELS
from models.port import Context, Port

if TYPE_CHECKING:
    from torch import nn

ActivationFunction = Literal["relu", "leaky_relu", "elu", "gelu", "silu", "tanh", "sigmoid", "softmax"]


class Activation(LayerSpec):
    """y = f(x), value by value; softmax normalises over the features (the channels of an image)."""

    label: ClassVar[str] = "Activation"
    about: ClassVar[str] = "Bends every value with a function, so that layers do more than one weighted sum."

    kind: Literal["activation"] = "activation"
    function: ActivationFunction = Field("relu", title="Function", description="The function applied to every value.")
    negative_slope: float = Field(
        0.01, ge=0, title="Negative slope", description="Slope of Leaky ReLU below zero; used by Leaky ReLU only."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def build(self, port: Port, context: Context) -> "nn.Module":
        from torch import nn

        match self.function:
            case "relu":
                return nn.ReLU()
            case "leaky_relu":
                return nn.LeakyReLU(self.negative_slope)
            case "elu":
                return nn.ELU()
            case "gelu":
                return nn.GELU()
            case "silu":
                return nn.SiLU()
            case "tanh":
                return nn.Tanh()
            case "sigmoid":
                return nn.Sigmoid()
            case "softmax":
                return nn.Softmax(dim=1 if port.kind == "image" else -1)

    def caption(self) -> str:
        return OPTION_LABELS[self.function]
