"""Which samples a person wants to see: of some splits, of one class, or those in whose text something occurs."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from explorer.dataset import SPLITS, SplitName
from explorer.exploring.loaded import Held
from explorer.source import Rows
from explorer.words import spelled

MOST_FOUND = 2_000_000
CHUNK = 2048  # samples whose texts are spelled between two reports

Progress = Callable[[float], object]


@dataclass(frozen=True)
class SampleFilter:
    """Samples that are in one of `splits`, of this class, between the indices `first` and `last` (inclusive), and
    hold `text`, whatever the case: in the text, in the wanted text, or in the name of the class. `named` are classes in
    whose name it occurs in the language of the person."""

    splits: tuple[SplitName, ...] = SPLITS
    class_number: int | None = None
    text: str = ""
    first: int = 0
    last: int | None = None
    named: tuple[int, ...] = ()


@dataclass(frozen=True)
class Found:
    """The places of all samples that pass a filter: split numbers and indices (M,), by split and then by index.

    `total` tells how many there are, of which at most MOST_FOUND are named.
    """

    split_numbers: npt.NDArray[np.uint8]
    indices: Rows
    total: int

    def __len__(self) -> int:
        return len(self.indices)

    def position(self, split_number: int, index: int) -> int:
        """Where this sample stands among them, or the nearest one after it; the last where there is none after it."""
        if not len(self):
            return -1
        start, end = np.searchsorted(self.split_numbers, [split_number, split_number + 1])
        return int(min(start + np.searchsorted(self.indices[start:end], index), len(self) - 1))


def found(held: Held, wanted: SampleFilter, progress: Progress = lambda _done: None) -> Found:
    """All samples that pass the filter; `progress` is told the share that is done, and may raise."""
    numbers, parts = [], []
    total = max(1, sum(held.counts))
    done = 0
    for number, name in enumerate(SPLITS):
        count = held.counts[number]
        if name in wanted.splits:
            rows = np.arange(min(wanted.first, count), count if wanted.last is None else min(wanted.last + 1, count))
            rows = _of_class(held, number, rows, wanted.class_number)
            if wanted.text.strip():
                rows = _holding(held, number, rows, wanted, partial(_tell, progress, done / total, count / total))
            parts.append(rows)
            numbers.append(np.full(len(rows), number, np.uint8))
        done += count
    indices = np.concatenate(parts) if parts else np.zeros(0, np.int64)
    split_numbers = np.concatenate(numbers) if numbers else np.zeros(0, np.uint8)
    return Found(split_numbers[:MOST_FOUND], indices[:MOST_FOUND].astype(np.int64), len(indices))


def _of_class(held: Held, number: int, rows: Rows, class_number: int | None) -> Rows:
    if class_number is None or held.facts.target != "class":
        return rows
    is_meant = np.asarray(held.split(number).targets)[rows] == class_number
    kept: Rows = rows[is_meant]
    return kept


def _tell(progress: Progress, begun: float, share: float, done: float) -> None:
    progress(begun + share * done)


def _holding(held: Held, number: int, rows: Rows, wanted: SampleFilter, progress: Progress) -> Rows:
    """Those of the rows in which the text occurs, or in whose targets it does."""
    keeps = np.zeros(len(rows), bool)
    targets, text = held.split(number).targets, wanted.text.strip().casefold()
    if held.facts.target == "class":
        meant = [place for place, name in enumerate(held.facts.class_names) if text in name.casefold()]
        keeps |= np.isin(np.asarray(targets)[rows], [*meant, *wanted.named])
    searches_targets = held.facts.target in ("tokens", "words")
    if held.is_text or searches_targets:
        symbols = held.facts.symbols
        for start in range(0, len(rows), CHUNK):
            progress(start / len(rows))
            chunk = rows[start : start + CHUNK]
            texts = _texts(held.read(number, chunk), symbols) if held.is_text else [""] * len(chunk)
            told = _texts(np.asarray(targets[chunk]), symbols) if searches_targets else [""] * len(chunk)
            keeps[start : start + CHUNK] |= [
                text in one or text in other for one, other in zip(texts, told, strict=True)
            ]
    return rows[keeps]


def _texts(tokens: npt.NDArray[np.generic], symbols: tuple[str, ...]) -> list[str]:
    known = len(symbols)
    return [
        spelled([symbols[number] if number < known else str(number) for number in row]).casefold()
        for row in tokens.tolist()
    ]
