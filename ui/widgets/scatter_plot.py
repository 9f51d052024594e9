"""Points in the plane, in groups that differ by colour and symbol, with a picture behind them where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.axes import Axes, Span, draw_axes, frame_within, padded
from ui.widgets.color_image import draw_pixels
from ui.widgets.painted import Painted, theme_color
from ui.widgets.polygon import polygon_of

Symbol = Literal["dot", "square", "cross", "plus", "ring"]
SYMBOLS: tuple[Symbol, ...] = ("dot", "square", "cross", "plus")
SYMBOL_TEXT: dict[Symbol, str] = {"dot": "●", "square": "■", "cross": "×", "plus": "+", "ring": "◎"}
SIZE = 6.0
Extent = tuple[float, float, float, float]  # left, right, bottom, top


@dataclass(frozen=True)
class Points:
    """One group of points (N, 2); `color` as "#rrggbb"."""

    points: npt.NDArray[np.floating]
    color: str
    symbol: Symbol = "dot"


class ScatterPlot(Painted):
    """Groups of points within an extent, in equal units on both axes. `hovered` gives the place under the mouse."""

    hovered = Signal(object)  # (x, y), or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: Sequence[Points] = ()
        self._extent: Extent = (0.0, 1.0, 0.0, 1.0)
        self._background = QImage()
        self._titles = ("", "")
        self._shows_diagonal = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, groups: Sequence[Points], extent: Extent, background: QImage | None = None) -> None:
        """Later groups lie above earlier ones; the background fills the extent, its first row on top."""
        self._groups, self._extent = groups, extent
        self._background = background or QImage()
        self.update()

    def set_titles(self, x_title: str, y_title: str) -> None:
        self._titles = (x_title, y_title)
        self.update()

    def show_diagonal(self) -> None:
        """Mark where both coordinates are the same."""
        self._shows_diagonal = True
        self.update()

    def axes(self) -> Axes:
        """The mapping between values and the widget's pixels."""
        left, right, bottom, top = self._extent
        y_span = Span(bottom, top)
        frame = frame_within(QRectF(self.rect()), self.fontMetrics(), y_span, *self._titles)
        scale = min(frame.width() / (right - left), frame.height() / (top - bottom))
        frame.setSize(QSizeF((right - left) * scale, (top - bottom) * scale))
        return Axes(frame, Span(left, right), y_span)

    def _draw_group(self, painter: QPainter, axes: Axes, group: Points) -> None:
        if not len(group.points):
            return
        points = group.points.astype(np.float64)
        x, y = axes.px(points[:, 0]), axes.py(points[:, 1])
        color = QColor(group.color)
        if group.symbol in ("dot", "square"):
            cap = Qt.PenCapStyle.RoundCap if group.symbol == "dot" else Qt.PenCapStyle.SquareCap
            size = SIZE if group.symbol == "dot" else SIZE - 1
            if not self._background.isNull():
                painter.setPen(QPen(theme_color("background"), size + 2, c=cap))  # a rim that parts point and picture
                painter.drawPoints(polygon_of(x, y))
            painter.setPen(QPen(color, size, c=cap))
            painter.drawPoints(polygon_of(x, y))
            return
        painter.setPen(QPen(color, 2))
        if group.symbol == "ring":  # one that shall be found among many
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for point in polygon_of(x, y).toList():
                painter.drawEllipse(point, SIZE, SIZE)
                painter.drawEllipse(point, 1, 1)
            return
        reach = SIZE / 2
        across = ((-reach, -reach, reach, reach), (-reach, reach, reach, -reach))
        upright = ((-reach, 0.0, reach, 0.0), (0.0, -reach, 0.0, reach))
        for left, up, right, down in across if group.symbol == "cross" else upright:
            ends = np.stack([x + left, x + right], axis=1).ravel(), np.stack([y + up, y + down], axis=1).ravel()
            painter.drawLines(polygon_of(*ends).toList())

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 40 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * GRID, 12 * GRID)

    def paint(self, painter: QPainter) -> None:
        axes = self.axes()
        if axes.frame.width() < GRID or axes.frame.height() < GRID:
            return
        if not self._background.isNull():
            draw_pixels(painter, axes.frame, self._background)
        draw_axes(painter, axes, *self._titles, grid=self._background.isNull())
        painter.setClipRect(axes.frame.adjusted(-SIZE, -SIZE, SIZE, SIZE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shows_diagonal:
            low, high = max(axes.x.low, axes.y.low), min(axes.x.high, axes.y.high)
            painter.setPen(QPen(theme_color("muted"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(axes.point(low, low), axes.point(high, high))
        for group in self._groups:
            self._draw_group(painter, axes, group)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        axes = self.axes()
        place = axes.x_at(event.position().x()), axes.y_at(event.position().y())
        self.hovered.emit(place if axes.frame.contains(event.position()) else None)

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)


def extent_of(*groups: npt.NDArray[np.floating]) -> Extent:
    """Left, right, bottom and top around all finite points, with a little air."""
    points = np.concatenate([group.reshape(-1, 2) for group in groups])
    points = points[np.isfinite(points).all(axis=1)]
    if not len(points):
        return 0.0, 1.0, 0.0, 1.0
    (left, bottom), (right, top) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return *padded(left, right), *padded(bottom, top)
