"""A composite on the canvas: a frame around its blocks, its name, and the way around them that some have."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.canvas.card_item import READABLE, BlockItem
from ui.canvas.card_words import design_font
from ui.canvas.geometry import FRAME_PADDING, FRAME_TITLE
from ui.canvas.layout import Flow, Frame
from ui.editors.block_row import BlockRow
from ui.theme import BODY, GRID, SMALL
from ui.widgets.painted import theme_color

JOINS = {"residual": "+", "skip": "‖"}  # composites with a way around their blocks, and how it joins again


class FrameItem(BlockItem):
    """The frame of an unfolded composite; only its title and its edge belong to it, the rest to what is inside."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._kind = ""
        self.folds = True
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_frame(self, frame: Frame, row: BlockRow, flow: Flow) -> None:
        """Stand where the layout says, and say this."""
        if (flow, frame.block.layer.kind) != (self._flow, self._kind):
            self._flow, self._kind = flow, frame.block.layer.kind
            self.update()
        self.place(frame.box)
        self.setZValue(-100 + frame.path.count("."))  # inner frames above outer ones, cards above all
        self.show_row(row)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(0.0, 0.0, self._size.width(), FRAME_TITLE))
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, option, "background")
        if self._kind in JOINS:
            self._paint_way_around(painter)
        if self.row is not None and option.levelOfDetailFromTransform(painter.worldTransform()) >= READABLE:
            self._paint_title(painter, self.row)
        self.paint_signs(painter)
        self.paint_light(painter)

    def _paint_title(self, painter: QPainter, row: BlockRow) -> None:
        strip = QRectF(GRID, 0.0, self._size.width() - 2 * GRID, FRAME_TITLE)
        painter.setFont(design_font(BODY))
        painter.setPen(theme_color("text"))
        title = f"▾ {row.title} {row.caption}".rstrip()
        painter.drawText(strip, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(design_font(SMALL))
        painter.setPen(theme_color("warning" if row.problems else "muted"))
        words = f"▲ {row.shape}" if row.problems else row.shape
        painter.drawText(strip, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_way_around(self, painter: QPainter) -> None:
        """From the input past the blocks to the output, where it is added or put beside."""
        width, height, half = self._size.width(), self._size.height(), FRAME_PADDING / 2
        path = QPainterPath()
        if self._flow == "down":
            end = QPointF(width / 2, height - FRAME_PADDING)
            path.moveTo(width / 2, FRAME_TITLE + 4)
            path.lineTo(half, FRAME_TITLE + 4)
            path.lineTo(half, end.y())
        else:
            end = QPointF(width - FRAME_PADDING, (height + FRAME_TITLE) / 2)
            path.moveTo(FRAME_PADDING / 2, end.y())
            path.lineTo(half, height - half)
            path.lineTo(end.x(), height - half)
        path.lineTo(end)
        painter.setPen(QPen(theme_color("training"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(theme_color("background"))
        painter.drawEllipse(end, 8.0, 8.0)
        painter.setFont(design_font(SMALL, bold=True))
        painter.drawText(QRectF(end.x() - 8, end.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, JOINS[self._kind])
