"""What the Run menu does: run, pause, step, rewind, stop, evaluate; what makes sense now, and whose space is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from ui.actions import connect_actions
from ui.run_states import STOPPABLE, UNSTEPPABLE
from ui.start_up import StartUp

if TYPE_CHECKING:
    from ui.evaluation.evaluation import Evaluation
    from ui.main_window import MainWindow
    from ui.workspace import Workspace


class RunCommands(QObject):
    """Works on the workspace's run."""

    def __init__(self, window: "MainWindow", start_up: StartUp) -> None:
        super().__init__(window)
        self._window, self._start_up, self._actions = window, start_up, window.commands
        self._workspace: Workspace | None = None
        self._evaluation: Evaluation | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def follow(self, workspace: "Workspace") -> None:
        """Work on this workspace's run from now on."""
        self._workspace = workspace
        actions, controller = self._actions, workspace.controller
        connect_actions({
            actions.stop: controller.stop,
            actions.run_again: controller.start,
            actions.evaluate: self._evaluate,
            actions.step_block: lambda: controller.step("block"),
            actions.step_phase: lambda: controller.step("phase"),
            actions.step_batch: lambda: controller.step("batch"),
            actions.step_epoch: lambda: controller.step("epoch"),
            actions.step_back: lambda: controller.rewind(controller.timeline.now.place - 1),
            actions.step_forward: lambda: controller.rewind(controller.timeline.now.place + 1),
            actions.to_start: lambda: controller.rewind(0),
            actions.to_head: lambda: controller.rewind(controller.timeline.now.head),
        })  # fmt: skip
        controller.timeline.changed.connect(self._show_time)

    def run(self) -> None:
        """Run or pause; asked for before the experiment is open, it runs as soon as it is."""
        if self._workspace is None or not self._workspace.is_open:
            self._start_up.run_when_open()
            return
        self._window.show_train()
        self._workspace.controller.toggle()

    def show_state(self, state: str) -> None:
        """Enable what makes sense while the run is in this state; running and pausing always do."""
        actions = self._actions
        for action in (actions.step_block, actions.step_phase, actions.step_batch, actions.step_epoch):
            action.setEnabled(state not in UNSTEPPABLE)
        actions.stop.setEnabled(state in STOPPABLE)
        actions.run_again.setEnabled(bool(state) and state != "loading")
        self._show_time()
        is_kept = self._workspace is not None and self._workspace.controller.kept_in is not None
        actions.evaluate.setEnabled(is_kept and state != "loading")

    def _evaluate(self) -> None:
        """Everything that this needs is imported when it is asked for."""
        from ui.evaluation.evaluation import Evaluation

        if self._evaluation is None and self._workspace is not None:
            self._evaluation = Evaluation(self._window, self._workspace.controller)
        if self._evaluation is not None:
            self._evaluation.evaluate()

    def _show_time(self) -> None:
        """Back from anywhere but the start, on from behind the head."""
        if self._workspace is None:
            return
        actions, time = self._actions, self._workspace.controller.timeline.now
        is_in_front = actions.run.isEnabled()  # else the gallery is
        can_rewind = is_in_front and self._workspace.controller.can_rewind
        for action in (actions.step_back, actions.to_start):
            action.setEnabled(can_rewind and time.place > 0)
        for action in (actions.step_forward, actions.to_head):
            action.setEnabled(can_rewind and time.is_behind)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Space runs and pauses, but belongs to a button that was reached with the keyboard."""
        by_keyboard = not QApplication.mouseButtons().value
        wants_space = by_keyboard and isinstance(new, QAbstractButton | QComboBox)
        keys = ["F5"] if wants_space and not self._window.is_training_page else ["Space", "F5"]
        self._actions.run.setShortcuts([QKeySequence(key) for key in keys])
