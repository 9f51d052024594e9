"""Training without a window: what it returns, what it keeps, and how it ends early."""

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.engine.building import make_learner
from explorer.engine.dense_steps import DenseSteps, Room
from explorer.engine.headless import train_headless
from explorer.engine.learner import Learner
from explorer.engine.loop import evaluate, train
from explorer.engine.state import restore, state_from_arrays
from explorer.events import Progress
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from explorer.training import Epochs, Seconds, Steps
from models.problem import InputError

DENSE = {"kind": "dense", "units": 16}
CLASSES = {"kind": "dense", "units": "classes"}
BLOCKS = [{"kind": "flatten"}, DENSE, {"kind": "activation"}, CLASSES]


@pytest.fixture(autouse=True)
def threads_as_before() -> Iterator[None]:
    """Training sets the number of torch's threads for the whole process."""
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def experiment(blocks: Sequence[Mapping[str, Any]] = BLOCKS, **training: Any) -> Experiment:
    architecture = {"kind": "single", "network": {"blocks": blocks}}
    return Experiment.model_validate({"architecture": architecture, "training": training, "seed": 2})


def ignore(progress: Progress, latest: Mapping[str, float]) -> None:
    pass


def test_the_result_says_everything(tmp_path: Path) -> None:
    result = train_headless(experiment(), "cpu", tmp_path / "run", limit=Epochs(count=2))
    assert (result.run, result.device, result.num_threads, result.seed) == (tmp_path / "run", "cpu", 1, 2)
    assert (result.steps, result.epochs, result.samples) == (40, 2, 2 * 1258)
    assert result.samples_per_second == pytest.approx(result.samples / result.seconds)
    assert set(result.metrics) == {
        "learning_rate", "train/loss", "validation/loss", "validation/accuracy", "test/loss", "test/accuracy",
    }  # fmt: skip
    assert not result.interrupted


def test_every_step_is_in_the_folder_and_the_test_once(tmp_path: Path) -> None:
    result = train_headless(experiment(), "cpu", tmp_path / "run", limit=Epochs(count=2))
    with RunFolder.open(tmp_path / "run") as folder:
        assert folder.status == "finished"
        assert folder.metrics("train/loss").steps.tolist() == list(range(1, 41))
        assert folder.metrics("validation/accuracy").steps.tolist() == [20, 40]
        assert folder.metrics("test/accuracy").steps.tolist() == [40]
        assert folder.metrics("test/accuracy").values.tolist() == [result.metrics["test/accuracy"]]
        assert folder.checkpoints()[-1] == 40


def test_the_best_checkpoint_is_that_of_the_lowest_validation_loss(tmp_path: Path) -> None:
    wild = {"kind": "sgd", "learning_rate": 2.0, "momentum": 0.9}
    train_headless(experiment(optimizer=wild), "cpu", tmp_path / "run", limit=Epochs(count=6))
    with RunFolder.open(tmp_path / "run") as folder:
        validation = folder.metrics("validation/loss")
        best = int(validation.steps[validation.values.argmin()])
        assert folder.kept.best == best
        assert set(folder.checkpoints()) == {best, 120}


def test_a_run_goes_on_from_its_checkpoint(tmp_path: Path) -> None:
    def losses(learner: Any) -> list[float]:
        return [float(moment.metrics["train/loss"]) for moment in train(learner) if moment.name == "step"]

    train_headless(experiment(), "cpu", tmp_path / "run", limit=Steps(count=25))
    longer = experiment(limit={"kind": "steps", "count": 30})
    learner = make_learner(longer, longer.data.load(), torch.device("cpu"))
    with RunFolder.open(tmp_path / "run") as folder:
        restore(learner, state_from_arrays(*folder.read_checkpoint(25)))
    whole = make_learner(longer, longer.data.load(), torch.device("cpu"))
    assert losses(learner) == losses(whole)[25:]


def test_the_same_seed_gives_the_same_losses_with_and_without_a_folder(tmp_path: Path) -> None:
    one = train_headless(experiment(), "cpu", tmp_path / "run", limit=Steps(count=20))
    other = train_headless(experiment(), "cpu", None, limit=Steps(count=20))
    assert other.run is None
    assert one.metrics == other.metrics


def test_progress_is_told_and_time_is_a_limit() -> None:
    told: list[tuple[Progress, dict[str, float]]] = []
    result = train_headless(
        experiment(), "cpu", None, lambda progress, latest: told.append((progress, dict(latest))), Seconds(count=0.2)
    )
    assert result.seconds >= 0.2
    last, latest = told[-1]
    assert last.step == result.steps
    assert last.seconds_left == 0.0
    assert last.memory_bytes > 0
    assert "test/accuracy" in latest


