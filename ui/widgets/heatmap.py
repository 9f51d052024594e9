"""A matrix as coloured cells with words on both axes, and the numbers in the cells where they fit."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.number_text import fixed_text
from ui.theme import GRID, ColormapName
from ui.widgets.color_image import draw_pixels, inks_on, mapped_image
from ui.widgets.painted import Painted, theme_color
from ui.widgets.quick_text import QuickText
from ui.widgets.struck import draw_struck
from ui.widgets.word_width import widest_word

Floats = npt.NDArray[np.floating]
NUMBERED = 1.25  # what cells are worth more when their numbers fit


@dataclass(frozen=True)
class HeatmapWords:
    """What stands on the axes: a word per row and per column (or none), and what the axes are."""

    rows: Sequence[str] = ()
    columns: Sequence[str] = ()
    row_title: str = ""
    column_title: str = ""


class Heatmap(Painted):
    """Values (rows, columns) between low and high. Hovering or the arrow keys choose a cell and mark its row.

    With `hide_zeros` a number that rounds to zero is left out, so that the others stand out.
    """

    cell_hovered = Signal(int, int)  # row, column; -1 where there is none
    cell_clicked = Signal(int, int)

    def __init__(
        self, parent: QWidget | None = None, *, square: bool = False, decimals: int = 2, hide_zeros: bool = False
    ) -> None:
        super().__init__(parent)
        self._square = square
        self._decimals, self._hide_zeros = decimals, hide_zeros
        self._values: Floats = np.zeros((0, 0), np.float32)
        self._range: tuple[float, float, ColormapName] = (0.0, 1.0, "viridis")
        self._words = HeatmapWords()
        self._image = QImage()
        self._cell = (-1, -1)
        self._struck: frozenset[int] = frozenset()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def cell(self) -> tuple[int, int]:
        """The chosen cell, (-1, -1) when none is."""
        return self._cell

    def show_values(
        self, values: Floats, value_range: tuple[float, float, ColormapName], words: HeatmapWords | None = None
    ) -> None:
        """Draw these values; `value_range` is (low, high, colour map)."""
        self._values, self._range = values, value_range
        self._words = words or HeatmapWords()
        self._image = mapped_image(values, *value_range) if values.size else QImage()
        if not (self._cell[0] < values.shape[0] and self._cell[1] < values.shape[1]):
            self._cell = (-1, -1)
        self.update()

    def strike(self, rows: frozenset[int]) -> None:
        """Draw these rows dimmed and struck through."""
        if rows != self._struck:
            self._struck = rows
            self.update()

    def cell_at(self, position: QPointF) -> tuple[int, int]:
        """The row and column of the cell at a place of the widget, (-1, -1) where there is none."""
        return self._hit(position)

    def worth(self, size: QSize) -> float:
        """How large the cells would be together in that space, as the side of a square; numbers in them add to it."""
        frame = self._frame_in(size)
        side = math.sqrt(frame.width() * frame.height())
        return side * NUMBERED if self._values.size and self._fits_numbers(frame) else side

    def shape_key(self) -> object:
        """What the frame depends on beside the space."""
        return self._values.shape, len(self._words.rows) > 0, len(self._words.columns) > 0

    def frame(self) -> QRectF:
        """Where the cells are, in the widget's pixels."""
        return self._frame_in(self.size())

    def _shows_titles(self, height: int) -> bool:
        """The axes' titles go first where space is scarce."""
        return height >= 8 * self.fontMetrics().height()

    def _frame_in(self, size: QSize) -> QRectF:
        metrics = self.fontMetrics()
        has_titles = self._shows_titles(size.height())
        rows, columns = self._values.shape
        left = widest_word(metrics, self._words.rows)
        left = min(left + GRID, size.width() // 3) if left else 0
        left += metrics.height() if self._words.row_title and has_titles else 0
        top = metrics.height() + GRID // 2 if self._words.columns else GRID // 2
        bottom = metrics.height() + GRID // 2 if self._words.column_title and has_titles else 0
        room = QRectF(left, top, max(1, size.width() - left - 1), max(1, size.height() - top - bottom - 1))
        if not self._square or not rows or not columns:
            return room
        side = min(room.width() / columns, room.height() / rows)
        return QRectF(room.left(), room.top(), columns * side, rows * side)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """One cell in the widget's pixels."""
        frame = self.frame()
        rows, columns = self._values.shape
        width, height = frame.width() / columns, frame.height() / rows
        return QRectF(frame.left() + column * width, frame.top() + row * height, width, height)

    def _row_rect(self, row: int) -> QRectF:
        return self.cell_rect(row, 0).united(self.cell_rect(row, self._values.shape[1] - 1))

    def _draw_struck(self, painter: QPainter, frame: QRectF) -> None:
        """Row by row, or once where it is all of them."""
        rows = [row for row in sorted(self._struck) if row < self._values.shape[0]]
        if len(rows) == self._values.shape[0]:
            draw_struck(painter, frame)
            return
        for row in rows:
            draw_struck(painter, self._row_rect(row))

    def _hit(self, position: QPointF) -> tuple[int, int]:
        frame = self.frame()
        rows, columns = self._values.shape
        if not frame.contains(position) or not rows or not columns:
            return -1, -1
        row = int((position.y() - frame.top()) / frame.height() * rows)
        column = int((position.x() - frame.left()) / frame.width() * columns)
        return min(row, rows - 1), min(column, columns - 1)

    def _choose(self, cell: tuple[int, int]) -> None:
        if cell != self._cell:
            self._cell = cell
            self.cell_hovered.emit(*cell)
            self.update()

    def _draw_words(self, painter: QPainter, frame: QRectF) -> None:
        """Every word where they fit, else every n-th."""
        metrics, quick = painter.fontMetrics(), QuickText(painter)
        rows, columns = self._values.shape
        text, muted = theme_color("text"), theme_color("muted")
        row_height, column_width = frame.height() / rows, frame.width() / columns
        every = max(1, int(np.ceil(metrics.height() / row_height)))
        for row in range(0, min(rows, len(self._words.rows)), every):
            room = QRectF(0, frame.top() + row * row_height, frame.left() - GRID // 2, row_height)
            painter.setPen(text if row == self._cell[0] else muted)
            quick.draw_right(self._words.rows[row], room)
        widest = widest_word(metrics, self._words.columns)
        every = max(1, int(np.ceil((widest + 2) / column_width)))
        for column in range(0, min(columns, len(self._words.columns)), every):
            room = QRectF(frame.left() + column * column_width, 0, column_width, frame.top())
            painter.setPen(text if column == self._cell[1] else muted)
            quick.draw_centered(self._words.columns[column], room)
        if self._shows_titles(self.height()):
            self._draw_titles(painter, frame)

    def _draw_titles(self, painter: QPainter, frame: QRectF) -> None:
        height = painter.fontMetrics().height()
        painter.setPen(theme_color("muted"))
        if self._words.column_title:
            room = QRectF(frame.left(), frame.bottom() + GRID // 4, frame.width(), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words.column_title)
        if self._words.row_title:
            painter.save()
            painter.translate(0, frame.center().y())
            painter.rotate(-90)
            room = QRectF(-frame.height() / 2, 0, frame.height(), height)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._words.row_title)
            painter.restore()

    def _fits_numbers(self, frame: QRectF) -> bool:
        rows, columns = self._values.shape
        metrics = self.fontMetrics()
        ends = (float(self._values.min()), float(self._values.max()))
        widest = max(metrics.horizontalAdvance(fixed_text(end, self._decimals)) for end in ends)
        return bool(widest + GRID // 2 <= frame.width() / columns and metrics.height() <= frame.height() / rows)

    def _draw_numbers(self, painter: QPainter, frame: QRectF) -> None:
        if not self._fits_numbers(frame):
            return
        rows, columns = self._values.shape
        width, height = frame.width() / columns, frame.height() / rows
        zero = fixed_text(0.0, self._decimals)
        quick = QuickText(painter)
        inks = inks_on(self._values, *self._range)
        for row, values in enumerate(self._values.tolist()):
            for column, value in enumerate(values):
                text = _cell_text(value, self._decimals)
                if text == zero and self._hide_zeros:
                    continue
                painter.setPen(inks[row][column])
                room = QRectF(frame.left() + column * width, frame.top() + row * height, width, height)
                quick.draw_centered(text, room)

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 30 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * GRID, 8 * GRID)

    def paint(self, painter: QPainter) -> None:
        if not self._values.size:
            return
        frame = self.frame()
        draw_pixels(painter, frame, self._image)
        self._draw_words(painter, frame)
        self._draw_numbers(painter, frame)
        self._draw_struck(painter, frame)
        if self._cell[0] >= 0:
            painter.setPen(QPen(theme_color("validation"), 2))
            painter.drawRect(self._row_rect(self._cell[0]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._choose(self._hit(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._hit(event.position())
        if cell[0] >= 0:
            self.cell_clicked.emit(*cell)

    def leaveEvent(self, event: QEvent) -> None:
        self._choose((-1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell[0] >= 0:
            self.cell_clicked.emit(*self._cell)
            return
        move = moves.get(Qt.Key(event.key()))
        if move is None or not self._values.size:
            super().keyPressEvent(event)
            return
        rows, columns = self._values.shape
        row, column = max(0, self._cell[0] + move[0]), max(0, self._cell[1] + move[1])
        self._choose((min(rows - 1, row), min(columns - 1, column)))


@lru_cache(maxsize=4096)
def _cell_text(value: float, decimals: int) -> str:
    return fixed_text(value, decimals)
