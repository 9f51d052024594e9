"""Data: Oxford-IIIT Pet, photographs of cats and dogs of 37 breeds (Parkhi et al. 2012)."""

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, LoadedData, SplitName, ValueRange, scaling_of
from explorer.fetched import damaged, missing
from explorer.folders import data_folder
from explorer.source import SourceSplit
from explorer.splitting import stratified_order
from explorer.square_pictures import SquarePictures, read_square
from models.port import DataPorts, Port
from models.problem import InputError, Problem

NAMES = {
    "breed": (
        "Abyssinian", "American bulldog", "American pit bull terrier", "basset hound", "beagle", "Bengal", "Birman",
        "Bombay", "boxer", "British shorthair", "chihuahua", "Egyptian mau", "English cocker spaniel",
        "English setter", "German shorthaired", "great Pyrenees", "Havanese", "Japanese chin", "keeshond", "Leonberger",
        "Maine Coon", "miniature pinscher", "Newfoundland", "Persian", "Pomeranian", "pug", "Ragdoll", "Russian Blue",
        "Saint Bernard", "Samoyed", "Scottish terrier", "shiba inu", "Siamese", "Sphynx", "Staffordshire bull terrier",
        "wheaten terrier", "Yorkshire terrier",
    ),
    "species": ("cat", "dog"),
}  # fmt: skip
COLUMNS = {"breed": 1, "species": 2}  # of a line of the lists
LISTS = ("trainval.txt", "test.txt")
COUNTS = {"trainval.txt": 3_680, "test.txt": 3_669}
NUM_VALIDATION = 368

Files = tuple[tuple[Path, ...], npt.NDArray[np.int64]]  # pictures and their classes


class Pets(DatasetSpec):
    """The largest square in the middle of every photograph, made smaller; it is read when it is needed.

    The official test set is the test split; validation is a tenth of the training set, a share of every class.
    """

    label: ClassVar[str] = "Oxford-IIIT Pet"
    about: ClassVar[str] = "7 349 colour photographs of cats and dogs of 37 breeds, as large as you like."
    offline: ClassVar[bool] = False

    kind: Literal["pets"] = "pets"
    classes: Literal["breed", "species"] = Field(
        "breed", title="Classes", description="37 breeds, or whether it is a cat or a dog."
    )
    side: int = Field(64, ge=16, le=224, title="Side", description="Width and height of the pictures in pixels.")
    range: ValueRange = Field(
        "unit", title="Range", description="Colours from 0 to 1, or from −1 to 1 as a generator with tanh makes them."
    )

    def facts(self) -> DataFacts:
        names = NAMES[self.classes]
        return DataFacts(
            DataPorts(Port("image", (3, self.side, self.side)), num_classes=len(names)),
            "class",
            {
                "train": COUNTS[LISTS[0]] - NUM_VALIDATION,
                "validation": NUM_VALIDATION,
                "test": COUNTS[LISTS[1]],
            },
            class_names=names,
            fetch_bytes=811_092_049,
        )

    def problems(self) -> tuple[Problem, ...]:
        lists = [path for path in map(_list_path, LISTS) if not path.is_file()]
        return missing(self.label, self.kind, [*lists, *(one for one in (_pictures(),) if not one.is_dir())])

    def splits(self) -> dict[SplitName, Arrays]:
        return {
            name: Arrays(np.stack([self._picture(path) for path in paths]), classes)
            for name, (paths, classes) in self._files().items()
        }

    def load(self) -> LoadedData:
        if problems := self.problems():
            raise InputError(problems)
        splits = {
            name: SourceSplit(SquarePictures(paths, self.side, self.label), classes)
            for name, (paths, classes) in self._files().items()
        }
        return LoadedData(splits, *self.scaling())

    def scaling(self) -> tuple[float, float]:
        return scaling_of(self.range, 255)

    def _picture(self, path: Path) -> npt.NDArray[np.uint8]:
        try:
            return read_square(path, self.side)
        except Exception as error:  # whatever a damaged picture makes its reader say
            raise damaged(self.label, path, error) from error

    def _files(self) -> dict[SplitName, Files]:
        paths, classes = self._listed(LISTS[0])
        rows = np.sort(stratified_order(classes, self.split_seed)[:NUM_VALIDATION])
        others = np.setdiff1d(np.arange(len(classes)), rows)
        return {
            "train": (tuple(paths[row] for row in others), classes[others]),
            "validation": (tuple(paths[row] for row in rows), classes[rows]),
            "test": self._listed(LISTS[1]),
        }

    def _listed(self, name: str) -> Files:
        """The pictures that a list names, with their classes."""
        path = _list_path(name)
        try:
            rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
            classes = np.array([int(row[COLUMNS[self.classes]]) - 1 for row in rows], dtype=np.int64)
            if len(rows) != COUNTS[name]:
                raise ValueError(f"it names {len(rows)} pictures, not {COUNTS[name]}")
            if classes.min() < 0 or classes.max() >= len(NAMES[self.classes]):
                raise ValueError("it names a class that there is not")
            if any("/" in row[0] or "\\" in row[0] for row in rows):
                raise ValueError("it names a file elsewhere")
        except (OSError, ValueError, IndexError) as error:
            raise damaged(self.label, path, error) from error
        return tuple(_pictures() / f"{row[0]}.jpg" for row in rows), classes


def _list_path(name: str) -> Path:
    return data_folder() / "oxford-iiit-pet" / "annotations" / name


def _pictures() -> Path:
    return data_folder() / "oxford-iiit-pet" / "images"
