"""Every test has folders of its own and leaves no window, thread or process behind."""

import gc
import multiprocessing
import os
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from explorer.spec import Experiment

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("NEURAL_EXPLORER_LANGUAGE", "en")

FOLDERS = ("DATA", "RUNS", "CONFIG", "CACHE")
LONGEST_WAIT_S = 5.0
RUN_SCRIPTS = Path(__file__).parent / "run_scripts.py"


def pytest_unconfigure() -> None:
    """Libraries that count what is left at the end find it gone again."""
    gc.unfreeze()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data, runs and settings lie in the test's temporary folder."""
    for name in FOLDERS:
        monkeypatch.setenv(f"NEURAL_EXPLORER_{name}", str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that leaves a thread, a process or a widget behind."""
    threads = set(threading.enumerate())
    processes = set(multiprocessing.active_children())
    yield
    _wait_for_threads(threads)
    left = {thread.name for thread in threading.enumerate() if thread not in threads and not _is_foreign(thread)}
    assert not left, f"threads still run: {sorted(left)}. Close the client, host or worker that the test has made."
    children = set(multiprocessing.active_children()) - processes
    assert not children, f"processes still run: {children}. Close the client that the test has made."
    if "qtbot" in request.fixturenames:
        _refuse_widgets()


def _wait_for_threads(before: set[threading.Thread]) -> None:
    for thread in set(threading.enumerate()) - before:
        if not _is_foreign(thread):
            thread.join(LONGEST_WAIT_S)


def _is_foreign(thread: threading.Thread) -> bool:
    """Threads of libraries that keep pools for the whole session."""
    return isinstance(thread, threading._DummyThread) or thread.name.startswith(("ThreadPoolExecutor", "QThread"))


def _refuse_widgets() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete: what deleteLater() was asked for
    gc.collect()
    gc.freeze()  # what lives on, such as imported modules, is not looked through again after every test
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"windows are still open: {left}. Hand widgets to qtbot.addWidget and close dialogs."


@pytest.fixture(autouse=True)
def plain_look(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test with Qt starts with the dark theme in English, and whatever it changes is undone."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.text import language

    app = request.getfixturevalue("qapp")
    assert isinstance(app, QApplication)
    if theme.theme.name != "dark" or theme.theme.scale != 1.0 or not app.styleSheet():
        theme.apply(app, "dark", 1.0)
    yield
    language.switch("en")
    if theme.theme.name != "dark" or theme.theme.scale != 1.0:
        theme.apply(app, "dark", 1.0)


Losses = list[tuple[float, ...]]


@pytest.fixture
def script_losses(tmp_path: Path) -> Callable[[dict[str, str], int], dict[str, Losses]]:
    """Runs scripts, by name, for some steps where this program cannot be imported; the losses that each prints."""

    def losses(scripts: dict[str, str], num_steps: int) -> dict[str, Losses]:
        files = {name: tmp_path / f"{name}.py" for name in scripts}
        for name, file in files.items():
            file.write_text(scripts[name], encoding="utf-8")
        command = [sys.executable, "-I", "-S", str(RUN_SCRIPTS), sysconfig.get_path("purelib"), str(num_steps)]
        done = subprocess.run([*command, *map(str, files.values())], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return {name: _printed(file.with_suffix(".txt")) for name, file in files.items()}

    return losses


def _printed(file: Path) -> Losses:
    rows = [line.split() for line in file.read_text(encoding="utf-8").splitlines()]
    return [tuple(float(text) for text in row[1:]) for row in rows if row[0].isdecimal()]


@pytest.fixture
def program_losses() -> Callable[["Experiment", int], Losses]:
    """Trains an experiment with this program for some steps on the processor; every step's losses."""

    def losses(experiment: "Experiment", num_steps: int) -> Losses:
        import torch

        from explorer.engine.building import make_learner
        from explorer.engine.loop import train
        from explorer.engine.threads import num_cores, num_threads

        threads = torch.get_num_threads()
        torch.set_num_threads(num_threads(experiment, num_cores()))
        learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
        steps = (moment.metrics for moment in train(learner) if moment.name == "step")
        found = [
            tuple(float(value) for name, value in metrics.items() if name.startswith("train/loss"))
            for metrics in islice(steps, num_steps)
        ]
        torch.set_num_threads(threads)
        return found

    return losses


@pytest.fixture
def one_thread() -> Iterator[None]:
    """Small networks are fastest on one thread, also when other work is going on."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)
