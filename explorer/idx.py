"""Handwriting and clothes in MNIST's files: the reader, and what the datasets of that layout share."""

import gzip
import zlib
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
from models.text import shown

NUM_OFFICIAL, NUM_VALIDATION, NUM_TEST = 60_000, 6_000, 10_000
UNSIGNED_BYTES = 0x08
FILES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


class IdxImages(DatasetSpec):
    """70 000 grey pictures of 28 × 28 pixels in ten classes; the official test set is the test split.

    Validation is a tenth of the official training set, the same share of every class.
    """

    offline: ClassVar[bool] = False
    folder_name: ClassVar[str]
    names: ClassVar[tuple[str, ...]]
    fetch_bytes: ClassVar[int]

    form: Literal["image", "rows"] = Field(
        "image", title="Form", description="One image of 28 × 28 pixels, or a sequence of 28 rows of 28 pixels."
    )
    range: ValueRange = Field(
        "unit", title="Range", description="Pixels from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        port = Port("image", (1, 28, 28)) if self.form == "image" else Port("sequence", (28, 28))
        names, (official, validation, test) = self._class_names(), self._counts()
        return DataFacts(
            DataPorts(port, num_classes=len(names)),
            "class",
            {"train": official - validation, "validation": validation, "test": test},
            class_names=names,
            fetch_bytes=self.fetch_bytes,
        )

    def problems(self) -> tuple[Problem, ...]:
        return missing(self.label, self.kind, [path for path in self._paths() if _existing(path) is None])

    def splits(self) -> dict[SplitName, Arrays]:
        train_images, train_labels, test_images, test_labels = self._paths()
        official, validation, test = self._counts()
        train = Arrays(self._images(train_images, official), self._labels(train_labels, official))
        last = Arrays(self._images(test_images, test), self._labels(test_labels, test))
        return official_splits(train, last, validation, self.split_seed)

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)

    def _class_names(self) -> tuple[str, ...]:
        return self.names

    def _counts(self) -> tuple[int, int, int]:
        """Samples of the official training set, how many of them are for validation, and of the test set."""
        return NUM_OFFICIAL, NUM_VALIDATION, NUM_TEST

    def _first_class(self) -> int:
        """The number of the first class in the files."""
        return 0

    def _paths(self) -> list[Path]:
        return [data_folder() / self.folder_name / "raw" / name for name in FILES]

    def _images(self, path: Path, num_wanted: int) -> npt.NDArray[np.uint8]:
        images = self._read(path, (num_wanted, 28, 28))
        return images[:, None] if self.form == "image" else images

    def _labels(self, path: Path, num_wanted: int) -> npt.NDArray[np.int64]:
        labels = self._read(path, (num_wanted,)).astype(np.int64) - self._first_class()
        if labels.min() < 0 or labels.max() >= len(self._class_names()):
            raise damaged(self.label, path, "it holds a class that there is not")
        return labels

    def _read(self, path: Path, shape: tuple[int, ...]) -> npt.NDArray[np.uint8]:
        found = _existing(path) or path
        try:
            return read_idx(found, shape)
        except (OSError, EOFError, zlib.error, ValueError) as error:
            raise damaged(self.label, found, error) from error


def read_idx(path: Path, shape: tuple[int, ...]) -> npt.NDArray[np.uint8]:
    """The array of that shape in an IDX file of unsigned bytes, plain or compressed.

    Raises:
        OSError, EOFError, zlib.error, ValueError: when it cannot be read, or holds anything else.
    """
    head = bytes([0, 0, UNSIGNED_BYTES, len(shape)]) + np.array(shape, dtype=">u4").tobytes()
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        found = file.read(len(head))
        if found[:3] != head[:3]:
            raise ValueError("it is not an IDX file of bytes")
        if found != head:
            raise ValueError(f"it does not hold {shown(shape)} values")
        values = np.empty(shape, dtype=np.uint8)
        left = values.data.cast("B")
        while left and (count := file.readinto(left)):
            left = left[count:]
        if left:
            raise ValueError("it ends too early")
        if file.read(1):
            raise ValueError("it does not end where it should")
    return values


def _existing(path: Path) -> Path | None:
    """The file as it is, or compressed."""
    compressed = path.with_name(f"{path.name}.gz")
    return next((found for found in (path, compressed) if found.is_file()), None)
