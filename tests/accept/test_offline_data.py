"""Acceptance: glyphs are drawn in their time, and what the gallery trains on drawn data learns in half a minute."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from explorer.datasets.glyphs import Glyphs

pytestmark = pytest.mark.accept

PROGRAM = Path(sys.executable).with_name("neural-explorer")
LONGEST_S = 30.0
MOST_GLYPHS, DRAWN_WITHIN_S = 60_000, 5.0

# What the test split must say, and what guessing gives: accuracy at least so much, loss at most so much.
AT_LEAST = {
    "cnn-glyphs": ("accuracy", 0.85, 1 / 36),
    "cnn-shapes": ("accuracy", 0.85, 1 / 6),
    "transformer-dates": ("exact_match", 0.9, 0.0),
    "gru-copy": ("accuracy", 0.68, 0.36),  # of at most .71: the first letters cannot be foretold
    "lstm-brackets": ("accuracy", 0.8, 0.5),
    "cnn-signals": ("accuracy", 0.85, 0.2),
}
AT_MOST = {"cnn-shapes-place": ("loss", 0.01, 0.08), "lstm-adding": ("loss", 0.02, 1 / 6)}


@pytest.mark.parametrize("difficulty", ["easy", "medium", "hard"])
def test_the_most_glyphs_are_drawn_in_their_time(difficulty: str) -> None:
    data = Glyphs.model_validate({"num_samples": MOST_GLYPHS, "symbols": "both", "difficulty": difficulty})
    started = time.perf_counter()
    data.splits()
    seconds = time.perf_counter() - started
    started = time.perf_counter()
    data.load()
    data.load()
    print(f"{difficulty}: {seconds:.2f} s; drawn, kept and read again {time.perf_counter() - started:.2f} s")
    assert seconds <= DRAWN_WITHIN_S


@pytest.mark.parametrize("name", [*AT_LEAST, *AT_MOST])
def test_drawn_data_are_learned_in_half_a_minute(name: str, tmp_path: Path) -> None:
    out = str(tmp_path / "run")
    command = [PROGRAM, "train", name, "--device", "cpu", "--seconds", str(LONGEST_S), "--out", out, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    metrics = json.loads(done.stdout.splitlines()[-1])["metrics"]
    metric, limit, chance = (AT_LEAST | AT_MOST)[name]
    found = metrics[f"test/{metric}"]
    print(f"{name}: {metric} {found:.4f}, by chance {chance:.3f}")
    assert found >= limit if name in AT_LEAST else found <= limit
