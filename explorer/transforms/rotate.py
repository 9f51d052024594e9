"""Transform: pictures turned a little."""

# B batch, C channels, H height, W width

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.transform import Known, TransformSpec

if TYPE_CHECKING:
    from torch import Generator, Tensor


class Rotate(TransformSpec):
    """Each picture turns about its middle; values between pixels are interpolated, and what comes in is black."""

    label: ClassVar[str] = "Rotate"
    about: ClassVar[str] = "Every picture is turned by an angle of its own, to one side or the other."

    kind: Literal["rotate"] = "rotate"
    degrees: float = Field(15.0, gt=0, le=180, title="Degrees", description="The largest angle, in degrees.")

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        import torch

        return ((torch.rand(shape[0], generator=generator) * 2 - 1) * self.degrees,)

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        import torch
        from torch.nn import functional as F

        height, width = inputs.shape[-2:]
        angles_B = drawn[0].to(inputs.device, non_blocking=True).deg2rad()
        cos_B, sin_B, zero_B = angles_B.cos(), angles_B.sin(), torch.zeros_like(angles_B)
        # Where a pixel comes from, in units of half a height and half a width.
        turns_B6 = torch.stack((cos_B, sin_B * (-height / width), zero_B, sin_B * (width / height), cos_B, zero_B), -1)
        places_BHW2 = F.affine_grid(turns_B6.view(-1, 2, 3), list(inputs.shape), align_corners=False)
        return F.grid_sample(inputs - known.black, places_BHW2, align_corners=False) + known.black
