"""Reshape block: the same values as an image, a sequence or a vector of another shape."""

from math import prod
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import LayerSpec, Size
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import RESHAPE_MISMATCH
from models.reach import Reach

KIND_OF_RANK: dict[int, PortKind] = {1: "vector", 2: "sequence", 3: "image"}


class Reshape(LayerSpec):
    """The same values in the same order, the last axis running fastest; the number of axes tells what they are."""

    label: ClassVar[str] = "Reshape"
    about: ClassVar[str] = "Reads the same values as an image, a sequence or a vector of another shape."

    kind: Literal["reshape"] = "reshape"
    shape: Annotated[tuple[Size, ...], Field(min_length=1, max_length=3)] = Field(
        (1, 8, 8),
        title="Shape",
        description="Features of a vector; positions, features of a sequence; channels, height, width of an image.",
    )

    def out_port(self, port: Port, context: Context) -> Port:
        if prod(self.shape) != port.size:
            raise Misfit(RESHAPE_MISMATCH, received=port.size, after=self.shape, product=prod(self.shape))
        return Port(KIND_OF_RANK[len(self.shape)], self.shape)

    def reach(self, port: Port) -> Reach | None:
        return None

    def looks_ahead(self, port: Port) -> bool:
        return self.shape[-1] > port.features

    def code(self, port: Port, context: Context) -> Call:
        return call("torch.nn.Sequential", call("torch.nn.Flatten"), call("torch.nn.Unflatten", 1, self.shape))

    def caption(self) -> str:
        return "×".join(str(size) for size in self.shape)
