"""The narrow list of all blocks with their shapes, for choosing which one to look at."""

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QMenu, QSizePolicy, QWidget

from ui.editors.block_delegate import BlockDelegate
from ui.editors.block_row import Signs, no_signs
from ui.editors.facts import Facts
from ui.editors.stack_model import ROW_ROLE
from ui.editors.summary_rows import SummaryRow, summary_rows
from ui.freeze_action import add_freeze_action
from ui.run_changes import RunChanges
from ui.theme import theme


class BlockSummary(QListView):
    """`selected` tells the path of the block that a person chose, "" when the choice was taken back."""

    selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SummaryRow] = []
        self.signs: Signs = no_signs
        self._facts: Facts | None = None
        self._changes: RunChanges | None = None
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
        self._facts = facts
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

    def follow_changes(self, changes: RunChanges) -> None:
        """Show what is frozen and silenced in the run, with the next facts, and offer to freeze blocks."""
        self._changes, self.signs = changes, changes.signs

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
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and self.selectionModel().isSelected(index):
            self.clearSelection()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex() if event.reason() == event.Reason.Keyboard else self.indexAt(event.pos())
        paths = self._rows[index.row()].paths if index.isValid() else ()
        block = self._facts.block(paths[0]) if self._facts is not None and paths else None
        if self._changes is not None and block is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            add_freeze_action(menu, self._changes, block)
            menu.popup(event.globalPos())

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
