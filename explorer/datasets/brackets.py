"""Data: rows of brackets of several kinds, to be told apart by whether they match: what needs a stack."""

# N words, T brackets of a word

from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.distinct import Tokens, distinct_rows
from explorer.splitting import split_counts, stratified_splits
from models.port import DataPorts, Port

OPENING, CLOSING = "([{<", ")]}>"
CLASSES = ("matched", "mismatched")

Flags = npt.NDArray[np.bool_]


class Brackets(DatasetSpec):
    """Half of the rows are Dyck words, in which every bracket closes the one of its kind that was opened last.

    The others were such words, until two different brackets changed places: how often each one occurs tells nothing.
    With one kind of bracket a counter would do; with two or more a stack is needed. All rows are different.
    """

    label: ClassVar[str] = "Brackets"
    about: ClassVar[str] = "Rows of brackets that match or do not: what only a memory like a stack can tell."

    kind: Literal["brackets"] = "brackets"
    num_kinds: int = Field(2, ge=2, le=4, title="Kinds", description="Number of kinds of brackets, such as () and [].")
    num_pairs: int = Field(8, ge=8, le=128, title="Pairs", description="Number of pairs of brackets in a row.")
    num_samples: int = Field(
        10_000, ge=100, le=100_000, title="Rows", description="Number of rows of brackets in all splits together."
    )

    def facts(self) -> DataFacts:
        count = self.num_kinds
        symbols = (*OPENING[:count], *CLOSING[:count])
        port = Port("tokens", (2 * self.num_pairs,), vocabulary=len(symbols))
        ports = DataPorts(port, num_classes=len(CLASSES), vocabulary=len(symbols))
        return DataFacts(ports, "class", split_counts(self.num_samples), class_names=CLASSES, symbols=symbols)

    def splits(self) -> dict[SplitName, Arrays]:
        rng, length = np.random.default_rng(self.split_seed), 2 * self.num_pairs
        num_matched = self.num_samples // 2
        matched = distinct_rows(num_matched, length, lambda count: self._matched(count, rng))
        others = distinct_rows(self.num_samples - num_matched, length, lambda count: self._mismatched(count, rng))
        classes_N = (np.arange(self.num_samples) >= num_matched).astype(np.int64)
        return stratified_splits(np.concatenate([matched, others]), classes_N, self.split_seed)

    def _matched(self, count: int, rng: np.random.Generator) -> Tokens:
        """(count, T) Dyck words: at every place a coin decides between opening and closing, where both can be."""
        rows_N, depth_N = np.arange(count), np.zeros(count, dtype=np.int64)
        open_NP = np.zeros((count, self.num_pairs + 1), dtype=np.uint8)  # the kinds of those open, by depth
        words_NT = np.empty((count, 2 * self.num_pairs), dtype=np.uint8)
        for place in range(2 * self.num_pairs):
            coins_N, kinds_N = rng.integers(2, size=count), rng.integers(self.num_kinds, size=count, dtype=np.uint8)
            opens_N = (depth_N == 0) | ((coins_N == 1) & (depth_N < 2 * self.num_pairs - place))
            last_N = open_NP[rows_N, np.maximum(depth_N - 1, 0)]
            words_NT[:, place] = np.where(opens_N, kinds_N, last_N + self.num_kinds)
            open_NP[rows_N[opens_N], depth_N[opens_N]] = kinds_N[opens_N]
            depth_N += np.where(opens_N, 1, -1)
        return words_NT

    def _mismatched(self, count: int, rng: np.random.Generator) -> Tokens:
        """Up to `count` words: Dyck words in which two brackets have changed places, unless they still match."""
        words_NT, rows_N = self._matched(count, rng), np.arange(count)
        one_N, other_N = rng.integers(2 * self.num_pairs, size=(2, count))
        changed_NT = words_NT.copy()
        changed_NT[rows_N, one_N], changed_NT[rows_N, other_N] = words_NT[rows_N, other_N], words_NT[rows_N, one_N]
        return changed_NT[~do_match(changed_NT, self.num_kinds)]


def do_match(words_NT: Tokens, num_kinds: int) -> Flags:
    """(N,): whether the brackets of every word match, by a stack; a closing bracket has the number of its opening one
    plus `num_kinds`."""
    count, length = words_NT.shape
    rows_N, depth_N, fine_N = np.arange(count), np.zeros(count, dtype=np.int64), np.ones(count, dtype=np.bool_)
    open_NT = np.zeros((count, length + 1), dtype=np.uint8)
    for token_N in words_NT.T:
        opens_N = token_N < num_kinds
        open_NT[rows_N[opens_N], depth_N[opens_N]] = token_N[opens_N]
        depth_N += np.where(opens_N, 1, -1)
        fits_N = opens_N | ((depth_N >= 0) & (open_NT[rows_N, depth_N] + num_kinds == token_N))
        fine_N &= fits_N
        depth_N = np.maximum(depth_N, 0)
    return np.asarray(fine_N & (depth_N == 0))
