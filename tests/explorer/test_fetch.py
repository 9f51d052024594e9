"""Fetching as a whole: from a server into the data folder, unpacked, loaded; the second time nothing is asked for."""

import gzip
import io
import os
import shutil
import tarfile
import zipfile
from collections import namedtuple
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydantic import TypeAdapter
from scipy.io import loadmat

from explorer.dataset import DatasetSpec
from explorer.datasets import DATASETS, AnyDataset
from explorer.datasets.imdb import Imdb
from explorer.datasets.mnist import Mnist
from explorer.datasets.pets import Pets
from explorer.export.definitions import Definitions
from explorer.fetching import catalogue, download, pictures
from explorer.fetching import fetch as fetching
from explorer.fetching.claim import claimed
from explorer.fetching.fetch import Fetch, Fetched
from explorer.fetching.remote import Fetchable
from explorer.fetching.servers import VARIABLE
from explorer.folders import data_folder
from explorer.jobs.job import Cancelled
from explorer.spec import Experiment
from models.problem import InputError
from models.text import Text
from tests.explorer.file_server import FileServer, serving
from tests.explorer.small_data import FEWER, expect_small_data

EASY: dict[str, dict[str, object]] = {
    "pets": {"side": 16, "classes": "species", "range": "signed"},
    "imdb": {"length": 8},
}
KINDS = [data.id for data in catalogue.FETCHABLES]


@pytest.fixture(scope="module")
def served() -> Iterator[FileServer]:
    """A server with all data, and a catalogue that expects them."""
    with pytest.MonkeyPatch.context() as patch, serving(expect_small_data(patch)) as server:
        patch.setenv(VARIABLE, server.address)
        patch.setattr(download, "FIRST_PAUSE_S", 0.001)
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        yield server


@pytest.fixture
def server(served: FileServer) -> Iterator[FileServer]:
    served.asked.clear()
    files = dict(served.files)
    yield served
    served.files.clear()
    served.files.update(files)
    served.moods.clear()


def fetched(kind: str) -> Fetched:
    return Fetch.of(kind).run(lambda done, text=None, part=None: None)


def dataset(kind: str, **values: object) -> DatasetSpec:
    adapter: TypeAdapter[DatasetSpec] = TypeAdapter(AnyDataset)
    return adapter.validate_python({"kind": kind, **values})


def test_all_that_needs_a_network_can_be_fetched() -> None:
    assert [one.model_fields["kind"].default for one in DATASETS if not one.offline] == KINDS
    for data in catalogue.FETCHABLES:
        assert dataset(data.id).facts().fetch_bytes == data.num_bytes
        assert dataset(data.id).label == data.label
        assert data.source.startswith("http")
        assert all(file.addresses and file.num_bytes for file in data.files)


def test_checksums_are_those_of_torchvision() -> None:
    (folder,) = find_spec("torchvision").submodule_search_locations  # type: ignore[union-attr, misc]
    files = [
        Path(folder) / "datasets" / f"{name}.py" for name in ("mnist", "cifar", "svhn", "stl10", "oxford_iiit_pet")
    ]
    known = "".join(path.read_text(encoding="utf-8") for path in files)
    ours = [data for data in vars(pictures).values() if isinstance(data, Fetchable)]
    assert len(ours) == 9
    for file in (file for data in ours for file in data.files):
        assert file.digest.removeprefix("md5:") in known
        assert any(address in known or address.removesuffix(file.name) in known for address in file.addresses)


def test_what_no_server_gives_comes_out_of_an_archive_instead(server: FileServer) -> None:
    del server.files["AG_NEWS/test.csv"]
    assert fetched("ag_news").received == len(server.files["AG_NEWS/ag_news_csv.tgz"])
    assert dataset("ag_news").problems() == ()
    assert sorted(path.name for path in (data_folder() / "AG_NEWS").iterdir()) == ["test.csv", "train.csv"]
    assert fetched("ag_news").received == 0


