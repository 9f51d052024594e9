"""Acceptance: the window is up 1.5 s after the command, the first training step comes within 5 s, without torch."""

import os
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.accept

PROGRAM = Path(sys.executable).with_name("neural-explorer")
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
import pyqtgraph
application = QApplication([])
window = QMainWindow()
window.setWindowTitle("Neural Explorer")
window.setCentralWidget(pyqtgraph.PlotWidget())
window.show()
application.exec()
"""


@pytest.fixture
def display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A virtual screen of its own, and folders of its own."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        monkeypatch.setenv("DISPLAY", f":{number.readline().strip()}")
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    for name in ("DATA", "RUNS", "CONFIG"):
        monkeypatch.setenv(f"NEURAL_EXPLORER_{name}", str(tmp_path / name))
    yield
    server.terminate()
    server.wait()


def seconds_until(condition: Callable[[], bool], since: float, limit: float = 30.0) -> float:
    while not condition():
        if time.perf_counter() - since > limit:
            pytest.fail(f"nothing within {limit} s")
        time.sleep(0.005)
    return time.perf_counter() - since


def window_is_shown() -> bool:
    search = ["xdotool", "search", "--onlyvisible", "--name", "Neural Explorer"]
    return subprocess.run(search, capture_output=True, check=False).returncode == 0


def started(command: list[str]) -> tuple[subprocess.Popen[bytes], float]:
    since = time.perf_counter()
    return subprocess.Popen(command), since


def window_seconds(command: list[str]) -> float:
    process, since = started(command)
    try:
        seconds = seconds_until(window_is_shown, since)
        time.sleep(3)  # let the engine come up, so that its death does not slow the next start
        maps = Path(f"/proc/{process.pid}/maps").read_text()
        assert "libtorch" not in maps, "torch is loaded in the window's process"
    finally:
        process.terminate()
        process.wait()
    return seconds


def test_the_window_is_up_at_once(display: None) -> None:
    bare = [window_seconds([sys.executable, "-c", BARE]) for _ in range(3)]
    ours = [window_seconds([str(PROGRAM)]) for _ in range(6)][1:]
    print(f"bare PySide6 + pyqtgraph: {statistics.median(bare):.2f} s; window: {statistics.median(ours):.2f} s {ours}")
    assert statistics.median(ours) <= 1.5


def test_the_first_step_comes_within_five_seconds(display: None, tmp_path: Path) -> None:
    seconds = [first_step_seconds(tmp_path / "RUNS") for _ in range(4)][1:]  # the first one warms the page cache
    print(f"first training step on disk {statistics.median(seconds):.2f} s after the command {seconds}")
    assert statistics.median(seconds) <= 5.0


def first_step_seconds(runs: Path) -> float:
    """From the command to the first step in the run's folder; Space is pressed as soon as the window is up."""
    before = set(runs.glob("*"))

    def has_steps() -> bool:
        for database in (path / "metrics.sqlite" for path in set(runs.glob("*")) - before):
            try:
                with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
                    return bool(connection.execute("SELECT count(*) FROM scalars").fetchone()[0])
            except sqlite3.OperationalError:
                return False
        return False

    process, since = started([str(PROGRAM), "gui", "mlp-digits"])
    try:
        seconds_until(window_is_shown, since)
        focus = ["search", "--onlyvisible", "--name", "Neural Explorer", "windowfocus", "--sync", "key", "space"]
        subprocess.run(["xdotool", *focus], check=True)
        return seconds_until(has_steps, since)
    finally:
        process.terminate()
        process.wait()
        time.sleep(2)  # let the engine end, so that it does not slow the next start
