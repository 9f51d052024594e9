"""How wide words are, without measuring every one of them in every frame."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QFontMetrics

MEASURED = 8


def widest_word(metrics: QFontMetrics, words: Iterable[str]) -> int:
    """About the width in pixels of the widest of these words: single letters count as a W; 0 without words."""
    longest = max(map(len, words := list(words)), default=0)
    if longest <= 1:
        return metrics.horizontalAdvance("W") if longest else 0
    widest = max(map(num_columns, words))
    candidates = sorted({word for word in words if num_columns(word) >= widest - 1}, key=num_columns)[-MEASURED:]
    return max(metrics.horizontalAdvance(word) for word in candidates)


@lru_cache(maxsize=4096)
def num_columns(word: str) -> int:
    """How many Latin letters take about as much room: a Chinese sign or an emoji counts as two."""
    if word.isascii():
        return len(word)
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in word)