def test_where_nobody_gives_it_everyone_who_was_asked_is_named(server: FileServer) -> None:
    del server.files["AG_NEWS/test.csv"], server.files["AG_NEWS/ag_news_csv.tgz"]
    with pytest.raises(InputError) as caught:
        fetched("ag_news")
    assert [problem.code for problem in caught.value.problems] == ["server_refused"] * 2


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_fetched_is_what_the_dataset_reads(kind: str, server: FileServer) -> None:
    data = dataset(kind)
    assert [problem.code for problem in data.problems()] == ["data_missing"]
    result = fetched(kind)
    assert result.received == sum(len(server.files[path.lstrip("/")]) for path, _ in server.asked)
    assert data.problems() == ()
    facts, loaded = data.facts(), data.load()
    shape = facts.ports.input.shape
    for split, count in facts.num_samples.items():
        inputs = loaded.splits[split].inputs
        assert inputs.shape == (count, shape[0] + (facts.target == "next"), *shape[1:])
        if facts.target == "class":
            assert set(loaded.splits[split].targets.tolist()) <= set(range(len(facts.class_names)))
    if facts.target == "class":
        assert set(loaded.splits["train"].targets.tolist()) == set(range(len(facts.class_names)))
    left = [path.name for path in data_folder().rglob("*") if path.name.startswith(".") or ".part" in path.name]
    assert left == []
    assert not any(path.name.endswith(("gz", "zip")) for path in data_folder().rglob("*"))
    num_asked = len(server.asked)
    assert fetched(kind).received == 0
    assert len(server.asked) == num_asked, "the second start downloads nothing"


def learnable(kind: str) -> Experiment:
    """An experiment that learns small data of that kind in a moment."""
    data = dataset(kind, **EASY.get(kind, {}))
    facts, tokens = data.facts(), [{"kind": "embedding", "units": 16}, {"kind": "mean_positions"}]
    is_text = facts.ports.input.kind == "tokens"
    blocks = tokens if is_text else [{"kind": "flatten"}]
    blocks = [*blocks, {"kind": "dense", "units": "classes"}]
    objective = {"kind": "classify"}
    if facts.target == "next":
        blocks, objective = [tokens[0], {"kind": "dense", "units": "vocabulary"}], {"kind": "predict_next"}
    return Experiment.model_validate(
        {
            "data": data.model_dump(),
            "architecture": {"kind": "single", "network": {"blocks": blocks}},
            "training": {
                "objective": objective,
                "optimizer": {"kind": "adam", "learning_rate": 0.1 if is_text else 0.005},
                "batch_size": 10,
                "limit": {"kind": "epochs", "count": 20},
            },
        }
    )


