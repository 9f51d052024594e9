"""A label that knows what its words are: a heading, something muted, a warning, a figure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import Role, set_role


class Words(QLabel):
    """Plain text in the role that the style sheet draws; `wrap` lets it take several lines."""

    def __init__(self, role: Role | None = None, parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._capitals = role == "heading"
        self.setProperty("role", role or "")  # nothing to polish again: the style sheet has not seen it yet

    def set_role(self, role: Role | None) -> None:
        """Other words, of another kind."""
        set_role(self, role or "")

    def setText(self, text: str) -> None:
        super().setText(text.upper() if self._capitals else text)


class Figure(Words):
    """A number or another fact: at the right, and selectable so that it can be copied."""

    def __init__(self, role: Role | None = None, parent: QWidget | None = None) -> None:
        super().__init__(role, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
