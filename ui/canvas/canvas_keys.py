"""What keys and the menu do on the canvas; both name the same commands, so that the menu teaches the keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from models.layer import CompositeSpec
from models.layers import COMPOSITES
from ui.editors import block_paths
from ui.editors.block_commands import BlockCommands
from ui.text import tr

if TYPE_CHECKING:
    from ui.canvas.canvas_view import CanvasView

Key = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE, KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
ZOOM_STEP = 1.2


class CanvasKeys:
    """Belongs to a CanvasView. Without commands only what changes nothing is there."""

    def __init__(self, view: "CanvasView", commands: BlockCommands | None) -> None:
        self._view, self._commands = view, commands

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says; whether it says anything here."""
        command = self._command(event)
        if command is None:
            return False
        command()
        return True

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key says anything here."""
        return self._command(event) is not None

    def go_to(self, path: str, *, extends: bool = False) -> None:
        """Select a block (too, if `extends`) and bring it into sight."""
        scene = self._view.canvas
        scene.select((*scene.selected_paths(), path) if extends else (path,), path)
        self._view.show_block(path)
        scene.chosen.emit(path)

    def drop(self, path: str, slot: str, *, copies: bool) -> None:
        """A dragged block fell on a slot: it goes there, with all other selected ones of its stack, or a copy does."""
        commands = self._commands
        if commands is None:
            return
        chosen = self._view.canvas.selected_paths()
        paths = chosen if path in chosen else (path,)
        if copies:
            commands.paste(slot, commands.text_of_all(paths))
        elif len(paths) == 1:
            commands.move_before(path, slot)
        else:
            commands.move_all(paths, slot)

    def open_menu(self, place: QPoint) -> None:
        """The menu of what can be done here."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu(self) -> QMenu:
        """What can be done with the selected blocks, and with the canvas."""
        menu = QMenu(self._view)
        if self._commands is not None:
            if self._view.canvas.selected_paths():
                self._add_block_commands(menu, self._commands)
            else:
                _add(menu, tr("Add a block…"), "Insert", self._insert_after)
                _add(menu, tr("Paste"), "Ctrl+V", self._paste)
            menu.addSeparator()
        _add(menu, tr("Show all"), "F", self._view.fit)
        _add(menu, tr("Usual size"), "0", self._view.usual_size)
        return menu

    def _add_block_commands(self, menu: QMenu, commands: BlockCommands) -> None:
        scene = self._view.canvas
        paths, path = scene.selected_paths(), scene.current
        _add(menu, tr("Add a block after it…"), "Insert", self._insert_after)
        _add(menu, tr("Add a block before it…"), "Shift+Insert", self._insert_before)
        menu.addSeparator()
        _add(menu, tr("Copy"), "Ctrl+C", self._copy)
        _add(menu, tr("Cut"), "Ctrl+X", self._cut)
        _add(menu, tr("Paste after it"), "Ctrl+V", self._paste)
        _add(menu, tr("Duplicate"), "Ctrl+D", self._duplicate)
        _add(menu, tr("Remove"), "Del", self._remove)
        menu.addSeparator()
        wrap = menu.addMenu(tr("Wrap in"))
        for composite in COMPOSITES:
            kind = composite.model_fields["kind"].default
            action = wrap.addAction(tr(composite.label))
            action.triggered.connect(lambda _checked=False, kind=kind: commands.wrap(paths, kind))
        if self._is_composite(path):
            _add(menu, tr("Unwrap"), "U", self._unwrap)
            _add(menu, tr("Unfold") if scene.is_folded(path) else tr("Fold"), "", lambda: scene.toggle_fold(path))

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        modifiers = event.modifiers() & ~KEYPAD
        key = Key(event.key())
        found = self._looking(key, modifiers)
        if found is None and self._commands is not None:
            found = self._editing(event, key, modifiers, self._commands)
        return found

    def _looking(self, key: Key, modifiers: Qt.KeyboardModifier) -> Callable[[], None] | None:
        view = self._view
        if modifiers in (NONE, SHIFT):
            arrows = {self._keys()[0]: -1, self._keys()[1]: 1}
            if key in arrows:
                return lambda: self._step(arrows[key], extends=modifiers == SHIFT)
            folding = {self._keys()[2]: self._outwards, self._keys()[3]: self._inwards}
            if key in folding:
                return folding[key]
            zooming = {Key.Key_Plus: ZOOM_STEP, Key.Key_Equal: ZOOM_STEP, Key.Key_Minus: 1 / ZOOM_STEP}
            if key in zooming:
                return lambda: view.zoom_by(zooming[key])
        if modifiers != NONE:
            return None
        return {
            Key.Key_Home: lambda: self._go_to_end(0), Key.Key_End: lambda: self._go_to_end(-1),
            Key.Key_F: view.fit, Key.Key_0: view.usual_size,
            Key.Key_Return: self._open, Key.Key_Enter: self._open,
        }.get(key)  # fmt: skip

    def _editing(
        self, event: QKeyEvent, key: Key, modifiers: Qt.KeyboardModifier, commands: BlockCommands
    ) -> Callable[[], None] | None:
        keys = QKeySequence.StandardKey
        for standard, command in (
            (keys.Copy, self._copy), (keys.Cut, self._cut), (keys.Paste, self._paste),
            (keys.SelectAll, self._select_all), (keys.Delete, self._remove),
        ):  # fmt: skip
            if event.matches(standard):
                return command
        if key in (Key.Key_Insert, Key.Key_A) and modifiers in (NONE, SHIFT):
            return self._insert_before if modifiers == SHIFT else self._insert_after
        plain = {Key.Key_Backspace: self._remove, Key.Key_U: self._unwrap, Key.Key_W: self._ask_for_wrapping}
        if modifiers == NONE and key in plain:
            return plain[key]
        if modifiers == CTRL and key == Key.Key_D:
            return self._duplicate
        moves = (commands.move_up, commands.move_down, commands.move_out, commands.move_into)
        if modifiers == ALT and key in self._keys():
            return lambda: self._for_current(moves[self._keys().index(key)])
        return None

    def _keys(self) -> tuple[Key, Key, Key, Key]:
        """Back and on in the direction of flow, out of a composite and into it."""
        if self._view.canvas.flow == "down":
            return Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right
        return Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down

    def _step(self, distance: int, *, extends: bool) -> None:
        scene = self._view.canvas
        paths = scene.paths()
        if not paths:
            return
        if scene.current in paths:
            at = min(len(paths) - 1, max(0, paths.index(scene.current) + distance))
        else:
            at = 0 if distance > 0 else len(paths) - 1
        self.go_to(paths[at], extends=extends)

    def _go_to_end(self, index: int) -> None:
        paths = self._view.canvas.paths()
        if paths:
            self.go_to(paths[index])

    def _outwards(self) -> None:
        """Fold a composite; from a block inside one, go to it."""
        scene = self._view.canvas
        if self._is_composite(scene.current) and not scene.is_folded(scene.current):
            scene.toggle_fold(scene.current)
        elif scene.current and (parent := block_paths.parent_of(scene.current)) is not None:
            self.go_to(parent)

    def _inwards(self) -> None:
        """Unfold a composite; from one that is unfolded, go to its first block."""
        scene = self._view.canvas
        if scene.is_folded(scene.current):
            scene.toggle_fold(scene.current)
            return
        inside = [path for path in scene.paths() if path.startswith(f"{scene.current}.")] if scene.current else []
        if inside:
            self.go_to(inside[0])

    def _open(self) -> None:
        if path := self._view.canvas.current:
            self._view.opened.emit(path)

    def _insert_after(self) -> None:
        self._view.choose_slot(self._view.next_place)

    def _insert_before(self) -> None:
        if path := self._view.canvas.current:
            self._view.choose_slot(path)

    def _copy(self) -> None:
        paths = self._view.canvas.selected_paths()
        if paths and self._commands is not None:
            QGuiApplication.clipboard().setText(self._commands.text_of_all(paths))

    def _cut(self) -> None:
        self._copy()
        self._remove()

    def _paste(self) -> None:
        if self._commands is not None and self._view.next_place:
            self._commands.paste(self._view.next_place, QGuiApplication.clipboard().text())

    def _remove(self) -> None:
        paths = self._view.canvas.selected_paths()
        if paths and self._commands is not None:
            self._commands.remove_all(paths)

    def _duplicate(self) -> None:
        paths = self._view.canvas.selected_paths()
        if paths and self._commands is not None:
            self._commands.duplicate_all(paths)

    def _select_all(self) -> None:
        scene = self._view.canvas
        network = block_paths.network_of(scene.current)
        scene.select([path for path in scene.paths() if network in ("", block_paths.network_of(path))], scene.current)
        scene.chosen.emit(scene.current)

    def _unwrap(self) -> None:
        if self._is_composite(self._view.canvas.current) and self._commands is not None:
            self._commands.unwrap(self._view.canvas.current)

    def _ask_for_wrapping(self) -> None:
        """The composites to choose from, beside the block."""
        paths, commands = self._view.canvas.selected_paths(), self._commands
        item = self._view.canvas.item_of(self._view.canvas.current)
        if not paths or commands is None or item is None:
            return
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for composite in COMPOSITES:
            kind = composite.model_fields["kind"].default
            action = menu.addAction(tr(composite.label))
            action.triggered.connect(lambda _checked=False, kind=kind: commands.wrap(paths, kind))
        menu.setActiveAction(menu.actions()[0])
        place = self._view.mapFromScene(item.sceneBoundingRect().bottomLeft())
        menu.popup(self._view.viewport().mapToGlobal(place))

    def _for_current(self, command: Callable[[str], None]) -> None:
        if path := self._view.canvas.current:
            command(path)

    def _is_composite(self, path: str) -> bool:
        return any(
            block.path == path and isinstance(block.layer, CompositeSpec)
            for network in self._view.canvas.networks
            for block in network.flat()
        )


def _add(menu: QMenu, title: str, key: str, command: Callable[[], None]) -> None:
    action = menu.addAction(title)
    if key:
        action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _checked=False: command())