def test_a_loss_that_is_not_finite_is_a_problem_and_everything_is_kept(tmp_path: Path) -> None:
    hot = {"kind": "sgd", "learning_rate": 100.0, "momentum": 0.99}
    with pytest.raises(InputError) as caught:
        train_headless(experiment([{"kind": "flatten"}, DENSE, DENSE, CLASSES], optimizer=hot), "cpu", tmp_path / "run")
    (problem,) = caught.value.problems
    assert problem.code == "loss_not_finite"
    with RunFolder.open(tmp_path / "run") as folder:
        losses = folder.metrics("train/loss")
        first = int(losses.steps[~torch.tensor(losses.values).isfinite().numpy()][0])
        assert problem.message.params["step"] == first
        assert folder.status == "failed"
        assert folder.checkpoints()


def test_ctrl_c_ends_after_the_step_with_everything_saved(tmp_path: Path) -> None:
    pressed: list[int] = []

    def press(progress: Progress, latest: Mapping[str, float]) -> None:
        if not pressed:
            pressed.append(progress.step)
            os.kill(os.getpid(), signal.SIGINT)

    before = signal.getsignal(signal.SIGINT)
    result = train_headless(experiment(), "cpu", tmp_path / "run", press)
    assert signal.getsignal(signal.SIGINT) is before
    assert result.interrupted
    assert "test/accuracy" not in result.metrics
    with RunFolder.open(tmp_path / "run") as folder:
        assert folder.status == "stopped"
        assert folder.checkpoints() == (result.steps,)
        assert folder.last_step() == result.steps


def test_a_second_ctrl_c_does_not_wait(tmp_path: Path) -> None:
    def press(progress: Progress, latest: Mapping[str, float]) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        train_headless(experiment(), "cpu", tmp_path / "run", press)


def test_what_breaks_in_mid_step_leaves_no_half_a_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: DenseSteps, inputs: torch.Tensor, room: Room) -> None:
        if len(done) == 3:
            raise ZeroDivisionError("a bug")
        done.append(1)
        backward(self, inputs, room)

    done: list[int] = []
    backward = DenseSteps._backward
    monkeypatch.setattr("explorer.engine.saving.INTERVAL_S", 3600.0)
    monkeypatch.setattr(DenseSteps, "_backward", broken)
    with pytest.raises(ZeroDivisionError):
        train_headless(experiment(), "cpu", tmp_path / "run")
    with RunFolder.open(tmp_path / "run") as folder:
        assert folder.status == "failed"
        assert folder.checkpoints() == ()
        assert folder.metrics("train/loss").steps.tolist() == [1, 2, 3]


def test_what_breaks_in_a_validation_leaves_all_steps_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: object, learner: object, batch: object) -> None:
        raise MemoryError

    monkeypatch.setattr("explorer.engine.saving.INTERVAL_S", 3600.0)
    monkeypatch.setattr("explorer.objectives.classify.Classify.score", full)
    with pytest.raises(InputError):
        train_headless(experiment(), "cpu", tmp_path / "run")
    with RunFolder.open(tmp_path / "run") as folder:
        assert folder.checkpoints() == (20,)


def test_a_full_memory_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Learner) -> None:
        raise MemoryError

    monkeypatch.setattr(Learner, "apply_schedule", full)
    with pytest.raises(InputError) as caught:
        train_headless(experiment(), "cpu", tmp_path / "run")
    assert caught.value.problems[0].code == "out_of_memory"


def test_ctrl_c_in_the_test_ends_it_and_the_run_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def evaluated(learner: Any, split: str) -> Any:
        if split == "test":
            os.kill(os.getpid(), signal.SIGINT)
        return (yield from evaluate(learner, split))  # type: ignore[arg-type]

    monkeypatch.setattr("explorer.engine.headless_run.evaluate", evaluated)
    result = train_headless(experiment(), "cpu", tmp_path / "run", limit=Epochs(count=1))
    assert result.interrupted
    assert "test/accuracy" not in result.metrics
    with RunFolder.open(tmp_path / "run") as folder:
        assert (folder.status, folder.checkpoints()) == ("stopped", (20,))


def test_wrong_input_leaves_no_folder_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        train_headless(experiment(), "cuda:99", tmp_path / "run", ignore)
    assert not (tmp_path / "run").exists()
