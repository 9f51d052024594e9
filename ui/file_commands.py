"""What the File menu does: new, open, save, recent, runs, and what a crash left behind; asks before losing anything."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from models.problem import InputError
from ui.dialogs.problem_dialog import ask_to_recover, ask_to_save, show_problems
from ui.dialogs.save_dialog import ask_where_to_save
from ui.settings import Settings
from ui.text import tr

if TYPE_CHECKING:
    from explorer.spec import Experiment
    from ui.import_commands import ImportCommands
    from ui.left_runs import LeftRun
    from ui.main_window import MainWindow


class FileCommands:
    """Opens and saves experiments in the window's workspace. Whatever cannot be read or written is a named problem."""

    def __init__(self, window: "MainWindow", settings: Settings) -> None:
        self._window, self._settings = window, settings
        self.imports: ImportCommands | None = None  # made when it is first needed

    def new(self) -> None:
        """Begin with an empty canvas."""
        from explorer.spec import Experiment

        self._open(lambda: self._window.workspace.open(Experiment()), self._window.show_build)

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        start = str(self._settings.recent[0].parent) if self._settings.recent else ""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open an experiment"), start, "JSON (*.json)")
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Open an experiment's file."""

        def open_it() -> None:
            self._window.workspace.open_file(path)
            self._settings.remember_recent(path.resolve())

        self._open(open_it)

    def open_gallery(self, experiment_id: str) -> None:
        """Open an experiment that comes with the program."""
        from explorer.gallery import load

        self._open(lambda: self._window.workspace.open(load(experiment_id)))

    def open_named(self, name: str) -> bool:
        """Open a gallery id, an experiment's file, or a run's id or folder; whether that went well."""

        def open_it() -> None:
            folder = _run_folder(name)
            if folder is not None:
                self._window.workspace.open_run(folder)
            elif Path(name).is_file():
                self._window.workspace.open_file(Path(name))
            else:
                from explorer.gallery import find

                self._window.workspace.open(find(name))

        return self._open(open_it)

    def import_network(self) -> None:
        """Ask for a Python file, and open the network that it holds."""
        from ui.import_commands import ImportCommands

        if self.imports is None:
            self.imports = ImportCommands(self._window, self._open_imported)
        self.imports.ask_and_import()

    def show_library(self) -> None:
        """Show the runs that are kept, to open one or go on with it."""
        from ui.dialogs.run_library_dialog import RunLibraryDialog

        dialog = RunLibraryDialog(self._window)
        dialog.open_requested.connect(self.open_run)
        dialog.continue_requested.connect(self.continue_run)
        dialog.open()

    def open_run(self, folder: Path) -> None:
        """Show a run of the library, with its curves."""
        self._open(lambda: self._window.workspace.open_run(folder))

    def continue_run(self, folder: Path, more: float = 0, *, plays: bool = True) -> None:
        """Go on with a run of the library for so many epochs, steps or seconds more, or let it stand where it is."""
        self._open(lambda: self._window.workspace.continue_run(folder, more, plays=plays))

    def save(self) -> bool:
        """Save to the experiment's file, or ask for one; whether it was saved."""
        path = self._window.workspace.document.path
        return self._save_to(path) if path is not None else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save there; whether it was saved."""
        workspace = self._window.workspace
        suggestion = str(workspace.document.path or f"{workspace.store.experiment.title}.json")
        path = ask_where_to_save(self._window, tr("Save the experiment"), suggestion, ".json")
        return path is not None and self._save_to(path)

    def may_leave(self) -> bool:
        """Whether what is open may go: nothing is unsaved, or it is saved now, or thrown away on purpose."""
        if not self._window.has_workspace or not self._window.workspace.document.is_modified:
            return True
        answer = ask_to_save(self._window, self._window.workspace.store.experiment.title)
        if answer == QMessageBox.StandardButton.Save:
            return self.save()
        return answer == QMessageBox.StandardButton.Discard

    def recover(self) -> None:
        """Offer what a window that ended without asking left behind."""
        from ui.document import lost_experiments

        for lost in lost_experiments():
            if not ask_to_recover(self._window, lost.experiment.title):
                lost.forget()
            elif self.may_leave():
                self._window.workspace.open(lost.experiment, lost.path, is_modified=True)
                if self._window.workspace.document.autosave():
                    lost.forget()
                self._window.show_build()

    def offer_left_run(self) -> None:
        """Offer to go on with the run that the last window held, exactly where it was."""
        from ui.dialogs.run_dialogs import show_left_run
        from ui.left_runs import take_left_run

        left = take_left_run()
        if left is not None:
            box = show_left_run(self._window, left)
            self._window.tell(box)
            box.accepted.connect(lambda: self._go_on_with(left))

    def _go_on_with(self, left: "LeftRun") -> None:
        def go_on() -> None:
            if left.speed is not None:
                self._window.workspace.train_page.transport.speed.choose(left.speed)
            self._window.workspace.continue_run(left.folder, plays=left.was_moving)

        self._open(go_on)

    def _open_imported(self, experiment: "Experiment") -> None:
        self._open(lambda: self._window.workspace.open(experiment, is_modified=True), self._window.show_build)

    def _open(self, open_it: Callable[[], None], show: Callable[[], None] | None = None) -> bool:
        if not self.may_leave():
            return False
        try:
            open_it()
        except InputError as error:
            self._window.tell(show_problems(self._window, error.problems))
            return False
        (show or self._window.show_train)()
        return True

    def _save_to(self, path: Path) -> bool:
        try:
            self._window.workspace.document.save(path)
        except InputError as error:
            self._window.tell(show_problems(self._window, error.problems))
            return False
        self._settings.remember_recent(path.resolve())
        return True


def _run_folder(name: str) -> Path | None:
    """The folder of a run with that id or path, if there is one."""
    from explorer.runs.library import find_run, is_run

    if Path(name).is_dir() and is_run(Path(name)):
        return Path(name)
    try:
        return find_run(name)
    except InputError:
        return None
