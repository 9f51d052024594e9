"""What is being fetched: one after the other in the jobs process, whether a dialog shows it or not."""

from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from explorer.fetching.fetch import Fetch, known
from explorer.folders import data_folder
from models.problem import Problem
from models.text import Text
from ui.jobs import Errand, Jobs

Stage = Literal["absent", "queued", "running", "failed", "here"]


@dataclass(frozen=True)
class FetchState:
    """How it stands with some data; `done` is the share of what is being done, None where nobody knows."""

    stage: Stage
    done: float | None = None
    words: Text | None = None
    problems: tuple[Problem, ...] = ()


class Fetches(QObject):
    """The queue. Data are named by their ids; what was asked for twice is fetched once."""

    changed = Signal(str)  # the state of these data is another one
    fetched = Signal(str)  # these data are here now
    failed = Signal(str, object)  # these data could not be fetched: tuple[Problem, ...]

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._queue: list[str] = []
        self._states: dict[str, FetchState] = {}  # of what is queued, running or has failed
        self._errand: Errand | None = None
        self.current = ""  # what is being fetched now

    def state(self, kind: str) -> FetchState:
        """How it stands with the data of that id, as a glance at the disk tells where nothing is going on."""
        if kind in self._states:
            return self._states[kind]
        return FetchState("absent" if known(kind).missing(data_folder()) else "here")

    @property
    def waiting(self) -> tuple[str, ...]:
        """What is fetched after the current one."""
        return tuple(self._queue)

    def fetch(self, kind: str) -> None:
        """Fetch these data, after those that were asked for before."""
        if self.state(kind).stage in ("queued", "running", "here"):
            return
        self._queue.append(kind)
        self._set(kind, FetchState("queued"))
        self._begin_next()

    def cancel(self, kind: str) -> None:
        """Do not fetch these data any more; what has arrived is kept for the next time."""
        if kind in self._queue:
            self._queue.remove(kind)
            self._forget(kind)
        elif kind == self.current and self._errand is not None:
            self._errand.cancel()

    def cancel_all(self) -> None:
        """Stop everything."""
        for kind in list(self._states):
            self.cancel(kind)

    def _begin_next(self) -> None:
        if self._errand is not None or not self._queue:
            return
        kind = self.current = self._queue.pop(0)
        errand = self._errand = self._jobs.start(Fetch.of(kind))
        errand.progressed.connect(self._on_progressed)
        errand.done.connect(lambda _fetched: self._on_done(kind))
        errand.failed.connect(lambda problems: self._on_failed(kind, problems))
        errand.cancelled.connect(lambda: self._forget(kind))
        errand.ended.connect(self._on_ended)
        self._set(kind, FetchState("running"))

    def _on_progressed(self, done: float | None, words: Text | None, _part: object) -> None:
        before = self._states.get(self.current)
        if before is not None:
            self._set(self.current, replace(before, done=done, words=words or before.words))

    def _on_done(self, kind: str) -> None:
        self._forget(kind)
        self.fetched.emit(kind)

    def _on_failed(self, kind: str, problems: tuple[Problem, ...]) -> None:
        self._set(kind, FetchState("failed", problems=problems))
        self.failed.emit(kind, problems)

    def _on_ended(self) -> None:
        self._errand, self.current = None, ""
        self._begin_next()

    def _set(self, kind: str, state: FetchState) -> None:
        self._states[kind] = state
        self.changed.emit(kind)

    def _forget(self, kind: str) -> None:
        self._states.pop(kind, None)
        self.changed.emit(kind)
