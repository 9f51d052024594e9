"""All keyboard shortcuts on one page, read from the actions themselves."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.text import tr
from ui.theme import GRID, set_role


class ShortcutsDialog(QDialog):
    """Two columns of groups: what it does, and which key does it."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(5 * GRID)
        for names in _shared_out({name: len(members) for name, members in actions.groups.items()}):
            columns.addLayout(self._column(actions, names))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.addLayout(columns)
        layout.addWidget(buttons)

    def _column(self, actions: Actions, groups: list[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GRID)  # else the space between the columns is that between the rows
        for group in groups:
            heading = QLabel(tr(group))
            set_role(heading, "heading")
            column.addSpacing(GRID)
            column.addWidget(heading)
            grid = QGridLayout()
            grid.setHorizontalSpacing(3 * GRID)
            grid.setColumnMinimumWidth(1, 12 * GRID)
            for action in actions.groups[group]:
                if not action.shortcut().isEmpty():
                    row = grid.rowCount()
                    grid.addWidget(QLabel(action.text()), row, 0)
                    keys = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
                    set_role(keys, "accent")
                    grid.addWidget(keys, row, 1)
            column.addLayout(grid)
        column.addStretch(1)
        return column


def _shared_out(sizes: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """Groups in two columns, each in the one that is shorter so far; a heading takes a row too."""
    columns: tuple[list[str], list[str]] = ([], [])
    for name in sizes:
        min(columns, key=lambda column: sum(sizes[one] + 1 for one in column)).append(name)
    return columns
