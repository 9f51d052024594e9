"""The engine over its pipe: load, play, pause, steps, watching, evaluation, faults, saving and resuming."""

import os
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest

from explorer.changes import LearningRate
from explorer.commands import (
    Change,
    Load,
    Pause,
    Pin,
    PinGiven,
    Play,
    StepOnce,
    StepUnit,
    Stop,
    Unwatch,
    Watch,
)
from explorer.dataset import LoadedData
from explorer.datasets.digits import Digits
from explorer.edits import replace
from explorer.engine.client import EngineClient
from explorer.engine.host import ProcessHost
from explorer.events import (
    CHECKUPS,
    SENDING,
    EndedEarly,
    EngineFailed,
    EngineReady,
    MetricsRecorded,
    ProbeFailed,
    ProblemsFound,
    Progress,
    RunLoaded,
    SnapshotTaken,
    StateChanged,
    TimelineChanged,
)
from explorer.probes import Activations, Answer, Attention, Weights
from explorer.runs.run_folder import RunFolder
from tests.explorer.talk import Talk, experiment, is_event, load


def test_a_run_from_load_to_finish(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    talk.send(load(experiment(), str(folder)), Play("r"))
    loaded = talk.until(is_event(RunLoaded))
    assert isinstance(loaded, RunLoaded)
    assert (loaded.steps_per_epoch, loaded.num_steps, loaded.num_params) == (20, 40, 64 * 16 + 16 + 16 * 10 + 10)
    talk.until_state("finished")
    talk.send(Stop("r"))
    talk.until_state("finished")
    talk.client.close()
    assert [step for step, _ in talk.losses()] == list(range(1, 41))
    with RunFolder.open(folder) as run:
        assert run.status == "finished"
        assert run.metrics("train/loss").values.tolist() == [loss for _, loss in talk.losses()]
        assert run.checkpoints() == (40,)


def test_an_early_end_is_told_before_the_run_is_finished(talk: Talk, tmp_path: Path) -> None:
    """No validation improves by a thousand, so that patience runs out after the second one."""
    stopping = {"kind": "patience", "epochs": 1, "min_delta": 1000}
    spec = replace(experiment(epochs=50), "training.early_stopping", stopping)
    talk.send(load(spec, str(tmp_path / "run")), Play("r"))
    told = talk.until(is_event(EndedEarly))
    assert isinstance(told, EndedEarly)
    assert "at step 20." in str(told.reason)
    talk.until_state("finished")
    talk.client.close()
    assert talk.losses()[-1][0] == 40
    assert str(told.reason) in (tmp_path / "run" / "log.txt").read_text("utf-8")


def test_pause_steps_and_phases(talk: Talk) -> None:
    talk.send(load(experiment(epochs=1000)), Play("r"))
    talk.until(is_event(MetricsRecorded))
    talk.send(Pause("r"))
    talk.until_state("paused")
    step = last_step(talk)
    talk.send(StepOnce("r"))
    talk.until_state("paused")
    assert last_step(talk) == step + 1
    told = []
    for _ in range(5):
        talk.send(StepOnce("r", "phase"))
        told.append(talk.until_state("paused").phase)
    assert [phase or "update" for phase in told] == ["forward", "loss", "backward", "update", "forward"]
    assert last_step(talk) == step + 2


@pytest.mark.parametrize("presses", [["batch"], ["phase"] * 4])
def test_whoever_goes_step_by_step_sees_what_every_update_changed(talk: Talk, presses: list[StepUnit]) -> None:
    talk.send(load(experiment()), Watch("r", "view", Weights()))
    talk.until(is_event(SnapshotTaken))
    for step in (1, 2, 3):
        for unit in presses:
            talk.send(StepOnce("r", unit))
            event = talk.until(is_event(SnapshotTaken))
            assert isinstance(event, SnapshotTaken)
        assert event.step == step
        assert event.snapshot.change is not None


def rate(value: float) -> Change:
    return Change("r", LearningRate(network="network", value=value))


def last_step(talk: Talk) -> int:
    return talk.losses()[-1][0]


def test_an_epoch_step_ends_after_its_validation(talk: Talk) -> None:
    talk.send(load(experiment(epochs=3)), StepOnce("r", "epoch"))
    talk.until_state("stepping")
    talk.until_state("paused")
    names = {series.name for event in talk.heard if isinstance(event, MetricsRecorded) for series in event.series}
    assert {"train/loss", "validation/loss", "validation/accuracy"} <= names
    assert last_step(talk) == 20


def test_a_step_asked_for_during_another_one_follows_it(talk: Talk) -> None:
    talk.send(load(experiment(epochs=3)))
    talk.until_state("paused")
    talk.send(StepOnce("r", "epoch"), StepOnce("r", "batch"), StepOnce("r", "phase"), StepOnce("r", "batch"))
    talk.until_state("stepping")
    assert talk.until_state("paused").phase == ""
    assert last_step(talk) == 20 + 2
    assert sum(isinstance(event, StateChanged) and event.state == "paused" for event in talk.heard) == 2


def test_a_pause_forgets_the_steps_that_wait(talk: Talk) -> None:
    talk.send(load(experiment(epochs=100)))
    talk.until_state("paused")
    talk.send(*(StepOnce("r", "epoch") for _ in range(90)), Pause("r"))
    talk.until_state("paused")
    assert last_step(talk) < 90 * 20


def test_watching_a_paused_run_answers_at_once_and_again_after_a_pin(talk: Talk) -> None:
    talk.send(load(experiment()), Watch("r", "view", Activations(path="architecture.network.blocks.1")))
    talk.until_state("paused")
    first = talk.until(is_event(SnapshotTaken))
    assert isinstance(first, SnapshotTaken)
    assert first.snapshot.values.shape == (16,)
    talk.send(Pin("r", "test", 5))
    second = talk.until(is_event(SnapshotTaken))
    assert isinstance(second, SnapshotTaken)
    assert (second.snapshot.sample.split, second.snapshot.sample.index) == ("test", 5)
    talk.send(Unwatch("r", "view"), Pin("r", "test", 6), StepOnce("r"))
    talk.until_state("paused")
    talk.send(Pin("r", "test", 100_000))
    problem = talk.until(is_event(ProblemsFound))
    assert isinstance(problem, ProblemsFound)
    assert problem.problems[0].code == "no_such_sample"


def test_a_sample_of_ones_own_is_looked_at_until_another_is_pinned(talk: Talk) -> None:
    talk.send(load(experiment(epochs=100_000)), Watch("r", "view", Answer()), Play("r"))
    talk.until_state("running")
    num_heard = len(talk.heard)
    talk.send(PinGiven("r", np.zeros((2, 2), np.uint8)))
    problem = talk.until(is_event(ProblemsFound))
    assert isinstance(problem, ProblemsFound)
    assert problem.problems[0].code == "given_shape"
    drawn = np.arange(64, dtype=np.uint8).reshape(1, 8, 8) % 17
    talk.send(PinGiven("r", drawn))
    own = talk.until(lambda event: isinstance(event, SnapshotTaken) and event.snapshot.sample.is_given)
    assert isinstance(own, SnapshotTaken)
    assert np.array_equal(own.snapshot.sample.values * 16, drawn)
    assert own.snapshot.probabilities.sum() == pytest.approx(1)
    talk.send(Pin("r", "validation", 0))
    again = talk.until(lambda event: isinstance(event, SnapshotTaken) and not event.snapshot.sample.is_given)
    assert isinstance(again, SnapshotTaken)
    assert again.snapshot.sample.truth
    assert not any(isinstance(event, StateChanged) and event.state == "paused" for event in talk.heard[num_heard:])
    talk.send(Pause("r"))
    talk.until_state("paused")


def test_a_probe_that_has_nothing_to_look_at_says_so(talk: Talk) -> None:
    talk.send(load(experiment()), Watch("r", "view", Attention()), Play("r"))
    failed = talk.until(is_event(ProbeFailed))
    assert isinstance(failed, ProbeFailed)
    assert failed.problem.code == "nothing_to_show"
    talk.until_state("finished")


def test_watching_changes_no_loss(talk: Talk) -> None:
    talk.send(load(experiment(epochs=4)), Play("r"))
    talk.until_state("finished")
    alone = talk.losses()
    talk.heard.clear()
    talk.send(load(experiment(epochs=4), run_id="s"), Watch("s", "view", Activations()), Play("s"))
    talk.until(is_event(RunLoaded))  # the old run is let go before
    talk.until_state("finished")
    assert any(isinstance(event, SnapshotTaken) for event in talk.heard)
    assert talk.losses() == alone


def test_a_loss_that_is_not_finite_pauses_the_run(talk: Talk, tmp_path: Path) -> None:
    talk.send(
        load(experiment(epochs=1000), str(tmp_path / "run")),
        Change("r", LearningRate(network="network", value=1e38)),
        Play("r"),
    )
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == "loss_not_finite"
    talk.until_state("paused")
    broken_at = found.problems[0].message.params["step"]
    assert talk.losses()[-1][0] == broken_at, "nothing is trained after that"
    for kind, place in ((Progress, "step"), (TimelineChanged, "head")):
        assert getattr(next(event for event in reversed(talk.heard) if isinstance(event, kind)), place) == broken_at
    talk.send(Stop("r"))
    talk.until_state("stopped")
    talk.client.close()
    with RunFolder.open(tmp_path / "run") as run:
        assert np.isnan(run.metrics("train/loss").values).any()
        assert len(run.checkpoints()) == 1  # spoilt before there was a good one: better than none


def test_bad_input_and_failures_leave_the_engine_alive(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    talk.send(Load("r", experiment(), "cuda:99", ""))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == "device_absent"
    talk.until_state("failed")

    def broken(self: Digits) -> LoadedData:
        raise ZeroDivisionError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(Digits, "load", broken)
        talk.send(load(experiment()))
        failed = talk.until(is_event(EngineFailed))
    assert isinstance(failed, EngineFailed)
    assert "a bug" in failed.report
    assert not failed.is_lost
    talk.send(load(experiment(epochs=1)), Play("r"))
    talk.until_state("finished")


def test_what_comes_for_another_run_is_dropped(talk: Talk) -> None:
    talk.send(load(experiment(), run_id="old"), load(experiment(epochs=1), run_id="new"), Play("old"), Play("new"))
    talk.until_state("finished")
    running = [event.run_id for event in talk.heard if isinstance(event, StateChanged) and event.state == "running"]
    assert running == ["new"]


def test_the_learning_rate_changes_in_mid_run(talk: Talk) -> None:
    talk.send(load(experiment()), StepOnce("r"), rate(0.5), StepOnce("r"))
    talk.until(lambda event: isinstance(event, MetricsRecorded) and 0.5 in values(event, "learning_rate"))


def values(event: MetricsRecorded, name: str) -> list[float]:
    return [value for series in event.series if series.name == name for value in series.values.tolist()]


def test_a_resumed_run_goes_on_as_if_it_had_never_stopped(talk: Talk, tmp_path: Path) -> None:
    talk.send(load(experiment(epochs=3)), Play("r"))
    talk.until_state("finished")
    whole = talk.losses()
    talk.heard.clear()
    folder = str(tmp_path / "run")
    talk.send(load(experiment(epochs=3), folder), StepOnce("r", "epoch"))
    talk.until_state("stepping")
    talk.until_state("paused")
    talk.send(StepOnce("r"))
    talk.until_state("paused")
    talk.send(Stop("r"))
    talk.until_state("stopped")
    talk.send(load(experiment(epochs=3), folder, resume=True), Play("r"))
    talk.until_state("finished")
    assert talk.losses() == whole


def test_the_engine_in_its_own_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed in mid-run it is reported and replaced, and the run's folder continues."""
    monkeypatch.setenv("NEURAL_EXPLORER_STRICT", "1")
    host = ProcessHost()
    client = EngineClient(host)
    try:
        kill_and_replace(Talk(client), host, tmp_path / "run")
    finally:
        client.close()
    assert not client.is_alive
    with RunFolder.open(tmp_path / "run") as run:
        assert run.status == "stopped"


def kill_and_replace(talk: Talk, host: ProcessHost, path: Path) -> None:
    folder = str(path)
    talk.send(load(experiment(epochs=100_000), folder), Watch("r", "view", Activations()), Play("r"))
    ready = talk.until(is_event(EngineReady))
    assert isinstance(ready, EngineReady)
    assert type(ready.torch_version) is str
    talk.until(lambda event: isinstance(event, Progress) and event.seconds > 1.5)
    assert host.pid is not None
    os.kill(host.pid, signal.SIGKILL)
    lost = talk.until(is_event(EngineFailed))
    assert isinstance(lost, EngineFailed)
    assert lost.is_lost
    assert lost.run_id == "r"
    assert not talk.client.is_alive
    assert talk.client.take_events() == []
    talk.send(Pause("r"))  # goes nowhere, and breaks nothing

    with RunFolder.open(Path(folder)) as run:
        assert run.status == "interrupted"
        saved = run.metrics("train/loss").steps
    assert saved.tolist() == list(range(1, len(saved) + 1))
    assert len(saved) > 0

    talk.client.restart()
    talk.send(load(experiment(epochs=100_000), folder, resume=True), StepOnce("r"))
    talk.until(is_event(MetricsRecorded))
    talk.until_state("paused")


def test_a_run_whose_folder_was_deleted_keeps_no_other_from_beginning(talk: Talk, tmp_path: Path) -> None:
    talk.send(load(experiment(), str(tmp_path / "first")), StepOnce("r"))
    talk.until_state("paused")
    talk.until(is_event(MetricsRecorded))
    shutil.rmtree(tmp_path / "first")
    talk.send(Load("s", experiment(), "cpu", str(tmp_path / "second")), StepOnce("s"))
    loaded = talk.until(lambda event: isinstance(event, RunLoaded) and event.run_id == "s")
    assert isinstance(loaded, RunLoaded)
    assert not (tmp_path / "first").exists()


def test_who_looks_is_told_with_the_time_that_it_takes(talk: Talk) -> None:
    talk.send(load(experiment(epochs=100_000)), Watch("r", "view", Activations()), Play("r"))
    told = talk.until(lambda event: isinstance(event, Progress) and event.costs.get("view", 0) > 0)
    assert isinstance(told, Progress)
    assert told.watching_cost == pytest.approx(sum(told.costs.values()))
    assert set(told.costs) <= {"view", CHECKUPS, SENDING}
