"""What the Run menu changes in the run: it freezes the selected block, and lists every change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.resolve import ResolvedBlock
from ui.actions import connect_actions
from ui.dialogs.changes_dialog import ChangesDialog
from ui.editors.facts import facts_of
from ui.freeze_action import freeze_hint
from ui.text import follow_language

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.workspace import Workspace


class ChangeCommands(QObject):
    """Made with the workspace, on whose run it works."""

    def __init__(self, window: "MainWindow", workspace: "Workspace") -> None:
        super().__init__(window)
        self._window, self._workspace, self._actions = window, workspace, window.commands
        self._actions.freeze.setCheckable(True)
        connect_actions({self._actions.freeze: self._freeze, self._actions.marks: self._show_marks})
        workspace.controller.changes.changed.connect(self.show_state)
        for inspector in (workspace.build_page.model.inspector, workspace.train_page.inspector):
            inspector.block_shown.connect(self.show_state)
        follow_language(self, self.show_state)

    def show_state(self) -> None:
        """Whether the selected block is frozen, and why it cannot be where it cannot."""
        if not self._workspace.is_open:
            return
        action, changes, block = self._actions.freeze, self._workspace.controller.changes, self._selected()
        reason = changes.no_freeze(block)
        is_frozen = block is not None and "freeze" in changes.signs(block)
        action.setEnabled(not reason and self._actions.run.isEnabled())  # else the gallery is in front
        action.setChecked(is_frozen)
        action.setToolTip(reason or freeze_hint(is_frozen=is_frozen))

    def _selected(self) -> ResolvedBlock | None:
        """The block that is selected on the page in front."""
        build, train = self._workspace.build_page, self._workspace.train_page
        inspector = train.inspector if self._window.is_training_page else build.model.inspector
        return facts_of(self._workspace.store.experiment).block(inspector.path)

    def _freeze(self) -> None:
        block = self._selected()
        if block is not None:
            self._workspace.controller.changes.toggle_freeze(block.path)
        self.show_state()  # it is frozen when the engine says so

    def _show_marks(self) -> None:
        dialog = self._window.findChild(ChangesDialog) or ChangesDialog(self._workspace.controller, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
