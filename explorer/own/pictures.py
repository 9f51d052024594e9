"""Picture files of any size as arrays of one size, read one by one with Pillow."""

# C channels, H height, W width

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
import numpy.typing as npt

from explorer.own.missing import sample_error
from explorer.source import Rows, Source, Values

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

Fit = Literal["crop", "pad", "stretch"]
SUFFIXES = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
MOST_PIXELS = 64_000_000  # of one picture; more are a mistake, or a trap
ORIENTATION, FIRST_TURNED = 0x0112, 5  # EXIF's tag, and the first of its values that stand for a quarter turn
DEEP_MODES = ("I", "I;16", "I;16B", "I;16L", "I;16N")  # 16 bits for each pixel


def picture_in(file: Path, size: tuple[int, int, int], fit: Fit) -> npt.NDArray[np.uint8]:
    """(C, H, W) of that size: one channel of grey or three of colour.

    Raises:
        OSError: when the file is not there.
        Exception: of any class, when it is damaged; ValueError, when it has too many pixels.
    """
    from PIL import Image, ImageOps

    channels, height, width = size
    with Image.open(file) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError(f"{opened.width} × {opened.height} pixels are too many")
        opened.draft("L" if channels == 1 else "RGB", (2 * max(width, height), 2 * max(width, height)))
        upright = plain_picture(ImageOps.exif_transpose(opened), channels)
    if upright.size != (width, height):
        match fit:
            case "crop":
                upright = ImageOps.fit(upright, (width, height), Image.Resampling.BILINEAR)
            case "pad":
                upright = ImageOps.pad(upright, (width, height), Image.Resampling.BILINEAR)
            case _:
                upright = upright.resize((width, height), Image.Resampling.BILINEAR)
    pixels = np.asarray(upright)
    return pixels[None] if channels == 1 else np.moveaxis(pixels, -1, 0)


def upright_size(picture: "Picture") -> tuple[int, int]:
    """Width and height as people see it: a camera that was held sideways says so beside the pixels (EXIF)."""
    width, height = picture.size
    return (height, width) if picture.getexif().get(ORIENTATION, 1) >= FIRST_TURNED else (width, height)


def plain_picture(picture: "Picture", channels: int) -> "Picture":
    """The picture in grey or in colour, of 8 bits; what is transparent becomes white."""
    from PIL import Image

    if picture.mode in DEEP_MODES:
        picture = Image.fromarray((np.asarray(picture, dtype=np.float32) / 257).clip(0, 255).astype(np.uint8))
    elif picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        ground = Image.new("RGBA", coloured.size, "white")
        picture = Image.alpha_composite(ground, coloured)
    return picture.convert("L" if channels == 1 else "RGB")


def pictures_in(folder: Path, names: list[str], size: tuple[int, int, int], fit: Fit) -> npt.NDArray[np.uint8]:
    """(N, C, H, W)."""
    pixels = np.empty((len(names), *size), dtype=np.uint8)
    for place, name in enumerate(names):
        pixels[place] = picture_in(folder / name, size, fit)
    return pixels


@dataclass(frozen=True)
class PictureSource(Source):
    """Files of a folder, decoded when they are wanted."""

    folder: str
    names: tuple[str, ...]
    size: tuple[int, int, int]
    fit: Fit

    @property
    def shape(self) -> tuple[int, ...]:
        return len(self.names), *self.size

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return np.dtype(np.uint8)

    def read(self, rows: Rows, out: Values) -> None:
        for place, row in enumerate(rows):
            file = Path(self.folder) / self.names[row]
            try:
                out[place] = picture_in(file, self.size, self.fit)
            except Exception as error:  # a decoder raises what it likes when bytes are damaged
                raise sample_error(file, error) from error
