"""Data that are streamed give the losses of data on the device to the last bit, wherever the learner is put."""

import contextlib
import pickle
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.dataset import Arrays, LoadedData
from explorer.engine import data_budget, device_data, streaming
from explorer.engine.building import make_learner
from explorer.engine.device_data import DeviceData
from explorer.engine.learner import Learner
from explorer.engine.readers import Readers, Reading
from explorer.engine.state import restore, state_of
from explorer.engine.streaming import StreamedSplit
from explorer.source import ArraySource, SourceSplit
from explorer.spec import Experiment
from models.problem import InputError
from tests.explorer.pictures import Pictures, as_pictures, as_sources, write_pictures
from tests.explorer.test_learner_state import EXPERIMENTS, losses_of

FAMILIES = ("cnn", "augmented", "lstm", "transformer", "gan", "smoothed, weighted, clipped", "early stopping")
Make = Callable[[str, Callable[[LoadedData], LoadedData]], Learner]


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes learners whose data must not lie on the device, as far as they do not lie in memory already."""
    monkeypatch.setenv(data_budget.VARIABLE, "0")
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    made: list[Learner] = []

    def make(name: str, change: Callable[[LoadedData], LoadedData] = lambda data: data) -> Learner:
        experiment = Experiment.model_validate(EXPERIMENTS[name] | {"seed": 7})
        made.append(make_learner(experiment, change(experiment.data.load()), torch.device("cpu")))
        return made[-1]

    yield make
    torch.set_num_threads(threads)
    for learner in made:
        learner.data.close()


@pytest.mark.parametrize("name", FAMILIES)
def test_streamed_losses_are_those_of_resident_data_to_the_last_bit(name: str, make: Make) -> None:
    wanted = losses_of(make(name, lambda data: data), 30)
    streamed = make(name, as_sources)
    assert streamed.data.residence.kind == "thread"
    assert losses_of(streamed, 30) == wanted


@pytest.mark.parametrize("name", ["cnn", "transformer"])
def test_a_learner_put_elsewhere_drops_what_was_read_ahead(name: str, make: Make) -> None:
    wanted = losses_of(make(name, lambda data: data), 25)
    learner = make(name, as_sources)
    losses = losses_of(learner, 5)
    early = state_of(learner)
    losses_of(learner, 8)  # further on, in the middle of an epoch
    restore(learner, early)
    assert losses + losses_of(learner, 20) == wanted


def test_pictures_in_files_are_read_by_processes_or_once_and_train_alike(
    make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wanted = losses_of(make("cnn", lambda data: data), 25)
    monkeypatch.setattr(device_data, "num_cores", lambda: 3)
    streamed = make("cnn", lambda data: as_pictures(data, tmp_path / "files"))
    assert (streamed.data.residence.kind, streamed.data.residence.num_workers) == ("processes", 2)
    assert losses_of(streamed, 13) + losses_of(streamed, 12) == wanted
    monkeypatch.setenv(data_budget.VARIABLE, "50")
    resident = make("cnn", lambda data: as_pictures(data, tmp_path / "others"))
    assert resident.data.residence.kind == "resident"
    assert losses_of(resident, 25) == wanted


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA device")
@pytest.mark.parametrize("name", ["cnn", "transformer"])
def test_on_an_accelerator_streamed_samples_are_those_of_resident_data(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = torch.device("cuda:0")
    experiment = Experiment.model_validate(EXPERIMENTS[name])
    there = {}
    for megabytes in ("1000", "0"):
        monkeypatch.setenv(data_budget.VARIABLE, megabytes)
        data = DeviceData.of(experiment.data.load(), experiment.data.facts(), device)
        order = torch.randperm(len(data.splits["train"]), generator=torch.Generator().manual_seed(0))
        rows = data.ahead("train", order.to(data.order_device).split(32))
        there[data.residence.kind] = [data.batch("train", one) for one in rows]
        data.close()
    for one, other in zip(there["resident"], there["thread"], strict=True):
        assert one.inputs.device == other.inputs.device == device
        assert torch.equal(one.inputs, other.inputs)
        assert torch.equal(one.targets, other.targets)


class CopyingStream:
    """A stream of an accelerator that is not there: it counts the copies whose end was recorded."""

    def __init__(self) -> None:
        self.num_copies = 0

    def record_event(self) -> int:
        self.num_copies += 1
        return self.num_copies


class ComputingStream:
    """The other one, which waits for copies."""

    def __init__(self) -> None:
        self.waited: list[int] = []

    def wait_event(self, event: int) -> None:
        self.waited.append(event)


def test_the_next_batch_is_copied_while_the_present_one_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    copying, computing, read = CopyingStream(), ComputingStream(), []
    monkeypatch.setattr(torch.cuda, "stream", lambda stream: contextlib.nullcontext())
    monkeypatch.setattr(torch.cuda, "current_stream", lambda device: computing)
    monkeypatch.setattr(torch.Tensor, "record_stream", lambda tensor, stream: read.append((tensor, stream)))
    values = np.arange(12, dtype=np.float32)[:, None]
    readers = Readers({"train": ArraySource(values)}, 0, pinned=False)
    split = StreamedSplit("train", readers, torch.arange(12))
    monkeypatch.setattr(split, "_copying", copying)
    monkeypatch.setattr(Reading, "is_good", property(lambda reading: not wait(reading.parts).not_done))
    for number, rows in enumerate(split.ahead(torch.arange(12).split(4)), 1):
        inputs, _ = split.selected(rows)
        assert inputs[:, 0].tolist() == rows.tolist()
        assert copying.num_copies == min(number + 1, 3)
        assert computing.waited == list(range(1, number + 1)), "it waits for its own batch, and not for the next one"
    assert [stream for _, stream in read] == [computing] * 3
    readers.close()


@given(
    order=st.permutations(range(40)),
    size=st.integers(1, 17),
    moves=st.lists(st.one_of(st.just("take"), st.just("skip"), st.just("again"), st.integers(0, 39)), max_size=30),
    stop=st.integers(0, 40),
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_asked_for_comes(order: list[int], size: int, moves: list[str | int], stop: int) -> None:
    values = np.arange(40 * 3, dtype=np.float32).reshape(40, 3)
    readers = Readers({"train": ArraySource(values)}, 1, pinned=False)
    split = StreamedSplit("train", readers, torch.arange(40))
    batches = torch.tensor(order).split(size)
    coming = split.ahead(batches)
    for rows, move in zip(coming, moves, strict=False):
        assert any(rows is one for one in batches)
        wanted = slice(move, move + size) if isinstance(move, int) else rows
        for _ in range({"skip": 0, "again": 2}.get(str(move), 1)):
            inputs, targets = split.selected(wanted)
            assert (inputs.numpy() == values[wanted if isinstance(wanted, slice) else wanted.numpy()]).all()
            assert (targets == torch.arange(40)[wanted]).all()
    del coming
    assert [rows.tolist() for rows in islice(split.ahead(batches), stop)] == [one.tolist() for one in batches[:stop]]
    readers.close()


def test_what_is_looked_at_again_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "MOST_BYTES_KEPT", 100)
    values = np.arange(100, dtype=np.float32)[:, None]
    readers = Readers({"train": ArraySource(values)}, 0, pinned=False)
    split = StreamedSplit("train", readers, torch.arange(100))
    read: list[int] = []
    begin = readers.begin
    monkeypatch.setattr(readers, "begin", lambda name, rows: (read.append(int(rows[0])), begin(name, rows))[1])
    for start in (0, 0, 10, 0, 20, 0, 10, 90):  # of ten samples, two are kept
        inputs, targets = split.selected(slice(start, start + 10))
        assert inputs[:, 0].tolist() == targets.tolist() == [*range(start, start + 10)]
    assert read == [0, 10, 20, 10, 90]
    assert len(split.selected(slice(0, None))[0]) == 100  # more than is kept
    readers.close()


def test_a_source_larger_than_its_budget_is_streamed_and_a_smaller_one_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    experiment = Experiment()
    loaded = experiment.data.load()
    part = loaded.splits["train"]
    assert isinstance(part, Arrays)
    mapped = np.memmap(tmp_path / "inputs", part.inputs.dtype, "w+", shape=part.inputs.shape)
    mapped[:] = part.inputs
    data = LoadedData({**loaded.splits, "train": Arrays(mapped, part.targets)}, loaded.scale, loaded.shift)
    size = (mapped.nbytes + part.targets.nbytes) / 1e6
    for megabytes, kind in ((size * 0.99, "thread"), (size, "resident")):
        monkeypatch.setenv(data_budget.VARIABLE, repr(megabytes))
        there = DeviceData.of(data, experiment.data.facts(), torch.device("cpu"))
        assert there.residence.kind == kind
        rows = torch.tensor([5, 3, 1200, 5])
        wanted = DeviceData.of(loaded, experiment.data.facts(), torch.device("cpu")).batch("train", rows)
        assert torch.equal(there.batch("train", rows).inputs, wanted.inputs)
        assert torch.equal(there.batch("train", rows).targets, wanted.targets)
        there.close()


@pytest.mark.parametrize("value", ["many", "-1", "nan", "inf"])
def test_a_budget_that_is_no_number_is_a_problem(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(data_budget.VARIABLE, value)
    with pytest.raises(InputError) as caught:
        data_budget.data_budget(torch.device("cpu"))
    assert caught.value.problems[0].code == "data_budget_wrong"


def test_without_a_wish_the_budget_is_a_part_of_what_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(data_budget.VARIABLE, raising=False)
    assert 0 < data_budget.data_budget(torch.device("cpu")) < data_budget.psutil.virtual_memory().total


def test_arrays_in_memory_are_shared_and_not_copied() -> None:
    experiment = Experiment()
    loaded = experiment.data.load()
    there = DeviceData.of(loaded, experiment.data.facts(), torch.device("cpu"))
    for name, part in loaded.splits.items():
        assert isinstance(part, Arrays)
        split = there.splits[name]
        assert split.inputs.data_ptr() == part.inputs.ctypes.data  # type: ignore[union-attr]
        assert split.targets.data_ptr() == part.targets.ctypes.data


def test_a_picture_that_cannot_be_read_is_a_problem_that_names_it(make: Make, tmp_path: Path) -> None:
    learner = make("cnn", lambda data: as_pictures(data, tmp_path / "files"))
    (tmp_path / "files" / "validation" / "7.png").write_bytes(b"no picture")
    losses_of(learner, 9)
    with pytest.raises(InputError) as caught:
        losses_of(learner, 2)
    (problem,) = caught.value.problems
    assert problem.code == "samples_unreadable"
    assert "validation" in str(problem)
    assert "image" in str(problem)


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_source_of_pictures_can_be_sent_to_a_process_and_sliced(kind: str, tmp_path: Path) -> None:
    grey = np.random.default_rng(0).integers(100, 140, (5, 3, 16, 8), dtype=np.uint8)
    source = pickle.loads(pickle.dumps(write_pictures(grey, tmp_path / kind, kind)))
    assert isinstance(source, Pictures)
    assert source.nbytes == grey.nbytes
    there = source[1:4]
    assert there.shape == (3, 3, 16, 8)
    assert (there == grey[1:4]).all() or kind == "jpeg"
    assert SourceSplit(source, np.zeros(5)).__len__() == 5
