"""The pace of slow motion, by a clock that the test moves."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.engine.pacing import LEISURE_S, TELL_INTERVAL_S, Pace


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def made(phases_per_second: float | None) -> tuple[Pace, Clock]:
    clock = Clock()
    pace = Pace(clock)
    pace.set(phases_per_second)
    return pace, clock


def test_an_unlimited_pace_asks_for_no_rest() -> None:
    pace, _ = made(None)
    assert not pace.is_limited
    assert pace.rest_s == 0


@given(st.floats(0.5, 500), st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_phases_come_at_the_pace_as_long_as_they_take_no_longer(speed: float, shares: list[float]) -> None:
    """A phase that takes a share of the interval shortens the rest after it, so that none is late."""
    pace, clock = made(speed)
    pace.rest()
    begun = clock.now
    for count, share in enumerate(shares, start=1):
        clock.now += pace.rest_s
        pace.wake()
        assert abs(clock.now - begun - count / speed) < 1e-6
        clock.now += share * 0.99 / speed
        pace.rest()


def test_what_came_too_late_is_not_caught_up_with() -> None:
    pace, clock = made(2)
    pace.rest()
    clock.now += 10
    pace.wake()
    pace.rest()
    assert abs(pace.rest_s - 0.5) < 1e-9


def test_a_rest_under_way_follows_the_speed() -> None:
    pace, clock = made(0.5)
    pace.rest()
    clock.now += 0.25
    assert abs(pace.rest_s - 1.75) < 1e-9
    pace.set(1)
    assert abs(pace.rest_s - 0.75) < 1e-9
    pace.set(None)
    assert pace.rest_s == 0
    assert pace.is_resting, "the phase is seen until something else goes on"
    pace.wake()
    assert not pace.is_resting


def test_no_more_is_told_than_anybody_can_read() -> None:
    pace, clock = made(500)
    told = 0
    for _ in range(500):
        told += pace.rest()
        clock.now += pace.rest_s
        pace.wake()
    assert told <= 1 / TELL_INTERVAL_S + 1
    assert told >= 25


def test_views_look_at_every_phase_only_where_there_is_time() -> None:
    assert made(0.9 / LEISURE_S)[0].is_slow
    assert not made(1.1 / LEISURE_S)[0].is_slow
    assert not made(None)[0].is_slow
