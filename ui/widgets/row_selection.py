"""Selecting a row of a table from within, whatever keys a person holds down meanwhile."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView


def select_row(table: QTableView, row: int) -> None:
    """Select this row alone. QTableView.selectRow minds Ctrl and Shift, as where a shortcut has opened the table."""
    commands = QItemSelectionModel.SelectionFlag
    index = table.model().index(row, 0)
    table.selectionModel().setCurrentIndex(index, commands.ClearAndSelect | commands.Rows)
