"""A vector as bars from zero, one per value, with the exact value under the mouse."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.axes import Axes, Span, draw_axes, frame_within, padded
from ui.widgets.painted import Painted, theme_color
from ui.widgets.struck import draw_struck

WORDS_UP_TO = 40  # bars with a word each lie horizontally up to this many


class BarChart(Painted):
    """Bars upwards in the training colour, downwards in the backward colour; named bars lie on their side."""

    bar_hovered = Signal(int)  # -1 where there is none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: npt.NDArray[np.float64] = np.zeros(0)
        self._names: Sequence[str] = ()
        self._x_title = self._y_title = ""
        self._hovered = -1
        self._struck: frozenset[int] = frozenset()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_values(
        self, values: npt.NDArray[np.floating], names: Sequence[str] = (), x_title: str = "", y_title: str = ""
    ) -> None:
        """Values (F,), with a name each or numbered along the axis."""
        self._values = np.asarray(values, np.float64)
        self._names = names if len(names) == len(values) <= WORDS_UP_TO else ()
        self._x_title, self._y_title = x_title, y_title
        self.update()

    @property
    def bar(self) -> int:
        """The bar that is read, -1 where none is."""
        return self._hovered

    def strike(self, bars: frozenset[int]) -> None:
        """Mark the places of these bars as struck through."""
        if bars != self._struck:
            self._struck = bars
            self.update()

    def bar_at(self, position: QPointF) -> int:
        """The bar at a place of the widget, -1 where there is none."""
        if not len(self._values):
            return -1
        frame = self._axes().frame
        along = (position.y() - frame.top()) / max(1.0, frame.height())
        if not self._names:
            along = (position.x() - frame.left()) / max(1.0, frame.width())
        index = int(np.floor(along * len(self._values)))
        return index if 0 <= index < len(self._values) else -1

    def _axes(self) -> Axes:
        finite = self._values[np.isfinite(self._values)]
        low, high = padded(min(0.0, float(finite.min(initial=0))), max(0.0, float(finite.max(initial=0))))
        value_span = Span(low, high)
        index_span = Span(-0.5, max(0.5, len(self._values) - 0.5), whole=True)
        area = QRectF(self.rect())
        if self._names:
            metrics = self.fontMetrics()
            left = min(max(map(metrics.horizontalAdvance, self._names)), self.width() / 2) + GRID
            return Axes(area.adjusted(left, GRID / 2, -GRID, -2 * metrics.height()), value_span, index_span)
        frame = frame_within(area, self.fontMetrics(), value_span, self._x_title, self._y_title)
        return Axes(frame, index_span, value_span)

    def _bars(self, axes: Axes) -> list[QRectF]:
        values = np.nan_to_num(self._values)
        index = np.arange(len(values), dtype=np.float64)
        if self._names:
            zero, ends = float(axes.px(np.float64(0))), axes.px(values)  # type: ignore[arg-type]
            middles = axes.frame.top() + (index + 0.5) * axes.frame.height() / max(1, len(values))
            thick = 0.7 * axes.frame.height() / max(1, len(values))
            return [
                QRectF(min(zero, end), middle - thick / 2, abs(end - zero), thick)
                for end, middle in zip(ends.tolist(), middles.tolist(), strict=True)
            ]
        zero, ends, middles = float(axes.py(np.float64(0))), axes.py(values), axes.px(index)  # type: ignore[arg-type]
        thick = max(1.0, 0.8 * axes.frame.width() / max(1, len(values)))
        return [
            QRectF(middle - thick / 2, min(zero, end), thick, abs(end - zero))
            for end, middle in zip(ends.tolist(), middles.tolist(), strict=True)
        ]

    def _draw_names(self, painter: QPainter, axes: Axes) -> None:
        height = axes.frame.height() / len(self._names)
        every = max(1, int(np.ceil(painter.fontMetrics().height() / height)))
        for index in range(0, len(self._names), every):
            painter.setPen(theme_color("text" if index == self._hovered else "muted"))
            room = QRectF(0, axes.frame.top() + index * height, axes.frame.left() - GRID // 2, height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
            fits = painter.fontMetrics().elidedText(self._names[index], Qt.TextElideMode.ElideMiddle, int(room.width()))
            painter.drawText(room, flags, fits)

    def _read(self, bar: int) -> None:
        if bar != self._hovered:
            self._hovered = bar
            self.bar_hovered.emit(bar)
            self.update()

    def _draw_struck(self, painter: QPainter, axes: Axes, bars: list[QRectF]) -> None:
        """A silent bar has no height, so that its whole place is struck through."""
        for bar in self._struck:
            if bar < len(bars):
                room = QRectF(bars[bar])
                if self._names:
                    room.setLeft(axes.frame.left())
                    room.setRight(axes.frame.right())
                else:
                    room.setTop(axes.frame.top())
                    room.setBottom(axes.frame.bottom())
                draw_struck(painter, room)

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, 24 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(10 * GRID, 8 * GRID)

    def paint(self, painter: QPainter) -> None:
        if not len(self._values):
            return
        axes = self._axes()
        if self._names:
            self._draw_names(painter, axes)
        else:
            draw_axes(painter, axes, self._x_title, self._y_title)
        bars = self._bars(axes)
        painter.setPen(Qt.PenStyle.NoPen)
        for color, chosen in (("training", self._values >= 0), ("backward", self._values < 0)):
            painter.setBrush(theme_color(color))
            painter.drawRects([bars[index] for index in np.flatnonzero(chosen)])
        self._draw_struck(painter, axes, bars)
        painter.setPen(Qt.PenStyle.NoPen)
        if 0 <= self._hovered < len(bars):
            painter.setBrush(theme_color("validation"))
            painter.drawRect(bars[self._hovered])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._read(self.bar_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._read(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back, on = (Qt.Key.Key_Up, Qt.Key.Key_Down) if self._names else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in (back, on) and len(self._values):
            bar = self._hovered + (1 if event.key() == on else -1)
            self._read(min(max(0, bar), len(self._values) - 1))
        else:
            super().keyPressEvent(event)
