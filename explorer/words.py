"""Text as numbers of words and back: how words are found, which are known, how a row of them is filled up."""

# N texts, T positions

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

WORD = re.compile(r"[a-z]+(?:['_][a-z]+)*|\d+")
PADDING, MASK, UNKNOWN = 0, 1, 2  # the numbers of the first three symbols of every vocabulary
SPECIAL = ("·", "[mask]", "[?]")
FIRST_WORD = len(SPECIAL)


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in small letters, without anything between them."""
    return tuple(WORD.findall(text.lower().replace("’", "'")))


def vocabulary(texts: Iterable[Sequence[str]], size: int) -> tuple[str, ...]:
    """At most `size` symbols: padding, mask, unknown, then the most frequent words; equal counts by the alphabet."""
    counts = Counter(word for text in texts for word in text)
    words = sorted(counts, key=lambda word: (-counts[word], word))
    return (*SPECIAL, *words[: size - len(SPECIAL)])


def numbered(texts: Sequence[Sequence[str]], symbols: Sequence[str], length: int) -> npt.NDArray[np.int32]:
    """(N, length): the first words of every text. Shorter texts begin with padding, so that the last one is a word."""
    numbers = {symbol: number for number, symbol in enumerate(symbols)}
    rows_NT = np.full((len(texts), length), PADDING, dtype=np.int32)
    for row_T, text in zip(rows_NT, texts, strict=True):
        kept = [numbers.get(word, UNKNOWN) for word in text[:length]]
        row_T[length - len(kept) :] = kept
    return rows_NT


def spelled(symbols: Sequence[str]) -> str:
    """Symbols as one piece of writing: characters side by side, words apart, padding left out."""
    shown = [symbol for symbol in symbols if symbol != SPECIAL[PADDING]]
    return ("" if all(len(symbol) == 1 for symbol in shown) else " ").join(shown)
