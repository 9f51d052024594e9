"""Transform: mean 0 and deviation 1 for every channel or feature."""

from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.transform import Known, TransformSpec
from models.port import PortKind

if TYPE_CHECKING:
    from torch import Tensor


class Normalise(TransformSpec):
    """y = (x - mean) / deviation, both of the training samples: of at most 4 096 of them, evenly spaced.

    Evaluation and views see it too, with the same two numbers: a network must find every sample as it learned them.
    """

    label: ClassVar[str] = "Normalise inputs"
    about: ClassVar[str] = "Every channel or feature gets mean 0 and deviation 1, as measured on the training samples."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image", "vector", "sequence")
    everywhere: ClassVar[bool] = True

    kind: Literal["normalise"] = "normalise"

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        return (inputs - known.mean) / known.deviation
