"""Time as a dimension: whatever step a learner is brought back to, it lives the same life again, to the last bit."""

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from explorer.changes import LearningRate, Mark
from explorer.engine import timeline as timeline_module
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import Moment, train
from explorer.engine.state import num_bytes, state_of
from explorer.engine.thinning import least_missed, most_missed_first
from explorer.engine.timeline import Timeline
from explorer.spec import Experiment
from tests.explorer.test_learner_state import EXPERIMENTS, trained_with

NUM_STEPS = 40


def learner_of(name: str, **training: object) -> Learner:
    limit = {"limit": {"kind": "steps", "count": NUM_STEPS}}
    experiment = Experiment.model_validate(trained_with(EXPERIMENTS[name], **{**limit, **training}) | {"seed": 7})
    return make_learner(experiment, experiment.data.load(), torch.device("cpu"))


def step_metrics(moments: Iterator[Moment], learner: Learner, until: int) -> dict[int, dict[str, float]]:
    """What every step tells, by its number, until that one is done."""
    found = {}
    for moment in moments:
        if moment.name == "step":
            found[learner.step] = {name: float(value) for name, value in moment.metrics.items()}
            if learner.step == until:
                break
    return found


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_every_step_can_be_lived_again(name: str) -> None:
    learner = learner_of(name, schedule={"kind": "cosine"})
    timeline, draw, life = Timeline(learner), random.Random(name), train(learner)
    first: dict[int, dict[str, float]] = {}
    for until in (9, 23, NUM_STEPS):  # kept every now and then
        first |= step_metrics(life, learner, until)
        timeline.change(LearningRate(network=next(iter(learner.networks)), value=0.002 + until / 1e4))
        timeline.keep()
    for _ in range(6):
        target = draw.randrange(NUM_STEPS)
        timeline.restore(target)
        again = step_metrics(train(learner), learner, min(NUM_STEPS, target + 5))
        assert again
        assert again == {step: first[step] for step in again}
        assert timeline.head == NUM_STEPS


@pytest.mark.parametrize("name", ["cnn", "gan"])
def test_at_the_head_everything_is_as_it_was(name: str) -> None:
    learner = learner_of(name)
    timeline = Timeline(learner)
    step_metrics(train(learner), learner, 12)
    timeline.keep_head()
    before = state_of(learner)
    timeline.restore(3)
    assert timeline.is_replaying
    assert step_metrics(train(learner), learner, 12)
    timeline.arrive()
    after = state_of(learner)
    assert not timeline.is_replaying
    assert after.scalars == before.scalars
    for one, other in ((after.weights, before.weights), (after.state, before.state)):
        assert one.keys() == other.keys()
        assert all(torch.equal(one[key], other[key]) for key in one)


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_state_that_is_dropped_lends_its_memory_and_nothing_else(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_module, "MOST", 5)
    learner = learner_of(name)
    timeline, life, places = Timeline(learner), train(learner), set()
    as_it_was = {}
    for until in range(1, 20):
        step_metrics(life, learner, until)
        timeline.keep()
        as_it_was[until] = state_of(learner)
        kept = timeline.states[until]
        places.add(next(value.data_ptr() for value in (*kept.weights.values(), *kept.state.values())))
    assert len(places) <= 6, "five are kept, and one is being written"
    for step in timeline.steps[1:]:
        one, other = timeline.states[step], as_it_was[step]
        assert one.scalars == other.scalars
        for mine, theirs in ((one.weights, other.weights), (one.state, other.state)):
            assert mine.keys() == theirs.keys()
            assert all(torch.equal(mine[key], theirs[key]) for key in mine)


def test_one_who_is_between_goes_on_from_there() -> None:
    learner = learner_of("cnn")
    timeline = Timeline(learner)
    step_metrics(train(learner), learner, 12)
    timeline.keep_head()
    timeline.restore(3)
    step_metrics(train(learner), learner, 3)
    timeline.restore(8)
    assert learner.step == 3
    timeline.restore(2)
    assert learner.step == 0
    timeline.restore(12)
    assert learner.step == 12
    assert not timeline.is_replaying


