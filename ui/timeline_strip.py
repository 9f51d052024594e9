"""The run as a line: how far it has come, with the loss above it."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import bind
from ui.theme import GRID, theme
from ui.widgets.polygon import polygon_of

MAX_POINTS = 512  # an even number: two of them become one


class TimelineStrip(QWidget):
    """A progress line with a sparkline of the training loss, kept to a bounded number of points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses: list[tuple[float, float]] = []  # (step, mean of the losses since the point before)
        self._stride, self._pending = 1, [0.0, 0.0]  # losses per point; their number and sum so far
        self._step, self._share = 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bind(self, "setAccessibleName", "Timeline")
        theme.changed.connect(self.update)

    @property
    def losses(self) -> Sequence[tuple[float, float]]:
        """The points of the sparkline: step and mean loss."""
        return tuple(self._losses)

    def reset(self) -> None:
        """Another run begins."""
        self._losses, self._stride, self._pending = [], 1, [0.0, 0.0]
        self._step, self._share = 0, 0.0
        self.update()

    def show_place(self, step: int, share: float) -> None:
        """Where the run is: its step, and which share of it is done, 0 to 1."""
        self._step, self._share = step, min(1.0, max(0.0, share))
        self.update()

    def add_losses(self, steps: Sequence[int], losses: Sequence[float]) -> None:
        """Take more values of the loss, to be drawn with the next place; every one of them counts in a mean."""
        for step, loss in zip(steps, losses, strict=True):
            if loss != loss:  # not a number: the curves show where
                continue
            self._pending[0] += 1
            self._pending[1] += loss
            if self._pending[0] >= self._stride:
                self._losses.append((float(step), self._pending[1] / self._pending[0]))
                self._pending = [0.0, 0.0]
            if len(self._losses) == MAX_POINTS:
                self._halve()

    def _halve(self) -> None:
        pairs = zip(self._losses[::2], self._losses[1::2], strict=True)
        self._losses = [(later[0], (earlier[1] + later[1]) / 2) for earlier, later in pairs]
        self._stride *= 2

    def _draw_sparkline(self, painter: QPainter, room: QRectF) -> None:
        if len(self._losses) < 2 or not self._step:
            return
        steps, losses = np.array(self._losses).T
        low, size = losses.min(), np.ptp(losses) or 1.0
        xs = room.left() + room.width() * self._share * np.minimum(1.0, steps / self._step)
        ys = room.bottom() - room.height() * (losses - low) / size
        color = QColor(theme.colors.training)
        color.setAlphaF(0.75)
        painter.setPen(QPen(color, 1))
        painter.drawPolyline(polygon_of(xs, ys))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320), theme.px(6 * GRID))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(96), theme.px(6 * GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob, colors = theme.px(6), theme.colors
        line_y = self.height() - theme.px(12)
        left, right = float(knob), float(self.width() - knob)
        self._draw_sparkline(painter, QRectF(left, 4, right - left, line_y - theme.px(10)))
        here = left + (right - left) * self._share
        for end, color in ((right, colors.line), (here, colors.training)):
            painter.setPen(QPen(QColor(color), theme.px(4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(left, line_y), QPointF(end, line_y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.text))
        painter.drawEllipse(QPointF(here, line_y), knob, knob)
