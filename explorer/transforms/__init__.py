"""The catalogue of transforms, in the order in which they are usually applied."""

from typing import Annotated

from pydantic import Field

from explorer.transform import TransformSpec
from explorer.transforms.colour import Colour
from explorer.transforms.crop import Crop
from explorer.transforms.cutout import Cutout
from explorer.transforms.flip import Flip
from explorer.transforms.mixup import Mixup
from explorer.transforms.noise import Noise
from explorer.transforms.normalise import Normalise
from explorer.transforms.rotate import Rotate

TRANSFORMS: tuple[type[TransformSpec], ...] = (Crop, Flip, Rotate, Colour, Cutout, Normalise, Noise, Mixup)
AnyTransform = Annotated[
    Crop | Flip | Rotate | Colour | Cutout | Normalise | Noise | Mixup, Field(discriminator="kind")
]
