"""The menus of the canvas; beside each command stands its key, so that the menu teaches the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from models.layers import COMPOSITES
from ui.canvas.selection_commands import SelectionCommands
from ui.freeze_action import add_freeze_action
from ui.run_changes import RunChanges
from ui.text import tr

if TYPE_CHECKING:
    from ui.canvas.canvas_view import CanvasView


class CanvasMenu(QMenu):
    """What can be done with the selected blocks (not without `edits`), in the run, and with the canvas."""

    def __init__(self, view: "CanvasView", edits: SelectionCommands | None, changes: RunChanges | None = None) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scene = view.canvas
        if edits is not None:
            if self._scene.selected_paths():
                self._add_block_commands(edits)
            else:
                self._add(tr("Add a block…"), "Insert", edits.insert_after)
                self._add(tr("Paste"), "Ctrl+V", edits.paste)
            self.addSeparator()
        block = self._scene.block(self._scene.current)
        if changes is not None and block is not None:
            add_freeze_action(self, changes, block)
            self.addSeparator()
        self._add(tr("Show all"), "F", view.fit)
        self._add(tr("Usual size"), "0", view.usual_size)

    def _add_block_commands(self, edits: SelectionCommands) -> None:
        scene, path = self._scene, self._scene.current
        self._add(tr("Add a block after it…"), "Insert", edits.insert_after)
        self._add(tr("Add a block before it…"), "Shift+Insert", edits.insert_before)
        self.addSeparator()
        self._add(tr("Copy"), "Ctrl+C", edits.copy)
        self._add(tr("Cut"), "Ctrl+X", edits.cut)
        self._add(tr("Paste after it"), "Ctrl+V", edits.paste)
        self._add(tr("Duplicate"), "Ctrl+D", edits.duplicate)
        self._add(tr("Remove"), "Del", edits.remove)
        self.addSeparator()
        self.addMenu(WrapMenu(edits, self))
        if scene.is_composite(path):
            self._add(tr("Unwrap"), "U", edits.unwrap)
            self._add(tr("Unfold") if scene.is_folded(path) else tr("Fold"), "", lambda: scene.toggle_fold(path))

    def _add(self, title: str, key: str, command: Callable[[], None]) -> None:
        action = self.addAction(title)
        if key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: command())


class WrapMenu(QMenu):
    """The composites into which the selected blocks can be put."""

    def __init__(self, edits: SelectionCommands, parent: QWidget) -> None:
        super().__init__(tr("Wrap in"), parent)
        for composite in COMPOSITES:
            kind = composite.model_fields["kind"].default
            action = self.addAction(tr(composite.label))
            action.triggered.connect(lambda _checked=False, kind=kind: edits.wrap(kind))


def ask_for_wrapping(view: "CanvasView", edits: SelectionCommands) -> None:
    """The composites to choose from, beside the current block."""
    item = view.canvas.item_of(view.canvas.current)
    if item is None or not view.canvas.selected_paths():
        return
    menu = WrapMenu(edits, view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setActiveAction(menu.actions()[0])
    place = view.mapFromScene(item.sceneBoundingRect().bottomLeft())
    menu.popup(view.viewport().mapToGlobal(place))
