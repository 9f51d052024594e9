"""What is wrong with a block, in words beside it: the arithmetic and what would help."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.canvas.card_words import design_font
from ui.canvas.layout import Box, Flow
from ui.theme import GRID, SMALL
from ui.widgets.painted import theme_color

WIDTH, DISTANCE, MARGIN = 280.0, 20.0, 8.0
_WRAPPED = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class NoteItem(QGraphicsItem):
    """Stands at the right of the block, below it where blocks flow to the right; clicks go through it."""

    def __init__(self, words: str, block: Box, flow: Flow) -> None:
        super().__init__()
        self._words = words
        room = QRectF(0.0, 0.0, WIDTH - 2 * MARGIN, 10_000.0)
        height = QFontMetricsF(design_font(SMALL)).boundingRect(room, _WRAPPED.value, words).height() + 2 * MARGIN
        self._size = QRectF(0.0, 0.0, WIDTH, height)
        if flow == "down":
            self.setPos(block.right + DISTANCE, block.y)
            self._line = (QPointF(-DISTANCE, GRID * 2), QPointF(0.0, GRID * 2))
        else:
            self.setPos(block.x, block.bottom + DISTANCE)
            self._line = (QPointF(GRID * 2, -DISTANCE), QPointF(GRID * 2, 0.0))
        self.setZValue(20)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-DISTANCE - 2, -DISTANCE - 2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_color("warning"), 1))
        painter.drawLine(*self._line)
        painter.setBrush(theme_color("background", 235))
        painter.drawRoundedRect(self._size, GRID / 2, GRID / 2)
        painter.setFont(design_font(SMALL))
        painter.setPen(theme_color("warning"))
        painter.drawText(self._size.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), _WRAPPED.value, self._words)
