"""Transform: noise on every value."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.transform import Known, TransformSpec
from models.port import PortKind

if TYPE_CHECKING:
    from torch import Generator, Tensor


class Noise(TransformSpec):
    """y = x + deviation · ε, where ε is drawn anew for every value in every step, from a normal distribution."""

    label: ClassVar[str] = "Noise"
    about: ClassVar[str] = "Noise is added to every value of a sample, other noise in every step."
    accepts: ClassVar[tuple[PortKind, ...]] = ("image", "vector", "sequence")

    kind: Literal["noise"] = "noise"
    deviation: float = Field(
        0.1,
        gt=0,
        le=100,
        title="Deviation",
        description="Standard deviation of the noise, in the unit that the values have there.",
    )

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        import torch

        return (torch.randn(shape, generator=generator),)

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        return inputs + self.deviation * drawn[0].to(inputs.device, non_blocking=True)
