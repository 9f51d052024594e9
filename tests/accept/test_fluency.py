"""Acceptance: the window stays fluent at full speed, keeps the training speed, and its memory does not grow."""

import os
import statistics
from pathlib import Path

import pytest

from explorer.files import save_experiment
from explorer.gallery import find
from tests.measure.figures import Verdicts
from tests.measure.screen import on_screen
from tests.measure.session_speed import session_and_plain
from tests.measure.workloads import playground

pytestmark = pytest.mark.accept

MEMORY_MINUTES = float(os.environ.get("NEURAL_EXPLORER_MEMORY_MINUTES", "10"))
NUM_TURNS = int(os.environ.get("NEURAL_EXPLORER_TURNS", "40"))


def test_fluency_at_full_speed() -> None:
    """Speeds are compared within one process, turn about, since the machine's own speed changes all the time."""
    window, verdicts = on_screen("window_load", "mlp-digits", "--seconds", 20, "--turns", NUM_TURNS), Verdicts()
    engine = statistics.median(ours / bare for ours, bare in session_and_plain(find("mlp-digits"), rounds=8))
    looking = 1 - window["outside_cost"]
    print(f"\n{window}\nkept with the views: {looking:.3f}; the engine's own share of plain training: {engine:.3f}")
    assert window["state"] == "running"
    verdicts.at_most("work per frame, p99, ms", window["work_ms"]["p99"], 16)
    bare = window["bare_interval_ms"]["p99"]
    verdicts.at_most(
        "interval of frames, p99, as a multiple of a bare timer's", window["interval_ms"]["p99"] / bare, 1.3
    )
    verdicts.at_most("interval of frames, longest, ms", window["interval_ms"]["max"], 100)
    verdicts.at_least("with window and views, share of the bare loop's speed", looking * engine, 0.85)
    verdicts.at_most("cost of watching that is shown", window["watching_cost"], 0.05)
    apart = abs(window["told_cost"] - window["outside_cost"])
    verdicts.at_most("shown and measured cost of the views differ by", apart, 0.02)
    verdicts.check()


@pytest.mark.parametrize(("batch_size", "samples_per_second"), [(128, 200_000), (10, 50_000)])
def test_points_with_the_boundary_live(tmp_path: Path, batch_size: int, samples_per_second: int) -> None:
    file = tmp_path / "points.json"
    save_experiment(playground(batch_size), file)
    window, verdicts = on_screen("window_load", file, "--seconds", 10, "--views", "boundary"), Verdicts()
    assert window["costs"]["boundary"] > 0, "nobody has looked"
    name = f"samples per second at batch {batch_size} with the boundary live"
    verdicts.at_least(name, window["samples_per_second"], samples_per_second)
    verdicts.check()


@pytest.mark.parametrize("experiment", ["cnn-digits"])
def test_memory_does_not_grow(experiment: str) -> None:
    window = on_screen("window_load", experiment, "--seconds", MEMORY_MINUTES * 60)
    first = next(row for row in window["memory"] if row[0] >= 60)
    last, verdicts = window["memory"][-1], Verdicts()
    assert window["state"] == "running"
    verdicts.at_most("the window's memory grows by, MB", last[1] - first[1], 20)
    grown, of_timeline = last[2] - first[2], last[3] - first[3]  # which has a budget of its own, of 512 MB
    print(f"the engine's memory grows by {grown:.1f} MB, {of_timeline:.1f} of them its timeline's")
    verdicts.at_most("the engine's memory grows beyond its timeline by, MB", grown - of_timeline, 20)
    verdicts.check()
