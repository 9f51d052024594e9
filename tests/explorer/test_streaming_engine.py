"""The engine with data that are read by processes: pausing, winding back, forking, resuming, and losing a reader."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch

from explorer.commands import Fork, Pause, Play, StepOnce, Stop, Watch
from explorer.datasets.digits import Digits
from explorer.engine import data_budget, host
from explorer.engine.client import EngineClient
from explorer.engine.headless import train_headless
from explorer.events import ProblemsFound, RunLoaded, SnapshotTaken
from explorer.probes import Predictions
from models.problem import InputError
from tests.explorer.pictures import as_pictures
from tests.explorer.talk import Talk, experiment, is_event, load
from tests.explorer.test_rewind import recorded, rewind, stands

Recorded = dict[str, list[tuple[int, float]]]

LONGEST_S = 60.0
FOLDER = "PICTURES_FOLDER"  # where the engine's process finds its pictures


@pytest.fixture
def plain(tmp_path: Path) -> Recorded:
    """What three epochs of the experiment record with data in memory."""
    threads = torch.get_num_threads()
    train_headless(experiment(3), "cpu", tmp_path / "plain")
    torch.set_num_threads(threads)
    return {name: values for name, values in recorded(tmp_path / "plain").items() if "test" not in name}


@pytest.fixture
def in_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The digits lie in files, and none of them on the device."""
    pictures = as_pictures(Digits().load(), tmp_path / "files")
    monkeypatch.setenv(data_budget.VARIABLE, "0")
    monkeypatch.setattr(Digits, "load", lambda digits: pictures)


def readers() -> list[Any]:
    return [one for one in multiprocessing.active_children() if one.name == "neural-explorer-reader"]


def test_a_life_with_streamed_data_is_that_with_resident_ones(
    plain: Recorded, in_files: None, talk: Talk, tmp_path: Path
) -> None:
    folder, other, num_samples = tmp_path / "run", tmp_path / "fork", experiment().facts().num_samples["train"]
    talk.send(load(experiment(3), str(folder)), StepOnce("r", "epoch"), *(StepOnce("r") for _ in range(7)))
    talk.until(stands("r", "paused"))  # as it is loaded
    talk.until(stands("r", "paused"))
    for step in (5, 24, 0, 21):
        rewind(talk, "r", step)
    talk.send(Watch("r", "view", Predictions(split="train")))  # the same split, in another order
    talk.until(lambda event: isinstance(event, SnapshotTaken) and event.snapshot.confusion.sum() == num_samples)
    talk.send(Play("r"), Pause("r"))
    talk.until(stands("r", "paused"))
    before = readers()
    assert before
    talk.send(Stop("r"))
    talk.send(load(experiment(3), str(folder), resume=True), StepOnce("r"))
    loaded = talk.until(is_event(RunLoaded))
    assert isinstance(loaded, RunLoaded)
    assert loaded.residence is not None
    assert loaded.residence.kind == "processes"
    assert not any(one.is_alive() for one in before)
    talk.until(stands("r", "paused"))
    talk.until(stands("r", "paused"))
    rewind(talk, "r", 24)
    talk.send(Fork("r", "f", str(other)), Play("f"))
    talk.until(stands("f", "finished"))
    talk.send(Stop("f"))
    talk.until(stands("f", "finished"))
    assert recorded(other) == plain
    talk.send(load(experiment(3), str(folder), resume=True), Play("r"))
    talk.until(stands("r", "finished"))
    talk.send(Stop("r"))
    talk.until(stands("r", "finished"))
    assert recorded(folder) == plain


def test_a_reader_that_is_lost_is_a_problem_and_the_run_plays_on(
    plain: Recorded, in_files: None, talk: Talk, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    talk.send(load(experiment(3), str(folder)), StepOnce("r"))
    talk.until(stands("r", "paused"))
    talk.until(stands("r", "paused"))
    for reader in readers():
        reader.kill()
        reader.join()
    talk.send(Play("r"))
    lost = talk.until(is_event(ProblemsFound))
    assert isinstance(lost, ProblemsFound)
    assert lost.problems[0].code == "reader_lost"
    talk.until(stands("r", "paused"))
    talk.send(Play("r"))
    talk.until(stands("r", "finished"))
    talk.send(Stop("r"))
    talk.until(stands("r", "finished"))
    assert recorded(folder) == plain


def test_without_a_window_a_picture_that_is_damaged_ends_the_run_which_is_kept(in_files: None, tmp_path: Path) -> None:
    threads = torch.get_num_threads()
    (tmp_path / "files" / "validation" / "3.png").write_bytes(b"")
    with pytest.raises(InputError) as caught:
        train_headless(experiment(2), "cpu", tmp_path / "run")
    torch.set_num_threads(threads)
    assert caught.value.problems[0].code == "samples_unreadable"
    assert len(recorded(tmp_path / "run")["train/loss"]) == 20
    assert not readers()


def serve_pictures(connection: Any) -> None:
    """What the engine's process does where the digits lie in files."""
    pictures = as_pictures(Digits().load(), Path(os.environ[FOLDER]))
    Digits.load = lambda digits: pictures  # type: ignore[method-assign]
    SERVE(connection)


SERVE: Callable[[Any], None] = host._serve_in_process


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Talk, host.ProcessHost]]:
    """An engine in a process of its own whose digits lie in files."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "files"))
    monkeypatch.setenv(data_budget.VARIABLE, "0")
    monkeypatch.setattr(host, "_serve_in_process", serve_pictures)
    ours = host.ProcessHost()
    client = EngineClient(ours)
    yield Talk(client), ours
    client.close()


def test_what_reads_ends_with_an_engine_that_is_killed(engine: tuple[Talk, host.ProcessHost]) -> None:
    talk, process = engine
    talk.send(load(experiment(50)), StepOnce("r"))
    talk.until(stands("r", "paused"))
    talk.until(stands("r", "paused"))
    children = psutil.Process(process.pid).children(recursive=True)
    assert children
    process.end(0.0)
    _, alive = psutil.wait_procs(children, LONGEST_S)
    assert not alive


def test_pictures_that_vanish_while_it_trains_are_a_problem_and_the_run_plays_on_when_they_are_back(
    plain: Recorded, in_files: None, talk: Talk, tmp_path: Path
) -> None:
    folder, files = tmp_path / "run", tmp_path / "files" / "train"
    talk.send(load(experiment(3), str(folder)), StepOnce("r"))
    talk.until(stands("r", "paused"))
    talk.until(stands("r", "paused"))
    files.rename(tmp_path / "elsewhere")
    talk.send(Play("r"))
    gone = talk.until(is_event(ProblemsFound))
    assert isinstance(gone, ProblemsFound)
    assert gone.problems[0].code == "samples_unreadable"
    talk.until(stands("r", "paused"))
    (tmp_path / "elsewhere").rename(files)
    talk.send(Play("r"))
    talk.until(stands("r", "finished"))
    talk.send(Stop("r"))
    talk.until(stands("r", "finished"))
    assert recorded(folder) == plain
