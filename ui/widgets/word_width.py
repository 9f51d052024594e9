"""How wide words are, without measuring every one of them in every frame."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics

MEASURED = 8


def widest_word(metrics: QFontMetrics, words: Iterable[str]) -> int:
    """About the width in pixels of the widest of these words: single letters count as a W; 0 without words."""
    longest = max(map(len, words := list(words)), default=0)
    if longest <= 1:
        return metrics.horizontalAdvance("W") if longest else 0
    candidates = sorted({word for word in words if len(word) >= longest - 1}, key=len)[-MEASURED:]
    return max(metrics.horizontalAdvance(word) for word in candidates)
