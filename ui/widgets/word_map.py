"""Words at their places in the plane, the chosen one and its neighbours set apart."""

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.painted import Painted, theme_color
from ui.widgets.quick_text import QuickText

# N words

COLORS = ("training", "text", "faint")  # of the chosen word, its neighbours, and the others


class WordMap(Painted):
    """Equal distances look equal. `word_clicked` gives the word nearest to a click."""

    word_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Sequence[str] = ()
        self._positions: npt.NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._chosen = ""
        self._near: Collection[str] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_words(
        self, words: Sequence[str], positions: npt.NDArray[np.float32], chosen: str, near: Collection[str]
    ) -> None:
        """`positions` (N, 2) of the N words."""
        self._words, self._positions, self._chosen, self._near = words, positions, chosen, near
        self.update()

    def places(self) -> npt.NDArray[np.float64]:
        """(N, 2): the middle of every word, in the widget's pixels."""
        if not len(self._positions):
            return np.zeros((0, 2))
        low, high = self._positions.min(axis=0), self._positions.max(axis=0)
        room = np.array([self.width() - 10 * GRID, self.height() - 4 * GRID], dtype=np.float64)
        scale = float(np.min(np.maximum(room, 1) / np.maximum(high - low, 1e-9)))
        middle = np.array([self.width() / 2, self.height() / 2])
        places: npt.NDArray[np.float64] = middle + (self._positions - (low + high) / 2) * scale * np.array([1, -1])
        return places

    def worth(self, size: QSize) -> float:
        """A map wants to be square."""
        return float(min(size.width(), size.height()))

    def shape_key(self) -> object:
        """What the layout depends on beside the space."""
        return None

    def sizeHint(self) -> QSize:
        return QSize(50 * GRID, 50 * GRID)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, 16 * GRID)

    def paint(self, painter: QPainter) -> None:
        """The chosen word, its neighbours, then the others; a word without room is a dot."""
        quick, metrics = QuickText(painter), painter.fontMetrics()
        order = sorted(range(len(self._words)), key=lambda number: self._rank(self._words[number]))
        places, taken = self.places().tolist(), list[QRectF]()
        for number in order:
            word, (x, y) = self._words[number], places[number]
            width, height = metrics.horizontalAdvance(word), metrics.height()
            room = QRectF(x - width / 2, y - height / 2, width, height)
            color = theme_color(COLORS[self._rank(word)])
            painter.setPen(color)
            if any(room.intersects(other) for other in taken):
                painter.fillRect(QRectF(x - 1, y - 1, 3, 3), color)
                continue
            taken.append(room)
            quick.draw_centered(word, room)
            if word == self._chosen:
                painter.drawLine(room.bottomLeft(), room.bottomRight())

    def _rank(self, word: str) -> int:
        return 0 if word == self._chosen else 1 if word in self._near else 2

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if len(self._words) and event.button() == Qt.MouseButton.LeftButton:
            there = np.array([event.position().x(), event.position().y()])
            self.word_clicked.emit(self._words[int(np.linalg.norm(self.places() - there, axis=1).argmin())])
