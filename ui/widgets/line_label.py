"""A line of text in the theme's colours that is cut off where space ends and never asks for a new layout."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.painted import Painted, theme_color


@dataclass(frozen=True)
class Piece:
    """Words in one colour of the theme, with a dot in front when they are a legend's entry."""

    text: str
    color: str = "muted"
    bold: bool = False
    dot: str = ""


class LineLabel(Painted):
    """Shows pieces side by side; what does not fit is elided and stands in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return "  ".join(piece.text for piece in self._pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self.setAccessibleName(self.text)
            self.setToolTip(self.text)
            self.update()

    def show_text(self, text: str, color: str = "muted") -> None:
        self.show_pieces((Piece(text, color),) if text else ())

    def sizeHint(self) -> QSize:
        return QSize(GRID * 8, self.fontMetrics().height() + GRID // 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for piece in self._pieces:
            if x >= self.width():
                break
            x = self._draw(painter, piece, x) + GRID + GRID // 2

    def _draw(self, painter: QPainter, piece: Piece, x: int) -> int:
        """One piece from x on; returns where it ends."""
        if piece.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme_color(piece.dot))
            painter.drawEllipse(x, self.height() // 2 - GRID // 2, GRID, GRID)
            x += GRID + GRID // 2
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if piece.bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme_color(piece.color))
        metrics = QFontMetrics(font)
        line = piece.text.replace("\n", "⏎")
        text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, self.width() - x)
        width = metrics.horizontalAdvance(text)
        painter.drawText(QRect(x, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return x + width
