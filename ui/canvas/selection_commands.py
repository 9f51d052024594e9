"""What is done with the selected blocks of a canvas; where none is selected, nothing happens."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ui.canvas.walk import Way
from ui.editors.block_commands import BlockCommands

if TYPE_CHECKING:
    from ui.canvas.canvas_view import CanvasView


class SelectionCommands:
    """Belongs to a view that edits; `commands` carry out what it says."""

    def __init__(self, view: "CanvasView", commands: BlockCommands) -> None:
        self._view, self._scene, self._commands = view, view.canvas, commands

    def insert_after(self) -> None:
        """Ask which block shall stand after the current one."""
        self._view.choose_slot(self._view.next_place)

    def insert_before(self) -> None:
        """Ask which block shall stand before the current one."""
        if path := self._scene.current:
            self._view.choose_slot(path)

    def copy(self) -> None:
        if paths := self._scene.selected_paths():
            QGuiApplication.clipboard().setText(self._commands.text_of(*paths))

    def cut(self) -> None:
        self.copy()
        self.remove()

    def paste(self) -> None:
        """Put the blocks of the clipboard after the current one."""
        if place := self._view.next_place:
            self._commands.paste(place, QGuiApplication.clipboard().text())

    def put_in(self, slot: str, text: str) -> None:
        """Put the blocks that a text describes in at a slot."""
        self._commands.paste(slot, text)

    def remove(self) -> None:
        if paths := self._scene.selected_paths():
            self._commands.remove(*paths)

    def duplicate(self) -> None:
        if paths := self._scene.selected_paths():
            self._commands.duplicate(*paths)

    def wrap(self, kind: str) -> None:
        """Put the selected blocks into a new composite."""
        if paths := self._scene.selected_paths():
            self._commands.wrap(paths, kind)

    def unwrap(self) -> None:
        """Put the blocks of the current composite in its place."""
        if self._scene.is_composite(self._scene.current):
            self._commands.unwrap(self._scene.current)

    def move(self, way: Way) -> None:
        """Move the current block."""
        commands = self._commands
        moves = {"back": commands.move_up, "on": commands.move_down, "out": commands.move_out, "in": commands.move_into}
        if path := self._scene.current:
            moves[way](path)

    def drop(self, path: str, slot: str, *, copies: bool) -> None:
        """A dragged block fell on a slot: it goes there, with all other selected ones of its stack, or a copy does."""
        chosen = self._scene.selected_paths()
        paths = chosen if path in chosen else (path,)
        if copies:
            self._commands.paste(slot, self._commands.text_of(*paths))
        else:
            self._commands.move_before(slot, *paths)
