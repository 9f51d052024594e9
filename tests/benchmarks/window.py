"""The real window while it trains: `python -m tests.benchmarks.window [--quick]`.

For every workload, with the views that are shown at first: samples per second, frame times, what each view costs, and
the most memory of both processes. What views cost seen from outside takes minutes: tests/accept/test_fluency.py.
"""

import tempfile
from pathlib import Path
from typing import Any

from explorer.files import save_experiment
from tests.measure.command_line import is_quick, tell
from tests.measure.screen import on_screen
from tests.measure.workloads import WORKLOADS, data_at_hand

LEFT_OUT = ("turns", "memory", "views", "experiment")


def main() -> None:
    quick = is_quick()
    names = ("mlp", "points at batch 10") if quick else tuple(WORKLOADS)
    seconds = 3 if quick else 8
    with data_at_hand(), tempfile.TemporaryDirectory() as folder:
        tell({name: measure(name, Path(folder), seconds) for name in names})


def measure(name: str, folder: Path, seconds: float) -> dict[str, Any]:
    """What the window tells of itself while it trains this workload."""
    file = folder / f"{name}.json"
    save_experiment(WORKLOADS[name]().experiment, file)
    found = on_screen("window_load", file, "--seconds", seconds)
    return {key: value for key, value in found.items() if key not in LEFT_OUT}


if __name__ == "__main__":
    main()
