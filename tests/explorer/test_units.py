"""Numbers are shown as they stand in a person's files, also where a network gets them normalised."""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from explorer import edits
from explorer.added import AddedSample
from explorer.dataset import DataFacts
from explorer.drawing import as_loaded, as_picture
from explorer.engine.adding import with_added
from explorer.engine.building import make_learner
from explorer.engine.given import given_batch
from explorer.engine.headless import train_headless
from explorer.engine.look import Look
from explorer.evaluation.answers import ValueAnswers
from explorer.evaluation.conclude import conclude
from explorer.evaluation.evaluate_run import EvaluateRun
from explorer.exploring.loaded import held
from explorer.exploring.overview import overview_of
from explorer.exploring.projection import project
from explorer.exploring.samples import read_page
from explorer.own.network import suitable
from explorer.own.scan import scan
from explorer.probes.answer import Answer
from explorer.probes.sequences import Sequences
from explorer.units import Units
from models.port import DataPorts, Port
from models.text import THIN_SPACE

Table = npt.NDArray[np.float64]

SIZES = st.floats(1e-6, 1e6)


def silent(*_told: object) -> None:
    pass


@given(
    arrays(np.float64, (5, 3), elements=st.floats(-50, 50)),
    st.tuples(st.floats(-1e9, 1e9), SIZES), st.tuples(st.floats(-1e9, 1e9), SIZES), st.booleans(),
)  # fmt: skip
def test_numbers_come_back_to_the_digits_that_a_float_holds(
    normal_NF: Table, first: tuple[float, float], second: tuple[float, float], is_shared: bool
) -> None:
    pairs = [first] if is_shared else [first, second, first, second]  # a gallery shows the first features only
    units = Units(tuple(mean for mean, _ in pairs), tuple(deviation for _, deviation in pairs))
    means, deviations = (np.resize(values, 3) for values in (units.means, units.deviations))
    original = normal_NF * deviations + means
    apart = np.abs(units.restored(units.normalised(original)) - original)
    assert (apart <= 1e-6 * np.abs(original - means) + 1e-14 * np.abs(means) + 1e-30).all()


@given(
    st.lists(st.integers(-9999, 9999), min_size=2, max_size=40).filter(lambda values: len(set(values)) > 1),
    st.sampled_from([0, 10_000_000, 1_700_000_000]),
)
def test_whole_numbers_stay_whole_however_far_from_zero(values: list[int], start: int) -> None:
    original = np.array(values, np.float64)[:, None] + start
    units = Units((original.mean(),), (original.std(),))
    assert units.restored(units.normalised(original)).tolist() == original.tolist()


def test_errors_keep_their_digits_where_values_are_large_against_them() -> None:
    rng = np.random.default_rng(0)
    true = np.round(rng.normal(1e6, 3.6, (300, 1)), 2)
    told = true + rng.normal(0, 0.05, (300, 1))
    units = Units((true.mean(),), (true.std(),))
    judged = {"targets": units.normalised(true), "answers": units.normalised(told)}
    judged["losses"] = ((judged["targets"] - judged["answers"]) ** 2).mean(-1)
    facts = DataFacts(DataPorts(Port("vector", (1,))), "value", {}, value_names=("price",), target_units=units)
    figures = {figure.name: figure.value for figure in conclude(judged, "regress", facts).figures}
    assert figures["mean_absolute_error"] == pytest.approx(np.abs(told - true).mean(), rel=1e-4)
    assert figures["root_mean_squared_error"] == pytest.approx(np.sqrt(((told - true) ** 2).mean()), rel=1e-4)


def test_what_is_no_number_stays_none() -> None:
    restored = Units((2.0,), (3.0,)).restored(np.array([np.nan, np.inf, -np.inf], np.float32))
    assert np.isnan(restored[0])
    assert restored[1:].tolist() == [np.inf, -np.inf]


