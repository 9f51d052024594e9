"""A few curves over the same positions in one plot, each in its colour with its name."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import tr
from ui.theme import GRID, SMALL, theme
from ui.widgets.axes import Axes, Span, draw_axes, frame_within, padded
from ui.widgets.painted import Painted, theme_color
from ui.widgets.polygon import polygon_of
from ui.widgets.quick_text import QuickText


class NamedCurves(Painted):
    """Curves (K, T) over their positions; the names stand at the right, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: npt.NDArray[np.floating] = np.zeros((0, 2))
        self._names: Sequence[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_curves(self, curves_KT: npt.NDArray[np.floating], names: Sequence[str]) -> None:
        self._curves, self._names = curves_KT, names
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 20 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * GRID, 12 * GRID)

    def paint(self, painter: QPainter) -> None:
        if not len(self._curves):
            return
        painter.setFont(theme.font(SMALL))
        metrics = painter.fontMetrics()
        finite = np.nan_to_num(self._curves.astype(np.float64))
        values = Span(*padded(float(finite.min()), float(finite.max())))
        widest = max(metrics.horizontalAdvance(name) for name in self._names)
        room = QRectF(self.rect()).adjusted(0, 0, -widest - GRID if widest else 0, 0)
        frame = frame_within(room, metrics, values, tr("position"), "")
        axes = Axes(frame, Span(0, max(1, self._curves.shape[1] - 1), whole=True), values)
        draw_axes(painter, axes, tr("position"))
        quick, line = QuickText(painter), metrics.height()
        x = axes.px(np.arange(self._curves.shape[1], dtype=np.float64))
        for number, (curve, name) in enumerate(zip(finite, self._names, strict=True)):
            painter.setPen(QPen(theme_color(theme.class_color(number) if len(self._curves) > 1 else "training"), 1))
            painter.drawPolyline(polygon_of(x, axes.py(curve)))
            if (number + 1) * line <= frame.height():
                quick.draw_left(name, frame.right() + GRID, frame.top() + number * line)
