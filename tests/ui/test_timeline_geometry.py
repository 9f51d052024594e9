"""Where things are on a timeline, and what a run's time makes of what is told: pure functions over made-up values."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.changes import LearningRate, Mark
from explorer.events import Progress, RunLoaded, TimelineChanged
from explorer.runs.branches import Branch
from ui.run_time import FEW, RunTime
from ui.timeline_geometry import NUM_LANES, PAGES, TimelineScale, lanes, near, page_of, ticks

LASTS = st.integers(1, 10**7)
scales = st.builds(TimelineScale, st.floats(0, 50), st.floats(100, 3000), LASTS)
steps = st.integers(0, 10**7)


@given(scales, st.floats(0, 1))
def test_a_pixel_and_the_step_there_are_less_than_a_step_apart(scale: TimelineScale, share: float) -> None:
    step = round(share * scale.last)
    x = scale.x_of(step)
    assert scale.left <= x <= scale.right
    width_of_step = (scale.right - scale.left) / scale.last
    there = scale.step_at(x, scale.last)
    assert abs(scale.x_of(there) - x) <= width_of_step + 1e-6
    if width_of_step > 1e-3:
        assert there == step


@given(scales, st.floats(-100, 4000), st.floats(-100, 4000), steps)
def test_steps_rise_with_pixels_and_end_at_the_start_and_the_head(
    scale: TimelineScale, one: float, other: float, head: int
) -> None:
    first, second = scale.step_at(min(one, other), head), scale.step_at(max(one, other), head)
    assert 0 <= first <= second <= head
    assert scale.step_at(scale.left - 1, head) == 0
    assert scale.step_at(scale.right + 1, head) == min(head, scale.last)


@given(scales, st.lists(steps, max_size=50))
def test_many_steps_lie_where_each_of_them_does(scale: TimelineScale, many: list[int]) -> None:
    assert np.allclose(scale.xs_of(many), [scale.x_of(step) for step in many])
    seen = ticks(scale, many)
    assert seen == sorted(set(seen))
    assert len(seen) <= min(len(many), scale.right - scale.left + 2)
    for index in near(scale, many, scale.left + 10, 6):
        assert abs(scale.x_of(many[index]) - scale.left - 10) <= 6


def test_a_run_without_steps_lies_at_the_left() -> None:
    scale = TimelineScale(8, 200, 0)
    assert scale.x_of(0) == 8
    assert scale.step_at(150, 0) == 0


@given(LASTS)
def test_pages_lead_from_the_start_to_the_head(head: int) -> None:
    assert page_of(head) >= 1
    assert page_of(head) * (2 * PAGES) >= head


branches = st.builds(lambda step, more: Branch("r", "t", step, step + more), st.integers(0, 1000), st.integers(0, 1000))


@given(st.lists(branches, max_size=6))
def test_branches_share_a_lane_only_where_there_is_none_left(many: list[Branch]) -> None:
    found = lanes(many)
    assert len(found) == len(many)
    assert all(0 <= lane < NUM_LANES for lane in found)
    upper = [branch for branch, lane in zip(many, found, strict=True) if lane < NUM_LANES - 1]
    for one in upper:
        for other in upper:
            assert one is other or one.head < other.step or other.head < one.step


def test_a_single_branch_lies_in_the_nearest_lane() -> None:
    assert lanes([Branch("r", "t", 10, 20)]) == [0]
    assert lanes([Branch("r", "t", 10, 20), Branch("r", "t", 15, 40), Branch("r", "t", 21, 30)]) == [0, 1, 0]


def progress(step: int, seconds: float = 1.0, left: float | None = None) -> Progress:
    return Progress("r", step, 0, seconds, left, 0.0, 0.0, 0)


def loaded(step: int, num_steps: int | None) -> RunLoaded:
    return RunLoaded("r", "f", "cpu", 1, 1, 1, num_steps, step)


told = st.one_of(
    st.builds(progress, st.integers(0, 300)),
    st.builds(lambda head: TimelineChanged("r", head, (), ()), st.integers(0, 300)),
    st.integers(-10, 400),  # a rewind
    st.just("given up"),
)


@given(st.lists(told, max_size=30))
def test_whatever_is_told_a_run_stands_between_its_start_and_its_head(events: list[object]) -> None:
    time = RunTime().loaded(loaded(0, 300))
    for event in events:
        match event:
            case Progress():
                time = time.told(event)
            case TimelineChanged():
                time = time.changed(event)
            case int():
                time = time.asked(event)
                assert time.place == min(max(0, event), time.head)
            case _:
                time = time.given_up()
        assert time.place >= 0
        assert time.head <= time.last
        assert time.target is None or time.target <= time.head
        if time.is_behind:
            assert time.place < time.head


@given(st.integers(1, 300), st.lists(st.integers(0, 300), max_size=10))
def test_a_run_that_was_never_rewound_is_never_behind(head: int, places: list[int]) -> None:
    time = RunTime().loaded(loaded(0, 300)).changed(TimelineChanged("r", head, (), ()))
    for step in places:
        time = time.told(progress(step))
        assert not time.is_behind


def test_a_run_is_behind_from_the_rewind_to_its_head() -> None:
    time = RunTime().loaded(loaded(0, 400)).told(progress(200)).asked(50)
    assert time.is_behind
    assert time.told(progress(120)).place == 50, "on the way"
    arrived = time.told(progress(50))
    assert arrived.target is None
    assert arrived.is_behind
    assert arrived.told(progress(199)).is_behind
    again = arrived.told(progress(200))
    assert not again.is_behind
    assert not again.told(progress(230)).changed(TimelineChanged("r", 240, (), ())).is_behind


@given(st.integers(0, 10**6), st.integers(1, 10**7))
def test_a_quarter_of_the_timeline_is_lived_and_it_ends_where_the_run_does(head: int, num_steps: int) -> None:
    time = RunTime(step=head, head=head, num_steps=num_steps)
    assert head <= time.last <= time.planned == max(head, num_steps)
    if head >= FEW:
        assert 4 * head >= time.last
    if 2 * head >= num_steps:
        assert time.last == time.planned
    assert RunTime(step=head + 1, head=head + 1, num_steps=num_steps).last >= time.last


def test_the_end_of_a_run_whose_limit_is_time_is_reckoned_at_its_head_only() -> None:
    time = RunTime().loaded(loaded(0, None)).told(progress(100, 2.0, 6.0))
    assert time.planned == 400
    behind = time.asked(10).told(progress(10, 4.0, 4.0))
    assert behind.planned == 400


def test_a_fork_takes_over_what_was_before_it() -> None:
    marks = tuple(Mark(step, LearningRate(network="network", value=0.1)) for step in (10, 50, 60))
    older = (Branch("a", "A", 20, 90, is_parent=True), Branch("b", "B", 55, 70))
    time = RunTime(step=200, head=200, num_steps=400, moments=(0, 50, 100), marks=marks, branches=older)
    fork = time.asked(50).forked("p", "P")
    assert (fork.place, fork.head, fork.last, fork.is_behind) == (50, 50, 128, False)
    assert fork.moments == (0, 50)
    assert fork.marks == marks[:1], "what was changed at the step of the fork counts from the next one on"
    assert fork.branches == (Branch("p", "P", 50, 200, is_parent=True), Branch("a", "A", 20, 90))
