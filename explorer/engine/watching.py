"""Who watches what: runs the probes that are due, within their budget, and puts the snapshots into the outbox."""

import math
import time
import traceback
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from explorer.dataset import SplitName
from explorer.engine.budget import BUDGET, FASTEST_S, intervals
from explorer.engine.given import given_batch
from explorer.engine.learner import Learner
from explorer.engine.look import Look
from explorer.engine.outbox import Outbox
from explorer.events import CHECKUPS, SENDING, ProbeFailed, ProblemsFound, SnapshotTaken
from explorer.objective import Batch
from explorer.probe import ProbeSpec
from explorer.problems import NO_SUCH_SAMPLE, PROBE_FAILED
from models.problem import InputError, Problem

SMOOTHING = 0.2
PROMPT_S = 0.1  # while a person draws: every view answers this soon, cheap ones sooner


@dataclass
class Watch:
    """One view that watches. `begun` is the moment of its last snapshot, `seen` that of the last complete one.

    `cost_s` is what a capture takes, smoothed.
    """

    probe: ProbeSpec
    is_free: bool = True  # the view has drawn its last snapshot
    has_failed: bool = False  # silent until another sample is pinned
    due_at: float = 0.0
    cost_s: float = 0.0
    begun: object = None
    seen: object = None
    memory: dict[str, object] = field(default_factory=dict)

    @property
    def is_waiting(self) -> bool:
        """Whether the view would take a snapshot."""
        return self.is_free and not self.has_failed


class Watching:
    """The watched probes of one run, by watch_id."""

    def __init__(self, run_id: str, learner: Learner, outbox: Outbox) -> None:
        self._seconds: defaultdict[str, float] = defaultdict(float)  # that looking has taken, by who looks
        self._num_captured = 0
        self._sent_before = outbox.seconds  # by another run
        self.learner = learner
        self._budget = BUDGET
        self._reserved = 0.0  # share of the time that others take for looking
        self._run_id = run_id
        self._outbox = outbox
        self._watches: dict[str, Watch] = {}
        self._split: SplitName = "validation"
        self._index = 0
        self._given: Batch | None = None
        self._prompt_at = 0.0  # when a sample that is given next has to be answered
        self._num_pins = 0

    @property
    def seconds(self) -> dict[str, float]:
        """The time that looking has taken of training so far, by who looks.

        The threads that send and hear compute beside training, but hold the interpreter's lock nearly all the time.
        """
        sending = self._seconds[SENDING] + self._outbox.seconds - self._sent_before
        return {**self._seconds, SENDING: sending}

    def follow(self, run_id: str) -> None:
        """Go on as those who watch another run of the same learner; nobody has to acknowledge what was told before."""
        self._run_id = run_id
        for watch in self._watches.values():
            watch.is_free, watch.due_at = True, 0.0

    def watch(self, watch_id: str, probe: ProbeSpec) -> None:
        self._watches[watch_id] = Watch(probe)

    def unwatch(self, watch_id: str) -> None:
        self._watches.pop(watch_id, None)

    def acknowledge(self, watch_ids: Iterable[str], seconds: float = 0.0) -> None:
        """These views have drawn what they were sent, which took the engine so many seconds to hear."""
        self._seconds[SENDING] += seconds
        for watch_id in self._watches.keys() & set(watch_ids):
            self._watches[watch_id].is_free = True

    def pin(self, split: SplitName, index: int) -> None:
        """Look at this sample from now on.

        Raises:
            InputError: when the split has no such sample.
        """
        count = len(self.learner.splits[split])
        if not 0 <= index < count:
            problem = NO_SUCH_SAMPLE.at("data", split=split, index=index, count=count, last=count - 1)
            raise InputError((problem,))
        self._split, self._index, self._given = split, index, None
        self._look_anew()

    def pin_given(self, inputs: object) -> None:
        """Look at a sample that a person made; one that does not fit the data is told, and nothing else changes."""
        try:
            self._given = given_batch(inputs, self.learner)
        except InputError as error:
            self._outbox.put(ProblemsFound(self._run_id, error.problems))
        else:
            self._look_anew(max(time.perf_counter(), self._prompt_at))

    def set_budget(self, share: float | None) -> None:
        """Let looking take this share of the time from now on; None is without limit."""
        self._budget = math.inf if share is None else share
        for watch in self._watches.values():
            watch.due_at = 0.0

    def charge(self, seconds: float, share: float) -> None:
        """Others have looked for so long, and will take this share of the time: probes get what is left of the budget.

        At least a fifth of it: however small the budget is, views shall move.
        """
        self._seconds[CHECKUPS] += seconds
        self._reserved = share

    def capture_due(self, now: float) -> None:
        """While training runs: take the snapshots whose time has come."""
        due = {name: watch for name, watch in self._watches.items() if watch.is_waiting and now >= watch.due_at}
        if due:
            began = time.perf_counter()
            self._capture(due, self._look(at_leisure=False), self.learner.step, began)
            self._space_out(due, now)

    def capture_unseen(self, moment: object) -> None:
        """While training waits: take every snapshot that has not been taken at this moment yet."""
        current = (moment, self._num_pins)
        due = {name: watch for name, watch in self._watches.items() if watch.is_waiting and watch.seen != current}
        if due:
            self._capture(due, self._look(at_leisure=True), current, time.perf_counter())

    def _look(self, at_leisure: bool) -> Look:
        return Look(self.learner, self._split, self._index, at_leisure, given=self._given)

    def _look_anew(self, due_at: float = 0.0) -> None:
        self._num_pins += 1
        self._prompt_at = due_at + PROMPT_S
        for watch in self._watches.values():
            watch.due_at, watch.has_failed = min(watch.due_at, due_at), False

    def _capture(self, due: dict[str, Watch], look: Look, moment: object, began: float) -> None:
        """Let all of them look; what was done since `began` to prepare that counts as the first one's time."""
        for watch_id, watch in due.items():
            look.memory, look.goes_on, look.is_complete = watch.memory, watch.begun == moment, True
            watch.begun = watch.seen = moment
            try:
                snapshot = watch.probe.capture(look)
            except InputError as error:
                self._fail(watch_id, watch, error.problems[0])
            except Exception as error:  # a probe that breaks must not end training
                traceback.print_exc()
                self._fail(watch_id, watch, PROBE_FAILED.at("", cause=repr(error)))
            else:
                watch.is_free = False
                watch.seen = moment if look.is_complete else None
                event = SnapshotTaken(self._run_id, watch_id, look.step, snapshot)
                self._outbox.put_snapshot(f"snapshot {watch_id}", event)
            ended = time.perf_counter()
            seconds, began = ended - began, ended
            watch.cost_s += (seconds - watch.cost_s) * (SMOOTHING if watch.cost_s else 1.0)
            self._num_captured += 1
            self._seconds[watch_id] += 0.0 if look.at_leisure else seconds

    def _fail(self, watch_id: str, watch: Watch, problem: Problem) -> None:
        watch.has_failed = True
        self._outbox.put_latest(f"snapshot {watch_id}", ProbeFailed(self._run_id, watch_id, problem))

    def _space_out(self, due: dict[str, Watch], now: float) -> None:
        sending_s = self.seconds[SENDING] / max(1, self._num_captured)
        costs_s = {name: watch.cost_s + sending_s for name, watch in self._watches.items()}
        spaced = intervals(costs_s, max(self._budget - self._reserved, self._budget / 5))
        for name, watch in due.items():
            watch.due_at = max(watch.due_at + spaced[name], now + spaced[name] - FASTEST_S / 2)
