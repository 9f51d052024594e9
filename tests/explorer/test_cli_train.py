"""Command train: what it prints, what it keeps, and how it ends."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from explorer.runs.run_folder import RunFolder

Command = Callable[..., tuple[int, str, str]]
Scripted = Callable[..., Any]
Small = Callable[..., str]
QUICK = ("--device", "cpu", "--steps", "3")


def test_train_prints_what_scripts_read(scripted: Scripted, small: Small, tmp_path: Path) -> None:
    out_folder = tmp_path / "new" / "run"
    result = scripted("train", small(), *QUICK, "--seed", "5", "--out", str(out_folder))
    assert (
        " ".join(result) == "run device num_threads seed steps epochs samples seconds samples_per_second metrics alarms"
    )
    assert (result["run"], result["device"], result["seed"], result["steps"]) == (str(out_folder), "cpu", 5, 3)
    assert {"train/loss", "validation/loss", "test/accuracy"} <= set(result["metrics"])
    with RunFolder.open(out_folder) as folder:
        assert folder.status == "finished"
        assert folder.metrics("train/loss").steps.tolist() == [1, 2, 3]
        assert folder.checkpoints() == (3,)
        assert folder.experiment.seed == 5
        assert folder.metrics("test/accuracy").values.tolist() == [result["metrics"]["test/accuracy"]]


def test_a_run_goes_among_the_runs_and_can_be_run_again(scripted: Scripted, small: Small, tmp_path: Path) -> None:
    first = scripted("train", small(), *QUICK, "--set", "training.batch_size=7")
    assert Path(first["run"]).parent == tmp_path / "runs"
    again = scripted("train", first["run"], *QUICK)
    assert again["samples"] == first["samples"] == 21
    assert again["metrics"] == first["metrics"]


def test_the_same_seed_gives_the_same_losses(command: Command, small: Small, tmp_path: Path) -> None:
    file = small()
    losses = []
    for name in ("one", "two"):
        command("train", file, *QUICK, "--out", str(tmp_path / name))
        with RunFolder.open(tmp_path / name) as folder:
            losses.append(folder.metrics("train/loss").values.tolist())
    assert losses[0] == losses[1]


def test_a_loss_that_is_not_finite_exits_with_two_and_is_saved(command: Command, small: Small, tmp_path: Path) -> None:
    file = small({"kind": "flatten"}, *[{"kind": "dense", "units": 64}] * 6, {"kind": "dense", "units": "classes"})
    optimizer = 'training.optimizer={"kind": "sgd", "learning_rate": 100}'
    wishes = ("--device", "cpu", "--steps", "300", "--set", optimizer, "--out", str(tmp_path / "run"), "--json")
    code, out, err = command("train", file, *wishes)
    assert (code, out) == (2, "")
    assert "step" in err
    with RunFolder.open(tmp_path / "run") as folder:
        assert folder.status == "failed"
        assert folder.last_step() >= 1
        assert folder.checkpoints()


def test_an_early_end_is_told_and_an_own_limit_forbids_it(command: Command, small: Small, tmp_path: Path) -> None:
    stopping = 'training.early_stopping={"kind": "patience", "epochs": 1, "min_delta": 1000}'
    wishes = ("train", small(), "--device", "cpu", "--set", stopping)
    code, out, _ = command(*wishes, "--out", str(tmp_path / "early"))
    assert code == 0
    assert "Stopped early, patience 1:" in out
    with RunFolder.open(tmp_path / "early") as folder:
        assert len(folder.metrics("validation/loss").steps) == 2
    code, out, _ = command(*wishes, "--epochs", "3", "--out", str(tmp_path / "whole"))
    assert code == 0
    assert "Stopped early" not in out
    with RunFolder.open(tmp_path / "whole") as folder:
        assert len(folder.metrics("validation/loss").steps) == 3


def program(*arguments: str, **more: Any) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "explorer", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def test_ctrl_c_saves_everything(tmp_path: Path) -> None:
    folder = tmp_path / "run"
    process = program("train", "mlp-digits", "--device", "cpu", "--seconds", "600", "--out", str(folder), "--json")
    assert process.stderr is not None
    for line in process.stderr:
        if "samples/s" in line:  # the first steps are done
            break
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 130
    result = json.loads(out)
    with RunFolder.open(folder) as run_folder:
        assert run_folder.status == "stopped"
        assert run_folder.last_step() == run_folder.checkpoints()[-1] == result["steps"] >= 1
