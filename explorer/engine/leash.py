"""Keeps the processor from running far ahead of the device, so that a pause takes effect soon."""

import time
from collections.abc import Callable
from typing import Protocol

SHORT_S, LONG_S = 0.003, 0.01  # between two waits: more seldom, or more often
MOST = 1024  # steps


class Mark(Protocol):
    """A place in the work that a device was given."""

    def synchronize(self) -> None:
        """Wait until the device has come to it."""


class Leash:
    """Every so many steps it waits until the device has done those before the last so many."""

    def __init__(self, mark: Callable[[], Mark], clock: Callable[[], float] = time.perf_counter) -> None:
        self.length = 1  # steps
        self._mark, self._clock = mark, clock
        self._left = 1
        self._last: Mark | None = None
        self._begun = clock()

    def step(self) -> None:
        """The work of a step has been given to the device."""
        self._left -= 1
        if self._left:
            return
        if self._last is not None:
            self._last.synchronize()
        self._last = self._mark()
        now = self._clock()
        if now - self._begun < SHORT_S:
            self.length = min(2 * self.length, MOST)
        elif now - self._begun > LONG_S:
            self.length = max(1, self.length // 2)
        self._begun, self._left = now, self.length
