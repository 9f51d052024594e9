"""Transform: pictures brighter or darker, with more or less contrast and colour."""

# B batch, C channels, H height, W width

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.transform import Known, TransformSpec

if TYPE_CHECKING:
    from torch import Generator, Tensor


class Colour(TransformSpec):
    """Three factors for each picture, each between 1 - setting and 1 + setting.

    Brightness multiplies what is above black, contrast what is above the picture's mean grey, saturation what is above
    a pixel's own grey. Values are not cut off where they leave the range of the data.
    """

    label: ClassVar[str] = "Colour"
    about: ClassVar[str] = "Brightness, contrast and saturation of every picture are changed a little."
    needs_range: ClassVar[bool] = True

    kind: Literal["colour"] = "colour"
    brightness: float = Field(
        0.2,
        ge=0,
        le=1,
        title="Brightness",
        description="By how much it can change: 0.2 for 0.8 to 1.2 times as bright.",
    )
    contrast: float = Field(
        0.2, ge=0, le=1, title="Contrast", description="By how much it can change: 0.2 for 0.8 to 1.2 times as strong."
    )
    saturation: float = Field(
        0.2,
        ge=0,
        le=1,
        title="Saturation",
        description="By how much it can change: 0.2 for 0.8 to 1.2 times as colourful; grey pictures have none.",
    )

    def draw(self, generator: "Generator", shape: tuple[int, ...]) -> "tuple[Tensor, ...]":
        import torch

        return (torch.rand(3, shape[0], 1, 1, 1, generator=generator) * 2 - 1,)

    def apply(self, inputs: "Tensor", drawn: "tuple[Tensor, ...]", known: Known) -> "Tensor":
        brightness_B111, contrast_B111, saturation_B111 = drawn[0].to(inputs.device, non_blocking=True)
        if self.brightness:
            inputs = known.black + (inputs - known.black) * (1 + self.brightness * brightness_B111)
        if self.contrast:
            grey_B111 = grey(inputs).mean((-2, -1), keepdim=True)
            inputs = grey_B111 + (inputs - grey_B111) * (1 + self.contrast * contrast_B111)
        if self.saturation and inputs.shape[1] == 3:
            grey_B1HW = grey(inputs)
            inputs = grey_B1HW + (inputs - grey_B1HW) * (1 + self.saturation * saturation_B111)
        return inputs


def grey(pictures_BCHW: "Tensor") -> "Tensor":
    """(B, 1, H, W) how bright pixels look (ITU-R BT.601); the mean of channels that are not red, green and blue."""
    if pictures_BCHW.shape[1] != 3:
        return pictures_BCHW.mean(1, keepdim=True)
    red_BHW, green_BHW, blue_BHW = pictures_BCHW.unbind(1)
    return (0.2989 * red_BHW + 0.587 * green_BHW + 0.114 * blue_BHW).unsqueeze(1)
