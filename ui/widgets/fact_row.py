"""A named fact: the name muted at the left, the value at the right."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import GRID
from ui.widgets.words import Figure, Words


class FactRow(QWidget):
    """One line such as "Parameters  13 706"."""

    def __init__(self, name: str = "", value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Words("muted", self, wrap=True)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.value = Figure(None, self)  # never cut off: rather the name takes two lines
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.name, 1)
        row.addWidget(self.value)
        self.show_fact(name, value)

    def show_fact(self, name: str, value: str) -> None:
        """Show this name and value."""
        self.name.setText(name)
        self.value.setText(value)
