"""Places a point of the plane, among points of the data once a run tells them."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.dataset import DatasetSpec
from explorer.snapshots import AnswerSnapshot
from ui.drawing.tool import Tool
from ui.theme import theme
from ui.widgets.scatter_plot import SYMBOLS, Extent, Points, ScatterPlot, extent_of

USUAL_EXTENT: Extent = (-1.3, 1.3, -1.3, 1.3)  # most data lie within -1 to 1
AIR = 0.15  # of the data's width, on each side
STEP = 0.02  # of the plane's width, by an arrow key
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class Plane(ScatterPlot):
    """A plane in which the left button takes a place, and arrows move on from it."""

    taken = Signal(float, float)
    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self.moved.emit(*ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event)

    def _take(self, event: QMouseEvent) -> None:
        axes = self.axes()
        x, y = axes.x_at(event.position().x()), axes.y_at(event.position().y())
        left, right, bottom, top = self._extent
        self.taken.emit(min(max(x, left), right), min(max(y, bottom), top))


class PlaneTool(Tool):
    """One point, moved with the mouse or the arrow keys."""

    def __init__(self, data: DatasetSpec, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        self._point: tuple[float, float] | None = None
        self._points = np.empty((0, 2), np.float32)
        self._classes = np.empty(0, np.int64)
        self._extent = USUAL_EXTENT
        self.plane = Plane(self)
        self.plane.set_titles(*(data.facts().input_names or ("x", "y")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plane)
        self.plane.taken.connect(self._on_taken)
        self.plane.moved.connect(self._on_moved)
        theme.changed.connect(self._show)
        self._show()

    def sample(self) -> npt.NDArray[np.generic] | None:
        return None if self._point is None else np.array(self._point, dtype=np.float32)

    def follow(self, snapshot: AnswerSnapshot) -> None:
        if len(snapshot.points) and not np.array_equal(snapshot.points, self._points):
            self._points, self._classes = snapshot.points, snapshot.classes
            left, right, bottom, top = extent_of(self._points)
            across, up = AIR * (right - left), AIR * (top - bottom)
            self._extent = (left - across, right + across, bottom - up, top + up)
        self._show()

    def _show(self) -> None:
        groups = [
            Points(self._points[self._classes == number], theme.class_color(number), SYMBOLS[number % len(SYMBOLS)])
            for number in np.unique(self._classes).tolist()
        ]
        if self._point is not None:
            groups.append(Points(np.array([self._point]), theme.colors.text, "ring"))
        self.plane.show_points(groups, self._extent)

    def _on_taken(self, x: float, y: float) -> None:
        self._point = (x, y)
        self._show()
        self.made.emit()

    def _on_moved(self, across: int, up: int) -> None:
        left, right, bottom, top = self._extent
        x, y = self._point or ((left + right) / 2, (bottom + top) / 2)
        self._on_taken(x + across * STEP * (right - left), y + up * STEP * (top - bottom))
