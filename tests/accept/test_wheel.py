"""Acceptance: a wheel, installed without the tree into a clean environment, lists, describes, trains and opens."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.accept

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script in an environment that has the wheel and its dependencies, and nothing of the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    pip = [folder / "env/bin/python", "-m", "pip", "install", "-q", "-c", str(ROOT / "constraints.txt"), str(wheel)]
    subprocess.run(pip, check=True)
    return folder / "env/bin/neural-explorer"


def run(program: Path, folder: Path, *arguments: str) -> str:
    done = subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_wheel_alone_is_the_program(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATA", "RUNS", "CONFIG"):
        monkeypatch.setenv(f"NEURAL_EXPLORER_{name}", str(tmp_path / name))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    experiments = json.loads(run(program, tmp_path, "list", "experiments", "--json").splitlines()[-1])
    assert "cnn-digits" in {experiment["id"] for experiment in experiments}
    described = json.loads(run(program, tmp_path, "describe", "lenet5-cifar10", "--json").splitlines()[-1])
    assert described["num_params"] == 62_006
    trained = json.loads(run(program, tmp_path, "train", "cnn-digits", "--epochs", "2", "--json").splitlines()[-1])
    assert trained["epochs"] == 2
    assert trained["metrics"]["test/accuracy"] > 0.2
    run(program, tmp_path, "tour", "--out", str(tmp_path / "tour"), "cnn-digits")
    assert list((tmp_path / "tour").rglob("*.png"))
