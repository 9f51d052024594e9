"""A block on its way to another place: its picture follows the mouse, the slot where it would fall lights up."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QStyleOptionGraphicsItem

from ui.canvas.card_item import BlockItem
from ui.canvas.scene import CanvasScene
from ui.canvas.slot_item import SlotItem

SHARPNESS = 2.0  # pixels of the picture per unit of the canvas
LARGEST = 1200.0  # no composite, however large, becomes a larger picture


class BlockDrag:
    """Begun by a press and a move of the mouse, or (without a picture) by something that comes from elsewhere."""

    def __init__(self, scene: CanvasScene) -> None:
        self._scene = scene
        self._path = ""
        self._ghost: QGraphicsPixmapItem | None = None
        self._grip = QPointF()
        self._target: SlotItem | None = None

    @property
    def is_on(self) -> bool:
        """Whether a block of this canvas is under way."""
        return self._ghost is not None

    @property
    def target(self) -> str:
        """The path of the slot where it would fall, "" for nowhere."""
        return self._target.path if self._target is not None else ""

    def begin(self, path: str, position: QPointF) -> None:
        """Take this block up at a place of the scene."""
        item = self._scene.item_of(path)
        if item is None:
            return
        self._path, self._grip = path, position - item.scenePos()
        self._ghost = QGraphicsPixmapItem(_picture_of(item))
        self._ghost.setScale(1 / SHARPNESS)
        self._ghost.setOpacity(0.85)
        self._ghost.setZValue(100)
        self._ghost.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._ghost.setPos(item.scenePos())
        self._scene.addItem(self._ghost)
        item.setOpacity(0.35)

    def move(self, position: QPointF, reach: float) -> None:
        """The mouse is here now."""
        if self._ghost is not None:
            self._ghost.setPos(position - self._grip)
            self.aim(position, reach)

    def aim(self, position: QPointF, reach: float) -> bool:
        """Let the slot nearest to this place light up; whether there is one."""
        target = self._scene.nearest_slot(position, reach, without=self._path)
        if target is not self._target:
            if self._target is not None:
                self._target.set_target(False)
            if target is not None:
                target.set_target(True)
            self._target = target
        return target is not None

    def end(self) -> tuple[str, str]:
        """Put everything back; what was dragged and the slot that it fell on, "" for none."""
        path, target = self._path, self.target
        if self._target is not None:
            self._target.set_target(False)
        if self._ghost is not None:
            self._scene.removeItem(self._ghost)
        item = self._scene.item_of(path)
        if item is not None:
            item.setOpacity(1.0)
        self._path, self._ghost, self._target = "", None, None
        return path, target


def _picture_of(item: BlockItem) -> QPixmap:
    size = item.boundingRect().size()
    shrink = min(1.0, LARGEST / max(size.width(), size.height(), 1.0))
    pixmap = QPixmap((size * SHARPNESS * shrink).toSize())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.scale(SHARPNESS * shrink, SHARPNESS * shrink)
    painter.translate(-item.boundingRect().topLeft())
    item.paint(painter, QStyleOptionGraphicsItem(), None)
    painter.end()
    return pixmap
