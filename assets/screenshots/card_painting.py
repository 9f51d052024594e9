"""Values, points and words as small pictures in the dark theme's colours."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ui.theme import DARK, colormap, theme

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.floating]
SIDE = 8  # pixels that one value takes


def scaled(values: Floats) -> Floats:
    """Values stretched to 0 to 1."""
    low, high = float(values.min()), float(values.max())
    return (values - low) / ((high - low) or 1.0)


def colored(values: Floats, name: str) -> Pixels:
    """(H, W) in 0 to 1 -> (H, W, 3)."""
    return colormap(name)[(np.clip(values, 0, 1) * 255).astype(np.uint8)]  # type: ignore[arg-type]


def mosaic(values: Floats, name: str, columns: int) -> Pixels:
    """(N, H, W) in 0 to 1 -> tiles in rows of `columns`, a dark pixel between them."""
    tiles = [np.pad(colored(value, name), ((0, 1), (0, 1), (0, 0)), constant_values=24) for value in values]
    rows = [np.hstack(tiles[start : start + columns]) for start in range(0, len(tiles), columns)]
    return np.vstack(rows)[:-1, :-1]


def image_of(pixels: Pixels) -> QImage:
    """Every pixel as a square of SIDE pixels."""
    large = np.ascontiguousarray(pixels.repeat(SIDE, 0).repeat(SIDE, 1))
    height, width, _ = large.shape
    return QImage(large.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def painted(width: int, height: int, paint: Callable[[QPainter], None]) -> QImage:
    """A transparent picture that `paint` fills."""
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    paint(painter)
    painter.end()
    return image


def scatter(groups: list[tuple[Floats, str]], extent: tuple[float, float, float, float] | None = None) -> QImage:
    """Points of the plane, each group in its colour."""
    reach = float(max(np.abs(points).max() for points, _ in groups)) * 1.1
    left, right, bottom, top = extent or (-reach, reach, -reach, reach)

    def paint(painter: QPainter) -> None:
        for points, color in groups:
            painter.setBrush(QColor(color))
            for x, y in points[:400]:
                place = QPointF(240 * (x - left) / (right - left), 240 * (top - y) / (top - bottom))
                painter.drawEllipse(place, 3.2, 3.2)

    return painted(240, 240, paint)


def lines(signals_NT: Floats) -> QImage:
    """Signals as lines below each other, all on one scale."""
    low, high = float(signals_NT.min()), float(signals_NT.max())
    row_height, width = 44, 320

    def paint(painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(DARK.training), 2))
        for row, signal in enumerate(signals_NT):
            heights = (row + 1 - (signal - low) / ((high - low) or 1.0)) * row_height
            pace = width / max(1, len(signal) - 1)
            painter.drawPolyline([QPointF(place * pace, height) for place, height in enumerate(heights.tolist())])

    return painted(width, row_height * len(signals_NT), paint)


def feverish(curves: list[tuple[list[float], str]]) -> QImage:
    """Losses as lines, each in its colour, with the sign of an alarm above them."""
    low = min(min(losses) for losses, _ in curves)
    high = max(max(losses) for losses, _ in curves)

    def paint(painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for losses, color in curves:
            painter.setPen(QPen(QColor(color), 3))
            pace = 320 / max(1, len(losses) - 1)
            heights = [130 - 90 * (loss - low) / ((high - low) or 1.0) for loss in losses]
            painter.drawPolyline([QPointF(8 + pace * index, height) for index, height in enumerate(heights)])
        painter.setFont(theme.font(28))
        painter.setPen(QColor(DARK.warning))
        painter.drawText(QPointF(300, 28), "▲")

    return painted(336, 140, paint)


def told(words: list[tuple[str, str]]) -> QImage:
    """Words in their colours, as many as fit."""

    def paint(painter: QPainter) -> None:
        painter.setFont(theme.font(20))
        x, y = 0, 28
        for word, color in words:
            width = painter.fontMetrics().horizontalAdvance(word + " ")
            if x + width > 336:
                x, y = 0, y + 32
            painter.setPen(QColor(color))
            painter.drawText(QPointF(x, y), word)
            x += width

    return painted(336, 140, paint)


def mixed(low: str, high: str, share: float) -> str:
    """A colour between two."""
    back, front = (np.array(QColor(color).getRgb()[:3]) for color in (low, high))
    return QColor(*(back * (1 - share) + front * share).astype(int).tolist()).name()


def spread(words: Sequence[str], positions: Floats) -> QImage:
    """Words at their places (N, 2)."""
    low, high = positions.min(axis=0), positions.max(axis=0)
    places = (positions - low) / (high - low)

    def paint(painter: QPainter) -> None:
        painter.setFont(theme.font(15))
        painter.setPen(QColor(DARK.validation))
        for word, (x, y) in zip(words, places.tolist(), strict=True):
            width = painter.fontMetrics().horizontalAdvance(word)
            painter.drawText(QPointF(x * 270 + 30 - width / 2, 18 + (1 - y) * 190), word)

    return painted(336, 216, paint)


def written(text: str) -> QImage:
    """Text as the network wrote it."""
    words = text.replace("\n", " ")
    lines = [words[start : start + 26] for start in range(0, min(len(words), 104), 26)]

    def paint(painter: QPainter) -> None:
        font = theme.font(20)
        font.setFamily("monospace")
        painter.setFont(font)
        painter.setPen(QColor(DARK.muted))
        for number, line in enumerate(lines):
            painter.drawText(QPointF(0, 28 + 32 * number), line)

    return painted(336, 140, paint)
