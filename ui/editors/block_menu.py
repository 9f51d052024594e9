"""The menu of what can be done with a block, which also teaches the keys."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.editors.block_commands import BlockCommands
from ui.text import tr


class BlockMenu(QMenu):
    """Commands for the block at `path`; what needs the clipboard is added by the list."""

    def __init__(self, commands: BlockCommands, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for title, key, command in (
            (tr("Duplicate"), "Ctrl+D", commands.duplicate),
            (tr("Remove"), "Del", commands.remove),
            (tr("Move up"), "Alt+Up", commands.move_up),
            (tr("Move down"), "Alt+Down", commands.move_down),
            (tr("Move into the composite beside it"), "Alt+Right", commands.move_into),
            (tr("Move out of its composite"), "Alt+Left", commands.move_out),
        ):
            action = self.addAction(title)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _checked=False, command=command: command(path))
