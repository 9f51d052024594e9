"""The canvas under hands: what clicks, drags and keys on it mean."""

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget

from explorer.places import sibling
from ui.canvas.block_drag import BlockDrag
from ui.canvas.canvas_keys import CanvasKeys
from ui.canvas.canvas_menu import CanvasMenu
from ui.canvas.card_item import BlockItem
from ui.canvas.scene import CanvasScene
from ui.canvas.selection_commands import SelectionCommands
from ui.canvas.slot_item import SlotItem
from ui.canvas.walk import Walk
from ui.canvas.zoom_view import ZoomView
from ui.editors.block_commands import BlockCommands
from ui.run_changes import RunChanges

EDITED_ZOOM, WATCHED_ZOOM = 1.0, 1.6  # where nothing is edited, a small network may fill a large screen
REACH = 90.0  # pixels from which a slot attracts what is dragged


class CanvasView(ZoomView):
    """Looks at a CanvasScene. Without `commands` it is for watching: nothing can be moved or put in."""

    slot_chosen = Signal(str, QPoint)  # the path of a slot whose + was pressed, and where on screen
    opened = Signal(str)  # a block was double-clicked, or Enter pressed on it

    def __init__(self, scene: CanvasScene, commands: BlockCommands | None, parent: QWidget | None = None) -> None:
        super().__init__(scene, WATCHED_ZOOM if commands is None else EDITED_ZOOM, parent)
        self._edits = None if commands is None else SelectionCommands(self, commands)
        self.changes: RunChanges | None = None  # of the run, once there is somebody who follows it
        self._walk = Walk(self)
        self._keys = CanvasKeys(self, self._walk, self._edits)
        self._drag = BlockDrag(scene)
        self._pressed: tuple[QPoint, str] | None = None
        self.setDragMode(QGraphicsView.DragMode.RubberBandDrag)
        self.setAcceptDrops(commands is not None)

    @property
    def next_place(self) -> str:
        """What a block is called that is put in now: after the current one, else at the end of the first network."""
        if self.canvas.current:
            return sibling(self.canvas.current, 1)
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
        if slot is not None and self._edits is not None:
            self.ensureVisible(slot, 24, 24)
            place = self.mapFromScene(slot.sceneBoundingRect().center())
            self.slot_chosen.emit(path, self.viewport().mapToGlobal(place))

    def open_current(self) -> None:
        """The settings of the current block are wanted."""
        if path := self.canvas.current:
            self.opened.emit(path)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._takes_press(event):
            return
        super().mousePressEvent(event)

    def _takes_press(self, event: QMouseEvent) -> bool:
        """Whether a press means something of its own here; else it selects, or is the beginning of a drag."""
        place = event.position().toPoint()
        path, slot = self.block_at(place), self.slot_at(place)
        if path and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._walk.select_range(path)
        elif slot is not None and slot.is_editable:
            self.choose_slot(slot.path)
        elif path and self._is_at_triangle(path, place):
            self.canvas.toggle_fold(path)
        else:
            self._pressed = (place, path) if path and self._edits is not None else None
            return False
        return True

    def _is_at_triangle(self, path: str, place: QPoint) -> bool:
        """Whether a place of the viewport is where this block is folded and unfolded."""
        item = self.canvas.item_of(path)
        return item is not None and item.is_at_triangle(item.mapFromScene(self.mapToScene(place)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is not None and not self._drag.is_on and not self.is_panning:
            start, path = self._pressed
            if (place - start).manhattanLength() >= QApplication.startDragDistance():
                self._drag.begin(path, self.mapToScene(start))
        if self._drag.is_on and not self.is_panning:
            self._drag.move(self.mapToScene(place), self._reach)
            # Dragging at the edge of what is in sight brings more into sight.
            self.ensureVisible(QRectF(self.mapToScene(place), self.mapToScene(place)), 24, 24)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.MiddleButton:
            self._pressed = None
            if self._drag.is_on:
                path, slot = self._drag.end()
                if slot and self._edits is not None:
                    copies = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                    self._edits.drop(path, slot, copies=copies)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        path = self.block_at(event.position().toPoint())
        if path:
            self.opened.emit(path)
        else:
            super().mouseDoubleClickEvent(event)

    @property
    def _reach(self) -> float:
        """From how far a slot attracts what is dragged, as the scene measures."""
        return REACH / self.zoom

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText() and not event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._drag.aim(self.mapToScene(event.position().toPoint()), self._reach):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drag.end()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drag.aim(self.mapToScene(event.position().toPoint()), self._reach)
        _, slot = self._drag.end()
        if slot and self._edits is not None:
            event.acceptProposedAction()
            self._edits.put_in(slot, event.mimeData().text())
            self.setFocus()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        path = self.block_at(event.pos())
        if path and path not in self.canvas.selected_paths():
            self.canvas.select([path], path)
            self.canvas.chosen.emit(path)
        menu = CanvasMenu(self, self._edits, self.changes)
        menu.popup(event.globalPos())

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
            self._walk.go_to(self.canvas.paths()[0])
