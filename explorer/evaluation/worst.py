"""Which samples are worth being looked at: those with the largest loss, of all and of every kind of answer."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Rows = npt.NDArray[np.int64]


def worst(losses_N: Floats, most: int) -> Rows:
    """The numbers of the samples with the largest losses, the worst first; a loss that is no number is the worst."""
    return _descending(losses_N)[:most]


def worst_of_each(losses_N: Floats, kinds_N: npt.NDArray[np.int64], each: int, most: int) -> Rows:
    """At most `each` samples of every kind, the worst of it, and at most `most` of all, the kinds taking turns."""
    order = _descending(losses_N)
    by_kind = order[np.argsort(kinds_N[order], kind="stable")]  # the worst of each kind first
    kinds = kinds_N[by_kind]
    starts = np.flatnonzero(np.append(True, kinds[1:] != kinds[:-1])) if len(kinds) else np.zeros(0, np.int64)
    turns = np.arange(len(kinds)) - np.repeat(starts, np.diff(np.append(starts, len(kinds))))
    in_turn = by_kind[np.argsort(turns, kind="stable")]
    return in_turn[: min(most, int((turns < each).sum()))]


def _descending(losses_N: Floats) -> Rows:
    return np.argsort(-np.nan_to_num(losses_N.astype(np.float64), nan=np.inf), kind="stable")
