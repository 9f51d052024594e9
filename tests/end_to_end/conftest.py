"""A person at the real window: real clicks and keys, and a real engine in a process of its own."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.engine.host import ProcessHost
from explorer.folders import runs_folder
from explorer.runs.run_folder import RunFolder
from ui.dialogs.run_library_dialog import RunLibraryDialog
from ui.main_window import MainWindow
from ui.run_controller import RunController
from ui.settings import Settings
from ui.view import View
from ui.workspace import Workspace

PATIENCE_MS = 60_000
Dialog = TypeVar("Dialog", bound=QDialog)


class Person:
    """Looks at the window and uses it as people do."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.host = qtbot, ProcessHost()
        self.host.prepare()
        self.window = MainWindow(self.host, Settings())
        self.window.resize(1440, 900)
        self.window.show()
        self.until(lambda: self.window.has_workspace)
        self.come_back()

    @property
    def workspace(self) -> Workspace:
        return self.window.workspace

    @property
    def controller(self) -> RunController:
        return self.workspace.controller

    @property
    def views(self) -> dict[str, View]:
        return self.workspace.train_page.docks.views

    def until(self, condition: Callable[[], Any]) -> None:
        """Work goes on until it is so."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), f"{widget} is not on screen"
        assert widget.isEnabled(), f"{widget} cannot be pressed"
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, key: str) -> None:
        """Press a shortcut, as "Ctrl+S", in the window."""
        self.come_back()
        *modifiers, last = [part for part in key.replace("++", "+Plus").split("+") if part]
        together = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            name = {"Ctrl": "ControlModifier", "Shift": "ShiftModifier", "Alt": "AltModifier"}[modifier]
            together |= getattr(Qt.KeyboardModifier, name)
        names = {"-": "Minus", ".": "Period"}
        self.qtbot.keyClick(self.window, getattr(Qt.Key, f"Key_{names.get(last, last)}"), together)

    def come_back(self) -> None:
        """The window is the active one again after a dialog, as a window manager makes it."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def open_card(self, experiment_id: str) -> None:
        """Go to the gallery and press the experiment's card."""
        if not self.window.gallery.isVisible():
            self.press("Ctrl+G")
        card = next(card for card in self.window.gallery.cards if card.card.id == experiment_id)
        self.click(card)
        self.until(lambda: self.window.is_training_page and self.workspace.train_page.docks._is_arranged)

    def train_for_long(self) -> None:
        """Run, with a limit that no test waits for, however fast the machine is."""
        store = self.workspace.store
        store.set(edits.replace(store.experiment, "training.limit", {"kind": "seconds", "count": 3600}))
        self.forget_changes()
        self.press("Space")

    def until_state(self, *states: str) -> None:
        """Until the run is in one of these states; a message that comes instead ends the wait."""
        self.until(lambda: self.controller.state in states or self.window.messages)
        told = [box.text() for box in self.window.messages]
        assert self.controller.state in states, f"the run is {self.controller.state}; the window says {told}"

    def until_step(self, step: int) -> None:
        self.until(lambda: self.step >= step or self.window.messages)
        assert self.step >= step, [box.text() for box in self.window.messages]

    @property
    def step(self) -> int:
        """The step that the transport bar shows."""
        label = self.workspace.train_page.transport._step_label.text()
        return int("".join(letter for letter in label if letter.isdigit()) or 0)

    def pause(self) -> None:
        self.press("Space")
        self.until_state("paused")

    def stop(self) -> None:
        self.press("Ctrl+.")
        self.until_state("stopped", "finished")

    def note(self) -> str:
        """What the status bar says on the right."""
        return self.window.status._hint.text()

    def show_view(self, kind: str) -> View:
        self.workspace.train_page.docks.bring_forward(kind)
        view = self.views[kind]
        self.until(view.isVisible)
        return view

    def type_into(self, line: QLineEdit, text: str) -> None:
        line.setFocus()
        line.selectAll()
        self.qtbot.keyClicks(line, text)

    def runs(self) -> list[Path]:
        """Folders of all runs, oldest first."""
        return sorted(runs_folder().iterdir()) if runs_folder().is_dir() else []

    def answering(self, kind: type[Dialog], answer: Callable[[Dialog], None]) -> AbstractContextManager[list[str]]:
        return answering(kind, answer)

    def pressing(self, button: QMessageBox.StandardButton) -> Callable[[QMessageBox], None]:
        return lambda box: self.click(box.button(button))

    def choosing_file(self, path: Path) -> Callable[[QFileDialog], None]:
        def choose(dialog: QFileDialog) -> None:
            line = dialog.findChild(QLineEdit, "fileNameEdit")
            assert isinstance(line, QLineEdit)
            line.setText(str(path))
            self.qtbot.keyClick(line, Qt.Key.Key_Return)

        return choose

    def typing(self, text: str) -> Callable[[QInputDialog], None]:
        def answer(dialog: QInputDialog) -> None:
            line = dialog.findChild(QLineEdit)
            assert isinstance(line, QLineEdit)
            self.type_into(line, text)
            self.qtbot.keyClick(line, Qt.Key.Key_Return)

        return answer

    @contextmanager
    def library(self) -> Iterator[RunLibraryDialog]:
        """The run library while one works in it, the newest run selected."""
        self.press("Ctrl+L")
        dialog = self.window.findChild(RunLibraryDialog)
        assert isinstance(dialog, RunLibraryDialog)
        self.until(dialog.isVisible)
        closed: list[int] = []
        dialog.finished.connect(closed.append)
        yield dialog
        if not closed:
            dialog.reject()
        self.qtbot.waitUntil(lambda: self.window.findChild(RunLibraryDialog) is None)

    def continue_run(self, more: int) -> None:
        """Let the newest run of the library go on."""
        with self.library() as dialog, self.answering(QInputDialog, self.typing(str(more))):
            self.click(dialog.continue_button)

    def forget_changes(self) -> None:
        """Whatever was edited is of no interest any more."""
        self.workspace.document._saved = self.workspace.store.experiment

    def texts(self) -> list[str]:
        return texts_of(self.window)

    def series(self, folder: Path) -> dict[str, list[tuple[int, float]]]:
        return series(folder)

    def leave(self) -> None:
        """Close the window without keeping what is unsaved, and end the engine."""
        for box in self.window.messages:
            box.close()
        if self.window.has_workspace:
            self.forget_changes()
        self.window.closing.close_unasked()
        self.window.end_engine()
        self.window.deleteLater()


