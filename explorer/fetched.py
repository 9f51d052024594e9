"""What datasets share that lie in the data folder: their splits, and what to say when files are missing or damaged."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays, SplitName
from explorer.problems import DATA_DAMAGED, DATA_MISSING
from explorer.splitting import stratified_order
from models.problem import InputError, Problem
from models.text import Text


def official_splits(train: Arrays, test: Arrays, num_validation: int, split_seed: int) -> dict[SplitName, Arrays]:
    """The official test set as it is; validation is taken from the official training set, a share of every class."""
    held_out = np.zeros(len(train), dtype=bool)
    held_out[stratified_order(np.asarray(train.targets, dtype=np.int64), split_seed)[:num_validation]] = True
    return {"train": _chosen(train, ~held_out), "validation": _chosen(train, held_out), "test": test}


def _chosen(arrays: Arrays, is_chosen: npt.NDArray[np.bool_]) -> Arrays:
    """The samples for which it is true, in order."""
    rows = np.flatnonzero(is_chosen)
    return Arrays(np.take(arrays.inputs, rows, axis=0), np.take(arrays.targets, rows, axis=0))


def missing(label: str, kind: str, paths: list[Path]) -> tuple[Problem, ...]:
    """The problem of a dataset of which these files are missing; none when the list is empty."""
    if not paths:
        return ()
    return (DATA_MISSING.at("data", label=Text(label), id=kind, file=paths[0].name, folder=str(paths[0].parent)),)


def damaged(label: str, path: Path, cause: object) -> InputError:
    """The error of a file that is not what it should be."""
    return InputError((DATA_DAMAGED.at("data", label=Text(label), file=str(path), cause=str(cause)),))
