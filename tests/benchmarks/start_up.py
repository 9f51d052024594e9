"""How soon the window is on the screen, and the first step of training done: `python -m tests.benchmarks.start_up`."""

import statistics
import tempfile
from pathlib import Path

from tests.measure.command_line import is_quick, tell
from tests.measure.screen import virtual_screen
from tests.measure.start_up import BARE_COMMAND, PROGRAM, first_step_seconds, window_seconds


def main() -> None:
    count = 1 if is_quick() else 3
    with tempfile.TemporaryDirectory() as folder, virtual_screen(Path(folder)):
        bare = [window_seconds(BARE_COMMAND) for _ in range(count)]
        window = [window_seconds([str(PROGRAM)]) for _ in range(count + 1)][1:]  # the first one warms the page cache
    with tempfile.TemporaryDirectory() as folder, virtual_screen(Path(folder)):
        first_step = [first_step_seconds(Path(folder) / "RUNS") for _ in range(count)]
    found = {"a bare window_s": bare, "window_s": window, "first step_s": first_step}
    tell({name: round(statistics.median(seconds), 3) for name, seconds in found.items()})


if __name__ == "__main__":
    main()
