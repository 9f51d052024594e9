"""A hand that drags over a widget: real mouse events, each timed until everything that it changes has been painted."""

import time
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Painted(QObject):
    """Counts the paint events of a widget and of everything in it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        for one in (widget, *widget.findChildren(QWidget)):
            one.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def drag(widget: QWidget, places: Iterable[QPoint], seen_by: QWidget | None = None) -> tuple[list[float], int]:
    """Press at the first place, move through the others, let go at the last.

    Returns the seconds from each move to the end of its painting, and how many paint events `seen_by` had (the widget
    itself where it is not given).
    """
    painted = Painted(seen_by or widget)
    first, *others = places
    _send(widget, QEvent.Type.MouseButtonPress, first, LEFT)
    QApplication.processEvents()
    painted.count, seconds = 0, []
    for place in others:
        started = time.perf_counter()
        _send(widget, QEvent.Type.MouseMove, place, LEFT)
        QApplication.processEvents()
        seconds.append(time.perf_counter() - started)
    _send(widget, QEvent.Type.MouseButtonRelease, others[-1], NONE)
    QApplication.processEvents()
    return seconds, painted.count


def turn_wheel(widget: QWidget, at: QPoint, notches: Iterable[int]) -> list[float]:
    """Turn the wheel, up where a notch is positive; the seconds from each notch to the end of its painting."""
    seconds = []
    for notch in notches:
        place = QPointF(at)
        event = QWheelEvent(
            place, QPointF(widget.mapToGlobal(at)), QPoint(), QPoint(0, 120 * notch), NONE,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        started = time.perf_counter()
        QApplication.sendEvent(widget, event)
        QApplication.processEvents()
        seconds.append(time.perf_counter() - started)
    return seconds


def there_and_back(widget: QWidget, num_moves: int) -> list[QPoint]:
    """Places along the middle of a widget, from a third of its width to two thirds and back, a few pixels a move."""
    width, middle = widget.width(), widget.height() // 2
    way = [*range(num_moves // 2), *range(num_moves // 2, 0, -1)]
    return [QPoint(width // 3 + step * width * 2 // (3 * num_moves), middle + step % 5) for step in way]


def _send(widget: QWidget, kind: QEvent.Type, place: QPoint, buttons: Qt.MouseButton) -> None:
    button = NONE if kind == QEvent.Type.MouseMove else LEFT
    where = QPointF(place), QPointF(widget.mapToGlobal(place))
    QApplication.sendEvent(widget, QMouseEvent(kind, *where, button, buttons, Qt.KeyboardModifier.NoModifier))
