"""The list of a network's blocks: selected, moved, copied and removed by mouse or by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTreeView, QWidget

from explorer.places import sibling
from models.resolve import ResolvedNetwork
from ui.editors.block_commands import BlockCommands
from ui.editors.block_delegate import BlockDelegate
from ui.editors.block_menu import BlockMenu
from ui.editors.facts import Facts
from ui.editors.stack_model import StackModel
from ui.freeze_action import add_freeze_action
from ui.run_changes import RunChanges
from ui.text import tr
from ui.theme import GRID, theme

Index = QModelIndex | QPersistentModelIndex


class StackView(QTreeView):
    """One network's blocks. `selected` tells the path that a person chose, "" when nothing is selected any more."""

    selected = Signal(str)

    def __init__(self, commands: BlockCommands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._quiet = False
        self.changes: RunChanges | None = None  # of the run, once there is somebody who follows it
        self.stack = StackModel(self)
        self.setModel(self.stack)
        self.setItemDelegate(BlockDelegate(parent=self))
        self._set_up_list()
        self._set_up_dragging()
        theme.changed.connect(self._lay_out)

    def path(self) -> str:
        """The selected block's path, "" when none is."""
        rows = [self.stack.row_at(index) for index in self.selectedIndexes()]
        return rows[0].path if rows and rows[0] is not None else ""

    def show_network(self, network: ResolvedNetwork, facts: Facts, selected: str) -> None:
        """Show these blocks, the named one selected, without telling anybody."""
        if self.stack.show_network(network, facts):
            self.expandAll()
        self.select(selected)
        self._lay_out()

    def select(self, path: str) -> None:
        """Select a block without telling anybody; none when it is not in this network."""
        if path == self.path():
            return
        self._quiet = True
        index = self.stack.index_of_path(path)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        else:
            self.clearSelection()
        self._quiet = False

    def follow_changes(self, changes: RunChanges) -> None:
        """Show at the blocks what is frozen and silenced in the run, and offer to freeze them."""
        self.changes, self.stack.signs = changes, changes.signs
        changes.changed.connect(self.stack.show_signs)
        self.stack.show_signs()

    def copy(self) -> None:
        """Put the selected block on the clipboard as text."""
        if path := self.path():
            QGuiApplication.clipboard().setText(self._commands.text_of(path))

    def cut(self) -> None:
        """Copy the selected block and remove it."""
        if path := self.path():
            self.copy()
            self._commands.remove(path)

    def paste(self, end: str) -> None:
        """Put the clipboard's blocks after the selected one, at `end` when none is."""
        path = self.path()
        place = sibling(path, 1) if path else end
        self._commands.paste(place, QGuiApplication.clipboard().text())

    def menu(self) -> BlockMenu | None:
        """The menu of the selected block, None when none is."""
        if not (path := self.path()):
            return None
        menu = BlockMenu(self._commands, path, self)
        block = self.stack.block(path)
        if self.changes is not None and block is not None:
            menu.addSeparator()
            add_freeze_action(menu, self.changes, block)
        menu.addSeparator()
        for title, key, command in (
            (tr("Copy"), QKeySequence.StandardKey.Copy, self.copy),
            (tr("Cut"), QKeySequence.StandardKey.Cut, self.cut),
            (tr("Paste after it"), QKeySequence.StandardKey.Paste, self._on_paste_chosen),
        ):
            action = menu.addAction(title)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(command)
        return menu

    def _on_paste_chosen(self) -> None:
        self.paste(self.stack.end())

    def _lay_out(self) -> None:
        """Rows may be of other heights now, and so may the list."""
        self.setIndentation(theme.px(GRID * 2))
        self.doItemsLayout()
        self.updateGeometry()

    def _set_up_list(self) -> None:
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            "QTreeView { background: transparent; border: none; show-decoration-selected: 0; }"
            "QTreeView::item, QTreeView::item:selected, QTreeView::branch { background: transparent; }"
        )
        self.setMouseTracking(True)
        self.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFrameShape(QTreeView.Shape.NoFrame)

    def _set_up_dragging(self) -> None:
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        # Queued, so that rows do not change while Qt is still dropping onto them.
        self.stack.dropped.connect(self._on_dropped, Qt.ConnectionType.QueuedConnection)

    def _on_dropped(self, path: str, text: str, place: str) -> None:
        if path:
            self._commands.move_before(place, path)
        else:
            self._commands.paste(place, text)

    def _command(self, event: QKeyEvent) -> Callable[[str], None] | None:
        """What a key does to the selected block."""
        commands = self._commands
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            return {
                Qt.Key.Key_Up: commands.move_up,
                Qt.Key.Key_Down: commands.move_down,
                Qt.Key.Key_Right: commands.move_into,
                Qt.Key.Key_Left: commands.move_out,
            }.get(Qt.Key(event.key()))
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_D:
            return commands.duplicate
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            return commands.remove
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command, path = self._command(event), self.path()
        if command is not None:
            if path:
                command(path)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._on_paste_chosen()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # The window has shortcuts of its own for some of these keys; where the list has the focus, it comes first.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    def _takes(self, event: QKeyEvent) -> bool:
        keys = QKeySequence.StandardKey
        return self._command(event) is not None or any(event.matches(key) for key in (keys.Copy, keys.Cut, keys.Paste))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet and not self.stack.rebuilding:
            self.selected.emit(self.path())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())

    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        # Qt's own would remove the dragged row afterwards; here the spec changes, and the rows follow.
        drag = QDrag(self)
        drag.setMimeData(self.stack.mimeData(self.selectedIndexes()))
        drag.exec(supportedActions, Qt.DropAction.MoveAction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()  # problems wrap at another place

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        pass
