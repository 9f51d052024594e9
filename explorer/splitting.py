"""Train, validation and test: 70 %, 10 % and 20 % of every class, decided by a seed alone."""

import numpy as np
import numpy.typing as npt

from explorer.dataset import Arrays, SplitName


def split_counts(num_samples: int) -> dict[SplitName, int]:
    """How many samples each split gets: a tenth for validation, a fifth for test, the rest for training."""
    validation, test = round(num_samples * 0.1), round(num_samples * 0.2)
    return {"train": num_samples - validation - test, "validation": validation, "test": test}


def stratified_splits(
    inputs: npt.NDArray[np.generic], targets: npt.NDArray[np.int64], split_seed: int
) -> dict[SplitName, Arrays]:
    """Three splits with the same mixture of classes in each.

    Within every class the samples are shuffled and spread evenly over [0, 1); sorting all samples by that place and
    cutting at 70 % and 80 % gives each split its share of every class, and exactly `split_counts` samples.
    """
    rng = np.random.default_rng(split_seed)
    places = np.empty(len(targets))
    for label in np.unique(targets):
        (rows,) = np.nonzero(targets == label)
        places[rng.permutation(rows)] = (np.arange(len(rows)) + rng.random()) / len(rows)
    order = np.argsort(places, kind="stable")
    counts = split_counts(len(targets))
    ends = np.cumsum(list(counts.values()))
    parts = zip(counts, np.split(order, ends[:-1]), strict=True)
    return {name: Arrays(inputs[np.sort(rows)], targets[np.sort(rows)]) for name, rows in parts}
