"""The window's side of the engine: sends commands, gathers events, and notices when the engine is lost."""

import threading
import time
from collections import deque
from multiprocessing.connection import Connection

from explorer.commands import Command, Load, Shutdown
from explorer.engine.host import Host, HostKind, make_host
from explorer.events import CommandsTaken, EngineFailed, EngineSilent, Event, ProblemsFound, RunLoaded

RESTART_TIMEOUT_S = 1.0
CLOSE_TIMEOUT_S = 10.0
SILENT_AFTER_S = 60.0
SILENT_LOADING_AFTER_S = 300.0  # data are read, and weights may be downloaded


class EngineClient:
    """One engine, started at once; no call of this class waits, but for close() and restart().

    A reader thread unpickles events as they come; `take_events` empties what it has gathered. An engine that is gone is
    reported once, by an EngineFailed with `is_lost`; one that has not looked at a command for a minute (five while it
    loads) by an EngineSilent, and again as long after.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self._start()

    @property
    def is_alive(self) -> bool:
        return not self._is_lost and self._host.is_alive()

    @property
    def seconds_unanswered(self) -> float:
        """How long the engine has not looked at the oldest command that waits; 0 when none does."""
        return time.monotonic() - self._waiting[0] if self._waiting else 0.0

    def send(self, command: Command) -> None:
        """Hand a command to the engine; goes nowhere when the engine is lost, which take_events tells."""
        if isinstance(command, Load):
            self._run_id, self._is_loading = command.run_id, True
        try:
            self._waiting.append(time.monotonic())
            self._connection.send(command)
        except OSError:
            self._waiting.clear()

    def take_events(self) -> list[Event]:
        """Everything that has arrived since the last call, in order."""
        events: list[Event] = []
        while self._events:
            event = self._events.popleft()
            if isinstance(event, CommandsTaken):
                self._forget_waiting(event.num_taken)
                continue
            events.append(event)
            if isinstance(event, RunLoaded | ProblemsFound | EngineFailed):
                self._end_loading()
        events.extend(self._loss())
        return events

    def restart(self) -> None:
        """Replace the engine by a fresh one; what the old one had in memory is lost."""
        self._is_closing.set()
        self._host.end(0.0)
        self._reader.join(RESTART_TIMEOUT_S)
        self._connection.close()
        self._start()

    def close(self, timeout_s: float = CLOSE_TIMEOUT_S) -> None:
        """Let the engine save what runs and end; one that takes longer is ended."""
        self._is_closing.set()
        self.send(Shutdown())
        self._host.end(timeout_s)
        self._reader.join(timeout_s)
        self._connection.close()

    def _start(self) -> None:
        self._run_id = ""
        self._events: deque[Event] = deque()
        self._waiting: deque[float] = deque()  # when each command was sent that the engine has not taken
        self._num_answered = 0
        self._is_loading = self._is_lost = False
        self._silence_told = 0.0  # when it was told last
        self._is_closing = threading.Event()
        self._pipe_ended = threading.Event()
        self._connection = self._host.start()
        self._reader = threading.Thread(
            target=_read,
            args=(self._connection, self._events, self._pipe_ended),
            name="engine events",
            daemon=True,
        )
        self._reader.start()

    def _forget_waiting(self, num_taken: int) -> None:
        while self._waiting and self._num_answered < num_taken:
            self._waiting.popleft()
            self._num_answered += 1

    def _end_loading(self) -> None:
        """What was sent meanwhile begins to wait only now."""
        if self._is_loading:
            self._is_loading = False
            self._waiting = deque([time.monotonic()] * len(self._waiting))

    def _loss(self) -> list[Event]:
        if self._is_lost or self._is_closing.is_set():
            return []
        if self._pipe_ended.is_set():
            self._is_lost = True
            return [EngineFailed(self._run_id, self._host.describe_end(), is_lost=True)]
        patience = SILENT_LOADING_AFTER_S if self._is_loading else SILENT_AFTER_S
        if self.seconds_unanswered <= patience or time.monotonic() - self._silence_told <= patience:
            return []
        self._silence_told = time.monotonic()
        return [EngineSilent(self.seconds_unanswered)]


def start_engine(kind: HostKind = "process") -> EngineClient:
    """Start an engine and return at once; it tells EngineReady when it has imported torch."""
    return EngineClient(make_host(kind))


def _read(connection: Connection, events: deque[Event], ended: threading.Event) -> None:
    try:
        while True:
            events.append(connection.recv())
    except (EOFError, OSError):
        ended.set()
