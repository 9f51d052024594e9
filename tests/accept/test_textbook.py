"""Acceptance: what the textbooks' systems reach on data that need no network, trained by the command line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.accept

PROGRAM = Path(sys.executable).with_name("neural-explorer")

# The metric, what it must at least reach, and the seconds that the run may take on two cores.
AT_LEAST = {
    "rnn-simple": ("test/accuracy", 0.53, 90),
    "transformer-seq2seq": ("test/exact_match", 0.94, 120),
    "resnet-digits": ("test/accuracy", 0.97, 30),
    "vit-digits": ("test/accuracy", 0.95, 45),
}


@pytest.mark.parametrize("name", AT_LEAST)
def test_what_is_reached(name: str, tmp_path: Path) -> None:
    metric, least, seconds = AT_LEAST[name]
    result = trained(name, tmp_path / "run")
    print(f"{name}: {metric} {result['metrics'][metric]:.4f} in {result['seconds']:.1f} s")
    assert result["metrics"][metric] >= least
    assert result["seconds"] <= seconds


def trained(name: str, folder: Path) -> dict[str, dict[str, float]]:
    """What the command line says of a run to its end."""
    command = [PROGRAM, "train", name, "--device", "cpu", "--out", str(folder), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    result: dict[str, dict[str, float]] = json.loads(done.stdout.splitlines()[-1])
    return result
