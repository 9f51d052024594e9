"""Transform: a square of every picture made black."""

# B batch, C channels, H height, W width

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.transform import Known, TransformSpec

if TYPE_CHECKING:
    from torch import Generator, Tensor


class Cutout(TransformSpec):
    """The square's middle lies anywhere in the picture, so that some of it may lie outside (DeVries & Taylor 2017)."""

    label: ClassVar[str] = "Cut out"
    about: ClassVar[str] = "A square at a random place of every picture is made black: no single detail may decide."

    kind: Literal["cutout"] = "cutout"
    size: int = Field(8, ge=1, le=1024, title="Side", description="The square's side, in pixels.")

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        import torch

        height, width = shape[-2:]
        down_B = torch.randint(height, (shape[0],), generator=generator)
        right_B = torch.randint(width, (shape[0],), generator=generator)
        return down_B - self.size // 2, right_B - self.size // 2

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        import torch

        top_B, left_B = (first.to(inputs.device, non_blocking=True) for first in drawn)
        down_BH = torch.arange(inputs.shape[-2], device=inputs.device) - top_B[:, None]
        right_BW = torch.arange(inputs.shape[-1], device=inputs.device) - left_B[:, None]
        is_in_BH, is_in_BW = ((place >= 0) & (place < self.size) for place in (down_BH, right_BW))
        return torch.where(is_in_BH[:, None, :, None] & is_in_BW[:, None, None, :], known.black, inputs)
