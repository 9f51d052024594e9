"""The real window with its engine, opened to be measured: by a program of its own, in folders of its own."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from explorer.engine.host import ProcessHost
from ui import theme
from ui.app import spare_collector
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.text import language

SIZE = (1600, 1000)


@contextmanager
def open_window(make_app: Callable[[], QApplication]) -> Iterator[tuple[QApplication, MainWindow]]:
    """The window as the program opens it, in English and dark; its engine ends with it."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "RUNS", "CONFIG"):
            os.environ.setdefault(f"NEURAL_EXPLORER_{name}", str(Path(folder) / name))
        host = ProcessHost()
        host.prepare()
        app = make_app()
        language.switch("en")
        theme.apply(app, "dark", 1.0)
        window = MainWindow(host, Settings(Path(folder)))
        window.warmed_up.connect(spare_collector)
        window.resize(*SIZE)
        window.show()
        yield app, window
        window.closing.close_unasked()
        window.end_engine()


def wait_until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window work until then.

    Raises:
        TimeoutError: when it takes longer.
    """
    deadline = QDeadlineTimer(round(seconds * 1000))
    while not condition():
        if deadline.hasExpired():
            raise TimeoutError(f"nothing within {seconds} s")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def let_work(seconds: float) -> None:
    """Let the window do its work for so long."""
    deadline = QDeadlineTimer(round(seconds * 1000))
    wait_until(deadline.hasExpired, 2 * seconds + 1)
