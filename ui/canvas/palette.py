"""The palette beside the canvas: a block is dragged from here to its place, or double-clicked to follow the last."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy, QStyle, QWidget

from ui.canvas.block_list import BlockList, layer_of
from ui.text import bind
from ui.theme import GRID, theme

WIDTH = GRID * 21  # at least


class Palette(BlockList):
    """Emits a block with its default settings that shall be put in after the selected one."""

    picked = Signal(object)  # LayerSpec

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragEnabled(True)
        self.setDragDropMode(BlockList.DragDropMode.DragOnly)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        bind(self, "setAccessibleName", "Palette of blocks")
        bind(self, "setToolTip", "Drag a block onto the canvas, or double-click it to put it after the selected one")
        self.itemDoubleClicked.connect(self._pick)

    def _fill(self) -> None:
        super()._fill()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setFixedWidth(max(theme.px(WIDTH), self.sizeHintForColumn(0) + bar + 2 * self.frameWidth()))

    def _pick(self, item: QListWidgetItem | None) -> None:
        layer = None if item is None else layer_of(item)
        if layer is not None:
            self.picked.emit(layer.model_validate({}))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentItem())
        else:
            super().keyPressEvent(event)
