"""Data: EMNIST, handwritten letters and digits in MNIST's format (Cohen et al. 2017, arXiv:1702.05373)."""

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.folders import data_folder
from explorer.idx import IdxImages

# Official training samples, how many of them are for validation, and test samples.
COUNTS = {"letters": (124_800, 12_480, 20_800), "balanced": (112_800, 11_280, 18_800)}
FIRST_LABEL = {"letters": 1, "balanced": 0}
CLASSES = {
    "letters": tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "balanced": tuple("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt"),
}
PARTS = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "test-images-idx3-ubyte", "test-labels-idx1-ubyte")


class Emnist(IdxImages):
    """Its letters are those of both cases together, its balanced set tells cases apart where they look different.

    The files hold every picture with its rows and columns exchanged.
    """

    label: ClassVar[str] = "EMNIST"
    about: ClassVar[str] = "Handwritten letters, or letters and digits, of 28 × 28 pixels: 145 600 or 131 600 of them."
    folder_name: ClassVar[str] = "EMNIST"
    fetch_bytes: ClassVar[int] = 561_753_746

    kind: Literal["emnist"] = "emnist"
    symbols: Literal["letters", "balanced"] = Field(
        "letters", title="Symbols", description="26 letters, or 47 classes of digits, capital and small letters."
    )

    def _class_names(self) -> tuple[str, ...]:
        return CLASSES[self.symbols]

    def _counts(self) -> tuple[int, int, int]:
        return COUNTS[self.symbols]

    def _first_class(self) -> int:
        return FIRST_LABEL[self.symbols]

    def _paths(self) -> list[Path]:
        return [data_folder() / self.folder_name / "raw" / f"emnist-{self.symbols}-{part}" for part in PARTS]

    def _images(self, path: Path, num_wanted: int) -> npt.NDArray[np.uint8]:
        upright = np.swapaxes(self._read(path, (num_wanted, 28, 28)), 1, 2)
        return upright[:, None] if self.form == "image" else upright
