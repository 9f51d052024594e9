"""How long the window waits for its engine before a person is asked: to wait on, or to end what it computes."""

import time
from collections import deque

from explorer.commands import (
    Acknowledge,
    Command,
    Load,
    Pause,
    Pin,
    PinGiven,
    SaveWeights,
    SetSpeed,
    Unwatch,
    Watch,
)
from explorer.events import CommandsTaken, EngineFailed, EngineSilent, Event, ProblemsFound, RunLoaded, StateChanged

SILENT_AFTER_S = 60.0
SILENT_LOADING_AFTER_S = 300.0  # data are read, and weights may be downloaded
PAUSE_AFTER_S = 3.0  # whoever wants to pause waits for it, and for nothing else
MOVING = ("running", "stepping", "rewinding")
LETTING_BE = (Pin, PinGiven, SaveWeights, SetSpeed, Unwatch, Watch)  # then a pause is wanted as before


class Patience:
    """Is told of every command and event of one engine, and says when it has been waited for too long."""

    def __init__(self) -> None:
        self.waiting: deque[float] = deque()  # when each command was sent that the engine has not taken
        self.told = 0.0  # when it was said last
        self._num_answered = 0
        self._is_loading = False
        self._pausing: tuple[str, float] | None = None  # the run that shall pause, and since when

    @property
    def seconds_unanswered(self) -> float:
        """How long the engine has not looked at the oldest command that waits; 0 when none does."""
        return time.monotonic() - self.waiting[0] if self.waiting else 0.0

    def sent(self, command: Command) -> None:
        """A command goes to the engine."""
        if isinstance(command, Acknowledge):  # nobody answers that
            return
        now = time.monotonic()
        self.waiting.append(now)
        if isinstance(command, Load):
            self._is_loading = True
        if isinstance(command, Pause):
            self._pausing = self._pausing or (command.run_id, now)
        elif not isinstance(command, LETTING_BE):
            self._pausing = None  # something else is wanted by now

    def lost(self) -> None:
        """Nobody takes commands any more."""
        self.waiting.clear()
        self._pausing = None

    def heard(self, event: Event) -> None:
        """The engine tells something."""
        if isinstance(event, CommandsTaken):
            while self.waiting and self._num_answered < event.num_taken:
                self.waiting.popleft()
                self._num_answered += 1
        elif isinstance(event, RunLoaded | ProblemsFound | EngineFailed) and self._is_loading:
            self._is_loading = False  # what was sent meanwhile begins to wait only now
            self.waiting = deque([time.monotonic()] * len(self.waiting))
        elif isinstance(event, StateChanged):
            has_paused = event.state not in MOVING and self._pausing is not None and event.run_id == self._pausing[0]
            self._pausing = None if has_paused else self._pausing

    def overdue(self) -> EngineSilent | None:
        """What to tell a person now: first when patience is over, then again each time it would be over anew."""
        now = time.monotonic()
        if self._pausing is not None:
            since = self._pausing[1]
            is_due = now - since > PAUSE_AFTER_S and (self.told < since or now - self.told > SILENT_AFTER_S)
            found = EngineSilent(now - since, is_pausing=True)
        else:
            patience = SILENT_LOADING_AFTER_S if self._is_loading else SILENT_AFTER_S
            is_due = self.seconds_unanswered > patience and now - self.told > patience
            found = EngineSilent(self.seconds_unanswered)
        if not is_due:
            return None
        self.told = now
        return found
