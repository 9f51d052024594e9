"""The catalogue of blocks, in palette order: one line to import a block, one to list it."""

from typing import Annotated

from pydantic import Field

from models.layer import LayerSpec
from models.layers.activation import Activation
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.layers.residual import Residual

AnyLayer = Annotated[
    Dense | Activation | Flatten | Residual,
    Field(discriminator="kind"),
]

LAYERS: tuple[type[LayerSpec], ...] = (Dense, Activation, Flatten, Residual)
COMPOSITES = (Residual,)

for _composite in COMPOSITES:
    _composite.model_rebuild(_types_namespace={"AnyLayer": AnyLayer})
