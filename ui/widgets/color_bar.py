"""The colour map in use with the numbers at its two ends."""

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.number_text import number_text
from ui.theme import GRID, ColormapName
from ui.widgets.color_image import mapped_image
from ui.widgets.painted import Painted, theme_color

BAR_WIDTH = 6 * GRID
SAMPLE = "−00.0"  # room for a usual number


class ColorBar(Painted):
    """low, a strip of the colour map, high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = 0.0, 0.0
        self._colormap: ColormapName | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_range(self, low: float, high: float, colormap: ColormapName) -> None:
        self._low, self._high, self._colormap = low, high, colormap
        self.setToolTip(f"{number_text(low, 6)} … {number_text(high, 6)} · {colormap}")
        self.update()

    def clear(self) -> None:
        self._colormap = None
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(SAMPLE)
        return QSize(BAR_WIDTH + 2 * text + 3 * GRID, self.fontMetrics().height() + GRID // 2)

    def paint(self, painter: QPainter) -> None:
        if self._colormap is None:
            return
        painter.setPen(theme_color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        high_text = number_text(self._high, 3)
        high_width = self.fontMetrics().horizontalAdvance(high_text)
        bar = QRect(self.width() - high_width - GRID - BAR_WIDTH, self.height() // 2 - GRID // 2, BAR_WIDTH, GRID)
        painter.drawImage(bar, mapped_image(np.linspace(0, 1, 64)[None], 0, 1, self._colormap))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | middle, high_text)
        low_room = QRect(0, 0, bar.left() - GRID, self.height())
        painter.drawText(low_room, Qt.AlignmentFlag.AlignRight | middle, number_text(self._low, 3))
