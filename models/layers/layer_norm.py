"""Layer normalisation block (Ba, Kiros and Hinton 2016, arXiv:1607.06450)."""

from typing import ClassVar, Literal

from models.code import Call, call
from models.layer import LayerSpec
from models.port import Context, Port
from models.products import Product


class LayerNorm(LayerSpec):
    """y = gain * (x - mean) / deviation + shift, over the values of one sample.

    A vector and an image are normalised as a whole, a sequence position by position; gain and shift are learned
    for every value that is normalised together.
    """

    label: ClassVar[str] = "Layer norm"
    about: ClassVar[str] = "Brings the values of every sample to mean 0 and deviation 1, then scales and shifts them."

    kind: Literal["layer_norm"] = "layer_norm"

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(2, port.features if port.kind == "sequence" else port.size)]

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.LayerNorm", port.shape if port.kind == "image" else port.features)
