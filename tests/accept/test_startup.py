"""Acceptance: the window is up 1.5 s after the command, the first training step comes within 5 s, without torch."""

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.measure.figures import Verdicts
from tests.measure.screen import virtual_screen
from tests.measure.start_up import BARE_COMMAND, PROGRAM, first_step_seconds, window_seconds

pytestmark = pytest.mark.accept


@pytest.fixture
def display(tmp_path: Path) -> Iterator[None]:
    with virtual_screen(tmp_path):
        yield


def test_the_window_is_up_at_once(display: None) -> None:
    bare = [window_seconds(BARE_COMMAND) for _ in range(3)]
    ours = [window_seconds([str(PROGRAM)]) for _ in range(6)][1:]
    print(f"bare PySide6 + pyqtgraph: {statistics.median(bare):.2f} s; window: {statistics.median(ours):.2f} s {ours}")
    verdicts = Verdicts()
    verdicts.at_most("from the command to the window, median, s", statistics.median(ours), 1.5)
    verdicts.check()


def test_the_first_step_comes_within_five_seconds(display: None, tmp_path: Path) -> None:
    seconds = [first_step_seconds(tmp_path / "RUNS") for _ in range(4)][1:]  # the first one warms the page cache
    print(f"first training step on disk {statistics.median(seconds):.2f} s after the command {seconds}")
    verdicts = Verdicts()
    verdicts.at_most("from the command to the first step, median, s", statistics.median(seconds), 5.0)
    verdicts.check()
