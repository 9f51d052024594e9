"""A table of arrays, however long: columns are sorted by a click, and only what is seen is written out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """Its title, what stands in a row, and what rows are sorted by (numbers stand at the right)."""

    title: str
    text: Callable[[int], str]
    values: npt.NDArray[np.generic] | None = None


class ArrayTable(QTableView):
    """Shows columns; `row_chosen` tells the row and column of a cell that was clicked or reached by keys."""

    row_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Rows(self)
        self.setModel(self.rows)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_columns(self, columns: Sequence[Column], count: int) -> None:
        """Show so many rows of these columns, in their own order."""
        self.rows.show(columns, count)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.updateGeometry()

    @property
    def content_height(self) -> int:
        """What all rows need."""
        rows = self.verticalHeader().defaultSectionSize() * len(self.rows.order)
        return rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2

    def _on_current_changed(self, now: Index, _before: Index) -> None:
        if now.isValid():
            self.row_chosen.emit(int(self.rows.order[now.row()]), now.column())


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self.order: npt.NDArray[np.int64] = np.zeros(0, np.int64)

    def show(self, columns: Sequence[Column], count: int) -> None:
        self.beginResetModel()
        self._columns, self.order = columns, np.arange(count)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.order)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(int(self.order[index.row()]))
        if role == Qt.ItemDataRole.TextAlignmentRole and column.values is not None:
            return RIGHT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if self._columns[section].values is None else RIGHT
        return self._columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        values = self._columns[column].values
        if values is None:
            values = np.array([self._columns[column].text(row) for row in range(len(self.order))])
        self.layoutAboutToBeChanged.emit()
        found = np.argsort(values, kind="stable")
        self.order = found if order == Qt.SortOrder.AscendingOrder else found[::-1]
        self.layoutChanged.emit()
