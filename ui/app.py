"""The window's entry point: the engine first, then Qt, then the gallery, and everything else behind it."""

import argparse
import gc
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from explorer.qt_versions import refuses_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow

ENGINES, LANGUAGES, THEMES = ("process", "thread"), ("en", "zh_CN"), ("system", "dark", "light")


def run_window(arguments: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    options = _parse(sys.argv[1:] if arguments is None else list(arguments))
    cause = _refusal()
    if cause:
        print(cause, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return 2
    from explorer.engine.host import make_host

    host = make_host(options.engine)
    host.prepare()  # torch is imported there while Qt comes up here

    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.main_window import MainWindow
    from ui.settings import Settings
    from ui.text import language

    app = QApplication.instance() or QApplication(["neural-explorer"])
    assert isinstance(app, QApplication)
    app.setApplicationName("Neural Explorer")
    settings = Settings()
    language.switch(options.language or settings.language)
    theme.apply(app, options.theme or settings.theme, settings.scale)
    window = MainWindow(host, settings)
    window.warmed_up.connect(spare_collector)
    if options.open:
        window.open_at_start(options.open)
    signal.signal(signal.SIGTERM, lambda *_: _end(app, window))  # the desktop ends the session
    window.show()
    try:
        return app.exec()
    finally:
        window.end_engine()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(app: "QApplication", window: "MainWindow") -> None:
    """Ask nothing: the run and what is unsaved are kept for the next start."""
    window.closing.close_unasked()
    app.quit()  # also out of a question that is being asked


def spare_collector() -> None:
    """What is there now stays: the garbage collector need not look at it again, which would cost a frame 70 ms."""
    gc.collect()
    gc.freeze()


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="neural-explorer gui", description="Open the window.")
    parser.add_argument("open", nargs="?", metavar="EXPERIMENT or RUN", help="what to open at start")
    parser.add_argument("--engine", choices=ENGINES, default="process", help="where the engine runs")
    parser.add_argument("--language", choices=LANGUAGES, help="language of the window")
    parser.add_argument("--theme", choices=THEMES, help="colours of the window")
    return parser.parse_args(arguments[1:] if arguments[:1] == ["gui"] else arguments)


def _refusal() -> str:
    """Why the window must not open here; empty when it may."""
    from importlib.metadata import version

    installed = version("PySide6_Essentials")
    if not refuses_qt(installed, sys.version_info[:2]):
        return ""
    return (
        f"PySide6 {installed} crashes this version of Python after a while. "
        'Install another one: pip install "PySide6-Essentials>=6.10.2,!=6.11.0,!=6.11.1,<6.12"'
    )
