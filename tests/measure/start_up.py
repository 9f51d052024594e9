"""How long it takes from the command to the window, and to the first step of training."""

import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ui.left_runs import notes_folder

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
BARE_COMMAND = [sys.executable, "-c", BARE]


def window_seconds(command: list[str]) -> float:
    """From the command to its window on the screen; torch is not in its process then."""
    process, since = _started(command)
    try:
        seconds = _seconds_until(_window_is_shown, since)
        time.sleep(3)  # let the engine come up, so that its death does not slow the next start
        maps = Path(f"/proc/{process.pid}/maps").read_text()
        assert "libtorch" not in maps, "torch is loaded in the window's process"
    finally:
        process.terminate()
        process.wait()
    return seconds


def first_step_seconds(runs: Path) -> float:
    """From the command to the first step in the run's folder; Space is pressed as soon as the window is up.

    What was left of the start before, whose window was killed, is forgotten: the offer to go on with it takes the key.
    """
    shutil.rmtree(notes_folder(), ignore_errors=True)
    before = set(runs.glob("*"))

    def has_steps() -> bool:
        for database in (path / "metrics.sqlite" for path in set(runs.glob("*")) - before):
            try:
                with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
                    return bool(connection.execute("SELECT count(*) FROM scalars").fetchone()[0])
            except sqlite3.OperationalError:
                return False
        return False

    process, since = _started([str(PROGRAM), "gui", "mlp-digits"])
    try:
        _seconds_until(_window_is_shown, since)
        focus = ["search", "--onlyvisible", "--name", "Neural Explorer", "windowfocus", "--sync", "key", "space"]
        subprocess.run(["xdotool", *focus], check=True)
        return _seconds_until(has_steps, since)
    finally:
        process.terminate()
        process.wait()
        time.sleep(2)  # let the engine end, so that it does not slow the next start


def _seconds_until(condition: Callable[[], bool], since: float, limit: float = 120.0) -> float:
    while not condition():
        if time.perf_counter() - since > limit:
            raise TimeoutError(f"nothing within {limit} s")
        time.sleep(0.005)
    return time.perf_counter() - since


def _window_is_shown() -> bool:
    search = ["xdotool", "search", "--onlyvisible", "--name", "Neural Explorer"]
    return subprocess.run(search, capture_output=True, check=False).returncode == 0


def _started(command: list[str]) -> tuple[subprocess.Popen[bytes], float]:
    since = time.perf_counter()
    return subprocess.Popen(command), since
