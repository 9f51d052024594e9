"""Data: SVHN, digits of house numbers photographed from the street (Netzer et al. 2011)."""

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

NAMES = tuple("0123456789")
COUNTS = {"train": 73_257, "test": 26_032}
NUM_VALIDATION = 7_325
SHAPE = (3, 32, 32)


class Svhn(DatasetSpec):
    """The official test set is the test split; validation is a tenth of the training set, a share of every class.

    Ones are more than twice as frequent as zeros, as house numbers have it.
    """

    label: ClassVar[str] = "SVHN"
    about: ClassVar[str] = "99 289 colour photographs of 32 × 32 pixels: digits of house numbers and their neighbours."
    offline: ClassVar[bool] = False

    kind: Literal["svhn"] = "svhn"
    range: ValueRange = Field(
        "unit", title="Range", description="Colours from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        return DataFacts(
            DataPorts(Port("image", SHAPE), num_classes=len(NAMES)),
            "class",
            {"train": COUNTS["train"] - NUM_VALIDATION, "validation": NUM_VALIDATION, "test": COUNTS["test"]},
            class_names=NAMES,
            fetch_bytes=246_316_178,
        )

    def problems(self) -> tuple[Problem, ...]:
        return missing(self.label, self.kind, [path for path in map(_path, COUNTS) if not path.is_file()])

    def splits(self) -> dict[SplitName, Arrays]:
        return official_splits(self._part("train"), self._part("test"), NUM_VALIDATION, self.split_seed)

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)

    def _part(self, name: str) -> Arrays:
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
