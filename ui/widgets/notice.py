"""What stands where nothing can be shown yet: what will be seen, and what to do so that it appears."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme import GRID, Role, set_role


class Notice(QWidget):
    """Three centred paragraphs: a title, a sentence, a hint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addStretch()
        self._title = self._paragraph("title")
        self._body = self._paragraph("muted")
        self._hint = self._paragraph("accent")
        layout.addStretch()

    def show_words(self, title: str, body: str, hint: str, hint_role: Role = "accent") -> None:
        self._title.setText(title)
        self._body.setText(body)
        self._hint.setText(hint)
        set_role(self._hint, hint_role)

    def _paragraph(self, role: Role) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(label, role)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(label)
        return label
