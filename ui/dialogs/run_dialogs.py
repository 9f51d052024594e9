"""Asks what shall become of a run: one that does not pause, one that is closed in its course, one that was left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QProgressDialog, QWidget

from explorer.events import EngineSilent
from ui.dialogs.problem_dialog import message_box, restart_button
from ui.left_runs import LeftRun
from ui.saved_run import SavedRun
from ui.text import tr

PROGRESS_AFTER_MS = 1000


def show_silence(parent: QWidget, silent: EngineSilent, saved: SavedRun | None, head: int) -> QMessageBox:
    """Say for how long the engine was waited for; one may wait on, or end what it computes.

    The run that has come to step `head` is then taken up where it was `saved` last, if it was.
    """
    seconds = round(silent.seconds)
    if silent.is_pausing:
        cause = tr("The run has not paused for {seconds} seconds: what it computes takes long.", seconds=seconds)
    else:
        cause = tr("The engine has not answered for {seconds} seconds.", seconds=seconds)
    if saved is None:
        remedy = tr(
            "It may be computing something long: wait for it, or start it again. The run is kept as it was saved."
        )
    else:
        remedy = _what_stopping_means(saved.step, max(0, head - saved.step))
    box = message_box(parent, QMessageBox.Icon.Warning, cause, remedy)
    if saved is None:
        restart_button(box)
    else:
        box.addButton(tr("Stop the step"), QMessageBox.ButtonRole.ResetRole)
    box.setDefaultButton(box.addButton(tr("Wait"), QMessageBox.ButtonRole.RejectRole))
    box.setModal(False)  # whoever waits may look at everything meanwhile
    box.show()
    return box


def show_closing(parent: QWidget, title: str) -> QMessageBox:
    """Ask whether a run that is training shall be paused and saved, so that the window can close."""
    cause = tr("The training of “{title}” goes on.", title=title)
    remedy = tr("Pause and save the run, and close? The next start offers to go on exactly there.")
    box = message_box(parent, QMessageBox.Icon.Question, cause, remedy)
    box.setDefaultButton(box.addButton(tr("Pause, save and close"), QMessageBox.ButtonRole.AcceptRole))
    box.addButton(tr("Go on training"), QMessageBox.ButtonRole.RejectRole)
    box.open()
    return box


def show_pausing(parent: QWidget) -> QProgressDialog:
    """What is shown after a second until a run that is to be closed stands; it can be cancelled."""
    dialog = QProgressDialog(tr("The run is paused and saved…"), tr("Go on training"), 0, 0, parent)
    dialog.setWindowModality(Qt.WindowModality.NonModal)  # the question whether to stop the step may come beside it
    dialog.setMinimumDuration(PROGRESS_AFTER_MS)
    dialog.setAutoReset(False)
    return dialog


def show_left_run(parent: QWidget, left: LeftRun) -> QMessageBox:
    """Offer to go on with a run that the last window has left, exactly where it was."""
    title = tr(left.title)
    if left.was_moving:
        cause = tr("“{title}” was training when the window was closed.", title=title)
        remedy = tr(
            "Go on training, exactly from step {step}? The run library keeps the run in any case.", step=left.step
        )
        go_on = tr("Go on training")
    else:
        cause = tr("“{title}” was paused when the window was closed.", title=title)
        remedy = tr("Open it again, exactly at step {step}? The run library keeps the run in any case.", step=left.step)
        go_on = tr("Open the run")
    box = message_box(parent, QMessageBox.Icon.Question, cause, remedy)
    box.setDefaultButton(box.addButton(go_on, QMessageBox.ButtonRole.AcceptRole))
    box.addButton(tr("Not now"), QMessageBox.ButtonRole.RejectRole)
    box.open()
    return box


def _what_stopping_means(step: int, num_lost: int) -> str:
    stands = tr("Stop the step, and the run stands at step {step}, where it was saved last.", step=step)
    if num_lost:
        lost = tr("Steps that are lost: {count}. Taken again, they give the same numbers.", count=num_lost)
    else:
        lost = tr("No other step is lost.")
    return "\n".join((stands, lost, tr("Or wait until it is done.")))