@contextmanager
def answering(kind: type[Dialog], answer: Callable[[Dialog], None]) -> Iterator[list[str]]:
    """While this lasts, a modal dialog of that kind comes up and is answered; yields what it says."""
    said: list[str] = []
    timer = QTimer(interval=10)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            timer.stop()
            said.extend(texts_of(dialog))
            answer(dialog)

    timer.timeout.connect(look)
    timer.start()
    yield said
    came, _ = not timer.isActive(), timer.stop()
    assert came, f"no {kind.__name__} came up"


def texts_of(widget: QWidget) -> list[str]:
    """Every word that is on screen in a widget: of labels, buttons, boxes and lists."""
    found: list[str] = []
    for child in (widget, *widget.findChildren(QWidget)):
        if not child.isVisible():
            continue
        if isinstance(child, QLabel | QPushButton | QCheckBox):
            found.append(child.text())
        elif isinstance(child, QComboBox):
            found.append(child.currentText())
    return [text for text in found if text]


def series(folder: Path) -> dict[str, list[tuple[int, float]]]:
    """Every value of a run on disk by metric."""
    with RunFolder.open(folder) as run:
        read = {name: run.metrics(name) for name in run.metric_names()}
    return {name: list(zip(one.steps.tolist(), one.values.tolist(), strict=True)) for name, one in read.items()}


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    """Warnings are errors in the engine's process too."""
    monkeypatch.setenv("NEURAL_EXPLORER_STRICT", "1")
    person = Person(qtbot)
    yield person
    person.leave()
