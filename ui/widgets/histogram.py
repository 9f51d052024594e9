"""How often values of every size occur: bars in the colours that the values have in the picture above them."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.number_text import count_text, number_text
from ui.text import tr
from ui.theme import GRID, colormap, theme
from ui.widgets.color_image import color_index
from ui.widgets.painted import Painted, theme_color


class Histogram(Painted):
    """Bars as high as their counts, with the smallest and the largest number below: also the key to the colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._edges: npt.NDArray[np.floating] = np.zeros(1)
        self._colors: list[QColor] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def colors(self) -> list[QColor]:
        """The colour of every bar."""
        return self._colors

    def show_counts(self, counts: npt.NDArray[np.int64], edges: npt.NDArray[np.floating], reach: float) -> None:
        """counts (bins,) of the values between edges (bins + 1,); colours lie between -reach and reach."""
        self._counts, self._edges = counts, edges
        middles = (edges[:-1] + edges[1:]) / 2
        table = colormap("signed")[color_index(middles, -reach, reach, "signed")]
        self._colors = [QColor(*rgb) for rgb in table.tolist()]
        words = tr("{count} values between {low} and {high}", count=count_text(int(counts.sum())),
                   low=number_text(float(edges[0])), high=number_text(float(edges[-1])))  # fmt: skip
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(10 * GRID, theme.px(3 * GRID) + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        if not self._counts.size:
            return
        words = self.fontMetrics().height()
        room = QRectF(0, 0, self.width() - 1, self.height() - words)
        width, most = room.width() / len(self._counts), max(1, int(self._counts.max()))
        painter.setPen(Qt.PenStyle.NoPen)
        for number, (count, color) in enumerate(zip(self._counts.tolist(), self._colors, strict=True)):
            height = (room.height() - 2) * count / most + 2  # at least the key to the colours
            painter.fillRect(QRectF(number * width, room.bottom() - height, width + 0.5, height), color)
        self._draw_numbers(painter, QRectF(0, room.bottom(), self.width(), words))

    def _draw_numbers(self, painter: QPainter, below: QRectF) -> None:
        low, high = number_text(float(self._edges[0]), 3), number_text(float(self._edges[-1]), 3)
        painter.setPen(theme_color("muted"))
        if self.fontMetrics().horizontalAdvance(f"{low} {high}") > below.width():
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, f"± {high}")  # the edges lie evenly around zero
            return
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, high)
        if self.fontMetrics().horizontalAdvance(f"{low} 0 {high}") < below.width():
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
