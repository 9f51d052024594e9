"""Lines, dots and bars over two axes with their units; the mouse or the arrow keys read the dots one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.axes import Axes, Span, draw_axes, frame_within
from ui.widgets.curve_painting import draw_polyline
from ui.widgets.painted import Painted, theme_color
from ui.widgets.polygon import polygon_of

DOT = 5.0  # pixels across
REACH = 3 * GRID  # pixels from which a dot is found

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Trace:
    """Points (N,) in one colour of the theme, or one given as "#rrggbb"; bars stand on zero and are `width` wide."""

    x: Floats
    y: Floats
    color: str
    kind: Literal["line", "dots", "bars"] = "line"
    strong: bool = True
    width: float = 0.0


class XYPlot(Painted):
    """Traces above each other. `hovered` and `clicked` give the number of a point of the trace that is read, or -1."""

    hovered = Signal(int)
    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._traces: Sequence[Trace] = ()
        self._read: Trace | None = None
        self._spans = (Span(0.0, 1.0), Span(0.0, 1.0))
        self._titles = ("", "")
        self._guide: tuple[tuple[float, float], tuple[float, float]] | None = None
        self._point = self._marked = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_traces(self, traces: Sequence[Trace], x: Span, y: Span, *, read: int = -1) -> None:
        """Later traces lie above earlier ones; the points of trace `read` can be read one by one."""
        self._traces, self._spans = traces, (x, y)
        self._read = traces[read] if read >= 0 else None
        self._point = self._marked = -1
        self.update()

    def set_titles(self, x_title: str, y_title: str) -> None:
        self._titles = (x_title, y_title)
        self.update()

    def set_guide(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A dashed line to compare with, such as the diagonal."""
        self._guide = (start, end)
        self.update()

    def mark(self, point: int) -> None:
        """Ring one point of the trace that is read; -1 rings none."""
        self._marked = point
        self.update()

    def axes(self) -> Axes:
        """The mapping between values and the widget's pixels."""
        x, y = self._spans
        return Axes(frame_within(QRectF(self.rect()), self.fontMetrics(), y, *self._titles), x, y)

    def place_of(self, point: int) -> QPointF:
        """Where a point of the trace that is read stands, in the widget's pixels."""
        assert self._read is not None
        return self.axes().point(float(self._read.x[point]), float(self._read.y[point]))

    def paint(self, painter: QPainter) -> None:
        axes = self.axes()
        if axes.frame.width() < GRID or axes.frame.height() < GRID:
            return
        draw_axes(painter, axes, *self._titles)
        painter.setClipRect(axes.frame.adjusted(-DOT, -DOT, DOT, DOT))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._guide is not None:
            painter.setPen(QPen(theme_color("muted"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(axes.point(*self._guide[0]), axes.point(*self._guide[1]))
        for trace in self._traces:
            self._draw(painter, axes, trace)
        if self._read is not None:
            for point, color in ((self._marked, "text"), (self._point, "validation")):
                if point >= 0:
                    painter.setPen(QPen(theme_color(color), 2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawEllipse(self.place_of(point), DOT + 1, DOT + 1)

    def _draw(self, painter: QPainter, axes: Axes, trace: Trace) -> None:
        known = np.isfinite(trace.x) & np.isfinite(trace.y)
        x, y = axes.px(trace.x[known]), axes.py(trace.y[known])
        color = theme_color(trace.color, 255 if trace.strong else 110)
        if trace.kind == "bars":
            half = trace.width / 2 * axes.frame.width() / axes.x.size - 1
            for middle, top in zip(x.tolist(), y.tolist(), strict=True):
                painter.fillRect(QRectF(middle - half, top, 2 * half, axes.frame.bottom() - top), color)
        elif trace.kind == "dots":
            painter.setPen(QPen(color, DOT if trace.strong else DOT - 1, c=Qt.PenCapStyle.RoundCap))
            painter.drawPoints(polygon_of(x, y))
        else:
            painter.setPen(QPen(color, 1))
            draw_polyline(painter, polygon_of(x, y), strong=trace.strong)

    def _nearest(self, position: QPointF) -> int:
        if self._read is None or not len(self._read.x):
            return -1
        axes = self.axes()
        with np.errstate(invalid="ignore"):
            distances = np.hypot(axes.px(self._read.x) - position.x(), axes.py(self._read.y) - position.y())
        distances = np.nan_to_num(distances, nan=np.inf, posinf=np.inf)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= REACH else -1

    def _show_point(self, point: int) -> None:
        if point != self._point:
            self._point = point
            self.hovered.emit(point)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, 40 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, 16 * GRID)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_point(self._nearest(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self._nearest(event.position())
        if point >= 0:
            self.clicked.emit(point)

    def leaveEvent(self, event: QEvent) -> None:
        self._show_point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go through the points in the order of x; Enter chooses one."""
        key = event.key()
        if self._read is not None and len(self._read.x) and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            order = np.argsort(self._read.x, kind="stable")
            place = int(np.flatnonzero(order == self._point)[0]) if self._point >= 0 else -1
            place = min(max(0, place + (1 if key == Qt.Key.Key_Right else -1)), len(order) - 1)
            self._show_point(int(order[place]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._point >= 0:
            self.clicked.emit(self._point)
        else:
            super().keyPressEvent(event)
