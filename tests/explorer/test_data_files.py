"""The files of MNIST, CIFAR-10 and AG News: read as they are, and refused by name when missing, damaged or hostile."""

import gzip
import io
import os
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch

from explorer import idx
from explorer.check import check_spec
from explorer.dataset import DatasetSpec
from explorer.datasets import ag_news, cifar10
from explorer.datasets.ag_news import AgNews
from explorer.datasets.cifar10 import Cifar10
from explorer.datasets.fashion_mnist import FashionMnist
from explorer.datasets.mnist import Mnist
from explorer.datasets.reference import Reference
from explorer.datasets.sentences import Sentences
from explorer.datasets.word_windows import WordWindows
from explorer.engine.building import make_learner
from explorer.engine.headless import train_headless
from explorer.folders import data_folder
from explorer.gallery import cards, load
from explorer.idx import FILES, read_idx
from explorer.restricted_pickle import load_arrays
from explorer.spec import Experiment
from explorer.training import Steps
from explorer.words import UNKNOWN
from models.problem import InputError, Problem

PIXELS = np.random.default_rng(0).integers(0, 256, (260, 28, 28), dtype=np.uint8)
LABELS = (np.arange(260) % 10).astype(np.uint8)
COLOURS = np.random.default_rng(1).integers(0, 256, (40, 3072), dtype=np.uint8)


def idx_bytes(values: np.ndarray) -> bytes:
    head = bytes([0, 0, 8, values.ndim]) + np.array(values.shape, dtype=">u4").tobytes()
    return head + values.tobytes()


