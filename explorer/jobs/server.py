"""The jobs process: each job on a thread of its own, until the window says that it is enough."""

import signal
import threading
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection

from explorer.jobs.job import Cancelled, Job
from explorer.jobs.messages import Answer, Begin, Cancel, Done, End, Failed, Progressed, Request, WasCancelled
from explorer.jobs.problems import JOB_FAILED, NO_DISK
from models.problem import InputError
from models.text import Text

REPORT_INTERVAL_S = 0.05  # nobody reads faster
END_S = 2.0  # to leave nothing half-made behind


def run_in_process(connection: Connection) -> None:
    """What the process does from beginning to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the window's to understand
    serve(connection)


def serve(connection: Connection) -> None:
    """Do what the other end asks for; returns when it says End, or is gone."""
    server = _Server(connection)
    try:
        while not isinstance(request := connection.recv(), End):
            server.take(request)
    except (EOFError, OSError):
        pass
    finally:
        server.end()
        connection.close()


class _Server:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()  # of sending
        self._running: dict[int, tuple[threading.Thread, threading.Event]] = {}

    def take(self, request: Request) -> None:
        match request:
            case Begin(number, job):
                stop = threading.Event()
                # A daemon: what hangs in the network or a disk must not keep the process from ending.
                thread = threading.Thread(target=self._do, args=(number, job, stop), name=f"job {number}", daemon=True)
                self._running[number] = thread, stop
                thread.start()
            case Cancel(number):
                if number in self._running:
                    self._running[number][1].set()

    def end(self) -> None:
        running = list(self._running.values())
        for _, stop in running:
            stop.set()
        ends = time.monotonic() + END_S
        for thread, _ in running:
            thread.join(max(0.0, ends - time.monotonic()))

    def _do(self, number: int, job: Job, stop: threading.Event) -> None:
        answer = outcome(number, job, _Reporting(number, stop, self._send))
        self._running.pop(number, None)
        self._send(answer)

    def _send(self, answer: Answer) -> None:
        with self._lock:
            try:
                self._connection.send(answer)
            except OSError:
                return  # nobody is there any more, and serve() hears of it
            except Exception as error:
                traceback.print_exc()
                self._connection.send(Failed(answer.number, (JOB_FAILED.at("", cause=str(error)),)))


def outcome(number: int, job: Job, report: "_Reporting") -> Answer:
    """Do the job to its end, whatever that is."""
    try:
        return Done(number, job.run(report))
    except Cancelled:
        return WasCancelled(number)
    except InputError as error:
        return Failed(number, error.problems)
    except OSError as error:
        return Failed(number, (NO_DISK.at("", cause=str(error)),))
    except Exception as error:
        traceback.print_exc()  # for those who mend it
        return Failed(number, (JOB_FAILED.at("", cause=f"{type(error).__name__}: {error}"),))


class _Reporting:
    """Passes on what a job tells, but not more often than anybody can read; parts of results always."""

    def __init__(self, number: int, stop: threading.Event, send: Callable[[Answer], None]) -> None:
        self._number, self._stop, self._send = number, stop, send
        self._next = 0.0

    def __call__(self, done: float | None, text: Text | None = None, part: object = None) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if part is not None or now >= self._next:
            self._next = now + REPORT_INTERVAL_S
            self._send(Progressed(self._number, done, text, part))
