"""How samples are shared out: what the files say about splits counts first, then shares, all decided by a seed."""

# N samples, C classes; the three splits always in the order of SPLITS

import numpy as np
import numpy.typing as npt

from explorer.dataset import SPLITS, SplitName
from explorer.splitting import stratified_order

Counts = tuple[tuple[int, ...], ...]  # by split, then by class
FEWEST = 3  # samples: one for each split


def share_of(num_samples: int, share: float) -> int:
    """How many samples that share is: one at least, where there is one for every split."""
    return 0 if num_samples < FEWEST or share == 0 else max(1, round(num_samples * share))


def capped_counts(counts: Counts, per_class: int, most: int) -> tuple[int, int, int]:
    """How many samples of each given split are used; a cap of 0 is none."""
    used = [sum(min(count, per_class or count) for count in by_class) for by_class in counts]
    train, validation, test = (min(number, most or number) for number in (*used, 0, 0, 0)[:3])
    return train, validation, test


def share_counts(given: tuple[int, int, int], validation: float, test: float) -> dict[SplitName, int]:
    """The samples of each split. One that is not given takes its share of the given training samples."""
    num_validation = given[1] or share_of(given[0], validation)
    num_test = given[2] or share_of(given[0], test)
    train = given[0] - (0 if given[1] else num_validation) - (0 if given[2] else num_test)
    return {"train": train, "validation": num_validation, "test": num_test}


def capped_rows(
    classes_N: npt.NDArray[np.int64], given_N: npt.NDArray[np.int64], per_class: int, most: int, split_seed: int
) -> npt.NDArray[np.int64]:
    """The rows that are used, ascending: of each given split at most `most`, of each class in it `per_class`."""
    kept = []
    for split in range(len(SPLITS)):
        (rows,) = np.nonzero(given_N == split)
        rows = rows[stratified_order(classes_N[rows], split_seed)]
        if per_class:
            rows = rows[_places_in_class(classes_N[rows]) < per_class]
        kept.append(rows[:most] if most else rows)
    return np.sort(np.concatenate(kept))


def shared_rows(
    classes_N: npt.NDArray[np.int64], given_N: npt.NDArray[np.int64], validation: float, test: float, split_seed: int
) -> dict[SplitName, npt.NDArray[np.int64]]:
    """The rows of each split, ascending: exactly as many as `share_counts` says, with the same mixture of classes."""
    parts = [np.nonzero(given_N == split)[0] for split in range(len(SPLITS))]
    pool, given_validation, given_test = parts
    pool = pool[stratified_order(classes_N[pool], split_seed)]
    num_validation = 0 if len(given_validation) else share_of(len(pool), validation)
    num_test = 0 if len(given_test) else share_of(len(pool), test)
    cut = num_validation + num_test
    return {
        "train": np.sort(pool[cut:]),
        "validation": given_validation if len(given_validation) else np.sort(pool[:num_validation]),
        "test": given_test if len(given_test) else np.sort(pool[num_validation:cut]),
    }


def _places_in_class(classes_N: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """How many samples of the same class stand before each."""
    order = np.argsort(classes_N, kind="stable")
    _, starts, counts = np.unique(classes_N[order], return_index=True, return_counts=True)
    places = np.empty(len(classes_N), dtype=np.int64)
    places[order] = np.arange(len(classes_N)) - np.repeat(starts, counts)
    return places
