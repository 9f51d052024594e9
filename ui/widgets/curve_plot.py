"""Curves over steps: raw values faint, smoothed ones strong, any number of points at the cost of what is seen."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.axes import Axes, Span, draw_axes, frame_within, padded
from ui.widgets.curve_data import CurveData
from ui.widgets.number_text import count_text, number_text
from ui.widgets.painted import Painted, theme_color
from ui.widgets.smoothing import Smoother

Floats = npt.NDArray[np.float64]
Steps = npt.NDArray[np.int64]
RAW_STRENGTH = 0.35  # of the colour, the rest is the panel behind it
ZOOM = 1.25


@dataclass
class Curve:
    """One curve: its points as they came, the same points smoothed, and how it looks.

    `held` draws steps that last until the next point, as of a value measured at the end of an epoch.
    """

    label: str
    color: str
    dashed: bool = False
    held: bool = False
    smoother: Smoother = field(default_factory=lambda: Smoother(0.0))
    raw: CurveData = field(default_factory=CurveData)
    smooth: CurveData = field(default_factory=CurveData)


class CurvePlot(Painted):
    """Wheel and + - zoom along the steps, dragging moves, double click and Home show everything again."""

    window_changed = Signal(object)  # (first, last) step, or None when everything is shown
    step_hovered = Signal(object)  # the step under the mouse, or None

    def __init__(self, parent: QWidget | None = None, *, x_title: str = "", y_title: str = "") -> None:
        super().__init__(parent)
        self._curves: dict[str, Curve] = {}
        self._visible: tuple[str, ...] = ()
        self._titles = (x_title, y_title)
        self._weight = 0.0
        self._log = False
        self._window: tuple[float, float] | None = None
        self._hovered: float | None = None
        self._dragged_from: float | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def curves(self) -> dict[str, Curve]:
        """All curves by name; those in `visible` are drawn."""
        return self._curves

    def add_curve(self, name: str, curve: Curve) -> None:
        curve.smoother = Smoother(0.0 if curve.held else self._weight)
        self._curves[name] = curve

    def append(self, name: str, steps: Steps, values: Floats) -> None:
        """Points after the curve's last one; drawn with the next frame."""
        curve = self._curves[name]
        curve.raw.append(steps, values)
        curve.smooth.append(steps, curve.smoother.smooth(values))
        self.update()

    def clear(self) -> None:
        self._curves.clear()
        self._visible = ()
        self._window = None
        self.update()

    def show_curves(self, names: tuple[str, ...]) -> None:
        self._visible = names
        self.update()

    def set_titles(self, x_title: str, y_title: str) -> None:
        self._titles = (x_title, y_title)
        self.update()

    def set_log(self, log: bool) -> None:
        self._log = log
        self.update()

    def set_smoothing(self, weight: float) -> None:
        """The weight of what came before, in [0, 1); the raw line stays visible."""
        self._weight = weight
        for curve in self._curves.values():
            curve.smoother = Smoother(0.0 if curve.held else weight)
            curve.smooth = CurveData()
            curve.smooth.append(curve.raw.steps, curve.smoother.smooth(curve.raw.values))
        self.update()

    def set_window(self, window: tuple[float, float] | None) -> None:
        """Show these steps; None shows everything and follows the training."""
        if window != self._window:
            self._window = window
            self.window_changed.emit(window)
            self.update()

    def set_hovered(self, step: float | None) -> None:
        if step != self._hovered:
            self._hovered = step
            self.step_hovered.emit(step)
            self.update()

    def readings(self, step: float) -> list[tuple[Curve, int, float]]:
        """Of every drawn curve the point nearest to that step, exactly."""
        near = ((curve, curve.raw.at(step)) for curve in self._drawn())
        return [(curve, *point) for curve, point in near if point is not None]

    def _drawn(self) -> list[Curve]:
        return [self._curves[name] for name in self._visible if len(self._curves[name].raw)]

    def full_window(self) -> tuple[float, float]:
        """All steps there are."""
        curves = self._drawn()
        if not curves:
            return 0.0, 1.0
        first = min(int(curve.raw.steps[0]) for curve in curves)
        last = max(int(curve.raw.steps[-1]) for curve in curves)
        return (float(first), float(last)) if last > first else (first - 0.5, first + 0.5)

    def _lines(self, window: tuple[float, float]) -> list[tuple[Curve, Floats, Floats, bool]]:
        """What is to be drawn: curve, steps, values (log10 of them on a log axis), strong or faint."""
        bins = max(16, self.width() // 4)
        lines = []
        for curve in self._drawn():
            if self._weight and not curve.held:
                lines.append((curve, *self._scaled(*curve.raw.window(*window, 2 * bins)), False))
                lines.append((curve, *self._scaled(*_middles(*curve.smooth.window(*window, bins))), True))
            else:
                x, y = self._scaled(*curve.raw.window(*window, bins))
                lines.append((curve, *(_held(x, y, window[1]) if curve.held else (x, y)), True))
        return lines

    def _scaled(self, x: Floats, y: Floats) -> tuple[Floats, Floats]:
        seen = np.isfinite(y) & (y > 0) if self._log else np.isfinite(y)
        x, y = x[seen], y[seen]
        return x, np.log10(y) if self._log else y

    def _axes(self, lines: list[tuple[Curve, Floats, Floats, bool]], window: tuple[float, float]) -> Axes:
        lows = [float(y.min()) for _, _, y, _ in lines if len(y)]
        highs = [float(y.max()) for _, _, y, _ in lines if len(y)]
        y_span = Span(*padded(min(lows, default=0.0), max(highs, default=1.0)), log=self._log)
        frame = frame_within(QRectF(self.rect()), self.fontMetrics(), y_span, *self._titles)
        return Axes(frame, Span(*window), y_span)

    def _axes_now(self) -> Axes:
        window = self._window or self.full_window()
        return self._axes(self._lines(window), window)

    def _draw_line(self, painter: QPainter, axes: Axes, line: tuple[Curve, Floats, Floats, bool]) -> None:
        curve, x, y, strong = line
        if not len(x):
            return
        color = theme_color(curve.color)
        polygon = polygon_of(axes.px(x), axes.py(y))
        # A faint line is opaque, thin and without antialiasing: a noisy one costs 1 ms so, and 10 ms otherwise.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, strong)
        pen = QPen(color, 1.8) if strong else QPen(_mixed(color, theme_color("panel")), 1)
        if curve.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(polygon)
        if len(x) <= 2 * (1 + self.width() // 40):
            painter.setBrush(color)
            for index in range(len(x)) if not curve.held else range(0, len(x), 2):
                painter.drawEllipse(polygon.at(index), 2, 2)

    def _draw_hover(self, painter: QPainter, axes: Axes) -> None:
        """A line at the step under the mouse, and what every curve says there."""
        if self._hovered is None or not self._drawn():
            return
        at = axes.point(self._hovered, axes.y.low).x()
        if not axes.frame.left() <= at <= axes.frame.right():
            return
        painter.setPen(QPen(theme_color("faint"), 1))
        painter.drawLine(QPointF(at, axes.frame.top()), QPointF(at, axes.frame.bottom()))
        rows = [
            (curve.color, f"{curve.label} {number_text(value, 6)} @ {count_text(step)}")
            for curve, step, value in self.readings(self._hovered)
        ]
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(text) for _, text in rows) + 2 * GRID
        box = QRectF(at + GRID, axes.frame.top() + GRID, width, len(rows) * metrics.height() + GRID)
        if box.right() > axes.frame.right():
            box.moveRight(at - GRID)
        box.moveLeft(max(0.0, box.left()))
        painter.setPen(QPen(theme_color("line"), 1))
        painter.setBrush(theme_color("raised"))
        painter.drawRoundedRect(box, GRID / 2, GRID / 2)
        for index, (color, text) in enumerate(rows):
            painter.setPen(theme_color(color))
            room = QRectF(box.left() + GRID, box.top() + GRID / 2 + index * metrics.height(), width, metrics.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _zoom(self, around: float, factor: float) -> None:
        first, last = self._window or self.full_window()
        whole = self.full_window()
        window = (max(whole[0], around - (around - first) / factor), min(whole[1], around + (last - around) / factor))
        if window == whole:
            self.set_window(None)
        elif window[1] - window[0] >= 2:
            self.set_window(window)

    def _move(self, steps: float) -> None:
        if self._window is not None:
            first, last = self.full_window()
            steps = min(max(steps, first - self._window[0]), last - self._window[1])
            self.set_window((self._window[0] + steps, self._window[1] + steps))

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, 36 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * GRID, 8 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        window = self._window or self.full_window()
        lines = self._lines(window)
        axes = self._axes(lines, window)
        if axes.frame.width() < GRID or axes.frame.height() < GRID:
            return
        draw_axes(painter, axes, *self._titles)
        painter.setClipRect(axes.frame.adjusted(-3, -3, 3, 3))
        for strong in (False, True):
            for line in lines:
                if line[3] == strong:
                    self._draw_line(painter, axes, line)
        painter.setClipping(False)
        self._draw_hover(painter, axes)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        axes = self._axes_now()
        step = axes.x_at(event.position().x())
        if self._dragged_from is not None:
            self._move(self._dragged_from - step)
        else:
            self.set_hovered(step if axes.x.low <= step <= axes.x.high else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = self._axes_now().x_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.set_window(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(self._axes_now().x_at(event.position().x()), ZOOM ** (event.angleDelta().y() / 120))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.set_hovered(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first, last = self._window or self.full_window()
        middle = self._hovered if self._hovered is not None else (first + last) / 2
        match Qt.Key(event.key()):
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._zoom(middle, ZOOM)
            case Qt.Key.Key_Minus:
                self._zoom(middle, 1 / ZOOM)
            case Qt.Key.Key_Home:
                self.set_window(None)
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                move = (last - first) / 100 * (1 if key == Qt.Key.Key_Right else -1)
                self.set_hovered(min(last, max(first, middle + move)))
            case _:
                super().keyPressEvent(event)


def polygon_of(x: Floats, y: Floats) -> QPolygonF:
    """Points as Qt draws them, written into its own memory: two hundred times faster than one by one."""
    polygon = QPolygonF()
    polygon.resize(len(x))
    if len(x):
        memory: Any = shiboken6.VoidPtr(polygon.data(), len(x) * 16, True)  # type: ignore[call-arg, arg-type]
        points = np.frombuffer(memory, dtype=np.float64).reshape(-1, 2)
        points[:, 0], points[:, 1] = x, y
    return polygon


def _middles(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """One point between the smallest and the largest value of a bin; what is not binned stays as it is."""
    if len(x) < 2 or x[0] != x[1]:
        return x, y
    return x[::2], (y[::2] + y[1::2]) / 2


def _held(x: Floats, y: Floats, last: float) -> tuple[Floats, Floats]:
    """Steps: each value lasts until the next point, the newest until the end."""
    if not len(x):
        return x, y
    ends = np.append(x[1:], max(last, x[-1]))
    return np.stack([x, ends], axis=1).ravel(), np.repeat(y, 2)


def _mixed(color: QColor, ground: QColor) -> QColor:
    share = RAW_STRENGTH
    return QColor(
        round(ground.red() + share * (color.red() - ground.red())),
        round(ground.green() + share * (color.green() - ground.green())),
        round(ground.blue() + share * (color.blue() - ground.blue())),
    )
