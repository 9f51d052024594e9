"""What keys do on the canvas."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.canvas.canvas_menu import ask_for_wrapping
from ui.canvas.selection_commands import SelectionCommands
from ui.canvas.walk import Walk, Way
from ui.canvas.zoom_view import ZOOM_STEP

if TYPE_CHECKING:
    from ui.canvas.canvas_view import CanvasView

Key, Modifier, Standard = Qt.Key, Qt.KeyboardModifier, QKeySequence.StandardKey
NONE, CTRL, ALT, SHIFT = (
    Modifier.NoModifier, Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier,
)  # fmt: skip
DOWN: dict[Qt.Key, Way] = {Key.Key_Up: "back", Key.Key_Down: "on", Key.Key_Left: "out", Key.Key_Right: "in"}
ACROSS: dict[Qt.Key, Way] = {Key.Key_Left: "back", Key.Key_Right: "on", Key.Key_Up: "out", Key.Key_Down: "in"}
ZOOMS = {Key.Key_Plus: ZOOM_STEP, Key.Key_Equal: ZOOM_STEP, Key.Key_Minus: 1 / ZOOM_STEP}


class CanvasKeys:
    """Belongs to a CanvasView. Without `edits` only the keys that change nothing are there."""

    def __init__(self, view: "CanvasView", walk: Walk, edits: SelectionCommands | None) -> None:
        self._view, self._walk, self._edits = view, walk, edits

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

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, modifiers = Key(event.key()), event.modifiers() & ~Modifier.KeypadModifier
        way = (DOWN if self._view.canvas.flow == "down" else ACROSS).get(key)
        found = self._looking(key, modifiers, way)
        if found is None and self._edits is not None:
            found = self._editing(event, modifiers, way, self._edits)
        return found

    def _looking(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, way: Way | None) -> Callable[[], None] | None:
        view, walk = self._view, self._walk
        if modifiers in (NONE, SHIFT):
            if way is not None:
                return lambda: walk.go(way, extends=modifiers == SHIFT)
            if key in ZOOMS:
                return lambda: view.zoom_by(ZOOMS[key])
        if modifiers != NONE:
            return None
        return {
            Key.Key_Home: lambda: walk.go_to_end(0), Key.Key_End: lambda: walk.go_to_end(-1),
            Key.Key_F: view.fit, Key.Key_0: view.usual_size,
            Key.Key_Return: view.open_current, Key.Key_Enter: view.open_current,
        }.get(key)  # fmt: skip

    def _editing(
        self, event: QKeyEvent, modifiers: Qt.KeyboardModifier, way: Way | None, edits: SelectionCommands
    ) -> Callable[[], None] | None:
        for standard, command in (
            (Standard.Copy, edits.copy), (Standard.Cut, edits.cut), (Standard.Paste, edits.paste),
            (Standard.SelectAll, self._walk.select_all), (Standard.Delete, edits.remove),
        ):  # fmt: skip
            if event.matches(standard):
                return command
        if modifiers == ALT and way is not None:
            return lambda: edits.move(way)
        return {
            (NONE, Key.Key_Insert): edits.insert_after, (NONE, Key.Key_A): edits.insert_after,
            (SHIFT, Key.Key_Insert): edits.insert_before, (SHIFT, Key.Key_A): edits.insert_before,
            (NONE, Key.Key_Backspace): edits.remove, (CTRL, Key.Key_D): edits.duplicate,
            (NONE, Key.Key_U): edits.unwrap, (NONE, Key.Key_W): lambda: ask_for_wrapping(self._view, edits),
        }.get((modifiers, Key(event.key())))  # fmt: skip
