"""Jobs as the window sees them: one object per job under way, whose signals tell what becomes of it."""

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.engine.host import HostKind
from explorer.jobs.client import JobsClient
from explorer.jobs.job import Job
from explorer.jobs.messages import Answer, Done, Failed, Progressed, WasCancelled

INTERVAL_MS = 30


class Errand(QObject):
    """A job under way: ends with exactly one of `done`, `failed` and `cancelled`, and then with `ended`.

    It lives as long as the job does, or as somebody keeps it.
    """

    progressed = Signal(object, object, object)  # share in [0, 1] or None, Text or None, a part of the result
    done = Signal(object)  # the result
    failed = Signal(object)  # tuple[Problem, ...]
    cancelled = Signal()
    ended = Signal()

    def __init__(self, job: Job, number: int, jobs: "Jobs") -> None:
        super().__init__()
        self.job, self.number = job, number
        self.is_under_way = True
        self._jobs = jobs

    def cancel(self) -> None:
        """Ask it to stop; `cancelled` tells when it has, unless it was done before."""
        if self.is_under_way:
            self._jobs.client.cancel(self.number)

    def take(self, answer: Answer) -> None:
        """Tell those who listen."""
        if isinstance(answer, Progressed):
            self.progressed.emit(answer.done, answer.text, answer.part)
            return
        self.is_under_way = False
        match answer:
            case Done(_, result):
                self.done.emit(result)
            case Failed(_, problems):
                self.failed.emit(problems)
            case WasCancelled():
                self.cancelled.emit()
        self.ended.emit()


class Jobs(QObject):
    """Begins jobs and brings their answers into the window; asks for them only while there is something to wait for."""

    changed = Signal()  # a job has begun or ended

    def __init__(self, host: HostKind = "process", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.client = JobsClient(host)
        self._errands: dict[int, Errand] = {}
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._bring)

    @property
    def under_way(self) -> tuple[Errand, ...]:
        """What is being done, the oldest first."""
        return tuple(self._errands.values())

    def start(self, job: Job) -> Errand:
        """Begin a job."""
        number = self.client.begin(job)
        errand = self._errands[number] = Errand(job, number, self)
        self._timer.start()
        self.changed.emit()
        return errand

    def close(self) -> None:
        """The window closes: everything is cancelled, and nothing more is told."""
        self._timer.stop()
        self.client.close()
        self._errands.clear()

    def _bring(self) -> None:
        for answer in self.client.take():
            errand = self._errands.get(answer.number)
            if errand is None:
                continue
            if not isinstance(answer, Progressed):
                del self._errands[answer.number]
                self.changed.emit()
            errand.take(answer)
        if not self._errands:
            self._timer.stop()
