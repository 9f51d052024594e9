"""A block on the canvas: its name, its output's shape, its parameters, what is wrong, and a picture of its output."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyle, QStyleOptionGraphicsItem, QWidget

from ui.canvas.card_words import LINE_HEIGHT, card_lines, design_font, draw_card_lines
from ui.canvas.layout import Box, Card, Flow
from ui.canvas.run_light import Light
from ui.editors.block_row import BlockRow
from ui.theme import GRID, SMALL
from ui.widgets.change_signs import SignName, draw_badge
from ui.widgets.painted import theme_color

READABLE = 0.45  # the zoom below which words are no longer drawn
MARGIN = 10.0
TRIANGLE = QSizeF(26.0, 30.0)  # the corner where a press folds and unfolds
EDGE = 3.0  # what a card draws outside its box: the edge of a selected one
RAISED = 4.0  # how far above the edge a badge stands, so that it leaves the words alone
BADGE = 9.0  # the radius of a sign on the edge of a block, such as where it is active


def rect_of(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


class BlockItem(QGraphicsItem):
    """What cards and frames share: a path, a row of words, that they can be selected, and their ground."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.row: BlockRow | None = None
        self._signs: tuple[SignName, ...] = ()
        self._size = QRectF()
        self._is_hovered = False
        self.folds = False  # a composite, which can be folded and unfolded
        self._light: Light | None = None
        self._flow: Flow = "down"
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)

    def place(self, box: Box) -> None:
        """Stand here from now on."""
        size = QRectF(0.0, 0.0, box.width, box.height)
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        self.setPos(box.x, box.y)

    def show_row(self, row: BlockRow) -> None:
        """Say this about the block."""
        row = replace(row, signs=self._signs)
        if row != self.row:
            self.row = row
            self.setToolTip(row.hint() or row.spoken())
            self.update()

    def show_signs(self, signs: tuple[SignName, ...]) -> None:
        """Show what is frozen or silenced here."""
        if signs != self._signs:
            self.prepareGeometryChange()
            self._signs = signs
            if self.row is not None:
                self.show_row(self.row)

    @property
    def light(self) -> Light | None:
        """How the block is lit up while the run is at it; None where it is not."""
        return self._light

    def show_light(self, light: Light | None, flow: Flow) -> None:
        """The run is at this block, or is not."""
        if (light, flow) != (self._light, self._flow):
            self.prepareGeometryChange()
            self._light, self._flow = light, flow
            self.update()

    def is_at_triangle(self, place: QPointF) -> bool:
        """Whether a press here, as the item measures, folds or unfolds the block."""
        return self.folds and place.x() < TRIANGLE.width() and place.y() < TRIANGLE.height()

    def paint_ground(self, painter: QPainter, option: QStyleOptionGraphicsItem, ground: str) -> None:
        """The rounded card; amber where something is wrong, blue where it is selected."""
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        wrong = self.row is not None and bool(self.row.problems)
        edge = "training" if is_selected else "warning" if wrong else "faint" if self._is_hovered else "line"
        painter.setPen(QPen(theme_color(edge), 2 if is_selected or wrong else 1))
        painter.setBrush(theme_color("selected" if is_selected else ground))
        if self._light is not None:
            painter.setPen(QPen(theme_color(self._light.color), 3))
        painter.drawRoundedRect(self._size, GRID, GRID)

    def paint_light(self, painter: QPainter) -> None:
        """The sign of what is going on, on the edge where the block's output leaves."""
        if self._light is None:
            return
        right, bottom = self._size.right(), self._size.bottom()
        is_down = self._flow == "down"
        centre = QPointF(self._size.center().x(), bottom) if is_down else QPointF(right, self._size.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_color(self._light.color))
        painter.drawEllipse(centre, BADGE, BADGE)
        painter.setPen(theme_color("background"))
        painter.setFont(design_font(SMALL, bold=True))
        room = QRectF(centre.x() - BADGE, centre.y() - BADGE, 2 * BADGE, 2 * BADGE)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._light.sign)

    def paint_signs(self, painter: QPainter) -> None:
        """What is frozen or silenced, on the upper edge at the right."""
        for index, sign in enumerate(self._signs):
            centre = QPointF(self._size.right() - 2 * GRID - index * 2.5 * BADGE, self._size.top() - RAISED)
            draw_badge(painter, sign, centre, BADGE, color=theme_color("text"), ground=theme_color("background"))

    def boundingRect(self) -> QRectF:
        edge = EDGE if self._light is None and not self._signs else BADGE + RAISED + 1
        return self._size.adjusted(-edge, -edge, edge, edge)

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = True
        self.update()

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self._is_hovered = False
        self.update()


