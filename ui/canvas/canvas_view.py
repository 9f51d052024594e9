"""The window onto the canvas: zoom, pan, dragging blocks to another place, and every key."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QWidget

from ui.canvas.block_drag import BlockDrag
from ui.canvas.canvas_keys import CanvasKeys
from ui.canvas.card_item import BlockItem
from ui.canvas.scene import CanvasScene
from ui.canvas.slot_item import SlotItem
from ui.editors import block_paths
from ui.editors.block_commands import BlockCommands
from ui.theme import theme
from ui.widgets.painted import theme_color

SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 0.08, 3.0, 1.2
LEGIBLE_ZOOM = 0.86  # below it, names of blocks would be smaller than 12 pixels
WATCHED_ZOOM = 1.6  # where nothing is edited, a small network may fill a large screen
REACH = 90.0  # pixels from which a slot attracts what is dragged
BROAD = 1.9  # so many times as wide as high, blocks follow each other to the right


class CanvasView(QGraphicsView):
    """Looks at a CanvasScene. Without `commands` it is for watching: nothing can be moved or put in."""

    slot_chosen = Signal(str, QPoint)  # the path of a slot whose + was pressed, and where on screen
    opened = Signal(str)  # a block was double-clicked, or Enter pressed on it
    view_changed = Signal()  # another part of the canvas is in sight

    def __init__(self, scene: CanvasScene, commands: BlockCommands | None, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.canvas, self._commands = scene, commands
        self._keys = CanvasKeys(self, commands)
        self._drag = BlockDrag(scene)
        self._pressed: tuple[QPoint, str] | None = None
        self._pan_from: QPoint | None = None
        self._zoom = 1.0
        self._smallest: float | None = LEGIBLE_ZOOM  # how small it may become to be seen as a whole; None: as it is
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setAcceptDrops(commands is not None)
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

    def _fit_now(self, smallest: float) -> None:
        room, size = self.viewport().size(), self.canvas.sceneRect().size()
        if size.isEmpty() or room.width() < 2 or room.height() < 2:
            return
        across, down = (room.width() / size.width() / theme.scale, room.height() / size.height() / theme.scale)
        beside = across if self.canvas.flow == "down" else down  # along the flow one scrolls, beside it one does not
        largest = 1.0 if self._commands is not None else WATCHED_ZOOM
        self.set_zoom(min(largest, beside, max(smallest, min(across, down))))
        if min(across, down) < smallest:  # begin with the first blocks
            top = self.canvas.sceneRect().topLeft()
            self.ensureVisible(QRectF(top.x(), top.y(), 1, 1), 0, 0)
        else:
            self.centerOn(self.canvas.sceneRect().center())

    def _match_flow(self) -> None:
        size = self.viewport().size()
        self.canvas.set_flow("across" if size.width() > BROAD * size.height() else "down")

    def _on_theme_changed(self) -> None:
        self.setBackgroundBrush(theme_color("panel"))
        self.set_zoom(self._zoom)

    @property
    def next_place(self) -> str:
        """What a block is called that is put in now: after the current one, else at the end of the first network."""
        if self.canvas.current:
            return block_paths.sibling(self.canvas.current, 1)
        networks = self.canvas.networks
        return f"architecture.{networks[0].name}.blocks.{len(networks[0].blocks)}" if networks else ""

    def slot_at(self, position: QPoint) -> SlotItem | None:
        """The slot under a place of the viewport."""
        found = [item for item in self.items(position) if isinstance(item, SlotItem | BlockItem)]
        return found[0] if found and isinstance(found[0], SlotItem) else None

    def block_at(self, position: QPoint) -> str:
        """The path of the block under a place of the viewport, "" for none."""
        item = self.itemAt(position)
        is_block = isinstance(item, BlockItem) and bool(item.flags() & item.GraphicsItemFlag.ItemIsSelectable)
        return item.path if is_block and isinstance(item, BlockItem) else ""

    def choose_slot(self, path: str) -> None:
        """As if the + of this slot were pressed."""
        slot = self.canvas.slot_of(path)
        if slot is not None and self._commands is not None:
            self.ensureVisible(slot, 24, 24)
            place = self.mapFromScene(slot.sceneBoundingRect().center())
            self.slot_chosen.emit(path, self.viewport().mapToGlobal(place))

    def _select_range(self, path: str) -> None:
        """From the current block to this one, both in one stack."""
        paths = self.canvas.paths()
        stack = path.rpartition(".")[0]
        siblings = [one for one in paths if one.rpartition(".")[0] == stack]
        if self.canvas.current not in siblings:
            self.canvas.select([path], path)
        else:
            ends = sorted((siblings.index(self.canvas.current), siblings.index(path)))
            self.canvas.select(siblings[ends[0] : ends[1] + 1], self.canvas.current)
        self.canvas.chosen.emit(self.canvas.current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        path = self.block_at(place)
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = place
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() == Qt.MouseButton.LeftButton:
            if path and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._select_range(path)
                return
            slot = self.slot_at(place)
            if slot is not None and slot.is_editable:
                self.choose_slot(slot.path)
                return
            if path and path == self._fold_at(place):
                self.canvas.toggle_fold(path)
                return
            self._pressed = (place, path) if path and self._commands is not None else None
        super().mousePressEvent(event)

    def _fold_at(self, place: QPoint) -> str:
        """The composite whose triangle is under a place of the viewport."""
        path = self.block_at(place)
        item = self.canvas.item_of(path) if path else None
        if item is None or not item.folds:
            return ""
        inside = item.mapFromScene(self.mapToScene(place))
        return path if inside.x() < 26.0 and inside.y() < 30.0 else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pan_from is not None:
            moved, self._pan_from = place - self._pan_from, place
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
            return
        if self._pressed is not None and not self._drag.is_on:
            start, path = self._pressed
            if (place - start).manhattanLength() >= QApplication.startDragDistance():
                self._drag.begin(path, self.mapToScene(start))
        if self._drag.is_on:
            self._drag.move(self.mapToScene(place), REACH / self._zoom)
            self._scroll_at_edge(place)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pan_from is not None and event.button() == Qt.MouseButton.MiddleButton:
            self._pan_from = None
            self.viewport().unsetCursor()
            return
        self._pressed = None
        if self._drag.is_on:
            copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            path, slot = self._drag.end()
            if slot and self._commands is not None:
                self._keys.drop(path, slot, copies=copies)
            super().mouseReleaseEvent(event)
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        path = self.block_at(event.position().toPoint())
        if path:
            self.opened.emit(path)
        else:
            super().mouseDoubleClickEvent(event)

    def _scroll_at_edge(self, place: QPoint) -> None:
        """Dragging at the edge of what is in sight brings more into sight."""
        self.ensureVisible(QRectF(self.mapToScene(place), self.mapToScene(place)), 24, 24)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText() and not event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._drag.aim(self.mapToScene(event.position().toPoint()), REACH / self._zoom):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drag.end()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drag.aim(self.mapToScene(event.position().toPoint()), REACH / self._zoom)
        _, slot = self._drag.end()
        if slot and self._commands is not None:
            event.acceptProposedAction()
            self._commands.paste(slot, event.mimeData().text())
            self.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        path = self.block_at(event.pos())
        if path and path not in self.canvas.selected_paths():
            self.canvas.select([path], path)
            self.canvas.chosen.emit(path)
        self._keys.open_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drag.is_on:
            self._drag.end()
            self._pressed = None
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # The window has shortcuts of its own for some of these keys; where the canvas has the focus, it comes first.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keys.takes(event):
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.canvas.current and self.canvas.paths():
            self._keys.go_to(self.canvas.paths()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._match_flow()
        self.keep_fitting()
        self.view_changed.emit()


def scene_point(view: CanvasView, x: float, y: float) -> QPoint:
    """A place of the scene in the viewport."""
    return view.mapFromScene(QPointF(x, y))
