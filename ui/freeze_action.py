"""The entry of a menu that freezes a block of the run or lets it learn again; disabled, it says why."""

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from models.resolve import ResolvedBlock
from ui.run_changes import RunChanges
from ui.text import tr

FREEZE_KEY = "Ctrl+Shift+F"


def add_freeze_action(menu: QMenu, changes: RunChanges, block: ResolvedBlock) -> QAction:
    """Add the entry for this block, as the menu's owner shows it."""
    is_frozen = bool(changes.in_force.frozen_by(block.path)) and changes.has(block)
    action = menu.addAction(tr("Let it learn again") if is_frozen else tr("Freeze"))
    action.setShortcut(QKeySequence(FREEZE_KEY))
    reason = changes.no_freeze(block)
    action.setEnabled(not reason)
    action.setToolTip(reason or freeze_hint(is_frozen=is_frozen))
    action.triggered.connect(lambda _checked=False: changes.toggle_freeze(block.path))
    menu.setToolTipsVisible(True)
    return action


def freeze_hint(*, is_frozen: bool) -> str:
    """What freezing or thawing does, and what takes it back."""
    if is_frozen:
        return tr("The block's weights go on learning from the next step on.")
    return tr(
        "The block's weights stay as they are while the others learn. It belongs to the run, not to the experiment: "
        "thawing or going back takes it back, Ctrl+Z does not."
    )
