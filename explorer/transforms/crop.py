"""Transform: pictures moved a little, by padding them and cropping them again."""

# B batch, C channels, H height, W width

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.transform import Known, TransformSpec

if TYPE_CHECKING:
    from torch import Generator, Tensor


class Crop(TransformSpec):
    """Each picture gets a black edge, then a piece of its old size is cut out at a random place (He et al. 2016)."""

    label: ClassVar[str] = "Crop"
    about: ClassVar[str] = "Every picture is padded with black and cut to its size again at a random place: it moves."

    kind: Literal["crop"] = "crop"
    padding: int = Field(
        4, ge=1, le=256, title="Padding", description="Pixels on each side, and so how far a picture can move."
    )

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        import torch

        return (torch.randint(2 * self.padding + 1, (2, shape[0]), generator=generator),)

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        import torch

        num_samples, num_channels, height, width = inputs.shape
        edge, (down_B, right_B) = self.padding, drawn[0].to(inputs.device, non_blocking=True)
        padded = known.black.expand(num_samples, num_channels, height + 2 * edge, width + 2 * edge).clone()
        padded[:, :, edge : edge + height, edge : edge + width] = inputs
        places_B = torch.arange(num_samples, device=inputs.device)
        return padded.unfold(2, height, 1).unfold(3, width, 1)[places_B, :, down_B, right_B]
