"""The README's table of benchmarks holds what was measured, and stands where its markers are."""

import json

import pytest

from tests.benchmarks.table import BEGIN, END, put_into, table_of

SPREAD = {"p50": 1.0, "p99": 12.34, "max": 20.0}
RESULT = {
    "machine": {
        "processor": "A processor", "cores": 2, "python": "3.12", "torch": "2.11", "pyside": "6", "day": "2026-01-02",
        "quick": False,
    },
    "engine_speed": {
        "mlp": {
            "samples per second": {
                "textbook": 1000, "tight at 1": 8000, "tight at 2": 9000, "engine at 1": 12345, "engine at 2": 12500,
            },
            "engine": 12345, "against tight at equal threads": {"1": 1.543, "2": 1.389},
        },
        "geometric mean at equal threads": {"1": 1.1, "2": 1.2},
    },
    "window": {
        "points": {
            "samples_per_second": 250_000.0, "work_ms": SPREAD, "interval_ms": SPREAD, "bare_interval_ms": SPREAD,
            "watching_cost": 0.031, "peak_mb": [210.4, 700.0],
        },
    },
    "start_up": {"a bare window_s": 0.4, "window_s": 0.6, "first step_s": 3.1},
    "latencies": {"steps": 10_000, "rewind_ms": SPREAD, "pause_ms": SPREAD},
    "probe_cost": {
        "boundary": {"experiment": "mlp-spirals", "step_ms": 0.2, "capture_ms": 1.0, "pickle_ms": 0.5, "bytes": 54321}
    },
    "growth": {
        "samples": {"1000": {"samples_per_second": 5000, "share_of_the_bare_loop": 0.97, "memory_mb": 600.2}},
        "watched views": {"3": {"samples_per_second": 4000.0, "watching_cost": 0.02, "peak_mb": [200.0, 650.0]}},
    },
    "canvas_frames": {"usual size": SPREAD},
    "keystroke": {"keystroke_ms": SPREAD},
}  # fmt: skip


def test_every_figure_is_in_the_table() -> None:
    table = table_of(json.loads(json.dumps(RESULT)))
    assert "| MLP, MNIST | 1 000 | 9 000 | 12 500 | 1.39 | 12.5 | 12 345 |  |" in table
    assert "| 2-D MLP, batch 128 |  |  |  |  |  |  | 250 000 (>= 200 000) |" in table
    assert "p99 <= 16.0 (1.3 bare)" in table
    for words in (
        "2 cores of A processor", "both at 2 threads | 1.20 | >= 1.05", "at 1 thread | 1.10", "210 + 700",
        "3.1 % | <= 5 %", "0.6 (0.4) | <= 1.5", "3.1 | <= 5", "10 000 steps", "54 321 bytes",
        "samples: 1 000 | 5 000 samples/s, 0.97", "watched views: 3 | 4 000", "usual size", "keystroke",
    ):  # fmt: skip
        assert words in table, words
    assert "nan" not in table


@pytest.mark.parametrize("left_out", RESULT)
def test_what_was_not_measured_is_left_out(left_out: str) -> None:
    table = table_of({name: part for name, part in RESULT.items() if name != left_out})
    rows = [line for line in table.splitlines() if line.startswith("|")]
    assert rows
    assert {row.count("|") for row in rows} <= {4, 9}
    assert table_of({}) == ""


def test_the_table_stands_between_its_markers() -> None:
    readme = f"# Title\n{BEGIN}\nold\n{END}\nthe rest\n"
    once = put_into(readme, "new")
    assert once == f"# Title\n{BEGIN}\nnew\n{END}\nthe rest\n"
    assert put_into(once, "new") == once
    with pytest.raises(ValueError, match="bench"):
        put_into("# Title\n", "new")
