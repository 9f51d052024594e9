"""Acceptance: the gallery's classifiers reach their accuracy in their time, from five seeds, on the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.accept

PROGRAM = Path(sys.executable).with_name("neural-explorer")
SEEDS = range(5)
WANTED = {"cnn-digits": (0.97, 30.0), "lstm-digits": (0.95, 60.0), "transformer-digits": (0.93, 60.0)}


@pytest.mark.parametrize("name", WANTED)
def test_accuracy(name: str, tmp_path: Path) -> None:
    accuracy, seconds = WANTED[name]
    for seed in SEEDS:
        out = tmp_path / f"{name}-{seed}"
        command = [PROGRAM, "train", name, "--device", "cpu", "--seed", str(seed), "--out", str(out), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        result = json.loads(done.stdout.splitlines()[-1])
        print(f"{name} seed {seed}: {result['metrics']['test/accuracy']:.4f} in {result['seconds']:.1f} s")
        assert result["metrics"]["test/accuracy"] >= accuracy
        assert result["seconds"] <= seconds
