"""Transform: pictures as in a mirror."""

# B batch, C channels, H height, W width

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.transform import Known, TransformSpec

if TYPE_CHECKING:
    from torch import Generator, Tensor


class Flip(TransformSpec):
    """Some pictures, drawn anew in every step, have left and right changed over, some top and bottom."""

    label: ClassVar[str] = "Flip"
    about: ClassVar[str] = (
        "Some pictures are mirrored, so that left and right (or top and bottom) come to mean the same."
    )

    kind: Literal["flip"] = "flip"
    horizontal: float = Field(
        0.5, ge=0, le=1, title="Left and right", description="Share of the pictures whose left and right change over."
    )
    vertical: float = Field(
        0.0, ge=0, le=1, title="Top and bottom", description="Share of the pictures whose top and bottom change over."
    )

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        import torch

        return (torch.rand(2, shape[0], 1, 1, 1, generator=generator),)

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        import torch

        across_B111, down_B111 = drawn[0].to(inputs.device, non_blocking=True)
        if self.horizontal:
            inputs = torch.where(across_B111 < self.horizontal, inputs.flip(-1), inputs)
        if self.vertical:
            inputs = torch.where(down_B111 < self.vertical, inputs.flip(-2), inputs)
        return inputs