@pytest.fixture
def houses(tmp_path: Path) -> Path:
    """A table of 150 houses, the price of which is a sum that a network learns easily."""
    rng = np.random.default_rng(3)
    years, rooms = rng.integers(1900, 2020, 150), rng.integers(1, 9, 150)
    rows = [f"{year},{room},{1000 * room + 50 * (year - 1900) + 250_000}"
            for year, room in zip(years.tolist(), rooms.tolist(), strict=True)]  # fmt: skip
    (tmp_path / "houses.csv").write_text("\n".join(["year,rooms,price", *rows, ""]), "utf-8")
    return tmp_path / "houses.csv"


def table(path: Path) -> Table:
    return np.loadtxt(path, delimiter=",", skiprows=1)


def test_a_table_is_looked_at_as_it_stands_in_the_file(houses: Path) -> None:
    (spec,) = scan(houses, silent).choices
    taken, original = held(spec), table(houses)
    assert abs(taken.loaded.splits["train"].inputs[:].mean()) < 1e-5
    found = overview_of(taken)
    assert found.statistics is not None
    rows = []
    for number, count in enumerate(taken.counts):
        page = read_page(taken, np.full(count, number, np.uint8), np.arange(count))
        assert page.inputs is not None
        assert page.values is not None
        rows.append(np.column_stack([page.inputs, page.values]))
    everything = np.concatenate(rows)
    assert sorted(map(tuple, everything.tolist())) == sorted(map(tuple, original.tolist()))
    train = rows[0][:, :2].astype(np.float64)
    np.testing.assert_allclose(found.statistics.mean, train.mean(0), rtol=1e-6)
    np.testing.assert_allclose(found.statistics.deviation, train.std(0), rtol=1e-6)
    assert found.statistics.low.tolist() == train.min(0).tolist()
    assert 250_000 <= found.targets[0].edges[0] < found.targets[0].edges[-1] <= 265_000
    points = project(taken, "plane", silent).points
    assert sorted(map(tuple, points.tolist())) == sorted(map(tuple, original[:, :2].tolist()))


@pytest.mark.parametrize("normalise", [True, False])
def test_errors_are_told_in_the_unit_of_the_file(houses: Path, normalise: bool, one_thread: None) -> None:
    (spec,) = scan(houses, silent).choices
    experiment = edits.replace(suitable(spec), "training.limit", {"kind": "steps", "count": 60})
    experiment = edits.replace(experiment, "data.normalise_target", normalise)
    folder = houses.parent / "run"
    train_headless(experiment, folder=folder)
    verdict = EvaluateRun(folder).run(silent)
    answers, prices = verdict.answers, table(houses)[:, 2]
    assert isinstance(answers, ValueAnswers)
    assert set(answers.targets[:, 0].tolist()) <= set(prices.tolist())
    figures = {figure.name: figure.value for figure in verdict.figures}
    errors = answers.answers.astype(np.float64) - answers.targets
    assert figures["root_mean_squared_error"] == pytest.approx(float(np.sqrt((errors**2).mean())))
    assert figures["mean_absolute_error"] == pytest.approx(float(np.abs(errors).mean()))
    if normalise:  # the loss is of what is learned, the errors are dollars
        assert figures["loss"] < 1.0
        assert 20.0 < figures["mean_absolute_error"] < prices.std()
    else:
        assert figures["loss"] > 1e6


def test_answers_stand_beside_the_numbers_of_the_file(houses: Path, one_thread: None) -> None:
    (spec,) = scan(houses, silent).choices
    experiment = suitable(spec)
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    look = Look(learner, "test", 3)
    prices = set(table(houses)[:, 2].tolist())
    snapshot, batch = Sequences().capture(look), learner.data.batch("test", slice(0, 30))
    units = learner.data.facts.target_units
    assert units is not None
    assert snapshot.values is not None
    assert snapshot.predicted_values is not None
    assert set(snapshot.values[:, 0].tolist()) <= prices
    with torch.no_grad():
        answers = learner.networks["network"](batch.inputs).numpy()
    np.testing.assert_allclose(np.sort(snapshot.predicted_values, 0), np.sort(units.restored(answers), 0), rtol=1e-5)
    price = Answer().capture(look).sample.truth
    assert float(price.replace(THIN_SPACE, "")) == snapshot.values[0, 0]


