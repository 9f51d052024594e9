"""The blocks of one network as Qt's views want them: a tree of rows that can be dragged and dropped."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from explorer.block_text import as_text
from models.resolve import ResolvedBlock, ResolvedNetwork
from ui.editors.block_row import BlockRow, Signs, block_row, branch_title, no_signs
from ui.editors.facts import Facts

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
LAYER_ROLE = ROW_ROLE + 1
STACK_ROLE = ROW_ROLE + 2  # the list of blocks that a row stands for
PATH_MIME = "application/x-neural-explorer-block"

Index = QModelIndex | QPersistentModelIndex


class StackModel(QStandardItemModel):
    """Rows that carry a BlockRow; a change of values keeps the rows, so that nothing jumps while one types."""

    dropped = Signal(str, str, str)  # the path that was dragged ("" from elsewhere), its text, the place it fell on

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._structure: tuple[tuple[str, ...], ...] = ()
        self._items: dict[str, QStandardItem] = {}
        self._branches: dict[str, QStandardItem] = {}
        self._stack = ""
        self.rebuilding = False
        self._facts: Facts | None = None
        self._blocks: dict[str, ResolvedBlock] = {}
        self.signs: Signs = no_signs

    def show_network(self, network: ResolvedNetwork, facts: Facts) -> bool:
        """Show these blocks; True when rows came, went or moved, so that a selection has to be made again."""
        self._stack = f"architecture.{network.name}.blocks"
        blocks = tuple(network.flat())
        structure = tuple((block.path, block.layer.kind, *block.inner_stacks()) for block in blocks)
        rebuilt = structure != self._structure
        if rebuilt:
            self._rebuild(network.blocks)
            self._structure = structure
        self._facts, self._blocks = facts, {block.path: block for block in blocks}
        self.show_signs()
        for stack, item in self._branches.items():
            self._name(item, stack)
        return rebuilt

    def show_signs(self) -> None:
        """Say of every block what follows from it, what is wrong, and what is changed in the run by now."""
        for path, block in self._blocks.items():
            problems = self._facts.problems_of(path) if self._facts is not None else ()
            self._fill(self._items[path], block, block_row(block, problems, self.signs(block)))

    def block(self, path: str) -> ResolvedBlock | None:
        """The block of a row; None when it is not in this network."""
        return self._blocks.get(path)

    def row_at(self, index: Index) -> BlockRow | None:
        """The row at an index."""
        row = index.data(ROW_ROLE)
        return row if isinstance(row, BlockRow) else None

    def index_of_path(self, path: str) -> QModelIndex:
        """The index of a block; an invalid one when it is not in this network."""
        item = self._items.get(path)
        return QModelIndex() if item is None else item.index()

    def end(self) -> str:
        """The place after the last block."""
        return f"{self._stack}.{self.rowCount()}"

    def _rebuild(self, blocks: Sequence[ResolvedBlock]) -> None:
        self.rebuilding = True
        self.clear()
        self._items.clear()
        self._branches.clear()
        for block in blocks:
            self.appendRow(self._item(block))
        self.rebuilding = False

    def _item(self, block: ResolvedBlock) -> QStandardItem:
        item = QStandardItem()
        item.setEditable(False)
        item.setDropEnabled(False)
        self._items[block.path] = item
        for name, blocks in block.inner_stacks().items():
            holder = self._branch(item, f"{block.path}.{name}") if branch_title(name) else item
            holder.setDropEnabled(True)
            holder.setData(f"{block.path}.{name}", STACK_ROLE)
            for inner in blocks:
                holder.appendRow(self._item(inner))
        return item

    def _branch(self, owner: QStandardItem, stack: str) -> QStandardItem:
        """The row that names one of several stacks inside a block; it is no block itself."""
        item = QStandardItem()
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._branches[stack] = item
        owner.appendRow(item)
        return item

    def _name(self, item: QStandardItem, stack: str) -> None:
        title = branch_title(".".join(stack.split(".")[-3:]))
        if item.text() != title:
            item.setText(title)
            item.setData(BlockRow("", title, "", "", ""), ROW_ROLE)

    def _fill(self, item: QStandardItem, block: ResolvedBlock, row: BlockRow) -> None:
        if item.data(ROW_ROLE) == row and item.data(LAYER_ROLE) is block.layer:
            return
        item.setData(row, ROW_ROLE)
        item.setData(block.layer, LAYER_ROLE)
        item.setText(row.spoken())
        item.setToolTip(row.hint())

    def _place(self, row: int, parent: Index) -> str:
        """What is called a place between rows, or on a composite: the path that a block has there."""
        stack = parent.data(STACK_ROLE) or self._stack
        return f"{stack}.{row if row >= 0 else self.rowCount(parent)}"

    def mimeTypes(self) -> list[str]:
        return [PATH_MIME, "text/plain"]

    def mimeData(self, indexes: Iterable[Index]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            row = self.row_at(index)
            if row is not None and row.path:
                data.setData(PATH_MIME, row.path.encode())
                data.setText(as_text((index.data(LAYER_ROLE),)))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if action not in (Qt.DropAction.MoveAction, Qt.DropAction.CopyAction):
            return False
        moved = action == Qt.DropAction.MoveAction and data.hasFormat(PATH_MIME)
        path = bytes(data.data(PATH_MIME).data()).decode() if moved else ""
        self.dropped.emit(path, data.text(), self._place(row, parent))
        return True
