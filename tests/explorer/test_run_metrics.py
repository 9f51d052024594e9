"""Every value that was recorded is there, and long curves come short without a value of their own invention."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.events import Series
from explorer.runs.metrics import Metrics
from explorer.runs.pyramid import FACTOR, NUM_LEVELS
from models.problem import InputError

values_of_a_step = st.one_of(st.floats(-1e6, 1e6), st.just(float("nan")))
curves = st.dictionaries(st.integers(0, 3000), values_of_a_step, min_size=1, max_size=80)


def series(curve: dict[int, float], name: str = "train/loss") -> Series:
    return Series(name, np.array(list(curve), dtype=np.int64), np.array(list(curve.values()), dtype=np.float64))


def rows_of_file(folder: Path, query: str) -> list[Any]:
    """What another program reads in the file."""
    with closing(sqlite3.connect(folder / "metrics.sqlite")) as connection:
        return connection.execute(query).fetchall()


def long_series(num_steps: int) -> Series:
    steps = np.arange(num_steps)
    return Series("train/loss", steps, np.random.default_rng(0).normal(size=num_steps))


@pytest.fixture
def metrics(tmp_path: Path) -> Iterator[Metrics]:
    opened = Metrics(tmp_path, writing=True)
    yield opened
    opened.close()


def test_values_come_back_as_they_were(metrics: Metrics) -> None:
    metrics.write((series({1: 0.5, 2: 0.25}), series({1: 0.1}, "learning_rate")))
    metrics.write((series({3: 0.125}),))
    loss = metrics.read("train/loss")
    assert loss.steps.tolist() == [1, 2, 3]
    assert loss.values.tolist() == [0.5, 0.25, 0.125]
    assert metrics.names() == ("learning_rate", "train/loss")
    assert metrics.last_step() == 3


def test_a_metric_that_is_not_there_is_empty(metrics: Metrics) -> None:
    assert len(metrics.read("nothing").steps) == 0
    assert metrics.names() == ()
    assert metrics.last_step() == 0
    assert metrics.extremes("nothing") == (None, None)


def test_nan_is_null_in_the_file_and_nan_when_read(metrics: Metrics, tmp_path: Path) -> None:
    metrics.write((series({1: 1.0, 2: float("nan"), 3: float("inf")}),))
    rows = rows_of_file(tmp_path, "SELECT step, name, value FROM scalars ORDER BY step")
    assert rows == [(1, "train/loss", 1.0), (2, "train/loss", None), (3, "train/loss", float("inf"))]
    np.testing.assert_array_equal(metrics.read("train/loss").values, [1.0, np.nan, np.inf])


def test_the_file_is_what_scripts_expect(metrics: Metrics, tmp_path: Path) -> None:
    columns = rows_of_file(tmp_path, "PRAGMA table_info(scalars)")
    [(definition,)] = rows_of_file(tmp_path, "SELECT sql FROM sqlite_master WHERE name = 'scalars'")
    assert [(name, kind.lower()) for _, name, kind, *_ in columns] == [
        ("step", "integer"), ("name", "text"), ("value", "real"),
    ]  # fmt: skip
    assert "PRIMARY KEY (name, step)" in definition
    assert "WITHOUT ROWID" in definition


@given(curve=curves, cut=st.integers(1, 79))
@settings(max_examples=25, deadline=None)
def test_the_pyramid_equals_brute_force(
    tmp_path_factory: pytest.TempPathFactory, curve: dict[int, float], cut: int
) -> None:
    folder = tmp_path_factory.mktemp("run")
    metrics = Metrics(folder, writing=True)
    ordered = dict(sorted(curve.items()))
    first, second = dict(list(ordered.items())[:cut]), dict(list(ordered.items())[cut:])
    metrics.write((series(first), series(second)))
    metrics.close()
    rows = rows_of_file(folder, "SELECT level, bucket, low, low_step, high, high_step, mean, count FROM pyramid")
    assert {(level, bucket) for level, bucket, *_ in rows} == {
        (level, step // FACTOR**level) for step in curve for level in range(1, NUM_LEVELS + 1)
    }
    for level, bucket, low, low_step, high, high_step, mean, count in rows:
        inside = [v for s, v in curve.items() if s // FACTOR**level == bucket and not np.isnan(v)]
        assert count == len(inside)
        if inside:
            assert (low, high) == (min(inside), max(inside))
            assert (curve[low_step], curve[high_step]) == (low, high)
            assert mean == pytest.approx(np.mean(inside), abs=1e-6)
        else:
            assert (low, high, mean) == (None, None, None)


@given(num_steps=st.integers(1, 4000), max_points=st.integers(4, 300))
@settings(max_examples=25, deadline=None)
def test_a_thinned_curve_keeps_ends_and_extremes_and_invents_nothing(
    tmp_path_factory: pytest.TempPathFactory, num_steps: int, max_points: int
) -> None:
    metrics = Metrics(tmp_path_factory.mktemp("run"), writing=True)
    whole = long_series(num_steps)
    metrics.write((whole,))
    short = metrics.read("train/loss", max_points)
    metrics.close()
    assert len(short.steps) <= max_points
    assert len(short.steps) == num_steps or len(short.steps) >= max_points // 4
    assert (np.diff(short.steps) > 0).all()
    np.testing.assert_array_equal(short.values, whole.values[short.steps])
    assert short.steps[0] == 0
    assert short.steps[-1] == num_steps - 1
    if max_points >= 8:
        assert (short.values.min(), short.values.max()) == (whole.values.min(), whole.values.max())


def test_forgetting_later_steps_leaves_what_was_never_more(metrics: Metrics, tmp_path: Path) -> None:
    def pyramid() -> list[Any]:
        return rows_of_file(tmp_path, "SELECT * FROM pyramid ORDER BY level, bucket")

    whole = long_series(1000)
    metrics.write((Series(whole.name, whole.steps[:701], whole.values[:701]),))
    before = pyramid()
    metrics.write((Series(whole.name, whole.steps[701:], whole.values[701:]),))
    assert pyramid() != before
    metrics.forget_after(700)
    assert pyramid() == before
    np.testing.assert_array_equal(metrics.read("train/loss").values, whole.values[:701])


def test_a_step_that_is_written_again_is_replaced(metrics: Metrics) -> None:
    metrics.write((series({1: 1.0, 2: 9.0, 3: 3.0}),))
    metrics.write((series({2: 2.0}),))
    assert metrics.read("train/loss").values.tolist() == [1.0, 2.0, 3.0]
    assert metrics.extremes("train/loss") == (1.0, 3.0)


def test_it_is_read_while_it_is_written(metrics: Metrics, tmp_path: Path) -> None:
    reader = Metrics(tmp_path)
    metrics.write((series({1: 1.0}),))
    assert reader.read("train/loss").values.tolist() == [1.0]
    metrics.write((series({2: 2.0}),))
    assert reader.last_step() == 2
    reader.close()


def test_a_closed_file_stands_alone(tmp_path: Path) -> None:
    metrics = Metrics(tmp_path, writing=True)
    metrics.write((series({1: 1.0}),))
    metrics.close()
    assert [path.name for path in tmp_path.iterdir()] == ["metrics.sqlite"]


@pytest.mark.parametrize("content", [None, b"", b"not a database, but long enough to have a header of its own" * 10])
def test_a_damaged_file_is_a_named_problem(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "metrics.sqlite").write_bytes(content)
    with pytest.raises(InputError) as caught:
        Metrics(tmp_path)
    assert caught.value.problems[0].code == "run_damaged"


def test_facts_are_json_values(metrics: Metrics) -> None:
    metrics.note(status="running", writer=[1, 2.5])
    metrics.note(status="finished")
    assert metrics.fact("status") == "finished"
    assert metrics.fact("writer") == [1, 2.5]
    assert metrics.fact("other") is None


def test_a_full_disk_is_a_named_problem_and_keeps_what_was_there(metrics: Metrics, tmp_path: Path) -> None:
    metrics.write((series({1: 1.0}),))
    [(num_pages,)] = metrics._connection.execute("PRAGMA page_count").fetchall()
    metrics._connection.execute(f"PRAGMA max_page_count = {num_pages}")
    with pytest.raises(InputError) as caught:
        metrics.write((long_series(10_000),))
    assert caught.value.problems[0].code == "disk_full"
    assert str(tmp_path) in str(caught.value.problems[0].message)
    assert metrics.read("train/loss").values.tolist() == [1.0]


def test_a_stretch_is_whole_where_it_is_short_and_keeps_its_extremes_where_it_is_long(metrics: Metrics) -> None:
    whole = long_series(60_000)
    metrics.write((whole,))
    near = metrics.read_between("train/loss", 30_100, 30_180, 100)
    np.testing.assert_array_equal(near.steps, np.arange(30_100, 30_181))
    np.testing.assert_array_equal(near.values, whole.values[30_100:30_181])
    far = metrics.read_between("train/loss", 1600, 50_000, 100)
    assert len(far.steps) <= 100
    np.testing.assert_array_equal(far.values, whole.values[far.steps])
    assert far.values.min() == whole.values[1600:50_001].min()
    assert far.values.max() == whole.values[1600:50_001].max()
    assert len(metrics.read_between("nothing", 0, 10**6, 100).steps) == 0
