"""The learning rate over a run that has not begun, painted by hand: one line, or one per network."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from explorer.rate_curve import RateCurve
from ui.text import tr
from ui.theme import GRID, theme
from ui.widgets.axes import Axes, Span, draw_axes, frame_within, padded
from ui.widgets.curve_painting import draw_polyline
from ui.widgets.painted import Painted, theme_color
from ui.widgets.polygon import polygon_of

WIDTH, HEIGHT = GRID * 26, GRID * 20

Floats = npt.NDArray[np.float64]


class RatePlot(Painted):
    """Steps to the right, the learning rate upwards. `step_hovered` tells the step under the mouse, or None."""

    step_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curve: RateCurve | None = None
        self._log = False
        self._hovered: float | None = None
        self.setMouseTracking(True)

    def show_curve(self, curve: RateCurve) -> None:
        self._curve = curve
        self.update()

    def set_log(self, log: bool) -> None:
        self._log = log
        self.update()

    def lines(self) -> dict[str, tuple[Floats, Floats]]:
        """What is drawn of each network: steps, and learning rates or, on a logarithmic axis, their exponents."""
        if self._curve is None:
            return {}
        steps = self._curve.steps.astype(np.float64)
        seen = {name: rates > 0 if self._log else rates >= 0 for name, rates in self._curve.rates.items()}
        return {
            name: (steps[seen[name]], np.log10(rates[seen[name]]) if self._log else rates)
            for name, rates in self._curve.rates.items()
        }

    def paint(self, painter: QPainter) -> None:
        if self._curve is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axes = self._axes()
        draw_axes(painter, axes, tr("step"), tr("Learning rate"))
        for name, (x, y) in self.lines().items():
            painter.setPen(QPen(theme_color(_color(name)), 1))
            draw_polyline(painter, polygon_of(axes.px(x), axes.py(y)), strong=True)
        if self._hovered is not None:
            at = axes.point(self._hovered, axes.y.low).x()
            painter.setPen(QPen(theme_color("faint"), 1))
            painter.drawLine(QPointF(at, axes.frame.top()), QPointF(at, axes.frame.bottom()))

    def _axes(self) -> Axes:
        assert self._curve is not None
        values = np.concatenate([y for _, y in self.lines().values()])
        low = float(values.min()) if self._log else 0.0
        y_span = Span(*padded(low, float(values.max())), log=self._log)
        frame = frame_within(QRectF(self.rect()), self.fontMetrics(), y_span, tr("step"), tr("Learning rate"))
        return Axes(frame, Span(0.0, float(max(1, self._curve.num_steps)), whole=True), y_span)

    def _set_hovered(self, step: float | None) -> None:
        self._hovered = step
        self.step_hovered.emit(step)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(WIDTH), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._curve is not None:
            at = self._axes().x_at(event.position().x())
            self._set_hovered(min(float(self._curve.steps[-1]), max(0.0, at)))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_hovered(None)


def _color(network: str) -> str:
    return network or "training"
