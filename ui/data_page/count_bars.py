"""How many values lie between two edges, as bars along an axis of values."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.exploring.statistics import Histogram
from models.number_text import count_text, number_text
from ui.text import tr
from ui.theme import GRID, SMALL, theme
from ui.widgets.axes import Axes, Span, draw_axes, frame_within
from ui.widgets.painted import Painted, theme_color

NOTHING = Histogram(np.zeros(1, np.int64), np.array([0.0, 1.0]))


class CountBars(Painted):
    """A histogram with axes; the tooltip tells the bar under the mouse exactly."""

    bar_hovered = Signal(int)  # -1 where there is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = NOTHING
        self._title, self._is_whole = "", False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_counts(self, counted: Histogram, title: str, *, is_whole: bool = False) -> None:
        """Show this histogram; the title stands below its values, `is_whole` where they are whole numbers."""
        self.shown, self._title, self._is_whole = counted, title, is_whole
        self.setAccessibleName(title)
        self.setToolTip("")
        self.update()

    def axes(self) -> Axes:
        most = max(1.0, float(self.shown.counts.max()))
        counts = Span(0.0, most * 1.05, whole=True)
        frame = frame_within(QRectF(self.rect()), self.fontMetrics(), counts, self._title, "")
        low, high = float(self.shown.edges[0]), float(self.shown.edges[-1])
        return Axes(frame, Span(low, high if high > low else low + 1, whole=self._is_whole), counts)

    def bar_at(self, place: QPointF) -> int:
        """The bar whose column a place lies in, -1 where there is none."""
        axes = self.axes()
        if not axes.frame.contains(place):
            return -1
        found = int(np.searchsorted(self.shown.edges, axes.x_at(place.x()), side="right")) - 1
        return found if 0 <= found < len(self.shown.counts) else -1

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 20 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * GRID, 12 * GRID)

    def paint(self, painter: QPainter) -> None:
        painter.setFont(theme.font(SMALL))
        axes = self.axes()
        if axes.frame.width() < GRID or axes.frame.height() < GRID:
            return
        draw_axes(painter, axes, self._title)
        edges = axes.px(self.shown.edges)
        tops = axes.py(self.shown.counts.astype(np.float64))
        painter.setPen(Qt.PenStyle.NoPen)
        for left, right, top in zip(edges[:-1].tolist(), edges[1:].tolist(), tops.tolist(), strict=True):
            gap = 1.0 if right - left > 4 else 0.0
            bar = QRectF(left, top, max(1.0, right - left - gap), axes.frame.bottom() - top)
            painter.fillRect(bar, theme_color("training"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position())
        self.bar_hovered.emit(bar)
        if bar < 0:
            self.setToolTip("")
            return
        low, high = (number_text(float(self.shown.edges[bar + end]), 3) for end in (0, 1))
        count = count_text(int(self.shown.counts[bar]))
        self.setToolTip(tr("{count} values between {low} and {high}", count=count, low=low, high=high))
