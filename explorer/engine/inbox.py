"""Commands on their way to the training thread: a reader thread takes them off the pipe, training only glances.

Acknowledgements, of which there are dozens in a second, wait apart: they interrupt nothing.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import NamedTuple

from explorer.commands import Acknowledge, Command, Shutdown


class Heard(NamedTuple):
    """An acknowledgement, and how many seconds of a processor it took to hear it."""

    command: Acknowledge
    seconds: float


class Inbox:
    """`pending` is empty nearly always; testing it costs a few nanoseconds, so training does it between phases.

    When the other end of the pipe is gone, a Shutdown arrives and `on_lost` is called once, on the reader thread.
    """

    def __init__(self, connection: Connection, on_lost: Callable[[], None]) -> None:
        self.pending: deque[Command] = deque()
        self.acknowledged: deque[Heard] = deque()
        self._connection = connection
        self._on_lost = on_lost
        self._arrived = threading.Event()
        self._is_ended = False
        self._since = 0.0  # when the oldest command that is pending arrived
        self.waited_s = 0.0  # how long the oldest of those taken last had to wait
        self._thread = threading.Thread(target=self._read, name="engine inbox", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def take(self) -> list[Command]:
        """Everything that has arrived, in order."""
        self._arrived.clear()
        self.waited_s = time.perf_counter() - self._since if self.pending else 0.0
        return [self.pending.popleft() for _ in range(len(self.pending))]

    def wait(self, longest_s: float | None = None) -> None:
        """Until a command arrives, or an acknowledgement, for so many seconds at most."""
        self._arrived.wait(longest_s)

    def end(self) -> None:
        """Let a Shutdown have arrived, whatever the window says."""
        self._is_ended = True
        self._hand_over(Shutdown())

    def join(self) -> None:
        """After a Shutdown, which is the last thing that is read."""
        if not self._is_ended:
            self._thread.join()

    def _read(self) -> None:
        command: Command | None = None
        try:
            while not isinstance(command, Shutdown):
                began = time.thread_time()
                command = self._connection.recv()
                if isinstance(command, Acknowledge):
                    self.acknowledged.append(Heard(command, time.thread_time() - began))
                    self._arrived.set()
                else:
                    self._hand_over(command)
        except (EOFError, OSError):
            self._hand_over(Shutdown())
            self._on_lost()

    def _hand_over(self, command: Command) -> None:
        if not self.pending:
            self._since = time.perf_counter()
        self.pending.append(command)
        self._arrived.set()
