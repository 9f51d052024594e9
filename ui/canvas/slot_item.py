"""The place between two blocks: an arrow, and a + that puts another block in."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsSceneHoverEvent,
    QStyleOptionGraphicsItem,
    QWidget,
)

from ui.canvas.card_item import READABLE
from ui.canvas.card_words import design_font
from ui.canvas.layout import Box, Flow, Slot
from ui.text import tr
from ui.theme import BODY, GRID
from ui.widgets.painted import theme_color

RADIUS, HEAD = 9.0, 4.0


class SlotItem(QGraphicsItem):
    """`path` is what a block is called that is put in here. `is_target`: what is being dragged would fall here."""

    def __init__(self) -> None:
        super().__init__()
        self.slot = Slot("", Box(0.0, 0.0, 0.0, 0.0))
        self._flow: Flow = "down"
        self._is_hovered = self.is_target = self.is_editable = False
        self._size = QRectF()
        self.setAcceptHoverEvents(True)
        self.setZValue(-1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def path(self) -> str:
        return self.slot.path

    def show_slot(self, slot: Slot, flow: Flow, *, is_editable: bool) -> None:
        """Stand here; nothing can be put in where the canvas is only for watching."""
        size = QRectF(0.0, 0.0, slot.box.width, slot.box.height)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        self.setPos(slot.box.x, slot.box.y)
        self.slot, self._flow, self.is_editable = slot, flow, is_editable
        self.setToolTip(tr("Put a block in here") if is_editable else "")
        self.update()

    def set_target(self, is_target: bool) -> None:
        """Show, or no longer, that what is being dragged would fall here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def boundingRect(self) -> QRectF:
        return self._size.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.slot.is_empty:
            self._paint_invitation(painter)
            return
        self._paint_arrow(painter)
        is_readable = option.levelOfDetailFromTransform(painter.worldTransform()) >= READABLE
        if self.is_target or (self.is_editable and (self._is_hovered or is_readable)):
            self._paint_plus(painter)

    def _paint_invitation(self, painter: QPainter) -> None:
        lively = self._is_hovered or self.is_target
        painter.setPen(QPen(theme_color("training" if lively else "faint"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme_color("selected") if self.is_target else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._size, GRID, GRID)
        painter.setPen(theme_color("training" if lively else "muted"))
        painter.setFont(design_font(BODY))
        words = tr("+ Add a block") if self.is_editable else tr("no blocks yet")
        painter.drawText(self._size, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_arrow(self, painter: QPainter) -> None:
        centre = self._size.center()
        painter.setPen(QPen(theme_color("faint"), 1.2))
        painter.setBrush(theme_color("faint"))
        if self._flow == "down":
            tip = QPointF(centre.x(), self._size.bottom())
            painter.drawLine(QPointF(centre.x(), 0.0), tip)
            head = [tip, tip + QPointF(-HEAD, -HEAD * 1.5), tip + QPointF(HEAD, -HEAD * 1.5)]
        else:
            tip = QPointF(self._size.right(), centre.y())
            painter.drawLine(QPointF(0.0, centre.y()), tip)
            head = [tip, tip + QPointF(-HEAD * 1.5, -HEAD), tip + QPointF(-HEAD * 1.5, HEAD)]
        painter.drawPolygon(QPolygonF(head))

    def _paint_plus(self, painter: QPainter) -> None:
        centre, lively = self._size.center(), self._is_hovered or self.is_target
        if self.is_target:
            bar = QRectF(0.0, centre.y() - 2, self._size.width(), 4.0)
            if self._flow == "across":
                bar = QRectF(centre.x() - 2, 0.0, 4.0, self._size.height())
            painter.fillRect(bar, theme_color("training"))
        painter.setPen(QPen(theme_color("training" if lively else "line"), 1.5))
        painter.setBrush(theme_color("panel"))
        painter.drawEllipse(centre, RADIUS, RADIUS)
        painter.setPen(QPen(theme_color("training" if lively else "muted"), 1.5))
        painter.drawLine(centre - QPointF(4.0, 0.0), centre + QPointF(4.0, 0.0))
        painter.drawLine(centre - QPointF(0.0, 4.0), centre + QPointF(0.0, 4.0))

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = self.is_editable
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = False
        self.update()
