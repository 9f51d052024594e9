"""Texts in, wanted and written, row by row, with every differing letter marked."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.painted import Painted, theme_color

CENTER = Qt.AlignmentFlag.AlignCenter
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class TextRows(Painted):
    """Three columns under their titles; a right row ends in a tick, a wrong one in a cross and underlined letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, str, str] = ("", "", "")
        self._rows: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(
        self, titles: tuple[str, str, str], sources: Sequence[str], wanted: Sequence[str], written: Sequence[str]
    ) -> None:
        self._titles = titles
        self._rows = list(zip(sources, wanted, written, strict=True))
        self.update()

    def _draw_row(self, painter: QPainter, top: float, row: tuple[str, str, str], columns: tuple[float, ...]) -> None:
        letter = painter.fontMetrics().horizontalAdvance("W")
        height = painter.fontMetrics().height()
        source, wanted, written = row
        painter.setPen(theme_color("text"))
        for text, left in ((source, columns[0]), (wanted, columns[1])):
            for index, symbol in enumerate(text):
                painter.drawText(QRectF(left + index * letter, top, letter, height), CENTER, symbol)
        for index, (right, symbol) in enumerate(zip_longest(wanted, written)):
            room = QRectF(columns[2] + index * letter, top, letter, height)
            if right == symbol or not wanted:
                painter.setPen(theme_color("text"))
            else:
                painter.setPen(theme_color("backward"))
                painter.drawLine(room.bottomLeft(), room.bottomRight())
            painter.drawText(room, CENTER, symbol or "·")
        if not wanted:  # nobody knows what would be right
            return
        is_right = wanted == written
        painter.setPen(theme_color("good" if is_right else "backward"))
        painter.drawText(QRectF(columns[3], top, letter * 2, height), CENTER, "✓" if is_right else "✗")

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, 30 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, 10 * GRID)

    def paint(self, painter: QPainter) -> None:
        if not self._rows:
            return
        longest = [max(len(row[part]) for row in self._rows) for part in range(3)]
        longest[2] = max(longest[1:])
        font = mono_font(self.font())
        letters = sum(longest) + 2
        gaps = 3 * 2 * GRID
        while font.pixelSize() > 12 and QFontMetrics(font).horizontalAdvance("W") * letters + gaps > self.width():
            font.setPixelSize(font.pixelSize() - 1)
        painter.setFont(font)
        letter = QFontMetrics(font).horizontalAdvance("W")
        columns = [0.0]
        for length in longest:
            columns.append(columns[-1] + length * letter + 2 * GRID)
        line = painter.fontMetrics().height() + GRID // 2
        self._draw_titles(painter, columns)
        for index, row in enumerate(self._rows):
            top = (index + 1) * line + GRID // 2
            if top + line > self.height():
                return
            self._draw_row(painter, top, row, tuple(columns))

    def _draw_titles(self, painter: QPainter, columns: list[float]) -> None:
        painter.save()
        painter.setFont(self.font())
        painter.setPen(theme_color("muted"))
        for title, left, right in zip(self._titles, columns, columns[1:], strict=False):
            room = QRectF(left, 0, right - left, painter.fontMetrics().height())
            painter.drawText(room, MIDDLE, title)
        painter.restore()


def mono_font(beside: QFont) -> QFont:
    """The system's font of equal widths, a little larger than the font beside it."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    pixels = beside.pixelSize() if beside.pixelSize() > 0 else round(beside.pointSizeF() * 96 / 72)
    font.setPixelSize(max(14, round(pixels * 1.25)))
    return font
