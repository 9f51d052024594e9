"""Photographs of any size as squares of one size: the reader, and files of them as a source."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from explorer.fetched import damaged
from explorer.source import Rows, Source, Values


@dataclass(frozen=True)
class SquarePictures(Source):
    """(N, 3, side, side): the middle of every picture; `label` names the data in problems."""

    files: tuple[Path, ...]
    side: int
    label: str

    @property
    def shape(self) -> tuple[int, ...]:
        return len(self.files), 3, self.side, self.side

    @property
    def dtype(self) -> np.dtype[np.generic]:
        return np.dtype(np.uint8)

    def read(self, rows: Rows, out: Values) -> None:
        for place, row in enumerate(rows):
            path = self.files[row]
            try:
                out[place] = read_square(path, self.side)
            except Exception as error:  # whatever a damaged picture makes its reader say
                raise damaged(self.label, path, error) from error


def read_square(path: Path, side: int) -> npt.NDArray[np.uint8]:
    """(3, side, side): the largest square in the middle of a picture, made larger or smaller.

    Raises whatever the reader of pictures raises when the file is damaged.
    """
    from PIL import Image

    with Image.open(path) as picture:
        picture.draft("RGB", (side * 2, side * 2))  # a JPEG is decoded no larger than needed
        edge = min(picture.size)
        left, top = (picture.width - edge) // 2, (picture.height - edge) // 2
        box = (left, top, left + edge, top + edge)
        small = picture.convert("RGB").resize((side, side), Image.Resampling.BILINEAR, box=box)
    return np.moveaxis(np.asarray(small), -1, 0)
