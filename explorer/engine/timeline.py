"""The timeline of a run: states of the learner to come back to, how far the run has come, and what was changed when."""

import time
from bisect import bisect_right

from explorer.changes import AnyChange, Mark
from explorer.engine.learner import Learner
from explorer.engine.state import LearnerState, num_bytes, restore, state_of
from explorer.engine.thinning import least_missed

BUDGET_BYTES = 512 * 2**20
SHARE = 0.01  # of the time may go into taking states; large ones are taken less often
INTERVAL_S = 0.1


class Timeline:
    """Keeps states in memory within a budget, the fewer the longer ago; the first and the last one always.

    A learner behind the head replays: the same steps with the same numbers.
    """

    def __init__(self, learner: Learner, start: LearnerState | None = None, budget_bytes: int = BUDGET_BYTES) -> None:
        """`start` is the state at step 0, where the learner has been taken up later than there."""
        self._learner = learner
        self._budget_bytes = budget_bytes
        self._states: dict[int, LearnerState] = {}  # ascending by step
        self._next = 0.0
        if start is not None:
            self._states[int(start.scalars["step"])] = start
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
    def num_bytes(self) -> int:
        """What the states take in memory."""
        return sum(num_bytes(state) for state in self._states.values())

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every change, in the order of the steps."""
        changes = sorted(self._learner.changes.items())
        return tuple(Mark(step, change) for step, ones in changes for change in ones)

    def keep_due(self, now: float) -> None:
        """After a step: keep the learner's state when it is time."""
        if now >= self._next:
            self.keep()
            cost = time.perf_counter() - now
            self._next = now + max(INTERVAL_S, cost / SHARE)

    def keep(self) -> None:
        """Keep the state of this step, between two steps only."""
        step = self._learner.step
        if step in self._states:
            return
        self._states[step] = state_of(self._learner)
        if step != max(self._states):
            self._states = dict(sorted(self._states.items()))
        self._thin()

    def keep_head(self) -> None:
        """Keep the state at the head as it is now, even where one of that step has been kept before."""
        self._states.pop(self._learner.step, None)
        self.keep()

    def restore(self, step: int) -> None:
        """Put the learner where it stood at the last step up to `step` whose state is kept; leave it if it is between.

        From there to `step` there are steps to replay. At its head the state has to be kept before.
        """
        learner, head = self._learner, self.head
        steps = self.steps
        nearest = steps[bisect_right(steps, step) - 1]
        is_between = self.is_replaying and nearest <= learner.step <= step
        if learner.is_in_step or not is_between:
            restore(learner, self._states[nearest])
        learner.replays_until = head if learner.step < head else 0

    def arrive(self) -> None:
        """At the head again: everything is put back as it was there, the clock and the validations included."""
        restore(self._learner, self._states[self.head])
        self._learner.replays_until = 0

    def change(self, change: AnyChange) -> None:
        """Record a change that counts from the next step on."""
        learner = self._learner
        step = learner.step + (1 if learner.is_in_step else 0)
        learner.changes.setdefault(step, []).append(change)

    def cut(self) -> None:
        """Forget everything after this step, and the changes that were made at it: another life begins here."""
        learner = self._learner
        here, learner.replays_until = learner.step, 0
        self._states = {step: state for step, state in self._states.items() if step < here}
        for by_step in (learner.changes, learner.paces):
            for step in [step for step in by_step if step >= here]:
                del by_step[step]
        self.keep()

    def _thin(self) -> None:
        total = self.num_bytes
        while total > self._budget_bytes and len(self._states) > 2:
            dropped = self._states.pop(least_missed(self.steps))
            total -= num_bytes(dropped)
