"""Data: SVHN, digits of house numbers photographed from the street (Netzer et al. 2011)."""

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays
from explorer.fetched import damaged
from explorer.folders import data_folder
from explorer.photographs import Photographs

COUNTS = {"train": 73_257, "test": 26_032}
NUM_VALIDATION = 7_325
SHAPE = (3, 32, 32)


class Svhn(Photographs):
    """Ones are more than twice as frequent as zeros, as house numbers have it."""

    label: ClassVar[str] = "SVHN"
    about: ClassVar[str] = "99 289 colour photographs of 32 × 32 pixels: digits of house numbers and their neighbours."
    shape: ClassVar[tuple[int, int, int]] = SHAPE
    names: ClassVar[tuple[str, ...]] = tuple("0123456789")
    fetch_bytes: ClassVar[int] = 246_316_178

    kind: Literal["svhn"] = "svhn"

    def _counts(self) -> tuple[int, int, int]:
        return COUNTS["train"], NUM_VALIDATION, COUNTS["test"]

    def _paths(self) -> list[Path]:
        return [_path(name) for name in COUNTS]

    def _part(self, name: Literal["train", "test"]) -> Arrays:
        from scipy.io import loadmat

        try:
            content = loadmat(_path(name), variable_names=("X", "y"))
            pixels, labels = _checked(content["X"], content["y"], COUNTS[name])
        except Exception as error:  # whatever a damaged file makes the reader say
            raise damaged(self.label, _path(name), error) from error
        return Arrays(np.moveaxis(pixels, (3, 2), (0, 1)), labels)


def _checked(
    pixels: npt.NDArray[np.uint8], labels: npt.NDArray[np.uint8], count: int
) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    """Pictures (row, column, colour, number) as they are, and their classes; the file calls a zero ten.

    Raises:
        ValueError: when they are anything else.
    """
    if pixels.dtype != np.uint8 or pixels.shape != (*SHAPE[1:], SHAPE[0], count):
        raise ValueError(f"its pictures are {pixels.dtype} of shape {pixels.shape}")
    if labels.dtype.kind not in "iu" or labels.shape != (count, 1) or labels.min() < 1 or labels.max() > 10:
        raise ValueError("its labels are not numbers from 1 to 10")
    return pixels, labels[:, 0].astype(np.int64) % 10


def _path(name: str) -> Path:
    return data_folder() / f"{name}_32x32.mat"
