"""Data: CIFAR-10, 60 000 small colour photographs of ten kinds of things (Krizhevsky 2009)."""

import pickle
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName, ValueRange, scaling_of
from explorer.fetched import damaged, missing, official_splits
from explorer.folders import data_folder
from explorer.restricted_pickle import array_named, load_arrays
from models.port import DataPorts, Port
from models.problem import Problem

NAMES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
TRAIN_FILES = tuple(f"data_batch_{number}" for number in range(1, 6))
TEST_FILES = ("test_batch",)
PER_FILE, NUM_VALIDATION = 10_000, 5_000
SHAPE = (3, 32, 32)


class Cifar10(DatasetSpec):
    """The official test set is the test split; validation is a tenth of the training set, a share of every class."""

    label: ClassVar[str] = "CIFAR-10"
    about: ClassVar[str] = "60 000 colour photographs of 32 × 32 pixels: animals and vehicles."
    offline: ClassVar[bool] = False

    kind: Literal["cifar10"] = "cifar10"
    range: ValueRange = Field(
        "unit", title="Range", description="Colours from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        return DataFacts(
            DataPorts(Port("image", SHAPE), num_classes=len(NAMES)),
            "class",
            {"train": 5 * PER_FILE - NUM_VALIDATION, "validation": NUM_VALIDATION, "test": PER_FILE},
            class_names=NAMES,
            fetch_bytes=170_498_071,
        )

    def problems(self) -> tuple[Problem, ...]:
        paths = [_folder() / name for name in (*TRAIN_FILES, *TEST_FILES)]
        return missing(self.label, self.kind, [path for path in paths if not path.is_file()])

    def splits(self) -> dict[SplitName, Arrays]:
        train, test = self._joined(TRAIN_FILES), self._joined(TEST_FILES)
        return official_splits(train, test, NUM_VALIDATION, self.split_seed)

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)

    def _joined(self, names: tuple[str, ...]) -> Arrays:
        """All files in one array, which is filled one by one: memory that is new takes longer than reading."""
        pixels = np.empty((len(names) * PER_FILE, *SHAPE), dtype=np.uint8)
        labels = np.empty(len(pixels), dtype=np.int64)
        for number, name in enumerate(names):
            rows = slice(number * PER_FILE, (number + 1) * PER_FILE)
            self._read(_folder() / name, Arrays(pixels[rows], labels[rows]))
        return Arrays(pixels, labels)

    def _read(self, path: Path, into: Arrays) -> None:
        try:
            with path.open("rb") as file:
                batch = _batch(load_arrays(file))
        except (OSError, TypeError, ValueError, pickle.UnpicklingError) as error:
            raise damaged(self.label, path, error) from error
        into.inputs[:], into.targets[:] = batch.inputs, batch.targets


def _batch(content: object) -> Arrays:
    """One file's pictures and classes.

    Raises:
        TypeError, ValueError: when it holds anything but 10 000 of each.
    """
    pixels = array_named(content, "data", np.uint8, (PER_FILE, int(np.prod(SHAPE))))
    labels = array_named(content, "labels", None, (PER_FILE,))
    if labels.min() < 0 or labels.max() >= len(NAMES):
        raise ValueError("its labels are not between 0 and 9")
    return Arrays(pixels.reshape(-1, *SHAPE), labels.astype(np.int64))


def _folder() -> Path:
    return data_folder() / "cifar-10-batches-py"
