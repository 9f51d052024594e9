"""Samples as points: the nearest one under the mouse is ringed and told, a click chooses it."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from explorer.exploring.projection import Projection
from ui.text import bind
from ui.theme import theme
from ui.widgets.painted import theme_color
from ui.widgets.scatter_plot import SYMBOLS, Points, ScatterPlot, extent_of

REACH = 14.0  # pixels within which a point is meant


class MapPlot(ScatterPlot):
    """Groups are classes; those that are not chosen stand back."""

    point_hovered = Signal(int)  # -1 where there is none
    point_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projection: Projection | None = None
        self._class: int | None = None
        self._hovered = self.selected = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bind(self, "setAccessibleName", "Map of the samples")

    def show_projection(self, projection: Projection | None, class_number: int | None) -> None:
        """Show these points; None forgets them. Of a chosen class the points lie above all others."""
        if projection is None or self._projection is None or len(projection.points) != len(self._projection.points):
            self._hovered = self.selected = -1
        self._projection, self._class = projection, class_number
        groups = [] if projection is None else _groups(projection, class_number)
        extent = (0.0, 1.0, 0.0, 1.0) if projection is None else extent_of(projection.points)
        self.show_points(groups, extent)

    def select(self, point: int) -> None:
        """Ring a point that was chosen elsewhere; -1 for none."""
        self.selected = point
        self.update()

    def point_at(self, place: QPointF) -> int:
        """The nearest point within reach of a place, -1 where there is none."""
        if self._projection is None or not len(self._projection.points):
            return -1
        axes, points = self.axes(), self._projection.points.astype(np.float64)
        distances = np.hypot(axes.px(points[:, 0]) - place.x(), axes.py(points[:, 1]) - place.y())
        nearest = int(distances.argmin())
        return nearest if distances[nearest] <= REACH else -1

    def pixel_of(self, point: int) -> QPointF:
        """Where a point stands in the widget."""
        assert self._projection is not None
        x, y = self._projection.points[point].tolist()
        return self.axes().point(x, y)

    def _hover(self, point: int) -> None:
        if point != self._hovered:
            self._hovered = point
            self.point_hovered.emit(point)
            self.update()

    def paint(self, painter: QPainter) -> None:
        if self._projection is None:
            return
        super().paint(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for point, color in ((self.selected, "training"), (self._hovered, "text")):
            if 0 <= point < len(self._projection.points):
                painter.setPen(QPen(theme_color(color), 2))
                painter.drawEllipse(self.pixel_of(point), 8, 8)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.point_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = self.point_at(event.position())
        if point >= 0:
            self.select(point)
            self.point_chosen.emit(point)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._projection is None or not len(self._projection.points):
            super().keyPressEvent(event)
            return
        self.select((self.selected + step) % len(self._projection.points))
        self.point_chosen.emit(self.selected)


def _groups(projection: Projection, class_number: int | None) -> list[Points]:
    if projection.classes is None:
        return [Points(projection.points, theme.colors.training)]
    groups: list[Points] = []
    for number in np.unique(projection.classes).tolist():
        is_back = class_number is not None and number != class_number
        color = theme.colors.line if is_back else theme.class_color(number)
        group = Points(projection.points[projection.classes == number], color, SYMBOLS[number % len(SYMBOLS)])
        groups.insert(0 if is_back else len(groups), group)
    return groups
