"""The window's side of the engine: sends commands, gathers events, and notices when the engine is lost."""

import threading
from collections import deque
from multiprocessing.connection import Connection

from explorer.commands import Command, Load, Shutdown
from explorer.engine.host import Host, HostKind, make_host
from explorer.engine.messages import events_of
from explorer.engine.patience import Patience
from explorer.events import CommandsTaken, EngineFailed, Event

RESTART_TIMEOUT_S = 1.0
CLOSE_TIMEOUT_S = 10.0


class EngineClient:
    """One engine, started at once; no call of this class waits, but for close() and restart().

    A reader thread unpickles events as they come; `take_events` empties what it has gathered. An engine that is gone is
    reported once, by an EngineFailed with `is_lost`; one that has not looked at a command for a minute (five while it
    loads), or has not paused for three seconds, by an EngineSilent, and later again.
    """

    def __init__(self, host: Host) -> None:
        self._host = host
        self._start()

    @property
    def is_alive(self) -> bool:
        return not self._is_lost and self._host.is_alive()

    def send(self, command: Command) -> None:
        """Hand a command to the engine; goes nowhere when the engine is lost, which take_events tells."""
        if isinstance(command, Load):
            self._run_id = command.run_id
        self._patience.sent(command)
        try:
            self._connection.send(command)
        except OSError:
            self._patience.lost()

    def take_events(self) -> list[Event]:
        """Everything that has arrived since the last call, in order."""
        events: list[Event] = []
        while self._events:
            event = self._events.popleft()
            self._patience.heard(event)
            if not isinstance(event, CommandsTaken):
                events.append(event)
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
        self._patience = Patience()
        self._is_lost = False
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

    def _loss(self) -> list[Event]:
        if self._is_lost or self._is_closing.is_set():
            return []
        if self._pipe_ended.is_set():
            self._is_lost = True
            return [EngineFailed(self._run_id, self._host.describe_end(), is_lost=True)]
        overdue = self._patience.overdue()
        return [] if overdue is None else [overdue]


def start_engine(kind: HostKind = "process") -> EngineClient:
    """Start an engine and return at once; it tells EngineReady when it has imported torch."""
    return EngineClient(make_host(kind))


def _read(connection: Connection, events: deque[Event], ended: threading.Event) -> None:
    try:
        while True:
            events.extend(events_of(connection.recv_bytes()))
    except (EOFError, OSError):
        ended.set()
