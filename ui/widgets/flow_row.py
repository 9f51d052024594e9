"""A row of controls that goes on in the next line where it would be too wide."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.theme import GRID

HORIZONTAL = Qt.Orientation.Horizontal
MOST_GROWTH = 20 * GRID


class FlowRow(QLayout):
    """Lays its items out like words; a hidden one takes no room, an expanding one what is left of its line.

    The narrowest it can be is its widest item.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GRID // 2)

    def _place(self, width: int) -> tuple[list[QRect], int]:
        """Where each seen item stands in so many pixels, and how high all of them are."""
        places: list[QRect] = []
        top = 0
        for line in self._lines(width):
            sizes = [item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 1000)) for item in line]
            growing = [index for index, item in enumerate(line) if item.expandingDirections() & HORIZONTAL]
            left_over = width - sum(size.width() + self.spacing() for size in sizes) + self.spacing()
            for index in growing:
                sizes[index].setWidth(sizes[index].width() + min(MOST_GROWTH, max(0, left_over // len(growing))))
            x, height = 0, max(size.height() for size in sizes)
            for size in sizes:
                places.append(QRect(QPoint(x, top + (height - size.height()) // 2), size))
                x += size.width() + self.spacing()
            top += height + self.spacing()
        return places, max(0, top - self.spacing())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        x = 0
        for item in self._seen():
            item_width = item.sizeHint().width()
            if not lines or x + item_width > width:
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += item_width + self.spacing()
        return lines

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width)[1]

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._seen()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._seen()]
        return QSize(max((size.width() for size in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._seen(), self._place(rect.width())[0], strict=True):
            item.setGeometry(place.translated(rect.topLeft()))
