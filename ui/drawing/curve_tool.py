"""Draws a curve: the values of a sequence, or of a long vector, from left to right."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from explorer.dataset import DatasetSpec
from explorer.snapshots import AnswerSnapshot
from ui.drawing.tool import Tool
from ui.text import bind, follow_language, tr
from ui.theme import GRID
from ui.widgets.axes import Axes, Span, draw_axes, frame_within
from ui.widgets.flow_row import FlowRow
from ui.widgets.painted import Painted, theme_color
from ui.widgets.polygon import polygon_of
from ui.widgets.quiet_combo import QuietCombo

USUAL_REACH = 1.5  # on both sides of zero


class CurvePaper(Painted):
    """Values (T, F) over their positions, one of the F under the pen. `drawn` tells of every change."""

    drawn = Signal()

    def __init__(self, positions: int, features: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.values = np.zeros((positions, features), np.float32)
        self.feature = 0
        self._reach = USUAL_REACH
        self._before: tuple[float, float] | None = None  # position and value under the mouse
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_reach(self, reach: float) -> None:
        """Values can be at least so large."""
        if reach > self._reach:
            self._reach = reach
            self.update()

    def clear(self) -> None:
        """All values are 0."""
        self.values[:] = 0
        self._tell()

    def axes(self) -> Axes:
        """The mapping between values and the widget's pixels."""
        values = Span(-self._reach, self._reach)
        frame = frame_within(QRectF(self.rect()), self.fontMetrics(), values, tr("position"), "")
        return Axes(frame, Span(0.5, len(self.values) + 0.5, whole=True), values)

    def _take(self, event: QMouseEvent) -> None:
        """The values on the way from the last place to this one."""
        axes = self.axes()
        x, y = axes.x_at(event.position().x()), axes.y_at(event.position().y())
        y = min(max(y, -self._reach), self._reach)
        from_x, from_y = self._before or (x, y)
        places = np.arange(1, len(self.values) + 1)
        touched = (places >= min(from_x, x) - 0.5) & (places <= max(from_x, x) + 0.5)
        ends = ((from_x, x), (from_y, y)) if from_x <= x else ((x, from_x), (y, from_y))
        self.values[touched, self.feature] = np.interp(places[touched], *ends)
        self._before = (x, y)
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        return QSize(48 * GRID, 24 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * GRID, 12 * GRID)

    def paint(self, painter: QPainter) -> None:
        axes = self.axes()
        if axes.frame.width() < GRID or axes.frame.height() < GRID:
            return
        draw_axes(painter, axes, tr("position"), "", grid=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = np.arange(1, len(self.values) + 1, dtype=np.float64)
        for feature in range(self.values.shape[1]):
            is_chosen = feature == self.feature
            painter.setPen(QPen(theme_color("training" if is_chosen else "faint"), 2 if is_chosen else 1))
            heights = axes.py(self.values[:, feature].astype(np.float64))
            painter.drawPolyline(polygon_of(axes.px(places), heights))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._before = None
            self._take(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(event)


class CurveTool(Tool):
    """Where every position has several values, one of them is drawn at a time."""

    def __init__(self, data: DatasetSpec, parent: QWidget | None = None) -> None:
        super().__init__(data, parent)
        port = data.facts().ports.input
        positions, features = (port.shape[0], port.shape[1]) if port.kind == "sequence" else (port.shape[0], 1)
        self.paper = CurvePaper(positions, features, self)
        self.feature = QuietCombo(self)
        self.feature.addItems([""] * features)
        self.feature.setVisible(features > 1)
        self.clear = QPushButton(self)
        bind(self.clear, "setText", "Clear")
        controls = QWidget(self)
        row = FlowRow(controls)
        row.addWidget(self.feature)
        row.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.paper, 1)
        layout.addWidget(controls)
        self.paper.drawn.connect(self.made)
        self.clear.clicked.connect(self.paper.clear)
        self.feature.currentIndexChanged.connect(self._on_feature_chosen)
        follow_language(self, self._name_features)
        self._name_features()

    def sample(self) -> npt.NDArray[np.generic]:
        return self.paper.values.reshape(self.data.facts().ports.input.shape).copy()

    def follow(self, snapshot: AnswerSnapshot) -> None:
        values = snapshot.sample.values
        if values is not None and np.isfinite(values).all():
            self.paper.show_reach(float(np.abs(values).max(initial=0)))

    def _name_features(self) -> None:
        for index in range(self.feature.count()):
            self.feature.setItemText(index, tr("value {number}", number=index + 1))

    def _on_feature_chosen(self, index: int) -> None:
        self.paper.feature = max(0, index)
        self.paper.update()
