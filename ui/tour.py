"""A tour of the real window: trains experiments for a few seconds each and saves pictures of what one sees."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ui.app import LANGUAGES, THEMES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.main_window import MainWindow

ONE_PER_FAMILY = ("cnn-digits", "lstm-digits", "transformer-reversal", "gan-digits")
LONGEST_WAIT_S = 60.0


def run_tour(arguments: Sequence[str] | None = None) -> int:
    """Take the tour; prints the path of every picture it saved and returns the exit code."""
    options = _parse(sys.argv[1:] if arguments is None else list(arguments))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "RUNS"):  # what a person has arranged, left unsaved and trained is not the tour's
            os.environ[f"NEURAL_EXPLORER_{name}"] = str(Path(folder) / name.lower())
        return _take(options)


def _take(options: argparse.Namespace) -> int:
    from explorer.engine.host import make_host

    host = make_host("process")
    host.prepare()
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.main_window import MainWindow
    from ui.settings import Settings
    from ui.text import language

    app = QApplication.instance() or QApplication(["neural-explorer"])
    assert isinstance(app, QApplication)
    language.switch(options.language)
    theme.apply(app, options.theme, options.scale)
    window = MainWindow(host, Settings())
    window.resize(*options.size)
    window.show()
    tour = Tour(app, window, options.out)
    try:
        tour.take(options.experiments or ONE_PER_FAMILY, options.seconds)
    finally:
        window.closing.close_unasked()
        window.end_engine()
    return 1 if tour.num_failed else 0


class Tour:
    """Walks through the window as a person would, and takes the pictures."""

    def __init__(self, app: "QApplication", window: "MainWindow", out: Path) -> None:
        self._app, self._window, self._out = app, window, out
        self.num_failed = 0
        out.mkdir(parents=True, exist_ok=True)

    def take(self, experiments: Sequence[str], seconds: float) -> None:
        """The gallery, then every experiment: data, Build page, and its views after so many seconds of training."""
        self._wait(0.3)
        self._save(self._window, "gallery")
        controller = self._window.workspace.controller
        for experiment in experiments:
            self._window.files.open_named(experiment)
            if self._says_problem(experiment):
                continue
            self._window.show_data()
            self._wait(0.5)
            self._wait_for(lambda: not self._window.jobs.under_way)
            self._save(self._window, f"{experiment}-data")
            self._window.show_build()
            self._wait(1.0)
            self._save(self._window, f"{experiment}-build")
            self._window.show_train()
            controller.start()
            self._wait_for(lambda: controller.state in ("running", "finished", "failed"))
            self._wait(seconds)
            if not self._says_problem(experiment):
                self._save(self._window, experiment)
                self._save_views(experiment)
                self._save_canvas(experiment)

    def _save_views(self, experiment: str) -> None:
        """Every view in turn, brought to the front and given the time to draw what the engine sends."""
        docks = self._window.workspace.train_page.docks
        for kind, view in docks.views.items():
            docks.bring_forward(kind)
            self._wait_for(lambda view=view: bool(view.numbers()), longest=5.0)  # type: ignore[misc]
            self._save(view, f"{experiment}-{kind}")

    def _save_canvas(self, experiment: str) -> None:
        """The Build page while the run goes on: the model with a picture of what every block answers."""
        self._window.show_build()
        self._wait(2.0)
        self._save(self._window, f"{experiment}-canvas")

    def _says_problem(self, experiment: str) -> bool:
        """Whether a message box is open; it is printed and closed, as nobody is there to read it."""
        boxes = self._window.messages
        for box in boxes:
            print(f"{experiment}: {box.text()} {box.informativeText()}", file=sys.stderr)  # noqa: T201
            box.close()
        self.num_failed += bool(boxes)
        return bool(boxes)

    def _save(self, widget: "QWidget", name: str) -> None:
        path = self._out / f"{name}.png"
        widget.grab().save(str(path))
        print(path)  # noqa: T201 - the command's answer

    def _wait(self, seconds: float) -> None:
        for _ in self._turns(seconds):
            pass

    def _wait_for(self, condition: Callable[[], bool], longest: float = LONGEST_WAIT_S) -> None:
        any(condition() for _ in self._turns(longest))

    def _turns(self, seconds: float) -> Iterator[None]:
        """Let the window live for so many seconds, one turn of its event loop at a time."""
        from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop

        deadline = QDeadlineTimer(round(seconds * 1000))
        while not deadline.hasExpired():
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
            # What was asked to be deleted goes by itself only where an application runs its own loop.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            yield


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="neural-explorer tour", description="Save pictures of the real window.")
    parser.add_argument("experiments", nargs="*", metavar="EXPERIMENT", help="what to train, by default one per family")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the pictures go")
    parser.add_argument("--seconds", type=float, default=8.0, help="how long each experiment trains")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of the window")
    parser.add_argument("--theme", choices=THEMES, default="dark", help="colours of the window")
    parser.add_argument("--scale", type=float, default=1.0, help="interface scale")
    parser.add_argument("--size", type=_size, default=(1600, 1000), metavar="WxH", help="size of the window in pixels")
    return parser.parse_args(arguments[1:] if arguments[:1] == ["tour"] else arguments)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
