"""The whole program on a display of its own, driven from outside by mouse and keyboard."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from explorer.runs.run_folder import RunFolder

PROGRAM = Path(sys.executable).with_name("neural-explorer")
NEEDED = ("Xvfb", "xdotool")
ABSENT = [tool for tool in NEEDED if shutil.which(tool) is None]
DEADLINE_S = 30.0

pytestmark = pytest.mark.skipif(bool(ABSENT), reason=f"{' and '.join(ABSENT)} cannot be found")


class Screen:
    """A virtual display, and hands that use what is on it."""

    def __init__(self, folder: Path) -> None:
        self.runs = folder / "runs"
        self._folder = folder
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
        self._server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"
        self._environment = os.environ | {"DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        self.programs: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the program; its window is on the screen when this returns."""
        program = subprocess.Popen([PROGRAM, *arguments], env=self._environment, stderr=subprocess.PIPE)
        self.programs.append(program)
        self.until(lambda: self.window() != "")
        return program

    def window(self, name: str = "Neural Explorer") -> str:
        """The number of the visible window with that in its title; empty when there is none."""
        return self.use("search", "--onlyvisible", "--name", name).split("\n")[0]

    def titles(self) -> list[str]:
        """What the visible windows are called."""
        windows = self.use("search", "--onlyvisible", "--name", ".").split()
        return [self.use("getwindowname", window) for window in windows]

    def use(self, *arguments: str) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def click(self, x: int, y: int) -> None:
        self.use("mousemove", "--window", self.window(), str(x), str(y), "click", "1")

    def press(self, key: str) -> None:
        self.use("windowfocus", "--sync", self.window(), "key", key)

    def until(self, condition: Callable[[], object]) -> None:
        ends = time.monotonic() + DEADLINE_S
        while not condition():
            ended = [one.stderr.read().decode() for one in self.programs if one.poll() and one.stderr is not None]
            assert not ended, f"the program ended: {ended}"
            assert time.monotonic() < ends, f"it did not happen; on screen: {self.titles()}"
            time.sleep(0.02)  # between two looks

    def run(self) -> Path:
        """The folder of the one run."""
        self.until(lambda: self.runs.is_dir() and list(self.runs.glob("*/metrics.sqlite")))
        (database,) = self.runs.glob("*/metrics.sqlite")
        return database.parent

    def last_step(self) -> int:
        """The last step whose loss is on disk."""
        with closing(sqlite3.connect(f"file:{self.run()}/metrics.sqlite?mode=ro", uri=True)) as connection:
            try:
                [(step,)] = connection.execute("SELECT max(step) FROM scalars WHERE name = 'train/loss'").fetchall()
            except sqlite3.OperationalError:  # between making the file and making its tables
                return 0
        return step or 0

    def kill(self, program: subprocess.Popen[bytes]) -> None:
        """As a crash ends it."""
        self.programs.remove(program)
        program.kill()
        program.communicate()

    def close(self) -> None:
        for program in self.programs:
            if program.poll() is None:
                program.kill()
            program.wait()
            if program.stderr is not None:
                program.stderr.close()
        self._server.terminate()
        self._server.wait()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(tmp_path)
    yield screen
    screen.close()


def stands_still(screen: Screen) -> bool:
    """Whether no step is added over a while that is long for a training that goes on, which is saved each second."""
    before = screen.last_step()
    time.sleep(1.5)  # a while in which nothing shall happen cannot be waited for otherwise
    return screen.last_step() == before


def test_a_card_trains_pauses_steps_and_closes(screen: Screen) -> None:
    program = screen.start()
    screen.until(lambda: screen.click(200, 300) or screen.window("digit"))  # the first card, once the gallery answers
    screen.press("space")
    screen.until(lambda: screen.last_step() > 50)
    before = screen.last_step()
    screen.until(lambda: screen.last_step() > before)

    screen.press("space")
    screen.until(lambda: stands_still(screen))
    paused = screen.last_step()
    screen.press("F10")
    screen.until(lambda: screen.last_step() > paused)
    assert stands_still(screen)
    assert screen.last_step() == paused + 1

    assert "libtorch" not in Path(f"/proc/{program.pid}/maps").read_text(), "torch is in the window's process"
    (engine,) = [
        child
        for child in psutil.Process(program.pid).children(recursive=True)
        if "libtorch" in Path(f"/proc/{child.pid}/maps").read_text()
    ]
    screen.press("ctrl+q")
    assert program.wait(DEADLINE_S) == 0
    assert program.stderr is not None
    assert program.stderr.read() == b""
    assert not engine.is_running()
    assert screen.last_step() == paused + 1
    with RunFolder.open(screen.run()) as run:
        assert run.kept.last == paused + 1


def test_a_killed_window_loses_nothing(screen: Screen, tmp_path: Path) -> None:
    """What was edited is offered again; the engine ends by itself and has saved the run."""
    program = screen.start("gui", "mlp-moons")
    screen.until(lambda: screen.window("–"))
    screen.press("space")
    screen.until(lambda: screen.last_step() > 20)
    engine = psutil.Process(program.pid).children(recursive=True)
    screen.press("ctrl+1")
    screen.until(lambda: screen.press("Home") or screen.press("ctrl+d") or screen.window("[*]"))
    screen.until(lambda: autosaved(tmp_path))
    screen.kill(program)
    psutil.wait_procs(engine, timeout=DEADLINE_S)
    assert not [child for child in engine if child.is_running()]
    assert list((screen.run() / "checkpoints").glob("*.safetensors")), "the engine saves when its window is gone"

    lost = autosaved(tmp_path)
    screen.start()
    screen.until(lambda: screen.use("key", "alt+y") or screen.window("[*]"))
    assert autosaved(tmp_path) != lost, "what was recovered is the new window's now"


def autosaved(folder: Path) -> list[Path]:
    return list((folder / "config" / "autosave").glob("*.json"))
