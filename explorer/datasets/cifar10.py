"""Data: CIFAR-10, 60 000 small colour photographs of ten kinds of things (Krizhevsky 2009)."""

import pickle
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np

from explorer.dataset import Arrays
from explorer.fetched import damaged
from explorer.folders import data_folder
from explorer.photographs import Photographs
from explorer.restricted_pickle import array_named, load_arrays

NAMES = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
TRAIN_FILES = tuple(f"data_batch_{number}" for number in range(1, 6))
TEST_FILES = ("test_batch",)
PER_FILE, NUM_VALIDATION = 10_000, 5_000
SHAPE = (3, 32, 32)


class Cifar10(Photographs):
    """Every class has 6 000 pictures."""

    label: ClassVar[str] = "CIFAR-10"
    about: ClassVar[str] = "60 000 colour photographs of 32 × 32 pixels: animals and vehicles."
    shape: ClassVar[tuple[int, int, int]] = SHAPE
    names: ClassVar[tuple[str, ...]] = NAMES
    fetch_bytes: ClassVar[int] = 170_498_071

    kind: Literal["cifar10"] = "cifar10"

    def _counts(self) -> tuple[int, int, int]:
        return 5 * PER_FILE, NUM_VALIDATION, PER_FILE

    def _paths(self) -> list[Path]:
        return [_folder() / name for name in (*TRAIN_FILES, *TEST_FILES)]

    def _part(self, name: Literal["train", "test"]) -> Arrays:
        """All files in one array, which is filled one by one: memory that is new takes longer than reading."""
        names = TRAIN_FILES if name == "train" else TEST_FILES
        pixels = np.empty((len(names) * PER_FILE, *SHAPE), dtype=np.uint8)
        labels = np.empty(len(pixels), dtype=np.int64)
        for number, file in enumerate(names):
            rows = slice(number * PER_FILE, (number + 1) * PER_FILE)
            self._read(_folder() / file, Arrays(pixels[rows], labels[rows]))
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
