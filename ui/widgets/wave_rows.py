"""A few sequences of one value per position as lines below each other, each with its name."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID, SMALL, theme
from ui.widgets.painted import Painted, theme_color

ROW_HEIGHT = GRID * 7


class WaveRows(Painted):
    """Draws sequences (N, T), as many as there is room for, all on one scale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waves: npt.NDArray[np.floating] = np.zeros((0, 2))
        self._names: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_waves(self, waves_NT: npt.NDArray[np.floating], names: Sequence[str]) -> None:
        """Show these sequences with their names."""
        self._waves, self._names = waves_NT, names
        self.update()

    def paint(self, painter: QPainter) -> None:
        if not len(self._waves):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(SMALL))
        count = min(len(self._waves), max(1, self.height() // theme.px(ROW_HEIGHT)))
        height = self.height() / count
        size = max(float(np.abs(self._waves[:count]).max()), 1e-9)
        for row, (wave, name) in enumerate(zip(self._waves[:count], self._names, strict=False)):
            room = QRectF(0, row * height, self.width(), height)
            painter.setPen(theme_color("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(QPen(theme_color("training"), 1.4))
            top = painter.fontMetrics().height()
            painter.drawPolyline(_line(wave, size, room.adjusted(1, top, -1, -GRID / 2)))


def _line(wave_T: npt.NDArray[np.floating], size: float, room: QRectF) -> list[QPointF]:
    xs = np.linspace(room.left(), room.right(), len(wave_T))
    ys = room.center().y() - wave_T / size * room.height() / 2
    return [QPointF(x, y) for x, y in zip(xs, ys, strict=True)]
