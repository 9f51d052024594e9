"""Every test has folders of its own and leaves no window, thread or process behind."""

import gc
import multiprocessing
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("NEURAL_EXPLORER_LANGUAGE", "en")

FOLDERS = ("DATA", "RUNS", "CONFIG")
LONGEST_WAIT_S = 5.0


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
