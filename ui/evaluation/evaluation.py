"""The command Evaluate: the run's weights are saved, then judged in the process of jobs, and the dialog shows it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.evaluation.evaluate_run import EvaluateRun
from explorer.evaluation.problems import NO_WEIGHTS
from explorer.evaluation.step_wish import StepWish
from explorer.evaluation.verdict import Verdict
from explorer.events import WeightsSaved
from models.problem import Problem
from models.text import Text
from ui.evaluation.evaluation_dialog import EvaluationDialog
from ui.evaluation.figure_words import figure_label, value_text
from ui.text import tr

if TYPE_CHECKING:
    from ui.jobs import Errand
    from ui.main_window import MainWindow
    from ui.run_controller import RunController


class Evaluation(QObject):
    """One evaluation at a time. Only here does the window touch the test split."""

    def __init__(self, window: "MainWindow", controller: "RunController") -> None:
        super().__init__(window)
        self._window, self._controller = window, controller
        self.dialog: EvaluationDialog | None = None
        self._errand: Errand | None = None
        self._awaited: Path | None = None  # the folder of the run whose weights are being saved
        self._request = 0  # the last one; what answers an earlier one is of no more use
        controller.weights_saved.connect(self._on_weights_saved)
        controller.problems_found.connect(self._on_problems_found)
        controller.run_changed.connect(self._stop_waiting)
        controller.engine_failed.connect(lambda _report, _is_lost: self._stop_waiting())

    def evaluate(self) -> None:
        """Judge the present weights on the test split; without an engine the newest ones that were saved."""
        folder = self._controller.kept_in
        if folder is None:
            return
        self._cancel()
        self._show_dialog().show_progress(None, None)
        if self._controller.can_look:
            self._awaited = folder
            self._request += 1
            self._controller.save_weights(self._request)
        else:
            self._start(folder, "newest")

    def _show_dialog(self) -> EvaluationDialog:
        if self.dialog is None:
            dialog = self.dialog = EvaluationDialog(self._window)
            dialog.pin_requested.connect(self._on_pin_requested)
            dialog.again_requested.connect(self.evaluate)
            dialog.cancel_requested.connect(self._on_cancel_requested)
            dialog.finished.connect(self._on_closed)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    def _start(self, folder: Path, step: StepWish) -> None:
        self._awaited = None
        errand = self._errand = self._window.jobs.start(EvaluateRun(folder, step, "test"))
        errand.progressed.connect(lambda done, text, _part: self._on_progressed(errand, done, text))
        errand.done.connect(lambda verdict: self._on_done(errand, verdict))
        errand.failed.connect(lambda problems: self._on_failed(errand, problems))

    def _on_weights_saved(self, saved: WeightsSaved) -> None:
        if self._awaited is None or saved.request != self._request:
            return
        folder, self._awaited = self._controller.folder or self._awaited, None  # a fork may have been under way
        if saved.step is None:
            self._show_problems((NO_WEIGHTS.at(str(folder), run=folder.name),))
        else:
            self._start(folder, saved.step)

    def _stop_waiting(self) -> None:
        """Nobody will tell that the weights are saved: those that were saved before will do."""
        if self._awaited is not None:
            self._start(self._awaited, "newest")

    def _on_problems_found(self, problems: tuple[Problem, ...]) -> None:
        if self._awaited is not None and problems:
            self._awaited = None
            self._show_problems(problems)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_problems(problems)

    def _on_progressed(self, errand: "Errand", done: float | None, text: Text | None) -> None:
        if errand is self._errand and self.dialog is not None:
            self.dialog.show_progress(done, text)

    def _on_done(self, errand: "Errand", verdict: Verdict) -> None:
        if errand is self._errand and self.dialog is not None:
            self._errand = None
            self.dialog.show_verdict(verdict)
            first = verdict.headline
            words = f"{figure_label(first.name)} {value_text(first.name, first.value)}"
            note = tr("At step {step}: {metrics}", step=verdict.step, metrics=words)
            self._window.status.show_note(note)

    def _on_failed(self, errand: "Errand", problems: tuple[Problem, ...]) -> None:
        if errand is self._errand:
            self._errand = None
            self._show_problems(problems)

    def _on_pin_requested(self, split: str, index: int) -> None:
        self._controller.conditions.pin(split, index)
        self._window.status.show_note(tr("Sample {index} of the {split} split is pinned", index=index, split=tr(split)))

    def _on_cancel_requested(self) -> None:
        self._cancel()
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.close()

    def _on_closed(self) -> None:
        self._cancel()
        self.dialog = None

    def _cancel(self) -> None:
        self._awaited = None
        errand, self._errand = self._errand, None
        if errand is not None:
            errand.cancel()
