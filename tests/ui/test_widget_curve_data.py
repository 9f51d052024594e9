"""A curve of any length is read in bounded time, loses no spike, and gives back exactly what was appended."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.widgets.curve import Curve
from ui.widgets.curve_data import FACTOR, CurveData
from ui.widgets.smoothing import Smoother


def filled(values: np.ndarray, cuts: list[int], most: int = 2**20) -> CurveData:
    data = CurveData(most)
    steps = np.arange(len(values)) * 3
    for piece in np.split(np.arange(len(values)), sorted(set(cuts))):
        data.append(steps[piece], values[piece])
    return data


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 999), count=st.integers(1, 5000), bins=st.integers(4, 200),
    cuts=st.lists(st.integers(1, 4999), max_size=6), window=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)  # fmt: skip
def test_a_window_holds_the_extremes_in_bounded_size(
    seed: int, count: int, bins: int, cuts: list[int], window: tuple[float, float]
) -> None:
    values = np.random.default_rng(seed).standard_normal(count)
    data = filled(values, [cut for cut in cuts if cut < count])
    first, last = (share * 3 * count for share in sorted(window))
    x, y = data.window(first, last, bins)
    inside = (data.steps >= first) & (data.steps <= last)
    assert len(x) == len(y) <= 2 * bins + 4
    assert (np.diff(x) >= 0).all()
    if inside.any():
        assert y.min() <= values[inside].min()
        assert y.max() >= values[inside].max()
    assert np.isin(y, values).all()


def test_a_million_points_are_read_from_a_coarse_level() -> None:
    values = np.zeros(1_000_000)
    values[777_777] = 9
    data = filled(values, list(range(50_000, 1_000_000, 50_000)))
    x, y = data.window(0, 3e6, 500)
    assert len(x) <= 1004
    assert y.max() == 9
    near = x[y.argmax()]
    assert abs(near - 3 * 777_777) < 3 * 1_000_000 / 500 * 2
    assert len(data._levels[2][0]) == 1_000_000 // FACTOR**3


def test_pieces_make_the_same_pyramid_as_one_piece() -> None:
    values = np.random.default_rng(1).standard_normal(4000)
    one, many = filled(values, []), filled(values, list(range(7, 4000, 13)))
    for left, right in zip(one.window(0, 12_000, 40), many.window(0, 12_000, 40), strict=True):
        np.testing.assert_array_equal(left, right)


@settings(max_examples=30, deadline=None)
@given(
    seed=st.integers(0, 999), count=st.integers(1, 5000), most=st.sampled_from([4, 64, 500]),
    cuts=st.lists(st.integers(1, 4999), max_size=6), holes=st.floats(0, 1),
)  # fmt: skip
def test_a_long_curve_keeps_its_extremes_and_its_newest_points(
    seed: int, count: int, most: int, cuts: list[int], holes: float
) -> None:
    random = np.random.default_rng(seed)
    values = np.where(random.random(count) < holes * 0.9, np.nan, random.standard_normal(count))
    data = filled(values, [cut for cut in cuts if cut < count], most)
    assert len(data) <= most
    assert (np.diff(data.steps) > 0).all()
    np.testing.assert_array_equal(data.values, values[data.steps // 3])
    newest = min(count, most // 4)
    np.testing.assert_array_equal(data.steps[-newest:], 3 * np.arange(count)[-newest:])
    if np.isfinite(values).any():
        _, y = data.window(0, 3 * count, 50)
        assert np.nanmin(y) == np.nanmin(values)
        assert np.nanmax(y) == np.nanmax(values)


def test_curves_that_fill_up_together_make_room_one_in_each_frame() -> None:
    curves = {name: Curve(name, "training", raw=CurveData(800), smooth=CurveData(800)) for name in "abc"}
    parts = [part for curve in curves.values() for part in (curve.raw, curve.smooth)]
    most_at_once = 0
    for step in range(0, 5000, 5):
        lengths = [len(part) for part in parts]
        for curve in curves.values():
            curve.append(np.arange(step, step + 5), np.random.default_rng(step).standard_normal(5))
        any(curve.make_room() for curve in curves.values())
        most_at_once = max(most_at_once, sum(len(part) < length for part, length in zip(parts, lengths, strict=True)))
    assert most_at_once == 1


def test_nan_leaves_no_mark_and_does_not_hide_its_neighbours() -> None:
    values = np.ones(2000)
    values[::2] = np.nan
    _, y = filled(values, []).window(0, 6000, 20)
    np.testing.assert_array_equal(y, 1)


def test_the_nearest_point_is_exact() -> None:
    data = filled(np.array([0.1, 0.2, 0.3]), [])
    assert data.at(4.4) == (3, 0.2)
    assert data.at(-5) == (0, 0.1)
    assert CurveData().at(1) is None


@settings(max_examples=40, deadline=None)
@given(
    values=st.lists(st.floats(-1e3, 1e3) | st.just(float("nan")), min_size=1, max_size=300),
    weight=st.sampled_from([0.0, 0.3, 0.9, 0.99]), cut=st.integers(0, 300),
)  # fmt: skip
def test_smoothing_equals_its_definition_in_any_pieces(values: list[float], weight: float, cut: int) -> None:
    smoother = Smoother(weight)
    array = np.array(values)
    smooth = np.concatenate([smoother.smooth(array[:cut]), smoother.smooth(array[cut:])])
    total = mass = 0.0
    for index, value in enumerate(values):
        seen = np.isfinite(value)
        total, mass = weight * total + (value if seen else 0), weight * mass + seen
        if mass > 1e-9:
            assert smooth[index] == pytest.approx(total / mass, rel=1e-6, abs=1e-6)


def test_a_smoothing_weight_of_one_is_refused() -> None:
    with pytest.raises(ValueError, match="smoothing weight"):
        Smoother(1.0)
