"""Data: STL-10, larger photographs of ten kinds of things, few of them with a class (Coates et al. 2011)."""

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName, ValueRange, scaling_of
from explorer.fetched import damaged, missing, official_splits
from explorer.folders import data_folder
from models.port import DataPorts, Port
from models.problem import Problem

NAMES = ("airplane", "bird", "car", "cat", "deer", "dog", "horse", "monkey", "ship", "truck")
COUNTS = {"train": 5_000, "test": 8_000}
NUM_VALIDATION = 500
SHAPE = (3, 96, 96)


class Stl10(DatasetSpec):
    """The official test set is the test split; validation is a tenth of the training set, a share of every class.

    The 100 000 pictures without a class are left out. The files hold every picture column by column.
    """

    label: ClassVar[str] = "STL-10"
    about: ClassVar[str] = "13 000 colour photographs of 96 × 96 pixels: animals and vehicles, with few to learn from."
    offline: ClassVar[bool] = False

    kind: Literal["stl10"] = "stl10"
    range: ValueRange = Field(
        "unit", title="Range", description="Colours from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        return DataFacts(
            DataPorts(Port("image", SHAPE), num_classes=len(NAMES)),
            "class",
            {"train": COUNTS["train"] - NUM_VALIDATION, "validation": NUM_VALIDATION, "test": COUNTS["test"]},
            class_names=NAMES,
            fetch_bytes=2_640_397_119,
        )

    def problems(self) -> tuple[Problem, ...]:
        paths = [_path(f"{name}_{what}.bin") for name in COUNTS for what in ("X", "y")]
        return missing(self.label, self.kind, [path for path in paths if not path.is_file()])

    def splits(self) -> dict[SplitName, Arrays]:
        return official_splits(self._part("train"), self._part("test"), NUM_VALIDATION, self.split_seed)

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)

    def _part(self, name: str) -> Arrays:
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
