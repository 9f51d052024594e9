"""Transform: two samples at once, and both of their classes asked for."""

# B batch, C classes

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.transform import Known, TransformSpec
from models.port import PortKind

if TYPE_CHECKING:
    from torch import Generator, Tensor


class Mixup(TransformSpec):
    """x = λ a + (1 - λ) b and loss = λ loss(a) + (1 - λ) loss(b), where b is another sample of the batch (Zhang 2018).

    λ is drawn for every batch from a beta distribution with both parameters alike: near 0 or 1 where they are small.
    The targets are shares of the classes, for which cross-entropy is that very sum.
    """

    label: ClassVar[str] = "Mix up"
    about: ClassVar[str] = (
        "Every sample is mixed with another one of its batch, and so are the classes that are asked for."
    )
    accepts: ClassVar[tuple[PortKind, ...]] = ("image", "vector", "sequence")
    is_of_classes: ClassVar[bool] = True

    kind: Literal["mixup"] = "mixup"
    alpha: float = Field(
        0.2,
        ge=0.05,
        le=100,
        title="Alpha",
        description="Parameter of the beta distribution: the larger, the more equal the parts of both samples.",
    )

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        import torch

        # torch's own beta distribution takes no generator; two numbers of a gamma distribution make one of it.
        first, second = torch._standard_gamma(torch.full((2,), self.alpha, dtype=torch.float64), generator=generator)
        return (first / (first + second)).float(), torch.randperm(shape[0], generator=generator)

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        share, others_B = (one.to(inputs.device, non_blocking=True) for one in drawn)
        return share * inputs + (1 - share) * inputs.index_select(0, others_B)

    def answers(self, targets: "Tensor", drawn: "tuple[Tensor, ...]", num_classes: int) -> "Tensor":
        share, others_B = (one.to(targets.device, non_blocking=True) for one in drawn)
        whole_BC = share.new_zeros(len(targets), num_classes).scatter_(1, targets[:, None], 1.0)
        return share * whole_BC + (1 - share) * whole_BC.index_select(0, others_B)
