"""Rows of words that are wrapped where the space ends, each word in its colour, each row behind a short lead."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.painted import Painted, theme_color
from ui.widgets.quick_text import QuickText

LEAD_AT_MOST = 0.4  # of the width
LINES_OF_A_ROW = 2.5  # about
WORTH = 1.5  # beside a picture of the same size, since text has to be read


@dataclass(frozen=True)
class Word:
    """A word or a few; the colour says the same as the words or the sign among them."""

    text: str
    color: str = "text"


@dataclass(frozen=True)
class Row:
    """What stands in front, and the words."""

    lead: Word
    words: Sequence[Word]


@dataclass(frozen=True)
class Placed:
    """A word where it is painted, and the row that it belongs to."""

    word: Word
    place: QPointF
    row: int


class WordRows(Painted):
    """Shows as many whole rows as fit. `row_clicked` gives the number of a row."""

    row_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self.update()

    def placed(self) -> tuple[list[Placed], list[float]]:
        """Every word with its place, and the y at which each row ends."""
        metrics = self.fontMetrics()
        line, blank = metrics.height(), metrics.horizontalAdvance(" ")
        leads = max((metrics.horizontalAdvance(row.lead.text) for row in self._rows), default=0)
        left = min(leads, LEAD_AT_MOST * self.width()) + (2 * GRID if leads else 0)
        found: list[Placed] = []
        ends: list[float] = []
        top = 0.0
        for number, row in enumerate(self._rows):
            found.append(Placed(row.lead, QPointF(0, top), number))
            x = left
            for word in row.words:
                width = metrics.horizontalAdvance(word.text)
                if x > left and x + width > self.width():
                    x, top = left, top + line
                found.append(Placed(word, QPointF(x, top), number))
                x += width + blank
            top += line + GRID // 2
            ends.append(top)
        return found, ends

    def worth(self, size: QSize) -> float:
        """Text fills its width and as much of the height as its lines take."""
        height = len(self._rows) * LINES_OF_A_ROW * self.fontMetrics().height()
        return WORTH * math.sqrt(size.width() * min(size.height(), height))

    def shape_key(self) -> object:
        """What the layout depends on beside the space."""
        return len(self._rows)

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, 30 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, 10 * GRID)

    def paint(self, painter: QPainter) -> None:
        quick = QuickText(painter)
        found, ends = self.placed()
        for item in found:
            if item.row == 0 or ends[item.row] <= self.height():
                painter.setPen(theme_color(item.word.color))
                quick.draw_left(item.word.text, item.place.x(), item.place.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        _, ends = self.placed()
        row = next((number for number, end in enumerate(ends) if event.position().y() < end), -1)
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.row_clicked.emit(row)
