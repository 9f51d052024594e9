"""A desk to test the window at: the real window, and an engine that the test speaks for."""

import multiprocessing
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.commands import Command, Load, Play
from explorer.events import Device, EngineReady, Event, RunLoaded, StateChanged
from ui.main_window import MainWindow
from ui.settings import Settings


class EngineDouble:
    """A host for EngineClient. `commands` are what the window asked for, `say` is what the engine tells."""

    def __init__(self) -> None:
        self._end: Connection | None = None
        self.num_starts = 0

    def prepare(self) -> None:
        """Nothing has to come up."""

    def start(self) -> Connection:
        ours, self._end = multiprocessing.Pipe()
        self.num_starts += 1
        return ours

    def is_alive(self) -> bool:
        return self._end is not None and not self._end.closed

    def end(self, timeout_s: float) -> None:
        if self._end is not None:
            self._end.close()

    def describe_end(self) -> str:
        return "The engine was killed."

    def commands(self) -> list[Command]:
        """Everything that was asked for since the last call."""
        assert self._end is not None
        taken = []
        while self._end.poll():
            taken.append(self._end.recv())
        return taken

    def say(self, *events: Event) -> None:
        """Tell the window something."""
        assert self._end is not None
        for event in events:
            self._end.send(event)

    def is_ready(self) -> None:
        """Torch is imported."""
        self.say(EngineReady((Device("cpu", "cpu"), Device("cuda:0", "cuda:0", 2**34)), "2"))


class Desk:
    """A window, its engine's double, and what a person sees of both."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.engine = qtbot, EngineDouble()
        self.history: list[Command] = []
        self._unread: list[Command] = []
        self.window = MainWindow(self.engine, Settings())
        self.window.show()
        qtbot.waitUntil(lambda: self.window.has_workspace, timeout=20_000)

    def open(self, name: str = "mlp-digits") -> None:
        self.window.files.open_named(name)

    def sent(self, kind: type, seconds: float = 5.0) -> Command:
        """The next command of this kind that reaches the engine, past all others; `history` keeps all."""
        found: list[Command] = []

        def look() -> bool:
            new = self.engine.commands()
            self.history.extend(new)
            self._unread.extend(new)
            while self._unread and not found:
                command = self._unread.pop(0)
                found.extend([command] if isinstance(command, kind) else [])
            return bool(found)

        self.qtbot.waitUntil(look, timeout=round(seconds * 1000))
        return found[0]

    def start(self) -> str:
        """Press Run and let the engine load; returns the run's id."""
        self.qtbot.mouseClick(self.window.workspace.train_page.transport.run, Qt.MouseButton.LeftButton)
        command = self.sent(Load)
        assert isinstance(command, Load)
        self.engine.say(
            RunLoaded(command.run_id, command.folder, "cpu", 1, 1000, 40, 400), StateChanged(command.run_id, "paused")
        )
        self.sent(Play)
        self.engine.say(StateChanged(command.run_id, "running"))
        self.until(lambda: self.window.workspace.controller.state == "running")
        return command.run_id

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=5000)


@pytest.fixture
def engine() -> EngineDouble:
    return EngineDouble()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    for box in desk.window.messages:
        box.close()
    desk.window.closing.close_unasked()
    desk.window.end_engine()
    desk.window.deleteLater()
