"""A named fact: the name muted at the left, the value at the right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.words import Figure, Words


class FactRow(QWidget):
    """One line such as "Parameters  13 706"."""

    def __init__(self, name: str = "", value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Words("muted", self)
        self.value = Figure(None, self)
        self.value.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.name)
        row.addWidget(self.value, 1)
        self.show_fact(name, value)

    def show_fact(self, name: str, value: str) -> None:
        """Show this name and value."""
        self.name.setText(name)
        self.value.setText(value)
