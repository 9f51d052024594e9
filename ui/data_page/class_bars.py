"""How many samples each class has, split by split; a click shows those of one class only."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.dataset import DataFacts
from explorer.exploring.statistics import Counts
from models.text import shown
from ui.data_page.sample_words import SPLIT_COLORS, class_text, split_text
from ui.text import bind
from ui.theme import GRID, SMALL, theme
from ui.widgets.painted import Painted, theme_color
from ui.widgets.quick_text import QuickText
from ui.widgets.scatter_plot import SYMBOL_TEXT, SYMBOLS

ROW_HEIGHT = 34
WHEEL_NOTCH = 120


class ClassBars(Painted):
    """A row for each class, however many: its name and count, and a bar of one piece for each split."""

    class_chosen = Signal(object)  # the class's number, or None: all of them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Counts = np.zeros((3, 0), np.int64)
        self._facts: DataFacts | None = None
        self._first = 0
        self.chosen: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        bind(self, "setAccessibleName", "Classes")
        bind(self, "setToolTip", "Click a class to see its samples only; click it again to see all.")

    def show_counts(self, counts: Counts, facts: DataFacts) -> None:
        """Counts (splits, K) of these classes."""
        self._counts, self._facts = counts, facts
        self._first, self.chosen = 0, None
        self.update()

    def select(self, number: int | None) -> None:
        """Show this class as the chosen one, as it was chosen elsewhere."""
        self.chosen = number
        if number is not None:
            self._first = max(min(self._first, number), number - self._num_visible() + 1)
        self.update()

    def row_rect(self, number: int) -> QRectF:
        """Where a class stands."""
        return QRectF(0, (number - self._first) * theme.px(ROW_HEIGHT), self.width(), theme.px(ROW_HEIGHT))

    @property
    def num_classes(self) -> int:
        return len(self._counts.T)

    def _num_visible(self) -> int:
        return max(1, self.height() // theme.px(ROW_HEIGHT))

    def _choose(self, number: int) -> None:
        self.select(None if number == self.chosen else number)
        self.class_chosen.emit(self.chosen)

    def sizeHint(self) -> QSize:
        return QSize(28 * GRID, min(10, max(1, self.num_classes)) * theme.px(ROW_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * GRID, 3 * theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter) -> None:
        if self._facts is None or not self.num_classes:
            return
        painter.setFont(theme.font(SMALL))
        quick, most = QuickText(painter), max(1, int(self._counts.sum(axis=0).max()))
        for number in range(self._first, min(self.num_classes, self._first + self._num_visible() + 1)):
            room = self.row_rect(number)
            if number == self.chosen:
                painter.fillRect(room, theme_color("selected"))
            self._draw_row(painter, quick, number, room.adjusted(GRID / 2, 2, -GRID / 2, -4), most)

    def _draw_row(self, painter: QPainter, quick: QuickText, number: int, room: QRectF, most: int) -> None:
        assert self._facts is not None
        counts = self._counts[:, number].tolist()
        metrics, total = painter.fontMetrics(), shown(sum(counts))
        sign = f"{SYMBOL_TEXT[SYMBOLS[number % len(SYMBOLS)]]} "
        words = QRectF(room.left(), room.top(), room.width(), metrics.height())
        painter.setPen(theme_color(theme.class_color(number)))
        quick.draw_left(sign, words.left(), words.top())
        painter.setPen(theme_color("text"))
        left = words.left() + metrics.horizontalAdvance(sign)
        name = class_text(self._facts, number)
        free = words.right() - left - metrics.horizontalAdvance(total) - GRID
        quick.draw_left(metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(free)), left, words.top())
        painter.setPen(theme_color("muted"))
        quick.draw_right(total, words)
        x, top, height = room.left(), words.bottom() + 2, max(3.0, room.bottom() - words.bottom() - 2)
        for split, count in enumerate(counts):
            width = room.width() * count / most
            painter.fillRect(QRectF(x, top, width, height), theme_color(SPLIT_COLORS[split]))
            x += width

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._first + int(event.position().y() // theme.px(ROW_HEIGHT))
        if number < self.num_classes:
            self._choose(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = round(event.angleDelta().y() / WHEEL_NOTCH * 2)
        self._first = max(0, min(self._first - step, self.num_classes - self._num_visible()))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, now = Qt.Key(event.key()), -1 if self.chosen is None else self.chosen
        steps = {Qt.Key.Key_Down: now + 1, Qt.Key.Key_Up: now - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: 10**9}
        if key in steps and self.num_classes:
            wanted = max(0, min(steps[key], self.num_classes - 1))
            if wanted != self.chosen:
                self._choose(wanted)
        elif key == Qt.Key.Key_Escape and self.chosen is not None:
            self._choose(self.chosen)
        else:
            super().keyPressEvent(event)


def legend(counts: tuple[int, ...]) -> list[tuple[str, str]]:
    """Words and colour of each split."""
    return [(f"{split_text(number)} {shown(count)}", SPLIT_COLORS[number]) for number, count in enumerate(counts)]
