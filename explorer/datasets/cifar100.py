"""Data: CIFAR-100, 60 000 small colour photographs of a hundred kinds of things (Krizhevsky 2009)."""

import pickle
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays
from explorer.fetched import damaged
from explorer.folders import data_folder
from explorer.photographs import Photographs
from explorer.restricted_pickle import array_named, load_arrays

NAMES = {
    "fine": (
        "apple", "aquarium fish", "baby", "bear", "beaver", "bed", "bee", "beetle", "bicycle", "bottle", "bowl", "boy",
        "bridge", "bus", "butterfly", "camel", "can", "castle", "caterpillar", "cattle", "chair", "chimpanzee", "clock",
        "cloud", "cockroach", "couch", "crab", "crocodile", "cup", "dinosaur", "dolphin", "elephant", "flatfish",
        "forest", "fox", "girl", "hamster", "house", "kangaroo", "keyboard", "lamp", "lawn mower", "leopard", "lion",
        "lizard", "lobster", "man", "maple tree", "motorcycle", "mountain", "mouse", "mushroom", "oak tree", "orange",
        "orchid", "otter", "palm tree", "pear", "pickup truck", "pine tree", "open plain", "plate", "poppy",
        "porcupine", "possum", "rabbit", "raccoon", "ray", "road", "rocket", "rose", "sea", "seal", "shark", "shrew",
        "skunk", "skyscraper", "snail", "snake", "spider", "squirrel", "streetcar", "sunflower", "sweet pepper",
        "table", "tank", "telephone", "television", "tiger", "tractor", "railway train", "trout", "tulip", "turtle",
        "wardrobe", "whale", "willow tree", "wolf", "woman", "worm",
    ),
    "coarse": (
        "aquatic mammals", "fish", "flowers", "food containers", "fruit and vegetables",
        "household electrical devices", "household furniture", "insects", "large carnivores",
        "large man-made outdoor things", "large natural outdoor scenes", "large omnivores and herbivores",
        "medium mammals", "non-insect invertebrates", "people", "reptiles", "small mammals", "trees", "vehicles 1",
        "vehicles 2",
    ),
}  # fmt: skip
COUNTS = {"train": 50_000, "test": 10_000}
NUM_VALIDATION = 5_000
SHAPE = (3, 32, 32)


class Cifar100(Photographs):
    """Of every one of the hundred kinds there are 500 pictures to learn from."""

    label: ClassVar[str] = "CIFAR-100"
    about: ClassVar[str] = "60 000 colour photographs of 32 × 32 pixels: a hundred kinds of things in twenty groups."
    shape: ClassVar[tuple[int, int, int]] = SHAPE
    fetch_bytes: ClassVar[int] = 169_001_437

    kind: Literal["cifar100"] = "cifar100"
    classes: Literal["fine", "coarse"] = Field(
        "fine", title="Classes", description="A hundred kinds of things, or the twenty groups that they belong to."
    )

    def _class_names(self) -> tuple[str, ...]:
        return NAMES[self.classes]

    def _counts(self) -> tuple[int, int, int]:
        return COUNTS["train"], NUM_VALIDATION, COUNTS["test"]

    def _paths(self) -> list[Path]:
        return [_path(name) for name in COUNTS]

    def _part(self, name: Literal["train", "test"]) -> Arrays:
        path = _path(name)
        try:
            with path.open("rb") as file:
                content = load_arrays(file)
            pixels = array_named(content, "data", np.uint8, (COUNTS[name], int(np.prod(SHAPE))))
            labels = array_named(content, f"{self.classes}_labels", None, (COUNTS[name],))
            if labels.min() < 0 or labels.max() >= len(NAMES[self.classes]):
                raise ValueError(f"its labels are not between 0 and {len(NAMES[self.classes]) - 1}")
        except (OSError, TypeError, ValueError, pickle.UnpicklingError) as error:
            raise damaged(self.label, path, error) from error
        return Arrays(pixels.reshape(-1, *SHAPE), labels.astype(np.int64))


def _path(name: str) -> Path:
    return data_folder() / "cifar-100-python" / name
