"""A text whose letters are shaded by the probability that each was given."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID, ColormapName
from ui.widgets.color_image import ink_on, map_color
from ui.widgets.painted import Painted, theme_color
from ui.widgets.text_rows import mono_font

COLORMAP: ColormapName = "cividis"


class ShadedText(Painted):
    """The prompt plain, then the written symbols on the colour of their probability; line breaks are kept."""

    symbol_hovered = Signal(int)  # the number of the written symbol, -1 where there is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt = self._text = ""
        self._probabilities: npt.NDArray[np.float32] = np.zeros(0, np.float32)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, prompt: str, text: str, probabilities: npt.NDArray[np.float32]) -> None:
        """`probabilities` (N,) of the N symbols of `text`."""
        self._prompt, self._text, self._probabilities = prompt, text, probabilities
        self.update()

    def cells(self) -> list[tuple[QRectF, str]]:
        """Where each symbol of prompt and text stands."""
        metrics = QFontMetrics(mono_font(self.font()))
        width, height = metrics.horizontalAdvance("W"), metrics.height() + GRID // 4
        columns = max(1, self.width() // width)
        cells, row, column = [], 0, 0
        for symbol in self._prompt + self._text:
            if column == columns:
                row, column = row + 1, 0
            cells.append((QRectF(column * width, row * height, width, height), "⏎" if symbol == "\n" else symbol))
            column += 1
            if symbol == "\n":
                row, column = row + 1, 0
        return cells

    def _hit(self, position: QPointF) -> int:
        for index, (room, _) in enumerate(self.cells()):
            if room.contains(position):
                return index - len(self._prompt) if index >= len(self._prompt) else -1
        return -1

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, 20 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, 8 * GRID)

    def paint(self, painter: QPainter) -> None:
        painter.setFont(mono_font(self.font()))
        for index, (room, symbol) in enumerate(self.cells()):
            written = index - len(self._prompt)
            if written < 0:
                painter.setPen(theme_color("muted"))
            else:
                color = map_color(float(self._probabilities[written]), 0, 1, COLORMAP)
                painter.fillRect(room, color)
                painter.setPen(ink_on(color))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, symbol)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.symbol_hovered.emit(self._hit(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self.symbol_hovered.emit(-1)
