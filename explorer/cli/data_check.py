"""Whether data that were fetched are sound: they are read in full, as a run would read them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from explorer.dataset import SPLITS, DatasetSpec
from explorer.datasets import DATASETS
from explorer.fetching import catalogue
from explorer.fetching.problems import NO_DATA_THERE
from explorer.folders import data_folder
from models.problem import InputError, Problem


@dataclass(frozen=True)
class Checked:
    """One dataset: id, label, folder and counts by split; and what is wrong with it."""

    entry: dict[str, Any]
    problems: tuple[Problem, ...]


def check_data(path: str) -> list[Checked]:
    """Check the data of an id, or all that lie in a data folder.

    Raises:
        InputError: when it is neither.
    """
    if catalogue.find(path) is not None and not Path(path).is_dir():
        return [_checked(path)]
    kinds = _kinds_in(Path(path))
    if not kinds:
        choices = ", ".join(data.id for data in catalogue.FETCHABLES)
        raise InputError((NO_DATA_THERE.at(path, path=path, choices=choices),))
    with _data_folder(Path(path)):
        return [_checked(kind) for kind in kinds]


def is_fetched(path: str) -> bool:
    """Whether it is an id of the catalogue, or a folder in which anything lies that it names."""
    return catalogue.find(path) is not None or bool(_kinds_in(Path(path)))


def _kinds_in(folder: Path) -> list[str]:
    return [data.id for data in catalogue.FETCHABLES if len(data.missing(folder)) < len(data.files)]


def _checked(kind: str) -> Checked:
    spec = next(dataset for dataset in DATASETS if dataset.model_fields["kind"].default == kind)
    data = spec.model_validate({"kind": kind})
    entry = {"id": kind, "label": data.label, "folder": str(data_folder()), "samples": {}}
    try:
        entry["samples"] = _counts(data)
    except InputError as error:
        return Checked(entry, error.problems)
    return Checked(entry, ())


def _counts(data: DatasetSpec) -> dict[str, int]:
    """Samples of each split, all of which were read."""
    splits = data.load().splits
    for split in SPLITS:
        inputs = splits[split].inputs
        for start in range(0, len(inputs), 1000):
            inputs[start : start + 1000]
    return {split: len(splits[split]) for split in SPLITS}


@contextmanager
def _data_folder(folder: Path) -> Iterator[None]:
    """Let data be looked for in another folder meanwhile; this process does nothing else."""
    before = os.environ.get("NEURAL_EXPLORER_DATA")
    os.environ["NEURAL_EXPLORER_DATA"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["NEURAL_EXPLORER_DATA"]
        else:
            os.environ["NEURAL_EXPLORER_DATA"] = before
