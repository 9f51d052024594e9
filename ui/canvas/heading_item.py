"""The name of a network above its blocks, and how many parameters it has."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ui.canvas.card_words import design_font
from ui.canvas.layout import Heading
from ui.theme import BODY, GRID, SMALL
from ui.widgets.painted import theme_color

COLORS = {"generator": "generator", "discriminator": "discriminator"}


class HeadingItem(QGraphicsItem):
    """Generator and discriminator have their colours here as everywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._size = QRectF()
        self._title, self._words, self._color = "", "", "text"
        self._phase, self._phase_color = "", "text"

    def show_heading(self, heading: Heading, title: str, words: str) -> None:
        """Stand here and say this."""
        self.prepareGeometryChange()
        self._size = QRectF(0.0, 0.0, heading.box.width, heading.box.height)
        self.setPos(heading.box.x, heading.box.y)
        self._title, self._words, self._color = title, words, COLORS.get(heading.name, "text")
        self.update()

    def show_phase(self, words: str, color: str) -> None:
        """The run is at this phase of the network, in a colour of the theme; no words where it is at none.

        While it is, that is said in place of the number of parameters.
        """
        if (words, color) != (self._phase, self._phase_color):
            self._phase, self._phase_color = words, color
            self.update()

    @property
    def phase(self) -> str:
        """What is said of the run."""
        return self._phase

    def boundingRect(self) -> QRectF:
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        font = design_font(BODY, bold=True)
        painter.setFont(font)
        painter.setPen(theme_color(self._color))
        at_top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        room = self._size.adjusted(0, 0, 0, -GRID)
        painter.drawText(room, at_top, self._title)
        left = QFontMetricsF(font).horizontalAdvance(self._title) + GRID
        painter.setFont(design_font(SMALL, bold=bool(self._phase)))
        painter.setPen(theme_color(self._phase_color if self._phase else "muted"))
        painter.drawText(room.adjusted(left, 0, 0, 0), at_top, self._phase or self._words)
