"""The board of alarms: raised when it lasts, over when it has been gone for long, never flickering."""

from typing import ClassVar

from hypothesis import given
from hypothesis import strategies as st

from explorer.alarm import AlarmKind, Sighting
from explorer.alarm_board import Board
from explorer.health import Course, Health
from models.problem import ProblemKind

SORE = ProblemKind("sore", "It is sore ({figure}, limit {threshold}).", "Rest.")
Moments = st.lists(st.sets(st.sampled_from(["a", "b"])), max_size=60)


class Sore(AlarmKind):
    kind: ClassVar[str] = "sore"
    label: ClassVar[str] = "Sore"
    about: ClassVar[str] = "It hurts."
    problem: ClassVar[ProblemKind] = SORE
    threshold: ClassVar[float] = 1.0
    places: ClassVar[set[str]] = set()

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        return [cls.at(place, 2.0) for place in sorted(cls.places)]


def boards(moments: list[set[str]]) -> list[Board]:
    """The boards after each moment, one step apart."""
    found = [Board()]
    for step, places in enumerate(moments):
        Sore.places = places
        found.append(found[-1].after(Course((Health(step),)), (Sore,)))
    return found


@given(Moments)
def test_it_is_raised_after_so_many_in_a_row_and_over_after_twice_as_many_without(moments: list[set[str]]) -> None:
    on: set[str] = set()
    rows = dict.fromkeys("ab", 0)
    for places, board in zip(moments, boards(moments)[1:], strict=True):
        for place in "ab":
            rows[place] = 0 if (place in places) == (place in on) else rows[place] + 1
            if rows[place] == (2 if place in on else 1) * Sore.patience:
                on ^= {place}
                rows[place] = 0
        assert {alarm.place for alarm in board.alarms if alarm.is_on} == on


@given(Moments)
def test_alarms_keep_their_order_and_their_steps(moments: list[set[str]]) -> None:
    before = Board()
    for board in boards(moments):
        assert [(alarm.place, alarm.step) for alarm in board.alarms][: len(before.alarms)] == [
            (alarm.place, alarm.step) for alarm in before.alarms
        ]
        assert all(alarm.until is None or alarm.until > alarm.step for alarm in board.alarms)
        before = board


@given(Moments, st.integers(0, 60))
def test_going_back_leaves_what_was_on_at_that_step(moments: list[set[str]], step: int) -> None:
    back = boards(moments)[-1].before(step)
    assert all(alarm.step <= step and (alarm.until is None or alarm.until <= step) for alarm in back.alarms)


def test_the_same_figures_count_once() -> None:
    Sore.places = {"a"}
    board, course = Board(), Course((Health(1),))
    for _ in range(10):
        board = board.after(course, (Sore,))
    assert board.alarms == ()


def test_an_alarm_begins_where_it_was_first_seen() -> None:
    (alarm,) = boards([set(), {"a"}, {"a"}, {"a"}])[-1].alarms
    assert (alarm.step, alarm.until, alarm.figure, alarm.threshold) == (1, None, 2.0, 1.0)
    assert str(alarm.problem.message) == "It is sore (2, limit 1)."
