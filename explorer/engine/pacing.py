"""Slow motion: when the next phase may come, so that a person can see the one before."""

import time
from collections.abc import Callable

LEISURE_S = 0.05  # from such a rest on, every view may look at every phase
TELL_INTERVAL_S = 1 / 30  # nobody reads faster where a run is


class Pace:
    """So many phases a second, or as many as can be computed. Nothing here waits: it says for how long one has to.

    `is_resting`: a phase is being shown; it stays so after the rest is over, until `wake`. That and `is_limited` are
    asked between all phases at any speed, and so are plain attributes.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock  # seconds
        self._interval_s = 0.0
        self._begun = self._due = 0.0  # of the rest under way, or of the last one
        self._next_told = 0.0
        self.is_limited = self.is_resting = False

    @property
    def phases_per_second(self) -> float | None:
        """The speed that is set; None for none."""
        return 1 / self._interval_s if self.is_limited else None

    @property
    def is_slow(self) -> bool:
        """Whether there is time for every view to look at every phase."""
        return self._interval_s >= LEISURE_S

    @property
    def rest_s(self) -> float:
        """For how many seconds the phase shall still be seen."""
        return max(0.0, self._due - self._clock()) if self.is_resting else 0.0

    def set(self, phases_per_second: float | None) -> None:
        """Change the speed; a rest under way becomes as long as the new speed makes it."""
        self._interval_s = 1 / phases_per_second if phases_per_second else 0.0
        self.is_limited = self._interval_s > 0
        self._due = self._begun + self._interval_s

    def rest(self) -> bool:
        """A phase has been computed and shall be seen; whether there is time to tell of it."""
        now = self._clock()
        # Counted from when it was due, so that the pace is kept; what came too late is not caught up with.
        self._begun = self._due if 0 <= now - self._due < self._interval_s else now
        self._due = self._begun + self._interval_s
        self.is_resting = True
        if now < self._next_told and not self.is_slow:
            return False
        self._next_told = now + TELL_INTERVAL_S
        return True

    def wake(self) -> None:
        """Something else goes on."""
        self.is_resting = False
