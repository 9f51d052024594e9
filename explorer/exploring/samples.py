"""Some samples as they cross to the window: small enough for a gallery, or one of them whole."""

from dataclasses import dataclass
from math import prod

import numpy as np
import numpy.typing as npt

from explorer.dataset import SPLITS, SplitName
from explorer.exploring.loaded import Held
from explorer.source import Rows, Values
from explorer.words import spelled

PAGE_SIZE = 120  # samples that cross at once
MOST_SIDE, MOST_STEPS = 96, 512  # pixels of a picture, positions of a sequence in a gallery
MOST_COLUMNS = 64  # values of a vector in a gallery
FEW_LINES = 4  # a sequence of so many features is drawn as lines, of more as a picture
MOST_LETTERS = 2000  # of a text in a gallery

PIECE_BYTES = 64_000_000  # in memory at once, of large samples

SplitNumbers = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class SamplePage:
    """P samples: where they lie, and what they are.

    split_numbers (P,) count in SPLITS, indices (P,) in the split. inputs (P, ...) are numbers as people know them,
    thinned out when `step` is more than 1, or None for texts, which `texts` spells. classes (P,) or None; values
    (P, K) of a "value" target or None; `target_texts` spells targets that are tokens.
    """

    split_numbers: SplitNumbers
    indices: Rows
    inputs: npt.NDArray[np.floating] | None
    classes: Rows | None
    values: npt.NDArray[np.floating] | None
    texts: tuple[str, ...] = ()
    target_texts: tuple[str, ...] = ()
    step: int = 1

    def __len__(self) -> int:
        return len(self.indices)

    def place(self, row: int) -> tuple[SplitName, int]:
        """Split and index of one of them."""
        return SPLITS[self.split_numbers[row]], int(self.indices[row])


def read_page(held: Held, split_numbers: SplitNumbers, indices: Rows, *, is_whole: bool = False) -> SamplePage:
    """The samples at these places (P,), in this order; thinned out for a gallery unless `is_whole`."""
    facts, symbols = held.facts, held.facts.symbols
    step = 1 if is_whole or held.is_text else thinning(facts.ports.input.shape)
    stored, targets = _gathered(held, split_numbers, indices, step)
    inputs, texts = None, tuple[str, ...]()
    if held.is_text:
        texts = tuple(_spelled(row, symbols, is_whole=is_whole) for row in stored)
    else:
        inputs = held.shown(stored)
    target_texts: tuple[str, ...] = ()
    if facts.target in ("tokens", "words"):
        first = 1 if facts.target == "tokens" else 0  # the start symbol says nothing
        target_texts = tuple(_spelled(row[first:], symbols, is_whole=is_whole) for row in targets)
    classes = targets.astype(np.int64) if facts.target == "class" else None
    values = held.shown_targets(targets) if facts.target == "value" else None
    return SamplePage(split_numbers, indices, inputs, classes, values, texts, target_texts, step)


def thinning(shape: tuple[int, ...]) -> int:
    """Every how many-th pixel, position or value is kept in a gallery."""
    match len(shape):
        case 3:
            return -(-max(shape[1:]) // MOST_SIDE)
        case 2 if shape[1] <= FEW_LINES:
            return -(-shape[0] // MOST_STEPS)
        case 2:
            return -(-max(shape) // MOST_SIDE)
        case _:
            return 1 if shape[0] <= MOST_COLUMNS else 2


def _thinned(stored: Values, step: int) -> Values:
    if step == 1:
        return stored
    match stored.ndim:
        case 4:
            return stored[:, :, ::step, ::step]
        case 3 if stored.shape[2] <= FEW_LINES:
            return stored[:, ::step]
        case 3:
            return stored[:, ::step, ::step]
        case _:
            return stored[:, :MOST_COLUMNS]


def _gathered(held: Held, split_numbers: SplitNumbers, indices: Rows, step: int) -> tuple[Values, Values]:
    """Inputs, thinned out, and targets of the samples, in their order; read by ascending rows, piece by piece."""
    order = np.lexsort((indices, split_numbers))
    inputs, targets = [], []
    for number in np.unique(split_numbers).tolist() or [held.first_split]:
        rows = indices[order[split_numbers[order] == number]]
        split = held.split(number)
        size = max(1, PIECE_BYTES // max(1, prod(split.inputs.shape[1:]) * split.inputs.dtype.itemsize))
        for start in range(0, max(1, len(rows)), size):
            piece = rows[start : start + size]
            inputs.append(_thinned(held.read(number, piece), step).copy())  # a view would hold on to what it leaves out
            targets.append(np.asarray(split.targets[piece]))
    back = np.argsort(order, kind="stable")
    return np.concatenate(inputs)[back], np.concatenate(targets)[back]


def _spelled(tokens: Values, symbols: tuple[str, ...], *, is_whole: bool) -> str:
    numbers = tokens.tolist()
    text = spelled([symbols[number] if number < len(symbols) else str(number) for number in numbers])
    return text if is_whole else text[:MOST_LETTERS]
