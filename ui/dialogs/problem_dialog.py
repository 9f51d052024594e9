"""Tells what is wrong: place, cause and remedy of every problem, never a traceback."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from models.problem import Problem
from ui.text import say, tr


def show_problems(parent: QWidget, problems: Sequence[Problem]) -> QMessageBox:
    """Show problems beside the window's work, without stopping it."""
    first = problems[0]
    box = message_box(parent, QMessageBox.Icon.Warning, say(first.message), say(first.remedy))
    place = tr("Place: {place}", place=first.place)
    others = [f"{problem.place}: {say(problem.message)} {say(problem.remedy)}" for problem in problems[1:]]
    box.setDetailedText("\n\n".join([place, *others]) if first.place else "\n\n".join(others))
    box.open()
    return box


def show_engine_report(parent: QWidget, report: str, *, is_lost: bool) -> QMessageBox:
    """Say that the engine failed. When it is lost, the box has a button that starts another one."""
    if is_lost:
        cause = tr("The engine was lost. The run is kept up to the last second.")
        remedy = tr("Start the engine again, then continue the run from the run library.")
    else:
        cause = tr("Training failed unexpectedly. The run is kept up to the last second.")
        remedy = tr("Change the experiment or run it again. The report below is for the people who make this program.")
    box = message_box(parent, QMessageBox.Icon.Critical, cause, remedy)
    box.setDetailedText(report)
    if is_lost:
        box.setDefaultButton(restart_button(box))
        box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    return box


def restart_button(box: QMessageBox) -> QPushButton:
    """A button whose role says that it starts the engine again."""
    return box.addButton(tr("Start the engine again"), QMessageBox.ButtonRole.ResetRole)


def ask_to_save(parent: QWidget, title: str) -> QMessageBox.StandardButton:
    """Whether the changes shall be saved, thrown away, or looked at once more."""
    button = QMessageBox.StandardButton
    box = message_box(parent, QMessageBox.Icon.Question, tr("Save changes to “{title}”?", title=title),
               tr("What is not saved is lost."))  # fmt: skip
    box.setStandardButtons(button.Save | button.Discard | button.Cancel)
    box.setDefaultButton(button.Save)
    return QMessageBox.StandardButton(box.exec())


def ask_to_recover(parent: QWidget, title: str) -> bool:
    """Whether an experiment that a crash left behind shall be opened."""
    button = QMessageBox.StandardButton
    cause = tr("“{title}” was not saved when the window ended.", title=title)
    remedy = tr("Open it again with its unsaved changes?")
    box = message_box(parent, QMessageBox.Icon.Question, cause, remedy)
    box.setStandardButtons(button.Yes | button.No)
    return bool(box.exec() == button.Yes)


def message_box(parent: QWidget, icon: QMessageBox.Icon, cause: str, remedy: str) -> QMessageBox:
    """A box with a sentence and, smaller, what can be done; its buttons are the caller's."""
    box = QMessageBox(icon, "Neural Explorer", cause, parent=parent)
    box.setInformativeText(remedy)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
