"""Between the wish to close the window and its end: nothing unsaved goes unasked, and a run in its course is saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QProgressDialog

from ui.run_states import MOVING
from ui.text import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.run_controller import RunController

SESSION_END_MS = 60_000  # a session that has not ended by then goes on


class Closing(QObject):
    """Holds the window open until it may close, and closes it then."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._is_agreed = False
        self._state_before = ""  # of the run that is paused for it
        self._question: QMessageBox | None = None
        self._progress: QProgressDialog | None = None
        self.keeps_unsaved = False  # nobody could be asked

    @property
    def is_waiting(self) -> bool:
        """Whether the window closes as soon as the run stands."""
        return self._progress is not None

    @property
    def was_moving(self) -> bool:
        """Whether the run was training when the window was to be closed."""
        return self._state_before == "running" or (self._run is not None and self._run.state == "running")

    def may_close(self) -> bool:
        """Whether the window may close now; where not, somebody is asked, or will be told."""
        if self._is_agreed:
            return True
        if self._question is not None or self._progress is not None or not self._window.files.may_leave():
            return False
        if self._run is None or self._run.state not in MOVING:
            return True
        self._ask()
        return False

    def close_unasked(self) -> None:
        """Close at once: the engine saves the run, and what is unsaved waits for the next start."""
        self._is_agreed = self.keeps_unsaved = True
        self._window.close()

    def expect_session_end(self) -> None:
        """The desktop is about to close every window: keep what is unsaved, and ask nothing."""
        self._is_agreed = self.keeps_unsaved = True
        if self._window.has_workspace:
            self._window.workspace.document.autosave()
            self._window.workspace.held_run.note(was_moving=self.was_moving)
        QTimer.singleShot(SESSION_END_MS, self, self._stay)

    def _stay(self) -> None:
        self._is_agreed = self.keeps_unsaved = False

    @property
    def _run(self) -> "RunController | None":
        return self._window.workspace.controller if self._window.has_workspace else None

    def _ask(self) -> None:
        from ui.dialogs.run_dialogs import show_closing

        run = self._run
        title = "" if run is None or run.experiment is None else tr(run.experiment.title)
        self._question = box = show_closing(self._window, title)
        self._window.tell(box)
        box.finished.connect(self._on_answered)

    def _on_answered(self) -> None:
        box, self._question = self._question, None
        clicked = None if box is None else box.clickedButton()
        if box is not None and clicked is not None and box.buttonRole(clicked) == QMessageBox.ButtonRole.AcceptRole:
            self._pause_first()

    def _pause_first(self) -> None:
        from ui.dialogs.run_dialogs import show_pausing

        run = self._run
        if run is None or run.state not in MOVING:
            self._close()
            return
        self._state_before = run.state
        self._progress = show_pausing(self._window)
        self._progress.canceled.connect(self._on_canceled)
        run.state_changed.connect(self._on_state_changed)
        run.pause()

    def _on_state_changed(self, state: str) -> None:
        """The run stands; or it was left for another one, which nobody has asked about."""
        if state in MOVING:
            return
        self._end_waiting()
        if state == "loading":
            self._state_before = ""
        else:  # after everybody else has heard of it
            QTimer.singleShot(0, self, self._close)

    def _on_canceled(self) -> None:
        was_running, self._state_before = self._state_before == "running", ""
        self._end_waiting()
        if was_running and self._run is not None:
            self._run.go_on()

    def _end_waiting(self) -> None:
        if self._progress is None or self._run is None:
            return
        self._run.state_changed.disconnect(self._on_state_changed)
        self._progress.canceled.disconnect(self._on_canceled)
        self._progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._progress.close()
        self._progress = None

    def _close(self) -> None:
        self._is_agreed = True
        self._window.close()
