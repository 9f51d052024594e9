"""How the words of a card are shared out among its lines: parameters give way, then the name; a detail last."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.editors.block_row import BlockRow
from ui.theme import BODY, GRID, SMALL, theme
from ui.widgets.painted import theme_color

LINE_HEIGHT = 20.0


@dataclass(frozen=True)
class CardText:
    """Words in one colour and size."""

    text: str
    color: str = "muted"
    pixels: int = SMALL

    @property
    def width(self) -> float:
        return width_of(self.text, self.pixels) if self.text else 0.0


@dataclass(frozen=True)
class CardLine:
    """Two texts side by side: the second at the right end, or right `behind` the first, which is cut off for it."""

    first: CardText
    second: CardText = CardText("")
    behind: bool = False


def card_lines(title: str, row: BlockRow, width: float, num_lines: int) -> list[CardLine]:
    """The lines of a card that is so wide; two at least, three where the detail needs its own and there is room."""
    name, detail, shape = CardText(title, "text", BODY), CardText(row.caption), CardText(row.shape)
    count = CardText(row.num_params, "faint")
    if shape.width + GRID + count.width > width:
        count = CardText("")
    if not detail.text or name.width + GRID + detail.width <= width:
        return [CardLine(name, detail, behind=True), CardLine(shape, count)]
    if num_lines > 2:
        return [CardLine(name), CardLine(detail), CardLine(shape, count)]
    if detail.width + GRID + shape.width <= width:
        return [CardLine(name), CardLine(detail, shape)]
    return [CardLine(name, shape), CardLine(detail)]


def draw_card_lines(painter: QPainter, lines: list[CardLine], left: float, top: float, width: float) -> None:
    """Draw lines below each other."""
    for index, line in enumerate(lines):
        room = QRectF(left, top + index * LINE_HEIGHT, width, LINE_HEIGHT)
        taken = line.second.width + GRID if line.second.text else 0.0
        shown = _draw(painter, line.first, room.adjusted(0, 0, -taken, 0), Qt.AlignmentFlag.AlignLeft)
        rest = room.adjusted(shown + GRID, 0, 0, 0)
        _draw(painter, line.second, rest, Qt.AlignmentFlag.AlignLeft if line.behind else Qt.AlignmentFlag.AlignRight)


def _draw(painter: QPainter, words: CardText, room: QRectF, side: Qt.AlignmentFlag) -> float:
    """Draw as much as there is room for; how wide that is."""
    if not words.text:
        return 0.0
    font = design_font(words.pixels)
    text, width = words.text, words.width
    if width > room.width() + 0.5:
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 0.5)
        width = width_of(text, words.pixels)
    painter.setFont(font)
    painter.setPen(theme_color(words.color))
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)
    return width


@lru_cache(maxsize=4096)
def width_of(text: str, pixels: int) -> float:
    """How wide words are in the design's font, measured once: cards are painted whenever their output changes."""
    return QFontMetricsF(design_font(pixels)).horizontalAdvance(text)


def design_font(pixels: int, *, bold: bool = False) -> QFont:
    """The theme's font without the interface scale, which the canvas applies as zoom."""
    font = theme.font(pixels, bold=bold)
    font.setPixelSize(pixels)
    return font
