"""Train, validation and test: 70 %, 10 % and 20 % of every class, decided by a seed alone."""

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays, SplitName

Rows = npt.NDArray[np.int64]


def split_counts(num_samples: int) -> dict[SplitName, int]:
    """How many samples each split gets: a tenth for validation, a fifth for test, the rest for training."""
    validation, test = round(num_samples * 0.1), round(num_samples * 0.2)
    return {"train": num_samples - validation - test, "validation": validation, "test": test}


def stratified_order(classes: npt.NDArray[np.int64], split_seed: int) -> Rows:
    """All rows in an order whose every long piece has the same mixture of classes.

    Within every class the samples are shuffled and spread evenly over [0, 1), then all are sorted by that place.
    """
    rng = np.random.default_rng(split_seed)
    places = np.empty(len(classes))
    for label in np.unique(classes):
        (rows,) = np.nonzero(classes == label)
        places[rng.permutation(rows)] = (np.arange(len(rows)) + rng.random()) / len(rows)
    return np.argsort(places, kind="stable")


def stratified_rows(classes: npt.NDArray[np.int64], split_seed: int) -> dict[SplitName, Rows]:
    """The rows of three splits with the same mixture of classes in each; exactly `split_counts` rows, ascending."""
    counts = split_counts(len(classes))
    parts = np.split(stratified_order(classes, split_seed), np.cumsum(list(counts.values()))[:-1])
    return {name: np.sort(rows) for name, rows in zip(counts, parts, strict=True)}


def stratified_splits(
    inputs: npt.NDArray[np.generic], targets: npt.NDArray[np.int64], split_seed: int
) -> dict[SplitName, Arrays]:
    """Three splits of samples whose targets are their classes."""
    return {name: Arrays(inputs[rows], targets[rows]) for name, rows in stratified_rows(targets, split_seed).items()}


def no_targets(num_samples: int) -> npt.NDArray[np.int64]:
    """(num_samples, 0): the targets of samples that have none, or that are their own."""
    return np.empty((num_samples, 0), dtype=np.int64)
