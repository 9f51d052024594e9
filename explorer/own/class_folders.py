"""Folders in which every file is a sample: its class is told by a folder, or by a table; so may be its split."""

# N files

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, SplitName
from explorer.own.files import files_below, is_text
from explorer.own.shares import capped_counts, capped_rows, shared_rows
from explorer.own.spec import Count, OwnSpec, Scanned
from explorer.own.tables import whole_rows
from explorer.source import SourceSplit

# Which split a folder of that name holds, as a number of SPLITS.
SPLIT_FOLDERS = {
    "train": 0, "training": 0, "validation": 1, "valid": 1, "val": 1, "dev": 1, "test": 2, "testing": 2,
}  # fmt: skip
MOST_CLASSES = 10_000
FEW_FILES, FEW_BYTES = 1000, 2**26  # read at once: starting processes that read would take longer

# The split and the class of a file.
Belonging = tuple[int, str]


class FolderScan(Scanned):
    """What was found in a folder of samples; `counts` are by split, then by class. Without classes there is one count.

    `labels` is a table that tells the classes, empty where folders do.
    """

    class_names: tuple[str, ...] = Field((), max_length=MOST_CLASSES)
    counts: tuple[tuple[Count, ...], ...] = ()
    labels: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","
    has_header: bool = False
    num_columns: int = 0
    columns: tuple[int, int] = (0, 1)  # which of them hold the file's name and its label


class FolderSpec(OwnSpec):
    """Members say which `suffixes` their files have, and how many they are read."""

    suffixes: ClassVar[tuple[str, ...]] = ()

    cap_per_class: int = Field(
        0, ge=0, le=10**9, title="Cap per class", description="Most samples of each class that are used; 0 takes all."
    )
    cap: int = Field(0, ge=0, le=10**9, title="Cap", description="Most samples that are used; 0 takes all.")
    scanned: FolderScan = FolderScan()

    @property
    def found(self) -> FolderScan:
        return self.scanned

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes."""
        return self.scanned.class_names

    @property
    def excluded(self) -> tuple[str, ...]:
        """Files that cannot be read."""
        return self.scanned.excluded

    @property
    def labels(self) -> str:
        """The table of labels, or nothing."""
        return self.scanned.labels

    @property
    def table(self) -> tuple[str, str, int, bool]:
        """How that table is read: encoding, delimiter, number of columns, and whether the first row names them."""
        found = self.scanned
        return found.encoding, found.delimiter, found.num_columns, found.has_header

    @property
    def columns(self) -> tuple[int, int]:
        """The columns of the file's name and of its label."""
        return self.scanned.columns

    def file_names(self) -> list[str]:
        return [*files_below(Path(self.path), self.suffixes), *([self.labels] if self.labels else [])]

    def num_samples(self) -> dict[SplitName, int]:
        """How many samples each split has."""
        return self.shares(capped_counts(self.scanned.counts, self.cap_per_class, self.cap))

    def samples(self) -> dict[SplitName, tuple[list[str], npt.NDArray[np.int64]]]:
        """The files of every split, and the class of each.

        Raises:
            OSError, ValueError: when the folder or the table of labels cannot be read.
        """
        left_out = set(self.excluded)
        names = [name for name in files_below(Path(self.path), self.suffixes) if name not in left_out and is_text(name)]
        belongings = belongings_of(names)
        if self.labels:
            belongings = labelled(names, whole_rows(Path(self.path) / self.labels, *self.table), self.columns)
        numbers = {name: number for number, name in enumerate(self.class_names)}
        if not numbers:
            belongings = {name: (split, "") for name, (split, _) in belongings_of(names).items()}
            numbers = {"": 0}
        names = [name for name in names if name in belongings and belongings[name][1] in numbers]
        given_N = np.array([belongings[name][0] for name in names], dtype=np.int64)
        classes_N = np.array([numbers[belongings[name][1]] for name in names], dtype=np.int64)
        kept = capped_rows(classes_N, given_N, self.cap_per_class, self.cap, self.split_seed)
        names, classes_N = [names[row] for row in kept], classes_N[kept]
        rows = shared_rows(classes_N, given_N[kept], self.validation_share, self.test_share, self.split_seed)
        return {split: ([names[row] for row in part], classes_N[part]) for split, part in rows.items()}


def belongings_of(names: Iterable[str]) -> dict[str, Belonging]:
    """Split and class of files, told by the first folders of their names.

    The uppermost folders are splits where all of them have names of splits; files without a folder have no class.
    """
    parts = {name: name.split("/") for name in names}
    uppermost = {steps[0].lower() for steps in parts.values() if len(steps) > 1}
    has_splits = bool(uppermost) and uppermost <= SPLIT_FOLDERS.keys()
    found = {}
    for name, steps in parts.items():
        folders = steps[:-1]
        split = SPLIT_FOLDERS[folders[0].lower()] if has_splits and folders else 0
        inner = folders[1:] if has_splits else folders
        found[name] = split, inner[0] if inner else ""
    return found


def labelled(names: Iterable[str], rows: Iterable[list[str]], columns: tuple[int, int]) -> dict[str, Belonging]:
    """The class of files as rows of a table tell it, which name them with or without folder and ending."""
    known: dict[str, str] = {}
    for name in names:
        short = name.rpartition("/")[2]
        for form in (short.rpartition(".")[0], short, name):
            known[form] = name
    found: dict[str, Belonging] = {}
    for row in rows:
        wanted, label = row[columns[0]].replace("\\", "/").removeprefix("./"), row[columns[1]]
        file = known.get(wanted) or known.get(wanted.rpartition("/")[2])
        if file is not None and label:
            found[file] = 0, label
    return found


def in_memory(splits: dict[SplitName, SourceSplit]) -> dict[SplitName, Arrays | SourceSplit]:
    """What is small is read now; the rest is read when it is wanted."""
    is_small = sum(map(len, splits.values())) <= FEW_FILES
    is_light = sum(part.inputs.nbytes for part in splits.values()) <= FEW_BYTES
    if not (is_small and is_light):
        return dict(splits)
    return {name: Arrays(np.asarray(part.inputs[:]), part.targets) for name, part in splits.items()}
