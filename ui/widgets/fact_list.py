"""A list of named facts that keeps its rows while their values change."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import GRID
from ui.widgets.fact_row import FactRow


class FactList(QWidget):
    """Names and values below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FactRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these facts; rows that are no longer needed go away."""
        while len(self.rows) < len(facts):
            self.rows.append(FactRow(parent=self))
            self._column.addWidget(self.rows[-1])
        for row, (name, value) in zip(self.rows, facts, strict=False):
            row.show_fact(name, value)
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(facts))
