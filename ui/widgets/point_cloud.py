"""Points of the plane, each class with a colour and a mark of its own."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.painted import Painted, theme_color

CLASS_COLORS = ("training", "validation", "generator", "discriminator", "good", "backward")
MARK_RADIUS = 2.5


class PointCloud(Painted):
    """Draws points (N, 2) with their classes (N,), in one square as large as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: npt.NDArray[np.floating] = np.zeros((0, 2))
        self._classes: npt.NDArray[np.integer] = np.zeros(0, np.int64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, points_N2: npt.NDArray[np.floating], classes_N: npt.NDArray[np.integer]) -> None:
        """Show these points."""
        self._points, self._classes = points_N2, classes_N
        self.update()

    def _positions(self) -> npt.NDArray[np.floating]:
        """Pixels (N, 2); both axes share one scale, and up is up."""
        low, high = self._points.min(axis=0), self._points.max(axis=0)
        side = min(self.width(), self.height()) - 2 * GRID
        scale = side / max(float((high - low).max()), 1e-9)
        middle = np.array([self.width() / 2, GRID + side / 2])  # below its heading, however tall the widget is
        positions: npt.NDArray[np.floating] = (self._points - (low + high) / 2) * [scale, -scale] + middle
        return positions

    def paint(self, painter: QPainter) -> None:
        if not len(self._points):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (x, y), label in zip(self._positions(), self._classes, strict=True):
            color = theme_color(CLASS_COLORS[label % len(CLASS_COLORS)])
            painter.setPen(QPen(color, 1.2))
            painter.setBrush(color if label % 2 == 0 else Qt.BrushStyle.NoBrush)
            _draw_mark(painter, QPointF(x, y), int(label))


def _draw_mark(painter: QPainter, at: QPointF, label: int) -> None:
    r = MARK_RADIUS
    if label % 3 == 0:
        painter.drawEllipse(at, r, r)
    elif label % 3 == 1:
        painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r))
    else:
        corners = [(0, -r * 1.3), (r * 1.2, r), (-r * 1.2, r)]
        painter.drawPolygon(QPolygonF([QPointF(at.x() + dx, at.y() + dy) for dx, dy in corners]))
