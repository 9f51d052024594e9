"""The title of a field; dragging it to the right or left turns the number beside it up or down, as a dial would."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.fields.field import Field
from ui.widgets.words import Words

PIXELS_PER_STEP = 4


class ScrubTitle(Words):
    """Titles of fields that cannot be stepped are only titles."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__("muted", parent, wrap=True)
        self._field = field
        self._from: float | None = None
        if field.can_step:
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._field.can_step and event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().x()
            self._field.begin_session()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            return
        steps = int((event.globalPosition().x() - self._from) / PIXELS_PER_STEP)
        if steps:
            self._from += steps * PIXELS_PER_STEP
            self._field.step(steps)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._from = None
        super().mouseReleaseEvent(event)
