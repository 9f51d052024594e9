"""What datasets share that lie in the data folder: their splits, and what to say when files are missing or damaged."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays, SplitName
from explorer.problems import DATA_DAMAGED, DATA_MISSING
from explorer.splitting import stratified_order
from models.problem import InputError, Problem
from models.text import Text


def official_splits(
    train: Sequence[Arrays], test: Arrays, num_validation: int, split_seed: int
) -> dict[SplitName, Arrays]:
    """The official test set as it is; validation is taken from the official training set, a share of every class.

    The training set may lie in several pieces, one after the other: every sample is copied once.
    """
    classes = np.concatenate([piece.targets for piece in train])
    held_out = np.zeros(len(classes), dtype=bool)
    held_out[stratified_order(classes, split_seed)[:num_validation]] = True
    return {"train": _chosen(train, ~held_out), "validation": _chosen(train, held_out), "test": test}


def _chosen(pieces: Sequence[Arrays], is_chosen: npt.NDArray[np.bool_]) -> Arrays:
    """The samples of all pieces together for which it is true, in order."""
    first = pieces[0]
    count = int(np.count_nonzero(is_chosen))
    inputs = np.empty((count, *first.inputs.shape[1:]), first.inputs.dtype)
    targets = np.empty((count, *first.targets.shape[1:]), first.targets.dtype)
    start = taken = 0
    for piece in pieces:
        rows = np.flatnonzero(is_chosen[start : start + len(piece)])
        part = slice(taken, taken + len(rows))
        # Without "clip", which is never needed, numpy would fill a copy first.
        np.take(piece.inputs, rows, axis=0, out=inputs[part], mode="clip")
        np.take(piece.targets, rows, axis=0, out=targets[part], mode="clip")
        start, taken = start + len(piece), taken + len(rows)
    return Arrays(inputs, targets)


def missing(label: str, kind: str, paths: list[Path]) -> tuple[Problem, ...]:
    """The problem of a dataset of which these files are missing; none when the list is empty."""
    if not paths:
        return ()
    return (DATA_MISSING.at("data", label=Text(label), id=kind, file=paths[0].name, folder=str(paths[0].parent)),)


def damaged(label: str, path: Path, cause: object) -> InputError:
    """The error of a file that is not what it should be."""
    return InputError((DATA_DAMAGED.at("data", label=Text(label), file=str(path), cause=str(cause)),))
