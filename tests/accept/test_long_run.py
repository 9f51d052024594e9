"""Acceptance: ten million recorded steps open at once, move fluently, show every step from near, and fit in memory.

pytest -m accept -s tests/accept/test_long_run.py        some five minutes, most of them for writing the run
"""

import os
import time
from pathlib import Path

import pytest

from tests.measure.figures import Verdicts
from tests.measure.recorded_run import write_run
from tests.measure.screen import on_screen

pytestmark = pytest.mark.accept

NUM_STEPS = int(os.environ.get("NEURAL_EXPLORER_LONG_RUN_STEPS", "10000000"))
LONGEST_FRAME_MS = 1000 / 30


def test_ten_million_steps_in_the_window(tmp_path: Path) -> None:
    began = time.perf_counter()
    write_run(tmp_path / "long", NUM_STEPS)
    print(f"\n{NUM_STEPS} steps written in {time.perf_counter() - began:.0f} s")
    found, verdicts = on_screen("long_curves", tmp_path / "long"), Verdicts()
    verdicts.at_most("curves open, s", found["open_s"], 1.0)
    for name in ("pan", "close_pan", "zoom", "live_pan", "live_zoom"):
        verdicts.at_most(f"{name}: a frame, p99, ms", found[f"{name}_ms"]["p99"], LONGEST_FRAME_MS)
    verdicts.at_least("panning, frames per second", found["pan_frames_per_second"], 30)
    verdicts.at_least("panning a run that goes on, frames per second", found["live_pan_frames_per_second"], 30)
    verdicts.at_least("share of the steps drawn from near", found["closest"], 1.0)
    verdicts.at_most("memory of the window, opened, MB", found["opened_memory_mb"], 400)
    verdicts.at_most("memory of the window after as many live steps, MB", found["memory_mb"], 400)
    verdicts.check()
