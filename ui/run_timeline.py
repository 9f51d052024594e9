"""Keeps the time of the run: follows what the engine tells of it, and brings it to another step."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from explorer.changes import Mark
from explorer.events import Event, ProblemsFound, Progress, RunLoaded, StateChanged, TimelineChanged
from explorer.runs.branches import Branch
from explorer.runs.problems import DISK_FULL, NOT_WRITABLE
from ui.rewind_pacer import RewindPacer
from ui.run_time import RunTime

REFUSALS = (DISK_FULL, NOT_WRITABLE)  # a run that cannot be saved at its head is not left


class RunTimeline(QObject):
    """What is asked of a run while it is being brought somewhere waits until it has arrived."""

    changed = Signal(object)  # RunTime
    rewind_due = Signal(int)  # the engine is to be asked for this step, at most some twenty times a second

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = RunTime()
        self._held: list[Callable[[], None]] = []  # to be done at the target
        self._is_for_head = False  # the target is the head, however far that turns out to be
        self._pacer = RewindPacer(self)
        self._pacer.passed.connect(self.rewind_due)

    @property
    def is_on_its_way(self) -> bool:
        return self.now.target is not None

    def begin(self) -> None:
        """Another run, or none."""
        self._drop()
        self._show(RunTime())

    def take(self, event: Event) -> None:
        """Follow what the engine tells of the run."""
        match event:
            case RunLoaded():
                self._show(self.now.loaded(event))
            case Progress():
                self._show(self.now.told(event))
            case TimelineChanged():
                self._show(self.now.changed(event))
                self._follow_head()
            case StateChanged(state="paused" | "finished") if not self.is_on_its_way:
                self._is_for_head = False
                held, self._held = self._held, []
                for do in held:
                    do()
            case StateChanged(state="stopped" | "failed"):
                self.give_up()
            case ProblemsFound() if any(problem.kind in REFUSALS for problem in event.problems):
                self.give_up()

    def rewind(self, step: int) -> None:
        """Bring the run to this step, in good time; the latest one wins. At its head it has nowhere to go but back."""
        if step == self.now.target or (step >= self.now.head and not self.now.is_behind):
            return
        self._held, self._is_for_head = [], step >= self.now.head
        self._ask(step)

    def hurry(self) -> None:
        """Nothing more is to come: ask for the newest step now."""
        self._pacer.flush()

    def when_arrived(self, do: Callable[[], None]) -> None:
        """Do this now, or as soon as the run stands where it is being brought."""
        if self.is_on_its_way:
            self._pacer.flush()
            self._held.append(do)
        else:
            do()

    def give_up(self) -> None:
        """Whatever it was on its way to, the run stands where the engine says, and nothing waits any more."""
        self._drop()
        if self.is_on_its_way:
            self._show(self.now.given_up())

    def fork(self, run_id: str, title: str) -> None:
        """The run goes on from here as another one; `run_id` is the one before."""
        self._show(self.now.forked(run_id, title))

    def go_back_to(self, time: RunTime) -> None:
        """The fork did not come about."""
        self._drop()
        self._show(time)

    def look_back(self, head: int, marks: tuple[Mark, ...], branches: tuple[Branch, ...]) -> None:
        """A run of the library, which nobody holds: how far it came, its changes, and its place in the tree of runs."""
        self._show(RunTime(step=head, head=head, num_steps=head, marks=marks, branches=branches))

    def show_branches(self, branches: tuple[Branch, ...]) -> None:
        """Other runs that share steps with this one, as the runs folder tells."""
        self._show(replace(self.now, branches=branches))

    def _follow_head(self) -> None:
        """A run that was on the move when it was left had come further than had been told."""
        if self._is_for_head and self.now.place < self.now.head:
            self._ask(self.now.head)

    def _ask(self, step: int) -> None:
        self._show(self.now.asked(step))
        assert self.now.target is not None
        self._pacer.ask(self.now.target)

    def _drop(self) -> None:
        self._held, self._is_for_head = [], False
        self._pacer.forget()

    def _show(self, time: RunTime) -> None:
        if time != self.now:
            self.now = time
            self.changed.emit(time)
