"""The narrow list of all blocks with their shapes, for choosing which one to look at."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from ui.editors.block_delegate import BlockDelegate
from ui.editors.block_row import Signs, no_signs
from ui.editors.facts import Facts
from ui.editors.stack_model import ROW_ROLE
from ui.editors.summary_rows import SummaryRow, summary_rows
from ui.theme import theme


class BlockSummary(QListView):
    """`selected` tells the path of the block that a person chose, "" when the choice was taken back."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SummaryRow] = []
        self.signs: Signs = no_signs
        self._quiet = False
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(BlockDelegate(compact=True, parent=self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSizeAdjustPolicy(QListView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def rows(self) -> list[SummaryRow]:
        """What is shown."""
        return list(self._rows)

    def show_facts(self, facts: Facts, selected: str) -> None:
        """Show all blocks, the one at `selected` marked, without telling anybody."""
        rows = summary_rows(facts, self.signs)
        if rows != self._rows:
            self._quiet = True
            self._rows = rows
            self._items.clear()
            for row in rows:
                self._items.appendRow(_item(row))
            self._quiet = False
            self.doItemsLayout()
            self.updateGeometry()
        self.select(selected)

    def select(self, path: str) -> None:
        """Mark the row of a block without telling anybody."""
        self._quiet = True
        index = next((index for index, row in enumerate(self._rows) if path in row.paths), None)
        if index is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._items.index(index, 0))
        self._quiet = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.selectionModel().isSelected(index):
            self.clearSelection()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.selectedIndexes():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            indexes = self.selectedIndexes()
            self.selected.emit(self._rows[indexes[0].row()].row.path if indexes else "")


def _item(row: SummaryRow) -> QStandardItem:
    item = QStandardItem(row.row.spoken())
    item.setEditable(False)
    item.setData(row.row, ROW_ROLE)
    item.setToolTip(row.row.hint())
    if not row.paths:
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item
