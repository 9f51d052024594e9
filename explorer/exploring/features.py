"""Samples of any kind as rows of numbers between which distances mean something."""

# N samples, F features

from math import prod

import numpy as np
import numpy.typing as npt

from explorer.exploring.loaded import Held
from explorer.source import Rows, Values

MOST_FEATURES = 1024  # of which distances are taken: a picture of 32 x 32
MOST_SYMBOLS = 512  # of texts, the most frequent ones

Floats = npt.NDArray[np.float32]


def features(held: Held, split_numbers: npt.NDArray[np.uint8], indices: Rows) -> Floats:
    """(N, F): numbers as a network gets them, flat, of large samples evenly spaced ones; texts as shares of symbols.

    The places (N,) are sorted by split.
    """
    parts = []
    for number in np.unique(split_numbers):
        stored = held.read(int(number), indices[split_numbers == number])
        parts.append(stored if held.is_text else held.seen(_thinned(stored).reshape(len(stored), -1)))
    if not parts:
        return np.zeros((0, 1), np.float32)
    joined = np.concatenate(parts)
    return symbol_shares(joined, held.facts.padding) if held.is_text else np.nan_to_num(joined, posinf=0.0, neginf=0.0)


def symbol_shares(tokens_NT: Values, padding: int | None, most: int = MOST_SYMBOLS) -> Floats:
    """(N, F): which share of each text each of the most frequent symbols has. Order is lost, places do not count."""
    tokens = tokens_NT.astype(np.int64)
    is_word = np.ones(tokens.shape, bool) if padding is None else tokens != padding
    counts = np.bincount(tokens[is_word], minlength=1)
    frequent = np.sort(np.argsort(-counts, kind="stable")[:most])
    column_of = np.full(len(counts), -1)
    column_of[frequent] = np.arange(len(frequent))
    columns = np.where(is_word, column_of[np.minimum(tokens, len(counts) - 1)], -1)
    flat = (np.arange(len(tokens))[:, None] * len(frequent) + columns)[columns >= 0]
    shares = np.bincount(flat, minlength=len(tokens) * len(frequent)).reshape(len(tokens), -1).astype(np.float32)
    shares /= np.maximum(is_word.sum(axis=1, keepdims=True), 1).astype(np.float32)
    return shares


def _thinned(stored: Values) -> Values:
    """Every second, third, ... pixel or position, so that few enough numbers are left."""
    step = 1
    while prod((*stored.shape[1:2], *(-(-size // step) for size in stored.shape[2:]))) > MOST_FEATURES:
        step += 1
        if step > max(stored.shape[1:], default=1):
            break
    match stored.ndim:
        case 4:
            return stored[:, :, ::step, ::step]
        case 3:
            return stored[:, ::step] if stored.shape[2] <= stored.shape[1] else stored[:, :, ::step]
        case _:
            return stored[:, :: -(-stored.shape[1] // MOST_FEATURES)]
