"""How runs end and go on: with a full disk, in mid-step, spoilt, damaged - nothing that was saved is lost."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.changes import LearningRate
from explorer.commands import Change, Fork, Pause, Play, StepOnce, Stop, Watch
from explorer.dataset import SplitName
from explorer.engine import patience
from explorer.engine.building import make_learner
from explorer.engine.device_data import DeviceData
from explorer.engine.learner import Learner
from explorer.engine.outbox import Outbox
from explorer.engine.saving import Saving
from explorer.engine.session import Session
from explorer.engine.timeline import Timeline
from explorer.engine.watching import Watching
from explorer.events import (
    EngineFailed,
    EngineSilent,
    MetricsRecorded,
    ProblemsFound,
    Progress,
    RunLoaded,
    SnapshotTaken,
)
from explorer.objective import Batch
from explorer.probes import Predictions, predictions
from explorer.runs.library import delete_run
from explorer.runs.problems import DISK_FULL
from explorer.runs.run_folder import RunFolder
from models.problem import InputError
from tests.explorer.talk import DEADLINE_S, Talk, experiment, is_event, load
from tests.explorer.test_rewind import recorded


def train_so_far(talk: Talk, folder: Path, num_steps: int, epochs: int = 3) -> None:
    """A run that stands saved after so many steps."""
    talk.send(load(experiment(epochs), str(folder)))
    for _ in range(num_steps):
        talk.send(StepOnce("r"))
        talk.until_state("paused")
        talk.until(is_event(MetricsRecorded))
    talk.send(Stop("r"))
    talk.until_state("stopped")
    talk.client.take_events()


def status(folder: Path) -> str:
    with RunFolder.open(folder) as run:
        return run.status


def checkpoints(folder: Path) -> tuple[int, ...]:
    with RunFolder.open(folder) as run:
        return run.checkpoints()


def test_what_training_goes_on_from_stays_until_there_is_something_newer(talk: Talk, tmp_path: Path) -> None:
    train_so_far(talk, tmp_path / "run", 2)
    talk.send(load(experiment(3), str(tmp_path / "run"), resume=True))
    talk.until(is_event(RunLoaded))
    assert checkpoints(tmp_path / "run") == (2,)


@pytest.mark.parametrize("num_phases", [1, 2, 3])
def test_a_run_left_in_mid_step_goes_on_exactly(talk: Talk, tmp_path: Path, num_phases: int) -> None:
    talk.send(load(experiment(1)), Play("r"))
    talk.until_state("finished")
    whole = talk.losses()
    talk.heard.clear()
    folder = str(tmp_path / "run")
    talk.send(load(experiment(1), folder))
    talk.until_state("paused")
    for _ in range(num_phases):
        talk.send(StepOnce("r", "phase"))
        talk.until_state("stepping")
        assert talk.until_state("paused").phase
    talk.send(Stop("r"))
    talk.until_state("stopped")
    talk.send(load(experiment(1), folder, resume=True), Play("r"))
    talk.until_state("finished")
    assert talk.losses() == whole


@pytest.mark.parametrize("epochs", [1, 2])  # the validation is the last one, or one of them
@pytest.mark.parametrize("pauses", [True, False])
def test_a_run_left_in_mid_validation_gives_it_up_and_goes_on_exactly(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pauses: bool, epochs: int
) -> None:
    whole, folder = tmp_path / "whole", tmp_path / "run"
    talk.send(load(experiment(epochs), str(whole)), Play("r"))
    talk.until_state("finished")
    talk.send(Stop("r"))
    talk.until_state("finished")
    with monkeypatch.context() as patch:
        begun = make_validations_endless(patch)
        talk.send(load(experiment(epochs), str(folder)), Play("r"))
        talk.until_state("running")
        assert begun.wait(DEADLINE_S)
        if pauses:
            talk.send(Pause("r"))
            talk.until_state("paused")
        talk.send(Stop("r"))
        talk.until_state("stopped")
    assert len(recorded(folder)["train/loss"]) == 20
    assert "validation/loss" not in recorded(folder)
    talk.send(load(experiment(epochs), str(folder), resume=True), Play("r"))
    talk.until_state("finished")
    talk.send(Stop("r"))
    talk.until_state("finished")
    assert recorded(folder) == recorded(whole)


def make_validations_endless(patch: pytest.MonkeyPatch) -> threading.Event:
    """Set once one is under way."""
    batches, begun = DeviceData.evaluation_batches, threading.Event()

    def endless(data: DeviceData, split: SplitName) -> Iterator[Batch]:
        first = next(batches(data, split))
        while True:
            yield first
            begun.set()

    patch.setattr(DeviceData, "evaluation_batches", endless)
    return begun


def test_a_full_disk_at_the_end_lets_the_run_go(talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    talk.send(load(experiment(), str(tmp_path / "run")), StepOnce("r"))
    talk.until_state("paused")

    def full(*args: object, **kwargs: object) -> None:
        raise InputError((DISK_FULL.at("", folder="run"),))

    monkeypatch.setattr(RunFolder, "write_checkpoint", full)
    talk.send(Stop("r"))
    talk.until_state("stopped")
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == "disk_full"
    assert status(tmp_path / "run") == "stopped"
    delete_run(tmp_path / "run")  # to make room


def test_a_disk_that_is_full_in_mid_run_pauses_it_where_it_is_said_to_stand(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise InputError((DISK_FULL.at("", folder="run"),))

    talk.send(load(experiment(1000), str(tmp_path / "run")))
    talk.until_state("paused")
    talk.send(Play("r"))
    talk.until(is_event(Progress))
    monkeypatch.setattr(RunFolder, "write_metrics", full)
    talk.until(is_event(ProblemsFound))
    talk.until_state("paused")
    told = next(event for event in reversed(talk.heard) if isinstance(event, Progress))
    assert told.step == talk.losses()[-1][0] > 1
    monkeypatch.undo()
    talk.send(Stop("r"))
    talk.until_state("stopped")


def test_weights_that_an_update_ruined_replace_no_good_ones(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    train_so_far(talk, folder, 2)
    talk.send(load(experiment(3), str(folder), resume=True), Change("r", LearningRate(network="network", value=1e300)))
    talk.send(StepOnce("r"))  # its loss is that of the good weights still
    talk.until(is_event(MetricsRecorded))
    talk.send(Stop("r"))
    talk.until_state("stopped")
    talk.client.close()
    assert checkpoints(folder) == (2,)


def test_a_damaged_checkpoint_leaves_the_run_as_it_was(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    train_so_far(talk, folder, 2)
    (folder / "checkpoints" / "step-2.safetensors").write_bytes(b"half")
    talk.send(load(experiment(5), str(folder), resume=True))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == "no_checkpoint"
    assert status(folder) == "stopped"
    with RunFolder.open(folder) as run:
        assert run.experiment == experiment(3)


def test_an_older_checkpoint_stands_in_for_a_damaged_one(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    train_so_far(talk, folder, 2)
    with RunFolder.resume(folder) as run:
        weights, state, scalars = run.read_checkpoint(2)
        run.write_checkpoint(2, weights, state, scalars, keep="minute")
        run.write_checkpoint(3, weights, state, {**scalars, "step": 3})
        run.set_status("stopped")
    (folder / "checkpoints" / "step-3.safetensors").write_bytes(b"half")
    talk.send(load(experiment(3), str(folder), resume=True), StepOnce("r"))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == "newest_damaged"
    talk.until(is_event(MetricsRecorded))
    assert talk.losses()[-1][0] == 3


@pytest.mark.parametrize(
    ("fault", "code"), [(MemoryError(), "out_of_memory"), (RuntimeError("size mismatch"), "no_checkpoint")]
)
def test_what_is_not_damaged_is_not_passed_over(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, code: str
) -> None:
    def fails(*args: object) -> None:
        raise fault

    folder = tmp_path / "run"
    train_so_far(talk, folder, 2)
    monkeypatch.setattr("explorer.engine.loading.restore", fails)
    talk.send(load(experiment(3), str(folder), resume=True))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == code
    assert (status(folder), checkpoints(folder)) == ("stopped", (2,))


def test_a_run_that_cannot_be_prepared_is_given_back(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "run"
    train_so_far(talk, folder, 2)

    def full(self: RunFolder, step: int) -> None:
        raise InputError((DISK_FULL.at("", folder="run"),))

    monkeypatch.setattr(RunFolder, "forget_after", full)
    talk.send(load(experiment(3), str(folder), resume=True))
    talk.until(is_event(ProblemsFound))
    talk.until_state("failed")
    assert status(folder) == "failed"
    delete_run(folder)


def test_more_patience_for_a_run_that_ended_early(talk: Talk, tmp_path: Path) -> None:
    patience = {"kind": "patience", "epochs": 1, "metric": "accuracy", "min_delta": 0.5}
    spec = experiment(50)
    training = spec.training.model_validate({**spec.training.model_dump(), "early_stopping": patience})
    spec = spec.model_copy(update={"training": training})
    folder = str(tmp_path / "run")
    talk.send(load(spec, folder), Play("r"))
    talk.until_state("finished")
    ended = talk.losses()[-1][0]
    assert ended < 50 * 20
    talk.send(load(spec, folder, resume=True), Play("r"))
    talk.until(is_event(RunLoaded))
    talk.until_state("finished")
    assert talk.losses()[-1][0] > ended


def test_a_run_that_is_let_go_leaves_no_networks_behind(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one needs their memory."""
    import gc
    import weakref

    learners: list[weakref.ref[Learner]] = []
    alive: list[int] = []
    make = Session.__init__

    def counted(self: Session, run_id: str, learner: Learner, *rest: Any) -> None:
        gc.collect()
        alive.append(sum(one() is not None for one in learners))
        learners.append(weakref.ref(learner))
        make(self, run_id, learner, *rest)

    monkeypatch.setattr(Session, "__init__", counted)
    for run_id in ("a", "b", "c"):
        talk.send(load(experiment(), run_id=run_id), StepOnce(run_id))
        talk.until(lambda event, run_id=run_id: isinstance(event, MetricsRecorded) and event.run_id == run_id)  # type: ignore[misc]
    assert alive == [0, 0, 0]


