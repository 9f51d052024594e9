"""An engine that is waited for too long: asks whether to end what it computes, and takes the run up again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QMessageBox

from explorer.events import EngineSilent, RunLoaded
from models.problem import InputError
from ui.dialogs.run_dialogs import show_silence
from ui.run_states import MOVING
from ui.saved_run import SavedRun, read_saved
from ui.text import tr

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.workspace import Workspace


class RunRescue(QObject):
    """A step cannot be interrupted, but its process can be ended: the run then stands where it was saved last."""

    def __init__(self, window: "MainWindow", workspace: "Workspace") -> None:
        super().__init__(window)
        self._window, self._workspace, self._controller = window, workspace, workspace.controller
        self._box: QMessageBox | None = None
        self._is_about_pause = False
        self._head: int | None = None  # how far the run had come that is taken up again
        self._controller.engine_silent.connect(self._on_engine_silent)
        self._controller.state_changed.connect(self._on_state_changed)
        self._controller.loaded.connect(self._on_loaded)

    def _on_engine_silent(self, silent: EngineSilent) -> None:
        if self._box is not None:  # one question is enough
            return
        head = self._controller.timeline.now.head
        self._box = box = show_silence(self._window, silent, self._saved(), head)
        self._is_about_pause = silent.is_pausing
        self._window.tell(box)
        box.finished.connect(self._on_finished)
        box.buttonClicked.connect(lambda button: self._on_answer(box, button))

    def _on_finished(self) -> None:
        self._box = None

    def _on_state_changed(self, state: str) -> None:
        """The pause has taken effect after all."""
        if self._box is not None and self._is_about_pause and state not in MOVING:
            self._box.reject()

    def _on_answer(self, box: QMessageBox, button: QAbstractButton) -> None:
        self._box = None  # it closes by itself now
        if box.buttonRole(button) != QMessageBox.ButtonRole.ResetRole:
            return
        saved = None if self._window.closing.is_waiting else self._saved()
        head = self._controller.timeline.now.head
        self._controller.replace_engine()
        if saved is not None:
            self._workspace.take_up(saved, plays=False)
            self._head = head

    def _on_loaded(self, loaded: RunLoaded) -> None:
        if self._head is not None:
            lost, self._head = max(0, self._head - loaded.step), None
            words = tr("The step was stopped: the run stands at step {step}; steps lost: {count}",
                       step=loaded.step, count=lost)  # fmt: skip
            self._window.status.show_note(words)

    def _saved(self) -> SavedRun | None:
        """The run of the window as it lies on disk, if the engine holds it and has saved it."""
        controller = self._controller
        if controller.state not in (*MOVING, "paused") or controller.kept_in is None:
            return None
        try:
            return read_saved(controller.kept_in)
        except InputError:
            return None