def test_arrays_are_looked_at_as_they_are_and_normalised_by_column(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    values = np.round(rng.normal(0, 1, (90, 4)), 3) * (1, 1e5, 1e-3, 10) + (0, 0, 0, 2000)
    np.savez(tmp_path / "values.npz", inputs=values, targets=np.round(values[:, :1] * 1e5 + 5e5) + 0.25)
    spec = scan(tmp_path / "values.npz", silent).choices[0]
    taken = held(spec)
    assert spec.facts().target == "value"
    train = taken.loaded.splits["train"]
    for part in (np.asarray(train.inputs[:]), np.asarray(train.targets[:])):
        np.testing.assert_allclose(part.mean(axis=0), 0, atol=1e-5)
        np.testing.assert_allclose(part.std(axis=0), 1, rtol=1e-4)
    page = read_page(taken, np.zeros(taken.counts[0], np.uint8), np.arange(taken.counts[0]))
    assert page.inputs is not None
    assert page.values is not None
    rows = {tuple(float(f"{value:.6g}") for value in row) for row in values.tolist()}
    assert {tuple(float(f"{value:.6g}") for value in row) for row in page.inputs.tolist()} <= rows
    assert all(abs(value % 1 - 0.25) < 0.1 for value in page.values[:, 0].tolist())


def test_series_are_normalised_as_one_and_far_values_keep_their_differences(tmp_path: Path) -> None:
    waves = 1e6 + 1e-3 * np.random.default_rng(0).normal(size=(60, 12))
    np.savez(tmp_path / "waves.npz", inputs=waves[:, :, None], targets=np.arange(60) % 3)
    spec = scan(tmp_path / "waves.npz", silent).choices[0]
    seen = np.asarray(held(spec).loaded.splits["train"].inputs[:])
    assert seen.shape[1:] == (12, 1)
    assert (abs(float(seen.mean())), float(seen.std())) == pytest.approx((0.0, 1.0), abs=1e-4)
    assert len(np.unique(seen)) > 300  # a float32 knows one value there


@pytest.mark.parametrize("highest", [1.0, 255.0, 4095.0])
def test_what_is_drawn_has_the_paper_and_the_ink_of_float_pictures(tmp_path: Path, highest: float) -> None:
    rng = np.random.default_rng(0)
    pictures = (rng.random((60, 8, 8)) > 0.7) * rng.random((60, 8, 8)) * highest
    pictures[0, 0] = (0, *([highest] * 7))
    np.savez(tmp_path / "p.npz", inputs=pictures, targets=np.arange(60) % 3)
    spec = edits.get(suitable(scan(tmp_path / "p.npz", silent).choices[0]), "data")
    assert spec.facts().ports.input.shape == (1, 8, 8)
    experiment = suitable(spec)
    learner = make_learner(experiment, spec.load(), torch.device("cpu"))
    drawn = rng.random((1, 8, 8)).round(2)
    drawn[0, 0, :2] = (0.0, 1.0)
    sample = as_loaded(drawn, spec)
    received = given_batch(sample, learner).inputs[0].numpy()
    seen = np.concatenate([np.asarray(part.inputs[:]) for part in spec.load().splits.values()])
    assert np.array_equal(received, sample)
    assert (received.min(), received.max()) == pytest.approx((seen.min(), seen.max()), rel=0.05)
    np.testing.assert_allclose(as_picture(received, spec), drawn, atol=1e-5)
    added = AddedSample.of(sample, 1)
    more = with_added(spec.load(), (added,)).splits["train"]
    assert np.array_equal(np.asarray(more.inputs[-1:])[0], sample)
