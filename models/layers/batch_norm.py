"""Batch normalisation block (Ioffe and Szegedy 2015, arXiv:1502.03167)."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call, unless
from models.layer import LayerSpec
from models.port import Context, Port
from models.products import Product


class BatchNorm(LayerSpec):
    """y = gain * (x - mean) / deviation + shift, feature by feature.

    Mean and deviation are taken over the batch, over all pixels of a channel and over all positions of a sequence;
    in evaluation the running averages of training are used, and also where one value per feature has no deviation,
    such as in a batch of one.
    """

    label: ClassVar[str] = "Batch norm"
    about: ClassVar[str] = "Brings every feature to mean 0 and deviation 1 over the batch, then scales and shifts it."
    live: ClassVar[Mapping[str, str]] = {"momentum": "momentum"}

    kind: Literal["batch_norm"] = "batch_norm"
    momentum: Annotated[float, Field(gt=0, le=1)] = Field(
        0.1, title="Momentum", description="Share of every batch in the running averages that evaluation uses."
    )

    def out_port(self, port: Port, context: Context) -> Port:
        return port

    def products(self, port: Port, context: Context) -> list[Product]:
        return [(2, port.features)]

    def code(self, port: Port, context: Context) -> Call:
        name = {"image": "ImageBatchNorm", "sequence": "SequenceBatchNorm"}.get(port.kind, "VectorBatchNorm")
        return call(f"models.modules.batch_norm.{name}", port.features, momentum=unless(0.1, self.momentum))