def loaded_session() -> Session:
    spec = experiment(1)
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    here, _there = multiprocessing.Pipe()
    outbox = Outbox(here)
    return Session("r", Watching("r", learner, outbox), outbox, Saving(learner, None), Timeline(learner))


def test_where_phases_are_long_a_pause_comes_after_the_one_under_way() -> None:
    session = loaded_session()
    session.play()
    session._move()
    session.pause(waited_s=0.0)
    assert session.is_moving, "the step may be done in a moment"
    session.play()
    session.pause(waited_s=1.0)
    assert not session.is_moving
    assert session.learner.is_in_step
    session.play()
    while not session._life.is_at_end_of_step:
        session._move()
    session.pause(waited_s=1.0)
    session._move()
    assert not session.is_moving
    assert not session.learner.is_in_step, "between two steps, as nothing of it is left"


def test_time_in_a_validation_is_no_training_time() -> None:
    """Neither when training is played on from the middle of one."""
    session = loaded_session()
    learner = session.learner
    session.play()
    while not session._life.is_evaluating:
        session._move()
    session.stand()
    session.play()
    assert not learner.stopwatch.is_running
    while session._life.is_evaluating:
        session._move()
    assert learner.stopwatch.is_running


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("CUDA out of memory. Tried to allocate 2 GiB")])
def test_a_full_memory_is_a_problem_with_a_remedy(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def full(*args: object, **kwargs: object) -> None:
        raise error

    monkeypatch.setattr(Learner, "apply_schedule", full)
    talk.send(load(experiment()), Play("r"))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == "out_of_memory"
    talk.until_state("failed")


def test_a_large_split_is_answered_in_parts_while_training_waits(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(predictions, "LEISURE_S", 0.0)
    monkeypatch.setattr(predictions, "EVALUATION_BATCH", 50)
    talk.send(load(experiment()), Watch("r", "view", Predictions()))
    counts: list[int] = []
    while not counts or counts[-1] < 180:
        taken = talk.until(is_event(SnapshotTaken))
        assert isinstance(taken, SnapshotTaken)
        counts.append(int(taken.snapshot.confusion.sum()))  # type: ignore[union-attr]
    assert counts == [50, 100, 150, 180]


def test_a_silent_engine_is_told_once_and_may_answer_later(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    talk.send(load(experiment()), StepOnce("r"))
    talk.until_state("stepping")  # by now it has taken both
    talk.until_state("paused")
    talk.client._patience.waiting.append(-1000.0)  # a command that is not taken yet
    talk.client._patience.told = -1000.0
    assert [type(event) for event in talk.client.take_events() if isinstance(event, EngineSilent)] == [EngineSilent]
    assert not any(isinstance(event, EngineSilent) for event in talk.client.take_events())
    assert talk.client.is_alive
    talk.client._patience.waiting.clear()
    talk.send(StepOnce("r"))
    talk.until(is_event(MetricsRecorded))


def test_loading_may_take_longer(talk: Talk) -> None:
    talk.client._patience._is_loading = True
    talk.client._patience.told = -10_000.0
    for waited, told in ((patience.SILENT_LOADING_AFTER_S - 60, []), (10_000.0, [EngineSilent])):
        talk.client._patience.waiting.append(time.monotonic() - waited)
        events = talk.client.take_events()
        assert [type(event) for event in events if isinstance(event, EngineSilent | EngineFailed)] == told
        talk.client._patience.waiting.clear()


def test_a_pause_that_comes_when_the_run_stands_already_is_answered(talk: Talk) -> None:
    talk.send(load(experiment(1)), StepOnce("r"))
    talk.until_state("paused")  # as it is loaded
    talk.until_state("paused")
    talk.send(Pause("r"))
    talk.until_state("paused")
    talk.send(Play("r"))
    talk.until_state("finished")
    talk.send(Pause("r"))
    talk.until_state("finished")


def test_after_a_fork_that_could_not_be_made_the_run_goes_on(talk: Talk, tmp_path: Path) -> None:
    occupied = tmp_path / "occupied"
    occupied.mkdir()
    (occupied / "letter.txt").write_text("Keep me.")
    talk.send(load(experiment(1), str(tmp_path / "run")), StepOnce("r"), Fork("r", "f", str(occupied)))
    talk.until(is_event(ProblemsFound))
    talk.send(Play("r"))
    talk.until_state("finished")
    talk.send(Stop("r"))
    talk.until_state("finished")
    assert len(recorded(tmp_path / "run")["train/loss"]) == 20
