"""What the run tells outside its views: in the status bar, and where it must, in a message."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from explorer.events import Progress, RunLoaded
from models.problem import Problem
from models.text import Text
from ui.dialogs.problem_dialog import show_engine_report, show_problems
from ui.run_rescue import RunRescue
from ui.text import say, tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.workspace import Workspace


class RunMessages(QObject):
    """Connects the run controller with the status bar and the message boxes."""

    def __init__(self, window: "MainWindow", workspace: "Workspace") -> None:
        super().__init__(window)
        self._window, self._controller = window, workspace.controller
        self._rescue = RunRescue(window, workspace)
        controller = self._controller
        controller.loaded.connect(self._on_loaded)
        controller.forks.forked.connect(self._on_forked)
        controller.run_changed.connect(self._on_run_changed)
        controller.progressed.connect(self._on_progressed)
        controller.ended_early.connect(self._on_ended_early)
        controller.problems_found.connect(self._on_problems_found)
        controller.engine_changed.connect(window.status.show_engine)
        controller.engine_failed.connect(self._on_engine_failed)

    def _on_run_changed(self) -> None:
        self._window.status.show_run(None, None)

    def _on_loaded(self, loaded: RunLoaded) -> None:
        self._window.status.show_run(loaded, self._controller.num_epochs)

    def _on_forked(self, loaded: RunLoaded) -> None:
        self._window.status.show_note(tr("Forked at step {step}: a new run", step=loaded.step))

    def _on_progressed(self, progress: Progress) -> None:
        self._window.status.show_progress(progress)

    def _on_ended_early(self, reason: Text) -> None:
        self._window.status.show_note(say(reason))

    def _on_problems_found(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            box = show_problems(self._window, problems)
            self._window.fetching.offer(box, problems)
            self._window.tell(box)

    def _on_engine_failed(self, report: str, is_lost: bool) -> None:
        box = show_engine_report(self._window, report, is_lost=is_lost)
        self._window.tell(box)
        box.buttonClicked.connect(lambda button: self._on_answer(box, button))

    def _on_answer(self, box: QMessageBox, button: QAbstractButton) -> None:
        if box.buttonRole(button) == QMessageBox.ButtonRole.ResetRole:
            self._controller.replace_engine()