def test_a_cut_forgets_what_came_after_and_what_was_changed_here() -> None:
    learner = learner_of("gan")
    timeline = Timeline(learner)
    life = train(learner)
    for until in (4, 8):
        step_metrics(life, learner, until)
        timeline.keep()
        timeline.change(LearningRate(network="generator", value=until / 100))
    assert timeline.marks == (
        Mark(4, LearningRate(network="generator", value=0.04)),
        Mark(8, LearningRate(network="generator", value=0.08)),
    )
    step_metrics(life, learner, 12)
    timeline.keep_head()
    timeline.restore(8)
    timeline.cut(None)
    assert timeline.steps == (0, 4, 8)
    assert (timeline.head, timeline.is_replaying) == (8, False)
    assert [mark.step for mark in timeline.marks] == [4]


def test_a_change_in_mid_step_counts_from_the_next_one() -> None:
    learner = learner_of("cnn")
    timeline, life = Timeline(learner), train(learner)
    while next(life).name != "phase":
        pass
    timeline.change(LearningRate(network="network", value=0.5))
    rates = [metrics["learning_rate"] for metrics in step_metrics(life, learner, 2).values()]
    assert rates == [0.001, 0.5]
    assert [mark.step for mark in timeline.marks] == [1]


def test_the_budget_is_kept() -> None:
    learner = learner_of("cnn")
    one = num_bytes(state_of(learner))
    timeline, life = Timeline(learner, budget_bytes=6 * one), train(learner)
    for step in range(1, NUM_STEPS + 1):
        step_metrics(life, learner, step)
        timeline.keep()
        assert timeline.num_bytes <= 6 * max(one, num_bytes(state_of(learner)))
        assert timeline.steps[0] == 0
        assert timeline.steps[-1] == step


def test_states_are_kept_twice_as_often_until_there_is_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_module, "MOST", 8)
    monkeypatch.setattr(timeline_module, "SHARE", 1e9)  # however long it takes here
    learner = learner_of("cnn")
    timeline, now, kept = Timeline(learner), 0.0, []
    while len(kept) < 12:
        learner.step += 1  # as if it had been taken
        before = timeline.steps
        timeline.keep_due(now)
        kept += [now] if timeline.steps != before else []
        now += 0.01
    gaps = [after - before for before, after in pairwise(kept)]
    assert gaps[:7] == pytest.approx([timeline_module.FIRST_INTERVAL_S] * 7, abs=0.011)
    assert gaps[-3:] == pytest.approx([timeline_module.INTERVAL_S] * 3, abs=0.011)


def test_under_a_limit_of_time_the_same_pace_is_counted_with_again(monkeypatch: pytest.MonkeyPatch) -> None:
    learner = learner_of("cnn", schedule={"kind": "cosine"}, limit={"kind": "seconds", "count": 8.0})
    timeline = Timeline(learner)
    life, first = train(learner), {}
    for step in range(1, 21):
        learner.stopwatch.set(step**1.3 / 10)  # a speed that changes
        first |= step_metrics(life, learner, step)
    timeline.keep_head()
    timeline.restore(0)
    learner.stopwatch.set(7.9)  # whatever the clock says in a replay
    assert step_metrics(train(learner), learner, 20) == first
    assert len({metrics["learning_rate"] for metrics in first.values()}) == 20


def thinned(count: int, room: int) -> list[int]:
    """Which steps are left of so many, if there is room for so many only."""
    steps = [0]
    for step in range(1, count):
        steps.append(step)
        if len(steps) > room:
            missed = least_missed(steps, needed=step)
            assert missed is not None
            steps.remove(missed)
    return steps


@given(st.integers(6, 40), st.integers(50, 600))
def test_distances_grow_with_the_root_of_age(room: int, count: int) -> None:
    steps = thinned(count, room)
    assert steps[0] == 0
    assert steps == sorted(set(steps))
    assert len(steps) == min(room, count)
    longest = max(after - before for before, after in pairwise(steps))
    assert longest <= 4 * count / room + 2  # of equal distances it would be count / room


@given(st.sets(st.integers(0, 10_000), max_size=60).map(sorted), st.integers(1, 60))
def test_the_first_few_of_those_most_missed_span_the_timeline(steps: list[int], room: int) -> None:
    order = most_missed_first(steps)
    assert sorted(order) == steps
    few = sorted(order[:room])
    assert few[-1:] == steps[-1:]
    if room > 1:
        assert few[:1] == steps[:1]
    longest = max((after - before for before, after in pairwise(steps)), default=0)
    if 2 < room < len(steps):
        widest = max(after - before for before, after in pairwise(few))
        assert widest <= 4 * (steps[-1] - steps[0]) / (room - 1) + 2 * longest
