"""Parts side by side or below each other, whichever lets their pictures grow largest in the space there is."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

SHARES = tuple(percent / 100 for percent in range(20, 85, 5))  # of the first part, that are tried
HORIZONTAL, VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@runtime_checkable
class Filling(Protocol):
    """A widget that knows how large its picture would be in a space, and what that depends on.

    Worth is the side in pixels of a square as large as the picture: a little more for a small picture then counts as
    much as a lot more for a large one, and none is starved.
    """

    def worth(self, size: QSize) -> float: ...

    def shape_key(self) -> object: ...


class FillingSplitter(QSplitter):
    """Two parts. Chooses direction and shares anew when its size or the shape of its pictures changes.

    The first part counts `weight` times. Once a person has moved the handle, their share stays.
    """

    def __init__(self, first: QWidget, second: QWidget, parent: QWidget | None = None, *, weight: float = 1.0) -> None:
        super().__init__(HORIZONTAL, parent)
        self._parts = (first, second)
        # Asked once: to see whether something fills a protocol takes longer than to lay out its pictures.
        self._filling = tuple(part if isinstance(part, Filling) else None for part in self._parts)
        self._weight = weight
        self._fitted_to: object = None
        self._is_moved = False
        self.addWidget(first)
        self.addWidget(second)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._on_moved)

    def refit(self) -> None:
        """What is shown may have another shape now; costs nothing when it has not."""
        fitted_to = (self.size(), self.shape_key())
        if fitted_to == self._fitted_to or self._is_moved or self.width() < 2 or self.height() < 2:
            return
        self._fitted_to = fitted_to
        _, orientation, share = self._best(self.size())
        self.setOrientation(orientation)
        length = self.width() if orientation == HORIZONTAL else self.height()
        self.setSizes([round(share * length), length - round(share * length)])
        for part in self._parts:
            if isinstance(part, FillingSplitter):
                part.refit()

    def worth(self, size: QSize) -> float:
        """What the pictures of both parts are worth at best."""
        return self._best(size)[0]

    def shape_key(self) -> object:
        """What the best arrangement depends on beside the size."""
        return tuple(part.shape_key() if part is not None else None for part in self._filling)

    def _best(self, size: QSize) -> tuple[float, Qt.Orientation, float]:
        return max(self._choices(size), key=lambda choice: choice[0])

    def _choices(self, size: QSize) -> Iterator[tuple[float, Qt.Orientation, float]]:
        first, second = self._parts
        if first.isHidden() or second.isHidden():
            yield self._worth(1 if first.isHidden() else 0, size), HORIZONTAL, 0.5
            return
        width, height, handle = size.width(), size.height(), self.handleWidth()
        for orientation in (HORIZONTAL, VERTICAL):
            for share in SHARES:
                if orientation == HORIZONTAL:
                    one = QSize(round(width * share) - handle, height)
                    other = QSize(width - round(width * share), height)
                else:
                    one = QSize(width, round(height * share) - handle)
                    other = QSize(width, height - round(height * share))
                yield self._weight * self._worth(0, one) + self._worth(1, other), orientation, share

    def _worth(self, index: int, size: QSize) -> float:
        """What the first or the second part is worth in that space; nothing where it has no room."""
        smallest, part = self._parts[index].minimumSizeHint(), self._filling[index]
        if part is None or size.width() < smallest.width() or size.height() < smallest.height():
            return 0.0
        return part.worth(size)

    def _on_moved(self) -> None:
        self._is_moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()
