"""What a run's folder holds while it trains: a checkpoint each second, the best by validation, never spoilt weights."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from explorer.engine import saving as saving_module
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.recorder import Recorder
from explorer.engine.saving import Saving
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment

SPEC = {
    "data": {"kind": "points"},
    "architecture": {"kind": "single", "network": {"blocks": [{"kind": "dense", "units": "classes"}]}},
}


@pytest.fixture
def learner() -> Learner:
    experiment = Experiment.model_validate(SPEC)
    return make_learner(experiment, experiment.data.load(), torch.device("cpu"))


@pytest.fixture
def folder(tmp_path: Path, learner: Learner) -> Iterator[RunFolder]:
    with RunFolder.create(tmp_path / "run", learner.experiment, device="cpu", num_threads=1) as folder:
        yield folder


def weights_of(folder: RunFolder, step: int) -> list[float]:
    return folder.read_checkpoint(step)[0]["network.blocks.0.bias"].tolist()  # type: ignore[no-any-return]


def go_to(learner: Learner, step: int, bias: float) -> None:
    learner.step = step
    with torch.no_grad():
        next(iter(learner.networks.values())).get_parameter("blocks.0.bias").fill_(bias)


def test_a_killed_run_loses_a_second_at_most(learner: Learner, folder: RunFolder) -> None:
    saving = Saving(learner, folder)
    due = saving._last_checkpoint + saving_module.INTERVAL_S
    go_to(learner, 1, 0.5)
    saving.save_due(due - 0.001)
    assert folder.checkpoints() == ()
    saving.save_due(due)
    assert folder.checkpoints() == (1,)


def test_where_steps_are_slow_more_of_the_time_goes_into_checkpoints(learner: Learner, folder: RunFolder) -> None:
    saving = Saving(learner, folder)
    saving._checkpoint_cost_s = 0.1
    due = saving._last_checkpoint + 0.1 / saving_module.SLOW_SHARE
    assert due < saving._last_checkpoint + 0.1 / saving_module.CHECKPOINT_SHARE
    go_to(learner, 1, 0.5)
    saving.save_due(due - 0.1)
    saving.save_due(due)
    assert folder.checkpoints() == (), "a step every tenth of a second"
    saving._last_duty = due - saving_module.SLOW_STEP_S
    saving.save_due(due + 0.1)
    assert folder.checkpoints() == (1,)


def test_the_best_weights_are_those_of_their_epoch_though_written_later(learner: Learner, folder: RunFolder) -> None:
    saving = Saving(learner, folder)
    for step, bias, loss in ((1, 0.1, 3.0), (2, 0.2, 1.0), (3, 0.3, 2.0)):
        go_to(learner, step, bias)
        saving.keep_best({"validation/loss": loss})
    saving.write_checkpoint()
    assert (folder.kept.best, folder.kept.last) == (2, 3)
    assert weights_of(folder, 2) == pytest.approx([0.2, 0.2])
    assert weights_of(folder, 3) == pytest.approx([0.3, 0.3])


def test_a_resumed_run_remembers_how_good_its_best_was(learner: Learner, folder: RunFolder) -> None:
    first = Saving(learner, folder)
    recorder = Recorder()
    recorder.record(2, {"validation/loss": 1.0})
    go_to(learner, 2, 0.2)
    first.keep(recorder.flush())
    first.keep_best({"validation/loss": 1.0})
    first.write_metrics()
    first.write_checkpoint()
    resumed = Saving(learner, folder)
    go_to(learner, 5, 0.5)
    resumed.keep_best({"validation/loss": 1.5})
    resumed.write_checkpoint()
    assert (folder.kept.best, folder.kept.last) == (2, 5)
    go_to(learner, 6, 0.6)
    resumed.keep_best({"validation/loss": 0.5})
    resumed.write_checkpoint()
    assert (folder.kept.best, folder.kept.last) == (6, 6)


def test_spoilt_weights_are_kept_only_where_there_are_no_others(learner: Learner, folder: RunFolder) -> None:
    saving = Saving(learner, folder)
    go_to(learner, 1, 0.1)
    saving.write_checkpoint()
    saving.spoil()
    go_to(learner, 2, float("nan"))
    saving.write_checkpoint()
    assert folder.checkpoints() == (1,)


def test_the_log_says_what_happened_and_when(learner: Learner, folder: RunFolder) -> None:
    saving = Saving(learner, folder)
    go_to(learner, 7, 0.1)
    saving.spoil()
    saving.set_status("stopped")
    lines = (folder.path / "log.txt").read_text("utf-8").splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == [
        "step 0: training on cpu", "step 7: the loss is not finite", "step 7: stopped",
    ]  # fmt: skip


def test_without_a_folder_nothing_is_written_and_nothing_fails(learner: Learner) -> None:
    saving = Saving(learner, None)
    saving.keep_best({"validation/loss": 1.0})
    saving.save_due(float("inf"))
    saving.close("finished")
