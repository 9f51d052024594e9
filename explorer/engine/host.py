"""Where an engine runs: in a process of its own, or on a thread of this one; importing this brings no torch."""

import atexit
import multiprocessing
import threading
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Literal, Protocol

HostKind = Literal["process", "thread"]


class Host(Protocol):
    """Starts engines, one at a time."""

    def prepare(self) -> None:
        """Let the next engine come up already now, if that can be done beside this process's own work."""

    def start(self) -> Connection:
        """Start an engine; returns the window's end of the pipe."""

    def is_alive(self) -> bool: ...

    def end(self, timeout_s: float) -> None:
        """Wait so long for the engine to end by itself, then end it."""

    def describe_end(self) -> str:
        """How the engine ended, for a report."""


class ProcessHost:
    """The usual way: training has a process, and a Python interpreter lock, of its own."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._prepared: Connection | None = None

    def prepare(self) -> None:
        self._prepared = self._spawn()

    def start(self) -> Connection:
        connection, self._prepared = self._prepared or self._spawn(), None
        return connection

    def _spawn(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        # No daemon: such a process may have no processes of its own, and those read data.
        process = context.Process(target=_serve_in_process, args=(theirs,), name="neural-explorer-engine", daemon=False)
        process.start()
        atexit.register(process.terminate)  # else the end of this process would wait for it
        theirs.close()
        self._process = process
        return ours

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def is_alive(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def end(self, timeout_s: float) -> None:
        if self._process is None:
            return
        self._process.join(timeout_s)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        atexit.unregister(self._process.terminate)

    def describe_end(self) -> str:
        self.end(1.0)
        return f"The engine's process ended with exit code {self._process.exitcode if self._process else None}."


class ThreadHost:
    """For tests, notebooks and debuggers: the same engine over the same pipe, without a second process.

    Training then shares this process's interpreter lock and torch's global random state.
    """

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None

    def prepare(self) -> None:
        """A thread would only get in the way of this process's own start."""

    def start(self) -> Connection:
        ours, theirs = multiprocessing.Pipe()
        self._thread = threading.Thread(target=_serve_on_thread, args=(theirs,), name="engine", daemon=True)
        self._thread.start()
        return ours

    def is_alive(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def end(self, timeout_s: float) -> None:
        if self._thread is not None:
            self._thread.join(timeout_s)  # a thread cannot be ended from outside

    def describe_end(self) -> str:
        return "The engine's thread has ended."


def make_host(kind: HostKind) -> Host:
    return ProcessHost() if kind == "process" else ThreadHost()


# Both import the server, and with it all specs, only where it runs: the window starts its engine before anything else.
def _serve_in_process(connection: Connection) -> None:
    from explorer.engine.threads import let_idle_threads_sleep

    let_idle_threads_sleep()
    from explorer.engine import server

    server.run_in_process(connection)


def _serve_on_thread(connection: Connection) -> None:
    from explorer.engine import server

    server.run(connection, _stay)


def _stay() -> None:
    """The thread's engine ends by the Shutdown that a lost pipe stands for."""