@pytest.mark.parametrize(
    "data",
    [
        dataset("emnist", symbols="balanced", form="rows"), dataset("cifar100", classes="coarse"),
        dataset("pets", classes="species", side=20), dataset("imdb", length=8), dataset("svhn"), dataset("stl10"),
        dataset("shakespeare", split_seed=3), dataset("emnist"), dataset("kmnist"),
    ],
    ids=repr,
)  # fmt: skip
def test_scripts_read_the_same(data: Any, server: FileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exported script's function gives the program's samples; every sample is in one split."""
    fetched(data.kind)
    definitions = Definitions()
    name = definitions.add_method(data, "splits")
    imports = "\n".join(line for group in definitions.import_lines() for line in group)
    names: dict[str, Any] = {}
    exec(f"{imports}\n" + "\n".join(definitions.take()), names)
    for module in ("explorer.idx", type(data).__module__):  # a script's constants are those of the files as written
        values = next((values for one, values in FEWER if one.__name__ == module), {})
        names |= {key: value for key, value in values.items() if key in names}  # type: ignore[attr-defined]
    splits, loaded = names[name](), data.load().splits
    for split, arrays in loaded.items():
        assert np.array_equal(splits[split].inputs, arrays.inputs[: len(arrays)])
        assert np.array_equal(splits[split].targets, arrays.targets)


def test_pictures_stand_upright(server: FileServer) -> None:

    for kind in ("emnist", "stl10", "svhn", "pets"):
        fetched(kind)
    with zipfile.ZipFile(io.BytesIO(server.files["EMNIST/raw/gzip.zip"])) as packed:
        raw = gzip.decompress(packed.read("gzip/emnist-letters-test-images-idx3-ubyte.gz"))
    letters = np.frombuffer(raw[16:], np.uint8).reshape(-1, 28, 28)
    assert np.array_equal(dataset("emnist").load().splits["test"].inputs[:, 0], letters.transpose(0, 2, 1))
    with tarfile.open(fileobj=io.BytesIO(server.files["stl10_binary.tar.gz"])) as tar:
        content = tar.extractfile("stl10_binary/test_X.bin")
        assert content is not None
        things = np.frombuffer(content.read(), np.uint8).reshape(-1, 3, 96, 96)
    assert np.array_equal(dataset("stl10").load().splits["test"].inputs, things.transpose(0, 1, 3, 2))
    digits = loadmat(data_folder() / "test_32x32.mat")
    svhn = dataset("svhn").load().splits["test"]
    assert np.array_equal(svhn.inputs, digits["X"].transpose(3, 2, 0, 1))
    assert np.array_equal(svhn.targets, digits["y"][:, 0] % 10)
    cats = Pets(side=16).load().splits["test"]
    assert abs(int(cats.inputs[7:8].mean()) - 187) < 3


def test_words_of_reviews(server: FileServer) -> None:
    fetched("imdb")
    loaded = Imdb(length=6).load()
    words = [[loaded.symbols[number] for number in row] for row in loaded.splits["test"].inputs]
    assert words[0] == ["a", "neg", "film", "the", "0", "th"]
    assert loaded.splits["test"].targets.tolist() == [0] * 10 + [1] * 10
    (data_folder() / "IMDB/aclImdb/train/pos/3_7.txt").unlink()
    with pytest.raises(InputError, match="9 reviews"):
        Imdb().load()


@pytest.mark.parametrize("kind", ["stl10", "svhn", "cifar100", "shakespeare", "pets", "emnist"])
def test_damaged_files_are_named_problems(kind: str, server: FileServer) -> None:
    fetched(kind)
    for path in [path for path in data_folder().rglob("*") if path.is_file()]:
        path.write_bytes(path.read_bytes()[:-7] + b"x")
    with pytest.raises(InputError) as caught:
        read_whole(dataset(kind))
    assert caught.value.problems[0].code == "data_damaged"


def read_whole(data: DatasetSpec) -> None:
    for part in data.load().splits.values():
        np.asarray(part.inputs[:])


def test_cancelling_keeps_what_has_arrived(server: FileServer) -> None:
    kind = "stl10"
    (lies_at,) = (file.lies_at for file in catalogue.find(kind).files)  # type: ignore[union-attr]
    told: list[float | None] = []

    def stop(done: float | None, text: Text | None = None, part: object = None) -> None:
        told.append(done)
        if done is not None and done > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        Fetch.of(kind).run(stop)
    kept = (data_folder() / f"{lies_at}.part").stat().st_size
    assert dataset(kind).problems()
    assert fetched(kind).received == len(server.files[lies_at]) - kept
    assert dataset(kind).problems() == ()


def test_cancelling_while_it_is_unpacked_leaves_nothing_half_made(server: FileServer) -> None:
    def stop(done: float | None, text: Text | None = None, part: object = None) -> None:
        if text is not None and str(text).startswith("Unpacking"):
            raise Cancelled

    with pytest.raises(Cancelled):
        Fetch.of("cifar10").run(stop)
    assert [path.name for path in data_folder().iterdir()] == ["cifar-10-python.tar.gz"]
    server.asked.clear()
    assert fetched("cifar10").received == 0
    assert not server.asked
    assert dataset("cifar10").problems() == ()


def test_only_what_is_missing_is_fetched(server: FileServer) -> None:
    fetched("mnist")
    (data_folder() / "MNIST/raw/t10k-labels-idx1-ubyte").unlink()
    server.asked.clear()
    fetched("mnist")
    assert server.asked == [("/MNIST/raw/t10k-labels-idx1-ubyte.gz", "")]
    assert Mnist().load()


def test_an_archive_that_lies_there_is_unpacked_without_a_network(server: FileServer) -> None:
    data_folder().mkdir()
    (data_folder() / "cifar-10-python.tar.gz").write_bytes(server.files["cifar-10-python.tar.gz"])
    assert fetched("cifar10").received == 0
    assert not server.asked
    assert dataset("cifar10").problems() == ()


def test_a_wrong_file_is_a_named_problem_and_nothing_is_kept(server: FileServer) -> None:
    server.files["cifar-10-python.tar.gz"] = b"<html>Log in, please.</html>"
    with pytest.raises(InputError) as caught:
        fetched("cifar10")
    assert [problem.code for problem in caught.value.problems] == ["wrong_content"]
    assert list(data_folder().iterdir()) == []


def test_a_disk_without_room_is_seen_before_anything_is_fetched(
    server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 1000))
    with pytest.raises(InputError) as caught:
        fetched("stl10")
    assert "1.0 KB are free" in str(caught.value)
    assert not server.asked


def test_a_disk_that_fills_up_while_unpacking(server: FileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(fetching, "unpack", full)
    with pytest.raises(InputError) as caught:
        fetched("mnist")
    assert caught.value.problems[0].code == "no_room"


def test_the_same_data_are_fetched_once_at_a_time(server: FileServer) -> None:
    data = catalogue.find("mnist")
    assert data is not None
    with claimed(data, data_folder()), pytest.raises(InputError) as caught:
        fetched("mnist")
    assert caught.value.problems[0].code == "being_fetched"
    (data_folder() / ".mnist.fetching").write_text("[999999999, 1.0]")  # of a process that is gone
    assert fetched("mnist").received


def test_an_unknown_id_names_the_known_ones() -> None:
    with pytest.raises(InputError, match="mnist"):
        Fetch.of("mnits")


Command = Callable[..., tuple[int, str, str]]


def test_the_command_line_lists_fetches_and_checks(command: Command, scripted: Any, server: FileServer) -> None:
    entries = {entry["id"]: entry for entry in scripted("data", "list")}
    assert list(entries) == KINDS
    assert entries["mnist"]["here"] is False
    assert {"label", "summary", "licence", "source", "fetch_bytes", "folders"} <= entries["mnist"].keys()
    assert entries["cifar10"]["licence"] == "see source"
    code, _, err = command("data", "check", "mnist")
    assert (code, "data fetch mnist" in err) == (2, True)
    result = scripted("data", "fetch", "mnist")
    assert (result["id"], result["received_bytes"] > 1000) == ("mnist", True)
    assert "already" in command("data", "fetch", "mnist")[1]
    (checked,) = scripted("data", "check", str(data_folder()))
    assert checked["samples"] == {"train": 180, "validation": 20, "test": 60}
    assert checked["problems"] == []
    (data_folder() / "MNIST/raw/t10k-labels-idx1-ubyte").write_bytes(b"")
    code, out, err = command("data", "check", "mnist")
    assert (code, "data_damaged" in out, "t10k-labels" in err) == (2, True, True)
    assert command("data", "check", "/no/such/folder")[0] == 2
    assert command("data", "fetch", "nothing")[0] == 2
    assert "✓" not in command("data", "list")[1]


def test_ctrl_c_leaves_what_can_be_gone_on_with(command: Command, server: FileServer) -> None:
    run = Fetch.run

    def stop(done: float | None, text: Text | None = None, part: object = None) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Fetch, "run", lambda job, _report: run(job, stop))
        code, out, err = command("data", "fetch", "stl10")
    assert (code, out) == (130, "")
    assert "goes on" in err
    assert list(data_folder().glob("*.part"))
    assert "received" in command("data", "fetch", "stl10")[1]
    assert server.asked[-1][1].startswith("bytes=")
