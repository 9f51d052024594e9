"""Opens the before and after of the window's experiment, one at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.preparation.preview_dialog import PreviewDialog
    from ui.workspace import Workspace


class PreviewCommand(QObject):
    """Follows the button of the Build page."""

    def __init__(self, window: "MainWindow", workspace: "Workspace") -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self.dialog: PreviewDialog | None = None
        workspace.build_page.data.preparation.preview_wanted.connect(self.show)

    def show(self) -> None:
        """Show it, or bring it to the front."""
        from ui.preparation.preview_dialog import PreviewDialog

        if self.dialog is None:
            self.dialog = PreviewDialog(self._workspace.store, self._window.jobs, self._window)
            self.dialog.finished.connect(self._on_finished)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