class CardItem(BlockItem):
    """A block; drawn once and kept as pixels until something about it changes."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self._picture_box: QRectF | None = None
        self._picture: QImage | None = None
        self._words, self._stretches = "", False
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_card(self, card: Card, row: BlockRow) -> None:
        """Stand where the layout says, and say this."""
        if card.block is None:  # an input is not a block: it is neither selected nor moved
            self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable, False)
        self.folds = card.block is not None and card.block.layer.group == "composite"
        self.place(card.box)
        box = card.picture
        picture_box = None if box is None else rect_of(box.moved(-card.box.x, -card.box.y))
        if picture_box != self._picture_box:
            self._picture_box = picture_box
            self.update()
        self.show_row(row)

    def show_picture(self, picture: QImage | None, *, stretches: bool = False) -> None:
        """Show this as the block's output, all over its place if it `stretches`; None: there is none yet."""
        if picture is not None or self._picture is not None or self._words:
            self._picture, self._words, self._stretches = picture, "", stretches
            self.update()

    def show_words(self, symbols: tuple[str, ...]) -> None:
        """Show what was read as text."""
        words = "".join(symbols) if all(len(symbol) == 1 for symbol in symbols) else " ".join(symbols)
        if words != self._words:
            self._picture, self._words = None, words
            self.update()

    @property
    def picture(self) -> QImage | None:
        return self._picture

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(
            painter, option, "raised" if self.flags() & self.GraphicsItemFlag.ItemIsSelectable else "panel"
        )
        self._paint_picture(painter)
        if self.row is not None and option.levelOfDetailFromTransform(painter.worldTransform()) >= READABLE:
            self._paint_words(painter, self.row)
        self.paint_signs(painter)
        self.paint_light(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        room = self._picture_box
        if room is None:
            return
        if self._words:
            painter.setFont(design_font(SMALL))
            painter.setPen(theme_color("text"))
            flags = Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignCenter
            painter.drawText(room, flags, self._words)
            return
        if self._picture is None:
            painter.setPen(QPen(theme_color("line"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(room.adjusted(2, 2, -2, -2), GRID / 2, GRID / 2)
            return
        width, height = self._picture.width(), self._picture.height()
        scale = min(room.width() / width, room.height() / height)
        shown = QRectF(0.0, 0.0, width * scale, height * scale)
        shown.moveCenter(room.center())
        if self._stretches:
            shown = room
        painter.drawImage(shown, self._picture)

    def _paint_words(self, painter: QPainter, row: BlockRow) -> None:
        """Beside the picture, in the middle of the height; else above it."""
        left, right = MARGIN, self._size.width() - MARGIN
        picture = self._picture_box
        is_beside = picture is not None and picture.left() > left
        if picture is not None and is_beside:
            right = picture.left() - GRID / 2
        title = f"▸ {row.title}" if self.folds else row.title
        lines = card_lines(title, row, right - left, num_lines=3 if is_beside else 2)
        is_centred = picture is None or is_beside
        top = (self._size.height() - len(lines) * LINE_HEIGHT) / 2 if is_centred else 4.0
        draw_card_lines(painter, lines, left, top, right - left)
        if row.problems:
            painter.setPen(theme_color("warning"))
            mark = QRectF(left, top, right - left, LINE_HEIGHT)
            painter.drawText(mark, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "▲")
