"""Curves over steps: raw values faint, smoothed ones strong, any number of points at the cost of what is seen."""

import math
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.number_text import count_text, number_text
from ui.theme import GRID
from ui.widgets.axes import Axes, Span, draw_axes, frame_within, padded
from ui.widgets.curve import Curve, Floats, Line, Steps, lines_of
from ui.widgets.curve_data import CurveData
from ui.widgets.curve_painting import draw_line, draw_present, draw_readings
from ui.widgets.painted import Painted
from ui.widgets.stretch import Stretch, StretchWish

ZOOM = 1.25
BIN_WIDTH = 4  # pixels of a line that share a smallest and a largest value

Window = tuple[float, float]


class CurvePlot(Painted):
    """Wheel and + - zoom along the steps, dragging moves, double click and Home show everything again."""

    window_changed = Signal(object)  # (first, last) step, or None when everything is shown
    step_hovered = Signal(object)  # the step under the mouse, or None
    stretch_wanted = Signal(object)  # StretchWish: these steps are looked at more closely than they are kept

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: dict[str, Curve] = {}
        self._past: Mapping[str, Curve] = {}
        self._shows_whole_past = False
        self._stretch: Stretch | None = None
        self._closely: dict[str, Curve] = {}  # the curves of the stretch
        self._present: int | None = None  # where the run stands, behind its head
        self._lines_seen: tuple[object, list[Line]] = (None, [])
        self._visible: tuple[str, ...] = ()
        self._titles = ("", "")
        self._weight = 0.0
        self._log = False
        self._window: Window | None = None
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
        curve.smooth_with(self._weight)
        self._curves[name] = curve

    def show_past(self, curves: Mapping[str, Curve], *, whole: bool = False) -> None:
        """Curves of the run before, drawn faintly below those of the same names; `whole` makes room for their end."""
        self._past, self._shows_whole_past = curves, whole
        self._redraw()

    def set_present(self, step: int | None) -> None:
        """A thin line where the run stands, when that is behind its head."""
        if step != self._present:
            self._present = step
            self.update()

    def append(self, name: str, steps: Steps, values: Floats) -> None:
        """Points after the curve's last one; drawn with the next frame."""
        self._curves[name].append(steps, values)
        if name in self._visible:
            self._redraw()

    def make_room(self) -> bool:
        """Let one curve thin its points, if that is due; whether one did. Called once for each frame."""
        return any(curve.make_room() for curve in self._curves.values())

    def clear(self) -> None:
        self._curves = {}
        self._visible = ()
        self._window = None
        self._stretch, self._closely = None, {}
        self._redraw()

    def show_curves(self, names: tuple[str, ...]) -> None:
        if names != self._visible:
            self._visible = names
            self._look_closely()
        self.update()

    def show_stretch(self, stretch: Stretch) -> None:
        """Draw these steps by what was read of them, for as long as they are looked at."""
        names = [name for name in stretch.points if name in self._curves]
        if not names:
            return
        self._stretch, self._closely = stretch, {}
        for name in names:
            self._closely[name] = replace(self._curves[name], raw=CurveData(), smooth=CurveData())
            self._closely[name].raw.append(*stretch.points[name])
            self._closely[name].smooth_with(self._weight)
        self._redraw()

    def set_titles(self, x_title: str, y_title: str) -> None:
        self._titles = (x_title, y_title)
        self.update()

    def set_log(self, log: bool) -> None:
        self._log = log
        self.update()

    def set_smoothing(self, weight: float) -> None:
        """The weight of what came before, in [0, 1); the raw line stays visible."""
        self._weight = weight
        for curve in (*self._curves.values(), *self._past.values(), *self._closely.values()):
            curve.smooth_with(weight)
        self._redraw()

    def set_window(self, window: Window | None) -> None:
        """Show these steps; None shows everything and follows the training."""
        if window != self._window:
            self._window = window
            self._look_closely()
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

    def full_window(self) -> Window:
        """All steps of this run, and of the one before where its whole past is shown."""
        curves = [curve for curve in self._kept() if len(curve.raw) and (self._shows_whole_past or not curve.past)]
        if not curves:
            return 0.0, 1.0
        first = min(int(curve.raw.steps[0]) for curve in curves)
        last = max(int(curve.raw.steps[-1]) for curve in curves)
        return (float(first), float(last)) if last > first else (0.0, max(1.0, float(last)))

    def lines(self, window: Window) -> list[Line]:
        """What is drawn between two steps; computed again only when it can have changed."""
        last = {True: _last_step(self._past), False: _last_step(self._curves)}
        seen_with = (window, self.width(), self._weight, self._log, self._visible, last)
        if self._lines_seen[0] != seen_with:
            bins = max(16, self.width() // BIN_WIDTH)
            lines = [
                line
                for curve in self._drawn()
                for line in lines_of(
                    curve, window, bins, last=last[curve.past], smoothed=self._weight > 0, log=self._log
                )
            ]
            self._lines_seen = (seen_with, lines)
        return self._lines_seen[1]

    def _redraw(self) -> None:
        """The curves are others now."""
        self._lines_seen = (None, [])
        self.update()

    def _drawn(self) -> list[Curve]:
        """The curves as they are drawn: by the stretch where one looks into it."""
        window, stretch = self._window, self._stretch
        if window is None or stretch is None or not stretch.covers(*window):
            return self._kept()
        closely = {id(self._curves[name]): curve for name, curve in self._closely.items() if len(curve.raw)}
        return [closely.get(id(curve), curve) for curve in self._kept()]

    def _look_closely(self) -> None:
        """Ask for what is seen, as much again on either side, where fewer points are kept than can be seen."""
        if self._window is None:
            return
        first, last = self._window
        around, whole = (last - first) / 2, self.full_window()
        near = max(whole[0], first - around), min(whole[1], last + around)
        if self._stretch is not None and self._stretch.serves(*near) and set(self._visible) & set(self._closely):
            return
        enough = min(round(last - first) - 1, self.width() // BIN_WIDTH)
        kept = {name: self._curves[name] for name in self._visible if name in self._curves}
        names = tuple(name for name, one in kept.items() if not one.held and one.raw.count(first, last) < enough)
        if names:
            steps = max(whole[0], first - 2 * around), min(whole[1], last + 2 * around)
            self.stretch_wanted.emit(StretchWish(names, math.floor(steps[0]), math.ceil(steps[1])))

    def _kept(self) -> list[Curve]:
        past = [self._past[name] for name in self._visible if name in self._past]
        return past + [self._curves[name] for name in self._visible if len(self._curves[name].raw)]

    def _axes(self) -> Axes:
        window = self._window or self.full_window()
        values = [line.y for line in self.lines(window) if len(line.y)]
        low, high = min((float(y.min()) for y in values), default=0.0), max((float(y.max()) for y in values), default=1)
        y_span = Span(*padded(low, high), log=self._log)
        frame = frame_within(QRectF(self.rect()), self.fontMetrics(), y_span, *self._titles)
        return Axes(frame, Span(*window, whole=True), y_span)

    def _reading_rows(self, step: float) -> list[tuple[str, str]]:
        return [
            (curve.color, f"{curve.label} {number_text(value, 6)} @ {count_text(at)}")
            for curve, at, value in self.readings(step)
        ]

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

    def paint(self, painter: QPainter) -> None:
        axes = self._axes()
        if axes.frame.width() < GRID or axes.frame.height() < GRID:
            return
        draw_axes(painter, axes, *self._titles)
        painter.setClipRect(axes.frame.adjusted(-3, -3, 3, 3))
        for line in sorted(self.lines((axes.x.low, axes.x.high)), key=lambda line: line.strong):
            draw_line(painter, axes, line)
        painter.setClipping(False)
        if self._present is not None:
            draw_present(painter, axes, self._present)
        if self._hovered is not None:
            draw_readings(painter, axes, self._hovered, self._reading_rows(self._hovered))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        axes = self._axes()
        step = axes.x_at(event.position().x())
        if self._dragged_from is not None:
            self._move(self._dragged_from - step)
        else:
            self.set_hovered(step if axes.x.low <= step <= axes.x.high else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = self._axes().x_at(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.set_window(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom(self._axes().x_at(event.position().x()), ZOOM ** (event.angleDelta().y() / 120))
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


def _last_step(curves: Mapping[str, Curve]) -> float:
    """The step that a run has come to, by all of its curves."""
    return max((float(curve.raw.steps[-1]) for curve in curves.values() if len(curve.raw)), default=0.0)
