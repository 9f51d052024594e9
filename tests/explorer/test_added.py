"""Samples that a person adds: kept to the last bit, trained with, and refused where they fit no longer."""

import base64
import zlib
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from explorer import edits, gallery
from explorer.added import MOST_ADDED, AddedSample
from explorer.check import check_spec
from explorer.engine import data_budget
from explorer.engine.adding import JoinedSource, with_added
from explorer.engine.building import make_learner
from explorer.engine.headless import train_headless
from explorer.engine.loop import train
from explorer.runs.run_folder import RunFolder
from explorer.source import ArraySource, SourceSplit
from explorer.spec import Experiment
from models.problem import InputError
from tests.explorer.pictures import as_sources

DRAWN = np.arange(64, dtype=np.uint8).reshape(1, 8, 8) % 17


def digits(*added: AddedSample) -> Experiment:
    return edits.replace(gallery.load("cnn-digits"), "added", added)


@settings(max_examples=40, deadline=None)
@given(
    arrays(np.uint8, (3, 4))
    | arrays(np.int64, 5, elements=st.integers(-(2**31), 2**31 - 1))
    | arrays(np.float32, 7, elements=st.floats(-1e6, 1e6, width=32)),
    st.integers(0, 99),
)
def test_a_sample_is_kept_as_it_is(values: np.ndarray, target: int) -> None:
    sample = AddedSample.of(values, target)
    again = AddedSample.model_validate_json(sample.model_dump_json())
    unpacked = again.unpacked(values.size)
    assert unpacked is not None
    assert np.array_equal(unpacked, values.ravel())
    assert again.target == target
    assert again.unpacked(values.size + 1) is None


def test_it_lies_behind_the_samples_for_training() -> None:
    experiment = digits(AddedSample.of(DRAWN, 3), AddedSample.of(DRAWN[:, ::-1], 5))
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    assert len(learner.splits["train"]) == experiment.facts().num_samples["train"] == 1260
    batch = learner.data.batch("train", slice(1258, None))
    assert np.array_equal(batch.inputs.numpy() * 16, np.stack([DRAWN, DRAWN[:, ::-1]]))
    assert batch.targets.tolist() == [3, 5]
    assert {name: len(split) for name, split in learner.splits.items()} == {
        "train": 1260, "validation": 180, "test": 359,
    }  # fmt: skip


def test_data_that_are_streamed_give_the_same_losses(monkeypatch: pytest.MonkeyPatch) -> None:
    experiment = digits(*(AddedSample.of(np.roll(DRAWN, shift), shift % 10) for shift in range(20)))

    def losses(is_streamed: bool) -> list[float]:
        data = as_sources(experiment.data.load()) if is_streamed else experiment.data.load()
        learner = make_learner(experiment, data, torch.device("cpu"))
        found = [float(value) for moment in islice(train(learner), 160) for value in moment.metrics.values()]
        learner.data.close()
        return found

    resident = losses(is_streamed=False)
    monkeypatch.setenv(data_budget.VARIABLE, "0")
    assert losses(is_streamed=True) == resident


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 8), max_size=12))
def test_rows_of_both_parts_are_read_in_any_order(rows: list[int]) -> None:
    first, more = np.arange(10, dtype=np.uint8).reshape(5, 2), np.arange(100, 108, dtype=np.uint8).reshape(4, 2)
    source = JoinedSource(ArraySource(first), more)
    out = np.empty((len(rows), 2), np.uint8)
    source.read(np.array(rows, dtype=np.int64), out)
    assert np.array_equal(out, np.concatenate([first, more])[rows])
    assert (source.shape, source.dtype) == ((9, 2), np.uint8)


def test_a_run_keeps_them_and_goes_on_with_them(tmp_path: Path) -> None:
    experiment = edits.replace_each(digits(AddedSample.of(DRAWN, 3)), {"training.limit": {"kind": "steps", "count": 3}})
    train_headless(experiment, "cpu", tmp_path / "run")
    with RunFolder.open(tmp_path / "run") as folder:
        assert folder.experiment == experiment


@pytest.mark.parametrize(
    "sample",
    [
        AddedSample.of(DRAWN[:, 1:], 3),
        AddedSample.of(DRAWN, 10),
        AddedSample.of(DRAWN.astype(np.int32), 3),
        AddedSample.of(np.full(64, np.nan, np.float32), 3),
        AddedSample(values="not base64!", target=3),
        AddedSample(values=base64.b64encode(b"no zlib").decode(), target=3),
        AddedSample(values=base64.b64encode(zlib.compress(bytes(100_000_000))).decode(), target=3),
    ],
    ids=["size", "class", "tokens", "not a number", "no base64", "no zlib", "bomb"],
)
def test_what_does_not_fit_is_a_problem_at_its_place(sample: AddedSample) -> None:
    experiment = digits(AddedSample.of(DRAWN, 3), sample)
    (problem,) = check_spec(experiment)
    assert (problem.code, problem.place) == ("added_does_not_fit", "added.1")
    with pytest.raises(InputError):
        make_learner(experiment, experiment.data.load(), torch.device("cpu"))


def test_data_without_classes_take_none_and_nobody_adds_without_end() -> None:
    experiment = edits.replace(gallery.load("gan-ring"), "added", (AddedSample.of(np.zeros(2, np.float32), 0),))
    assert [problem.code for problem in check_spec(experiment)] == ["added_without_classes"]
    with pytest.raises(InputError) as caught:
        digits(*[AddedSample.of(DRAWN, 3)] * (MOST_ADDED + 1))
    assert caught.value.problems[0].code == "too_many"


def test_nothing_added_leaves_the_data_as_they_are() -> None:
    data = gallery.load("cnn-digits").data.load()
    assert with_added(data, ()) is data
    joined = with_added(as_sources(data), (AddedSample.of(DRAWN, 3),)).splits["train"]
    assert isinstance(joined, SourceSplit)
    assert len(joined) == len(joined.targets) == 1259
