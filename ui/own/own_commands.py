"""Data > Your own data, and what is dropped onto the window: opens the dialog, and takes what comes of it."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from explorer.spec import Experiment
    from ui.main_window import MainWindow
    from ui.own.own_dialog import OwnDialog


class OwnCommands:
    """One dialog at a time; what is dropped while it is open is scanned in it."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.dialog: OwnDialog | None = None

    def show(self, path: Path | None = None) -> None:
        """Open the dialog, with a file or folder to be scanned at once."""
        from ui.own.own_dialog import OwnDialog

        if self.dialog is None:
            workspace = self._window.workspace
            current = workspace.store.experiment if workspace.is_open else None
            self.dialog = OwnDialog(self._window.jobs, current, self._window)
            self.dialog.accepted_data.connect(self._on_accepted)
            self.dialog.finished.connect(self._on_finished)
            self.dialog.open()
        if path is not None:
            self.dialog.scan(path)

    def take_drop(self, path: Path) -> None:
        """An experiment's file is opened; whatever else is dropped are data."""
        if path.suffix.lower() == ".json" and path.is_file():
            self._window.files.open_file(path)
        else:
            self.show(path)

    def _on_accepted(self, experiment: "Experiment") -> None:
        workspace = self._window.workspace
        if workspace.is_open:
            workspace.store.set(experiment)
        else:
            workspace.open(experiment, is_modified=True)
        self._window.show_build()

    def _on_finished(self) -> None:
        self.dialog = None
