"""Lines of text in the theme's colours that are cut off where space ends and hardly ever ask for a new layout."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.painted import Painted, theme_color
from ui.widgets.quick_text import QuickText

PIECE_GAP = GRID + GRID // 2
DOT_ROOM = GRID + GRID // 2
DASH_ROOM = 2 * GRID + GRID // 2


@dataclass(frozen=True)
class Piece:
    """Words in one colour of the theme; as a legend's entry with a dot, or the dashed line, in that colour in front."""

    text: str
    color: str = "muted"
    bold: bool = False
    dot: str = ""
    dashed: bool = False

    @property
    def line(self) -> str:
        """The text on one line."""
        return self.text.replace("\n", "⏎")

    @property
    def marker_width(self) -> int:
        return (DASH_ROOM if self.dashed else DOT_ROOM) if self.dot else 0


class LineLabel(Painted):
    """Shows pieces side by side, on up to `num_lines` lines; what does not fit is elided and stands in the tooltip."""

    def __init__(self, parent: QWidget | None = None, *, num_lines: int = 1) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self._most_lines, self._lines = num_lines, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return "  ".join(piece.text for piece in self._pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        if tuple(pieces) == self._pieces:
            return
        if len(pieces) != len(self._pieces):
            self._lines = 1
        self._pieces = tuple(pieces)
        self.setAccessibleName(self.text)
        self.setToolTip(self.text)
        self._take_lines()
        self.update()

    def show_text(self, text: str, color: str = "muted") -> None:
        self.show_pieces((Piece(text, color),) if text else ())

    def _take_lines(self) -> None:
        """As many lines as the pieces need; never fewer again for changing figures, so that nothing jumps."""
        if self._most_lines == 1:
            return
        needed = max(self._lines, min(self._most_lines, 1 + max((line for line, _ in self._places()), default=0)))
        if needed * self._line_height() + GRID // 2 != self.minimumHeight():
            self._lines = needed
            self.setFixedHeight(needed * self._line_height() + GRID // 2)

    def _line_height(self) -> int:
        return self.fontMetrics().height() + GRID // 4

    def _places(self) -> list[tuple[int, int]]:
        """Line and x of every piece; the last line takes whatever is left."""
        metrics, places, line, x = self.fontMetrics(), [], 0, 0
        for piece in self._pieces:
            width = piece.marker_width + metrics.horizontalAdvance(piece.line)
            if x and x + width > self.width() and line < self._most_lines - 1:
                line, x = line + 1, 0
            places.append((line, x))
            x += width + PIECE_GAP
        return places

    def _draw(self, painter: QPainter, piece: Piece, x: int, middle: int) -> None:
        if piece.dot:
            _draw_marker(painter, piece, x, middle)
            x += piece.marker_width
        font = QFont(self.font())
        if piece.bold:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme_color(piece.color))
        metrics = QFontMetrics(font)
        text = piece.line
        if metrics.horizontalAdvance(text) > self.width() - x:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - x)
        QuickText(painter).draw_left(text, x, middle - metrics.height() / 2)

    def sizeHint(self) -> QSize:
        return QSize(GRID * 8, self.fontMetrics().height() + GRID // 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lines = 1
            self._take_lines()

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._line_height() if self._most_lines > 1 else self.height()
        for piece, (line, x) in zip(self._pieces, self._places(), strict=True):
            if x < self.width():
                self._draw(painter, piece, x, line * height + height // 2)


def _draw_marker(painter: QPainter, piece: Piece, x: int, middle: int) -> None:
    if piece.dashed:
        painter.setPen(QPen(theme_color(piece.dot), 2))
        for left in (0, 2 * GRID - 6):
            painter.drawLine(QLineF(x + left, middle, x + left + 6, middle))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme_color(piece.dot))
    painter.drawEllipse(x, middle - GRID // 2, GRID, GRID)
