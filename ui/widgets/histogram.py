"""How often values of every size occur: bars between two numbers, with zero marked."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import tr
from ui.theme import GRID, theme
from ui.widgets.number_text import count_text, number_text
from ui.widgets.painted import Painted, theme_color


class Histogram(Painted):
    """Bars as high as their counts, the smallest and the largest number below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: npt.NDArray[np.int64] = np.zeros(0, np.int64)
        self._edges: npt.NDArray[np.floating] = np.zeros(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: npt.NDArray[np.int64], edges: npt.NDArray[np.floating]) -> None:
        """counts (bins,) of the values between edges (bins + 1,)."""
        self._counts, self._edges = counts, edges
        words = tr("{count} values between {low} and {high}", count=count_text(int(counts.sum())),
                   low=number_text(float(edges[0])), high=number_text(float(edges[-1])))  # fmt: skip
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(12 * GRID, theme.px(4 * GRID) + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paint(self, painter: QPainter) -> None:
        if not self._counts.size:
            return
        words = self.fontMetrics().height()
        room = QRectF(0, 0, self.width() - 1, self.height() - words)
        width, most = room.width() / len(self._counts), max(1, int(self._counts.max()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_color("faint"))
        for number, count in enumerate(self._counts.tolist()):
            height = room.height() * count / most
            painter.drawRect(QRectF(number * width, room.bottom() - height, max(1.0, width - 1), height))
        painter.setPen(theme_color("muted"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        low, high = float(self._edges[0]), float(self._edges[-1])
        below = QRectF(0, room.bottom(), self.width(), words)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, number_text(low, 3))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, number_text(high, 3))
        if low < 0 < high:
            middle = room.width() * -low / (high - low)
            painter.drawText(below.translated(middle - self.width() / 2, 0), Qt.AlignmentFlag.AlignHCenter, "0")
