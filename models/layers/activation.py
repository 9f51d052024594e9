"""Activation block: one non-linear function applied to every value."""

from typing import ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec
from models.options import OPTION_LABELS
from models.port import Context, Port

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

    def code(self, port: Port, context: Context) -> Call:
        match self.function:
            case "relu":
                return call("torch.nn.ReLU")
            case "leaky_relu":
                return call("torch.nn.LeakyReLU", self.negative_slope)
            case "elu":
                return call("torch.nn.ELU")
            case "gelu":
                return call("torch.nn.GELU")
            case "silu":
                return call("torch.nn.SiLU")
            case "tanh":
                return call("torch.nn.Tanh")
            case "sigmoid":
                return call("torch.nn.Sigmoid")
            case "softmax":
                return call("torch.nn.Softmax", dim=1 if port.kind == "image" else -1)

    def caption(self) -> str:
        return OPTION_LABELS[self.function]
