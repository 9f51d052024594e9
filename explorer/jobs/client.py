"""The window's side of the jobs process: starts it when there is something to do, and notices when it is lost."""

import atexit
import multiprocessing
import threading
from collections import deque
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from explorer.engine.host import HostKind
from explorer.jobs.job import Job
from explorer.jobs.messages import Answer, Begin, Cancel, Done, End, Failed, Request, WasCancelled
from explorer.jobs.problems import JOBS_LOST

CLOSE_TIMEOUT_S = 5.0


class JobsClient:
    """Begins jobs by number and gathers what they tell; no call waits, but for close()."""

    def __init__(self, host: HostKind = "process") -> None:
        self._host = host
        self._worker: _Worker | None = None
        self._last = 0

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way, or has been told and not yet been taken."""
        return self._worker is not None and self._worker.is_busy

    def begin(self, job: Job) -> int:
        """Begin a job; returns its number. A process that is lost is replaced once its end has been told."""
        self._last += 1
        if self._worker is None:
            self._worker = _Worker(self._host)
        self._worker.begin(self._last, job)
        return self._last

    def cancel(self, number: int) -> None:
        """Ask a job to stop; it tells when it has."""
        if self._worker is not None:
            self._worker.send(Cancel(number))

    def take(self) -> list[Answer]:
        """What has been told since the last call, in order; each job ends once, also when its process is lost."""
        if self._worker is None:
            return []
        answers, is_lost = self._worker.take()
        if is_lost:
            self._worker.close()
            self._worker = None
        return answers

    def close(self) -> None:
        """Cancel everything and let the process end; one that takes longer is ended."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None


class _Worker:
    """One process, or thread, with the pipe to it and what it was asked for."""

    def __init__(self, host: HostKind) -> None:
        self._connection, theirs = multiprocessing.get_context("spawn").Pipe()
        self._process: BaseProcess | None = None
        if host == "process":
            self._process = _spawned(theirs)
            theirs.close()
        else:
            self._thread = threading.Thread(target=_serve, args=(theirs,), name="jobs", daemon=True)
            self._thread.start()
        self._under_way: set[int] = set()
        self._answers: deque[Answer] = deque()
        self._is_lost = threading.Event()
        self._reader = threading.Thread(target=self._read, name="job answers", daemon=True)
        self._reader.start()

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way or self._answers)

    def begin(self, number: int, job: Job) -> None:
        self._under_way.add(number)
        self.send(Begin(number, job))

    def send(self, request: Request) -> None:
        """Goes nowhere when the process is lost, which `take` tells."""
        try:
            self._connection.send(request)
        except OSError:
            self._is_lost.set()

    def take(self) -> tuple[list[Answer], bool]:
        """What has been told, and whether nothing more will be: then whatever was under way has failed."""
        is_lost = self._is_lost.is_set()  # asked first: whatever was told before that is here
        answers: list[Answer] = []
        while self._answers:
            answers.append(self._answers.popleft())
        self._under_way -= {answer.number for answer in answers if isinstance(answer, Done | Failed | WasCancelled)}
        if is_lost:
            answers += [Failed(number, (JOBS_LOST.at(""),)) for number in sorted(self._under_way)]
            self._under_way.clear()
        return answers, is_lost

    def close(self) -> None:
        self.send(End())
        if self._process is not None:
            self._process.join(CLOSE_TIMEOUT_S)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
            atexit.unregister(self._process.terminate)
            self._process.close()
        else:
            self._thread.join(CLOSE_TIMEOUT_S)
        self._reader.join(CLOSE_TIMEOUT_S)
        self._connection.close()

    def _read(self) -> None:
        try:
            while True:
                self._answers.append(self._connection.recv())
        except (EOFError, OSError):
            self._is_lost.set()


def _spawned(connection: Connection) -> BaseProcess:
    context = multiprocessing.get_context("spawn")
    # No daemon: such a process may have no processes of its own, and those read data.
    process = context.Process(target=_serve_in_process, args=(connection,), name="neural-explorer-jobs", daemon=False)
    process.start()
    atexit.register(process.terminate)  # else the end of this process would wait for it
    return process


# Imported only where it runs.
def _serve_in_process(connection: Connection) -> None:
    from explorer.jobs.server import run_in_process

    run_in_process(connection)


def _serve(connection: Connection) -> None:
    from explorer.jobs.server import serve

    serve(connection)
