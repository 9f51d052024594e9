"""Patience with an engine: a pause is waited for shorter than anything else, and never asked about when it has come."""

import pytest

from explorer.commands import Acknowledge, Pause, Play, SetSpeed
from explorer.engine import patience
from explorer.engine.patience import PAUSE_AFTER_S, SILENT_AFTER_S, Patience
from explorer.events import CommandsTaken, EngineSilent, RunState, StateChanged


class Clock:
    """The time as the test says."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(patience, "time", clock)
    return clock


def test_a_pause_is_waited_for_three_seconds_though_it_was_heard(clock: Clock) -> None:
    waiting = Patience()
    waiting.sent(Play("r"))
    waiting.sent(Pause("r"))
    waiting.heard(CommandsTaken(2))
    waiting.sent(SetSpeed("r", None))
    clock.now += PAUSE_AFTER_S
    assert waiting.overdue() is None
    clock.now += 0.5
    waiting.sent(Pause("r"))  # pressed again: it counts from the first time
    assert waiting.overdue() == EngineSilent(PAUSE_AFTER_S + 0.5, is_pausing=True)
    assert waiting.overdue() is None
    clock.now += SILENT_AFTER_S + 1
    assert waiting.overdue() is not None, "still not"


@pytest.mark.parametrize("state", ["paused", "finished", "failed", "stopped"])
def test_nothing_is_asked_once_the_run_stands(clock: Clock, state: RunState) -> None:
    waiting = Patience()
    waiting.sent(Pause("r"))
    waiting.heard(CommandsTaken(1))
    waiting.heard(StateChanged("another", state))
    waiting.heard(StateChanged("r", "running"))
    clock.now += PAUSE_AFTER_S + 1
    waiting.heard(StateChanged("r", state))
    assert waiting.overdue() is None


def test_whoever_plays_on_waits_for_no_pause(clock: Clock) -> None:
    waiting = Patience()
    waiting.sent(Pause("r"))
    waiting.sent(Play("r"))
    waiting.sent(Acknowledge("r", ("view",)))
    clock.now += SILENT_AFTER_S
    assert waiting.overdue() is None
    clock.now += 1
    assert waiting.overdue() == EngineSilent(SILENT_AFTER_S + 1)
