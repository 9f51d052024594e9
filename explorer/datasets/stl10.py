"""Data: STL-10, larger photographs of ten kinds of things, few of them with a class (Coates et al. 2011)."""

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays
from explorer.fetched import damaged
from explorer.folders import data_folder
from explorer.photographs import Photographs

NAMES = ("airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck")
COUNTS = {"train": 5_000, "test": 8_000}
NUM_VALIDATION = 500
SHAPE = (3, 96, 96)


class Stl10(Photographs):
    """The 100 000 pictures without a class are left out. The files hold every picture column by column."""

    label: ClassVar[str] = "STL-10"
    about: ClassVar[str] = "13 000 colour photographs of 96 × 96 pixels: animals and vehicles, with few to learn from."
    shape: ClassVar[tuple[int, int, int]] = SHAPE
    names: ClassVar[tuple[str, ...]] = NAMES
    fetch_bytes: ClassVar[int] = 2_640_397_119

    kind: Literal["stl10"] = "stl10"

    def _counts(self) -> tuple[int, int, int]:
        return COUNTS["train"], NUM_VALIDATION, COUNTS["test"]

    def _paths(self) -> list[Path]:
        return [_path(f"{name}_{what}.bin") for name in COUNTS for what in ("X", "y")]

    def _part(self, name: Literal["train", "test"]) -> Arrays:
        pixels = self._read(_path(f"{name}_X.bin"), (COUNTS[name], *SHAPE))
        labels = self._read(_path(f"{name}_y.bin"), (COUNTS[name],))
        if labels.min() < 1 or labels.max() > len(NAMES):
            raise damaged(self.label, _path(f"{name}_y.bin"), "its labels are not numbers from 1 to 10")
        return Arrays(np.swapaxes(pixels, 2, 3), labels.astype(np.int64) - 1)

    def _read(self, path: Path, shape: tuple[int, ...]) -> npt.NDArray[np.uint8]:
        try:
            size = path.stat().st_size
            if size != np.prod(shape):
                raise ValueError(f"it has {size} bytes, not {np.prod(shape)}")
            return np.fromfile(path, dtype=np.uint8).reshape(shape)
        except (OSError, ValueError) as error:
            raise damaged(self.label, path, error) from error


def _path(name: str) -> Path:
    return data_folder() / "stl10_binary" / name
