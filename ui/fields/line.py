"""The field of a value that is typed: reads while a person types and takes only what can be read."""

import itertools
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.fields.field import Field

T = TypeVar("T")
STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
_SESSIONS = itertools.count(1)


class Unreadable(Exception):
    """What was typed is no value; the message is for people, in the window's language."""


class TypedLine(QLineEdit):
    """A line that tells its field about arrow keys and about losing the focus."""

    def __init__(self, field: "LineField[object]") -> None:
        super().__init__(field)
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = STEPS.get(Qt.Key(event.key()))
        done = self._field.step(steps) if steps else event.key() == Qt.Key.Key_Escape and self._field.restore()
        if done:
            event.accept()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Only where the keyboard is too: scrolling a long form must not change what it scrolls past.
        notches = round(event.angleDelta().y() / 120)
        if self.hasFocus() and notches and self._field.step(notches):
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._field.begin_session()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._field.restore()


class LineField(Field, Generic[T]):
    """A typed value. Members say how it is read, written and stepped with the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: T | None = None  # what the spec holds; what is typed becomes it only by being shown again
        self.line = TypedLine(self)  # type: ignore[arg-type]  # a line does not care what its field reads
        self.line.textEdited.connect(self._on_text_edited)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.begin_session()

    def begin_session(self) -> None:
        self.session = str(next(_SESSIONS))

    def read(self, text: str) -> T:
        """The value that was typed.

        Raises:
            Unreadable: with what is wrong and what would be right.
        """
        raise NotImplementedError

    def write(self, value: T) -> str:
        """The text that stands for a value."""
        return str(value)

    def stepped(self, value: T, steps: int) -> T:
        """The next value up (steps > 0) or down."""
        return value

    def step(self, steps: int) -> bool:
        """So many values up or down, as far as they go; False when there is no next value."""
        if self._value is None:
            return False
        value = self._value
        for _ in range(abs(steps)):
            value = self.stepped(value, 1 if steps > 0 else -1)
        if value == self._value:
            return False
        self._write_text(value)
        self.refused.emit("")
        self.edited.emit(value)
        return True

    def restore(self) -> bool:
        """Show the last valid value again in place of what could not be read; False when nothing was wrong."""
        if self._value is None or self.line.text() == self.write(self._value):
            return False
        self._write_text(self._value)
        self.refused.emit("")
        return True

    def show_value(self, value: object) -> None:
        shown: T = value  # type: ignore[assignment]  # a form gives every field values of its own annotation
        self._value = shown
        if self._readable() != shown:
            self._write_text(shown)
            self.refused.emit("")

    def _readable(self) -> T | None:
        try:
            return self.read(self.line.text())
        except Unreadable:
            return None

    def _write_text(self, value: T) -> None:
        text = self.write(value)
        if self.line.text() != text:
            self.line.setText(text)

    def _on_text_edited(self, text: str) -> None:
        try:
            value = self.read(text)
        except Unreadable as problem:
            self.refused.emit(str(problem))
            return
        self.refused.emit("")
        if value != self._value:
            self.edited.emit(value)
