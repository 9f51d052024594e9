"""The loss curve of alarms: bounded, true means, and forgetful where training goes back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.health import Curve
from explorer.loss_curve import MAX_POINTS, NUM_EARLY, LossCurve

Losses = st.lists(st.floats(-1e6, 1e6), max_size=1500)


def filled(values: list[float]) -> LossCurve:
    curve = LossCurve()
    curve.add(range(1, len(values) + 1), values)
    return curve


@given(Losses)
def test_points_are_the_means_of_equal_stretches(values: list[float]) -> None:
    curve = filled(values).curve
    assert len(curve.steps) < MAX_POINTS
    begin = 0
    for step, mean in zip(curve.steps, curve.values, strict=True):
        assert mean == pytest.approx(sum(values[begin:step]) / (step - begin), abs=1e-4)
        begin = step
    lengths = {end - start for start, end in zip((0, *curve.steps), curve.steps, strict=False)}
    assert len(lengths) <= 1
    assert len(values) - begin < max(lengths, default=1)


@given(Losses)
def test_the_first_values_are_kept_as_they_are(values: list[float]) -> None:
    assert filled(values).early == tuple(values[:NUM_EARLY])


def test_a_run_that_is_resumed_has_no_early_values() -> None:
    curve = LossCurve()
    curve.add([41, 42], [1.0, 2.0])
    assert (curve.early, curve.curve.values) == ((), (1.0, 2.0))


@given(st.lists(st.floats(0, 10), min_size=1, max_size=400), st.data())
def test_going_back_forgets_what_came_later(values: list[float], data: st.DataObject) -> None:
    step = data.draw(st.integers(1, len(values)))
    curve = filled(values)
    curve.add([step], [7.0])
    assert all(known <= step for known in curve.curve.steps)
    assert curve.early == (*values[: step - 1], 7.0)[:NUM_EARLY]


def test_what_is_no_number_is_left_out() -> None:
    curve = LossCurve()
    curve.add([1, 2, 3], [1.0, math.nan, math.inf])
    assert curve.curve == Curve((1,), (1.0,))


def test_means_of_a_curve() -> None:
    curve = Curve(tuple(range(1, 65)), tuple(float(step) for step in range(1, 65)))
    assert curve.recent() == 62.5
    assert curve.halves() == (36.5, 60.5)
    assert curve.near(10) == 9.5
    assert curve.smoothed(3).values[0] == 2.0
    assert curve.smoothed(3).steps[0] == 3
    assert (Curve().recent(), Curve().halves(), Curve().near(3), Curve().smoothed(3)) == (None, None, None, Curve())
