"""The timeline of a run: states of the learner to come back to, how far the run has come, and what was changed when."""

import statistics
import time
from bisect import bisect_right
from collections import deque
from collections.abc import Mapping

from explorer.changes import AnyChange, Mark
from explorer.engine.learner import Learner
from explorer.engine.state import LearnerState, num_bytes, restore, state_from_arrays, state_of
from explorer.engine.thinning import least_missed
from explorer.runs.marks import as_marks
from explorer.runs.problems import MOMENT_DAMAGED
from explorer.runs.run_folder import RunFolder
from models.problem import InputError, Problem

BUDGET_BYTES = 512 * 2**20
MOST = 512  # reached well within a minute: from then on the engine's memory stays as it is
SHARE = 0.01  # of the time may go into taking states; large ones are taken less often
FIRST_INTERVAL_S = 0.05  # until as many are kept as there is room for
INTERVAL_S = 0.1


class Timeline:
    """Keeps states in memory within a budget, the fewer the longer ago; the first and the last one always.

    The checkpoints in the run's folder, one of every minute among them, can be come back to as well, and so can the
    moments that were kept when the run was let go: they are read when they are needed.
    A learner behind the head replays: the same steps with the same numbers.
    """

    def __init__(
        self,
        learner: Learner,
        folder: RunFolder | None = None,
        start: LearnerState | None = None,
        budget_bytes: int = BUDGET_BYTES,
    ) -> None:
        """`start` is the state at step 0, where the learner has been taken up later than there."""
        self._learner = learner
        self._folder = folder
        self._budget_bytes = budget_bytes
        self._states: dict[int, LearnerState] = {}  # ascending by step
        self.num_bytes = 0  # what they take in memory
        self._costs_s: deque[float] = deque(maxlen=5)  # a machine that was busy for a moment leaves no long gap
        self._next = 0.0
        self._is_full = False  # for every new one another has to go
        self._spare: LearnerState | None = None  # one that went, for the next one to take its memory
        self._stored = () if folder is None else folder.moments()  # on disk, of the run's life before
        self._damaged: dict[int, Problem] = {}  # of what is on disk, by step
        self._num_told = 0
        if start is not None:
            self._add(int(start.scalars["step"]), start)
        self.keep()

    @property
    def is_replaying(self) -> bool:
        """Whether the learner stands behind the head."""
        return self._learner.replays_until > 0

    @property
    def head(self) -> int:
        """The step that the run has come to."""
        return self._learner.replays_until or self._learner.step

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps whose states are kept, ascending."""
        return tuple(self._states)

    @property
    def moments(self) -> tuple[int, ...]:
        """The steps that can be come back to without a replay, ascending."""
        return tuple(sorted({*self._states, *self._stored} - set(self._damaged))) if self._stored else self.steps

    @property
    def states(self) -> Mapping[int, LearnerState]:
        """What is kept in memory, by step."""
        return self._states

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every change, in the order of the steps."""
        return as_marks(self._learner.changes)

    def keep_due(self, now: float) -> None:
        """After a step: keep the learner's state when it is time."""
        if now >= self._next:
            started = time.perf_counter()
            self.keep()
            self._costs_s.append(time.perf_counter() - started)
            interval_s = INTERVAL_S if self._is_full else FIRST_INTERVAL_S
            self._next = now + max(interval_s, statistics.median(self._costs_s) / SHARE)

    def keep(self) -> None:
        """Keep the state of this step, between two steps only."""
        step = self._learner.step
        for last in list(self._states.values())[-1:]:
            last.settle()
        if step not in self._states:
            spare, self._spare = self._spare, None
            self._add(step, state_of(self._learner, spare))

    def keep_head(self) -> None:
        """Keep the state at the head as it is now, even where one of that step has been kept before."""
        self._remove(self._learner.step)
        self.keep()

    def restore(self, step: int) -> None:
        """Put the learner where it stood at the last step up to `step` whose state is kept; leave it if it is between.

        From there to `step` there are steps to replay. At its head the state has to be kept before.
        """
        learner, head = self._learner, self.head
        nearest = self._nearest(step)
        is_between = self.is_replaying and nearest <= learner.step <= step
        if learner.is_in_step or not is_between:
            restore(learner, self._states[nearest])
        learner.replays_until = head if learner.step < head else 0

    def arrive(self) -> None:
        """At the head again: everything is put back as it was there, the clock and the validations included."""
        restore(self._learner, self._states[self.head], is_same_moment=True)
        self._learner.replays_until = 0

    def change(self, change: AnyChange) -> None:
        """Record a change that counts from the next step on."""
        learner = self._learner
        step = learner.step + (1 if learner.is_in_step else 0)
        learner.changes.setdefault(step, []).append(change)

    def cut(self, folder: RunFolder | None) -> None:
        """Forget everything after this step, and the changes that were made at it: another life begins here.

        It is kept in `folder`.
        """
        learner, self._folder, self._stored = self._learner, folder, ()
        here, learner.replays_until = learner.step, 0
        for step in [step for step in self._states if step >= here]:
            self._remove(step)
        for by_step in (learner.changes, learner.paces):
            for step in [step for step in by_step if step >= here]:
                del by_step[step]
        self.keep()

    def take_damage(self) -> tuple[Problem, ...]:
        """What was found damaged on disk since the last time."""
        found = tuple(self._damaged.values())[self._num_told :]
        self._num_told += len(found)
        return found

    def _nearest(self, step: int) -> int:
        """The last step up to this one that can be come back to; its state is in memory then."""
        steps = self.steps
        nearest = steps[bisect_right(steps, step) - 1]
        if self._folder is None:
            return nearest
        stored = {*self._folder.checkpoints(), *self._stored} - set(self._damaged)
        for one in sorted((one for one in stored if nearest < one <= step), reverse=True):
            try:
                self._add(one, state_from_arrays(*self._folder.read_moment(one)))
            except InputError:  # the steps from an earlier one are replayed
                self._damaged[one] = MOMENT_DAMAGED.at(str(self._folder.path), step=one)
            else:
                return one
        return nearest

    def _add(self, step: int, state: LearnerState) -> None:
        self._states[step] = state
        self.num_bytes += num_bytes(state)
        if step != max(self._states):
            self._states = dict(sorted(self._states.items()))
        while self.num_bytes > self._budget_bytes or len(self._states) > MOST:
            self._is_full = True
            missed = least_missed(self.steps, needed=step)
            if missed is None:
                return
            self._remove(missed)

    def _remove(self, step: int) -> None:
        state = self._states.pop(step, None)
        if state is not None:
            self.num_bytes -= num_bytes(state)
            self._spare = state
