"""A window onto the canvas: how large it is drawn, which part of it is in sight, and which way blocks flow to fit."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from ui.canvas.scene import CanvasScene
from ui.theme import theme
from ui.widgets.painted import theme_color

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.08, 3.0, 1.2
LEGIBLE_ZOOM = 0.86  # below it, names of blocks would be smaller than 12 pixels
BROAD = 1.9  # so many times as wide as high, blocks follow each other to the right


class ZoomView(QGraphicsView):
    """Ctrl and the wheel zoom, the middle button moves. Nobody having chosen a zoom, it is at most `largest`."""

    view_changed = Signal()  # another part of the canvas is in sight

    def __init__(self, scene: CanvasScene, largest: float, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.canvas, self._largest = scene, largest
        self._pan_from: QPoint | None = None
        self._zoom = 1.0
        self._smallest: float | None = LEGIBLE_ZOOM  # how small it may become to be seen as a whole; None: as it is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.view_changed.emit())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.view_changed.emit())
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def zoom(self) -> float:
        """How large the canvas is drawn, 1 being as large as everything else in the window."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Draw the canvas at this size."""
        self._zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, zoom))
        self.resetTransform()
        self.scale(self._zoom * theme.scale, self._zoom * theme.scale)
        self.view_changed.emit()

    def zoom_by(self, factor: float) -> None:
        """Draw it larger or smaller, from now on whatever the size of the window."""
        self._smallest = None
        self.set_zoom(self._zoom * factor)

    def fit(self) -> None:
        """All of the canvas in sight; it stays so when the window changes its size."""
        self._smallest = SMALLEST_ZOOM
        self.keep_fitting()

    def usual_size(self) -> None:
        """Every block as large as the rest of the window."""
        self._smallest = None
        self.set_zoom(1.0)

    def show_block(self, path: str) -> None:
        """Scroll until the block is in sight."""
        item = self.canvas.item_of(path)
        if item is not None:
            self.ensureVisible(item, 24, 24)

    def keep_fitting(self) -> None:
        """The networks or the window changed: show as much as before anybody chose a zoom, legibly by default."""
        if self._smallest is not None:
            self._fit_now(self._smallest)

    def show_start(self) -> None:
        """Begin with the first blocks, as far as not all are in sight."""
        top = self.canvas.sceneRect().topLeft()
        self.ensureVisible(QRectF(top.x(), top.y(), 1, 1), 0, 0)

    def _fit_now(self, smallest: float) -> None:
        is_at_start = all(
            bar.value() == bar.minimum() for bar in (self.horizontalScrollBar(), self.verticalScrollBar())
        )
        centre = self.mapToScene(self.viewport().rect().center())
        room, size = self.viewport().size(), self.canvas.sceneRect().size()
        if size.isEmpty() or room.width() < 2 or room.height() < 2:
            return
        across, down = (room.width() / size.width() / theme.scale, room.height() / size.height() / theme.scale)
        beside = across if self.canvas.flow == "down" else down  # along the flow one scrolls, beside it one does not
        self.set_zoom(min(self._largest, beside, max(smallest, min(across, down))))
        if min(across, down) >= smallest:
            self.centerOn(self.canvas.sceneRect().center())
            return
        self.centerOn(centre)
        if is_at_start:
            self.show_start()
        self.show_block(self.canvas.current)

    def _match_flow(self) -> None:
        size = self.viewport().size()
        self.canvas.set_flow("across" if size.width() > BROAD * size.height() else "down")

    def _on_theme_changed(self) -> None:
        self.setBackgroundBrush(theme_color("panel"))
        self.set_zoom(self._zoom)

    @property
    def is_panning(self) -> bool:
        """Whether the middle button holds the canvas."""
        return self._pan_from is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is None:
            super().mouseMoveEvent(event)
            return
        place = event.position().toPoint()
        moved, self._pan_from = place - self._pan_from, place
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None and event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = None
            self.viewport().unsetCursor()
        else:
            super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._match_flow()
        self.keep_fitting()
        self.view_changed.emit()