@pytest.fixture
def mnist(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with 200 + 60 pictures, half of the files compressed."""
    for name, count in (("NUM_OFFICIAL", 200), ("NUM_VALIDATION", 20), ("NUM_TEST", 60)):
        monkeypatch.setattr(idx, name, count)
    folder = data_folder() / "MNIST" / "raw"
    folder.mkdir(parents=True)
    parts = (PIXELS[:200], LABELS[:200], PIXELS[200:], LABELS[200:])
    for number, (name, values) in enumerate(zip(FILES, parts, strict=True)):
        if number % 2:
            (folder / f"{name}.gz").write_bytes(gzip.compress(idx_bytes(values)))
        else:
            (folder / name).write_bytes(idx_bytes(values))
    return folder


@pytest.fixture
def cifar(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with five batches of 40 pictures and a test batch."""
    monkeypatch.setattr(cifar10, "PER_FILE", 40)
    monkeypatch.setattr(cifar10, "NUM_VALIDATION", 20)
    folder = data_folder() / "cifar-10-batches-py"
    folder.mkdir(parents=True)
    for name in (*cifar10.TRAIN_FILES, *cifar10.TEST_FILES):
        batch = {b"data": COLOURS, b"labels": [number % 10 for number in range(40)]}
        (folder / name).write_bytes(pickle.dumps(batch))
    return folder


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with 40 + 8 news."""
    for name, count in (("NUM_OFFICIAL", 40), ("NUM_VALIDATION", 8), ("NUM_TEST", 8)):
        monkeypatch.setattr(ag_news, name, count)
    folder = data_folder() / "AG_NEWS"
    folder.mkdir(parents=True)
    for name, count in zip(ag_news.FILES, (40, 8), strict=True):
        (folder / name).write_text("".join(map(piece_of_news, range(count))), encoding="utf-8")
    return folder


def piece_of_news(number: int) -> str:
    topic = ("war", "goal", "shares", "chip")[number % 4]
    return f'"{number % 4 + 1}","The {topic} no. {number}","It’s a ""{topic}"", they say."\n'


def problem_of(dataset: DatasetSpec) -> Problem:
    with pytest.raises(InputError) as caught:
        dataset.load()
    (problem,) = caught.value.problems
    assert problem.place == "data"
    return problem


def test_mnist_is_read_plain_and_compressed(mnist: Path) -> None:
    splits = Mnist().load().splits
    assert np.array_equal(splits["test"].inputs, PIXELS[200:, None])
    assert np.array_equal(splits["test"].targets, LABELS[200:])
    assert {name: len(part) for name, part in splits.items()} == dict(Mnist().facts().num_samples)
    assert splits["train"].inputs.dtype == np.uint8
    assert Mnist().problems() == ()


def test_validation_is_taken_from_every_class_of_the_training_set(mnist: Path) -> None:
    splits = Mnist(split_seed=4).load().splits
    assert np.bincount(splits["validation"].targets).tolist() == [2] * 10
    official = {image.tobytes() for image in PIXELS[:200]}
    parts = [{image.tobytes() for image in splits[name].inputs} for name in ("train", "validation")]
    assert parts[0] | parts[1] == official
    assert not parts[0] & parts[1]


def test_mnist_as_rows_and_signed(mnist: Path) -> None:
    data = Mnist(form="rows", range="signed").load()
    assert data.splits["test"].inputs.shape == (60, 28, 28)
    assert (255 * data.scale + data.shift, data.shift) == (1.0, -1.0)


@pytest.mark.parametrize("dataset", [Mnist(), FashionMnist(), Cifar10(), AgNews()], ids=lambda dataset: dataset.kind)
def test_missing_files_are_named_with_their_folder(dataset: DatasetSpec) -> None:
    problem = problem_of(dataset)
    assert problem.code == "data_missing"
    assert str(data_folder()) in str(problem)
    assert dataset.problems() == (problem,)
    assert dataset.facts().fetch_bytes > 10**7


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "not an IDX file"),
        (b"PK\x03\x04 something else", "not an IDX file"),
        (bytes([0, 0, 8, 3, 0, 0]), "does not hold 200 × 28 × 28 values"),
        (idx_bytes(PIXELS[:200])[:-1], "ends too early"),
        (idx_bytes(PIXELS[:200]) + b"x", "does not end"),
        (idx_bytes(PIXELS[:199]), "does not hold"),
        (idx_bytes(np.zeros((200, 28, 27), dtype=np.uint8)), "does not hold"),
        (bytes([0, 0, 8, 3]) + b"\xff" * 12, "does not hold"),
    ],
    ids=("empty", "zip", "short head", "cut", "too long", "fewer", "narrower", "huge"),
)
def test_damaged_pictures_are_refused(mnist: Path, content: bytes, cause: str) -> None:
    (mnist / FILES[0]).write_bytes(content)
    problem = problem_of(Mnist())
    assert problem.code == "data_damaged"
    assert FILES[0] in str(problem)
    assert cause in str(problem)


@pytest.mark.parametrize(
    "content",
    [
        b"not compressed at all",
        gzip.compress(idx_bytes(LABELS[:200]))[:-12],
        gzip.compress(idx_bytes(LABELS[:200] + 1)),
        gzip.compress(idx_bytes(LABELS[:100])),
    ],
    ids=("plain", "cut", "wrong labels", "fewer"),  # a test's name must not hold the time that gzip writes
)
def test_damaged_labels_are_refused(mnist: Path, content: bytes) -> None:
    (mnist / f"{FILES[1]}.gz").write_bytes(content)
    assert problem_of(Mnist()).code == "data_damaged"


def test_an_array_of_any_rank_is_read(tmp_path: Path) -> None:
    values = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
    (tmp_path / "values").write_bytes(idx_bytes(values))
    assert np.array_equal(read_idx(tmp_path / "values", (2, 3, 4)), values)


def test_cifar_is_read(cifar: Path) -> None:
    splits = Cifar10().load().splits
    assert np.array_equal(splits["test"].inputs, COLOURS.reshape(-1, 3, 32, 32))
    assert {name: len(part) for name, part in splits.items()} == {"train": 180, "validation": 20, "test": 40}
    assert np.bincount(splits["validation"].targets).tolist() == [2] * 10


def test_cifar_as_python_2_wrote_it(cifar: Path) -> None:
    # Protocol 2 with text keys, numpy 1's module names and the bytes of the array as a text of Python 2.
    text = io.BytesIO()
    pickler = pickle._Pickler(text, protocol=2)  # type: ignore[attr-defined]
    pickler.dump({"data": 0, "labels": [number % 10 for number in range(40)]})
    array = (
        b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R"
        b"(K\x01K(M\x00\x0c\x86cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\x00tb"
        b"\x89T" + len(COLOURS.tobytes()).to_bytes(4, "little") + COLOURS.tobytes() + b"tb"
    )
    content = text.getvalue().replace(b"K\x00", array, 1)
    (cifar / "test_batch").write_bytes(content)
    assert np.array_equal(Cifar10().load().splits["test"].inputs, COLOURS.reshape(-1, 3, 32, 32))


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"garbage",
        pickle.dumps({b"data": COLOURS})[:-50],
        pickle.dumps([1, 2]),
        pickle.dumps({b"data": COLOURS}),
        pickle.dumps({b"data": COLOURS[:39], b"labels": [0] * 39}),
        pickle.dumps({b"data": COLOURS.astype(np.float32), b"labels": [0] * 40}),
        pickle.dumps({b"data": COLOURS, b"labels": [10] * 40}),
        pickle.dumps({b"data": COLOURS, b"labels": [0.5] * 40}),
        pickle.dumps({b"data": COLOURS, b"labels": [[0], [1, 2]]}),
        pickle.dumps({b"data": Evil(), b"labels": [0] * 40}),
    ],
)
def test_damaged_batches_are_refused(cifar: Path, content: bytes) -> None:
    (cifar / "data_batch_3").write_bytes(content)
    problem = problem_of(Cifar10())
    assert problem.code == "data_damaged"
    assert "data_batch_3" in str(problem)


@pytest.mark.parametrize("wanted", [os.system, eval, np.load, np.fromfile, getattr])
def test_a_pickle_gets_nothing_but_array_constructors(wanted: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="it asks for"):
        load_arrays(io.BytesIO(pickle.dumps(wanted)))


@pytest.mark.parametrize("protocol", range(3, pickle.HIGHEST_PROTOCOL + 1))
def test_arrays_come_back_as_they_were(protocol: int) -> None:
    values = np.asfortranarray(np.arange(12, dtype=np.int16).reshape(3, 4))
    assert np.array_equal(load_arrays(io.BytesIO(pickle.dumps(values, protocol=protocol))), values)


def test_news_are_read_as_words_with_their_classes(news: Path) -> None:
    data = AgNews(length=12, vocabulary=20)
    loaded, facts = data.load(), data.facts()
    assert {name: len(part) for name, part in loaded.splits.items()} == dict(facts.num_samples)
    assert len(loaded.symbols) == 20
    test = loaded.splits["test"]
    assert test.targets.tolist() == [0, 1, 2, 3] * 2
    words = ["·", "·", "·", "the", "goal", "no", "1", "it's", "a", "goal", "they", "say"]
    frequent = [word for word in words if word in loaded.symbols]
    assert {"the", "goal", "it's"} <= set(frequent)
    assert [loaded.symbols[number] for number in test.inputs[1] if number != UNKNOWN] == frequent
    assert np.bincount(loaded.splits["validation"].targets).tolist() == [2] * 4


def test_the_news_are_read_once(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    plain = AgNews._read
    monkeypatch.setattr(AgNews, "_read", lambda self, part: read.append(part) or plain(self, part))
    AgNews().load()
    assert read == ["train", "test"]


@pytest.mark.parametrize("dataset", [Reference(), Sentences(), WordWindows()], ids=lambda dataset: dataset.kind)
def test_without_pythons_documentation_the_problem_says_what_helps(
    dataset: DatasetSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.prose.topics", dict)
    problem = problem_of(dataset)
    assert problem.code == "data_missing"
    assert "standard library" in str(problem.remedy)


def test_the_words_of_the_news_are_the_learners(news: Path) -> None:
    blocks = [{"kind": "embedding", "units": 4}, {"kind": "mean_positions"}, {"kind": "dense", "units": "classes"}]
    experiment = Experiment.model_validate(
        {
            "data": {"kind": "ag_news", "vocabulary": 30},
            "architecture": {"kind": "single", "network": {"blocks": blocks}},
            "training": {"batch_size": 8},
        }
    )
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    assert "goal" in learner.data.facts.symbols
    assert learner.networks["network"](learner.data.batch("train", slice(0, 3)).inputs).shape == (3, 4)


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "0 news, not 40"),
        (b'"1","title"\n', "row 1"),
        (b'"5","title","text"\n', "row 1"),
        (b'"1","title","text\n', "unexpected end"),
        (b'"1","\xff","text"\n', "decode"),
        (b'"1","title","text"\n' * 41, "41 news"),
    ],
    ids=("empty", "two columns", "class 5", "open quote", "no utf-8", "too many"),
)
def test_damaged_news_are_refused(news: Path, content: bytes, cause: str) -> None:
    (news / "train.csv").write_bytes(content)
    problem = problem_of(AgNews())
    assert problem.code == "data_damaged"
    assert "train.csv" in str(problem)
    assert cause in str(problem)


@pytest.mark.parametrize("name", [card.id for card in cards() if not card.offline and not check_spec(load(card.id))])
def test_what_must_be_fetched_trains_on_files_of_that_format(name: str, mnist: Path, cifar: Path, news: Path) -> None:
    experiment = load(name)
    training = experiment.training.model_copy(update={"batch_size": 16, "num_threads": 1})
    threads = torch.get_num_threads()
    try:
        result = train_headless(experiment.model_copy(update={"training": training}), "cpu", limit=Steps(count=2))
    finally:
        torch.set_num_threads(threads)
    assert result.steps == 2
    losses = [value for metric, value in result.metrics.items() if "loss" in metric]
    assert losses
    assert np.isfinite(losses).all()
