"""What is known of the data that are looked at, and the one way to ask more about them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from explorer.dataset import DatasetSpec
from explorer.exploring.look_at_data import FirstLook, LookAtData
from explorer.exploring.overview import Overview
from explorer.jobs.job import Job
from models.problem import Problem
from ui.jobs import Errand, Jobs

Progress = Callable[[float | None, object, object], object]


class DataLook(QObject):
    """Answers to questions about data that are no longer looked at are dropped, and such questions cancelled."""

    begun = Signal()  # these data are loaded now, and nothing is known of them yet
    looked = Signal(object)  # FirstLook
    failed = Signal(object)  # tuple[Problem, ...]: the data cannot be looked at
    stopped = Signal()  # the person does not want to wait
    progressed = Signal(object, object)  # share or None, Text or None

    def __init__(self, jobs: Callable[[], Jobs], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.data: DatasetSpec | None = None
        self.answer: FirstLook | tuple[Problem, ...] | None = None
        self._loading: Errand | None = None
        self._errands: dict[int, Errand] = {}

    @property
    def overview(self) -> Overview | None:
        return self.answer.overview if isinstance(self.answer, FirstLook) else None

    @property
    def is_loading(self) -> bool:
        return self._loading is not None

    def look_at(self, data: DatasetSpec, *, again: bool = False) -> None:
        """Look at these data, unless that is done or under way; `again` in any case."""
        if data == self.data and not again and (self.is_loading or self.answer is not None):
            return
        for errand in list(self._errands.values()):
            errand.cancel()
        self._errands.clear()
        self.data, self.answer = data, None
        self.begun.emit()
        self._loading = self.ask(LookAtData(data), self._on_looked, self._on_failed, self._on_progressed)
        self._loading.cancelled.connect(self._on_stopped)

    def stop(self) -> None:
        """Do not wait for the data."""
        if self._loading is not None:
            self._loading.cancel()

    def ask(
        self,
        job: Job,
        done: Callable[..., object],
        failed: Callable[[tuple[Problem, ...]], object] | None = None,
        progressed: Progress | None = None,
    ) -> Errand:
        """Ask about these data; nobody hears an answer that comes when others are looked at."""
        errand = self._jobs().start(job)
        number = errand.number
        self._errands[number] = errand

        def is_wanted() -> bool:
            return number in self._errands

        errand.done.connect(lambda result: done(result) if is_wanted() else None)
        errand.failed.connect(lambda found: (failed or self._on_failed)(found) if is_wanted() else None)
        if progressed is not None:
            errand.progressed.connect(lambda *told: progressed(*told) if is_wanted() else None)
        errand.ended.connect(lambda: self._errands.pop(number, None))
        return errand

    def _on_looked(self, answer: FirstLook) -> None:
        self._loading, self.answer = None, answer
        self.looked.emit(answer)

    def _on_failed(self, problems: tuple[Problem, ...]) -> None:
        self._loading, self.answer = None, problems
        self.failed.emit(problems)

    def _on_progressed(self, done: float | None, text: object, _part: object) -> None:
        self.progressed.emit(done, text)

    def _on_stopped(self) -> None:
        if self._loading is not None and not self._loading.is_under_way:
            self._loading = None
            self.stopped.emit()
