"""Reads stretches of a run's curves from its folder beside the window, which never waits for a disk."""

import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from explorer.runs.history import read_stretch
from models.problem import InputError
from ui.widgets.stretch import WHOLE, Stretch, StretchWish

LOOK_INTERVAL_MS = 16


class StretchReader(QObject):
    """Reads what was asked for last; an answer about another run is dropped."""

    arrived = Signal(object)  # Stretch

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._wish: StretchWish | None = None
        self._answers: list[tuple[Path, Stretch]] = []  # the reading thread appends, this one takes
        self._thread: threading.Thread | None = None
        self._look = QTimer(self, interval=LOOK_INTERVAL_MS)
        self._look.timeout.connect(self._on_look)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.finish)

    def follow(self, folder: Path | None) -> None:
        """Read from this run from now on."""
        if folder != self._folder:
            self._folder, self._wish = folder, None

    def read(self, wish: StretchWish) -> None:
        """Ask for a stretch; it arrives in a moment, unless the run cannot be read."""
        self._wish = wish.joined(self._wish)
        self._look.start()

    def finish(self) -> None:
        """Wait for what is being read."""
        self._look.stop()
        if self._thread is not None:
            self._thread.join()

    def _on_look(self) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = None
        answers, self._answers = self._answers, []
        wish, self._wish = self._wish, None
        if wish is not None and self._folder is not None:
            self._thread = threading.Thread(target=self._read, args=(self._folder, wish), name="curves")
            self._thread.start()
        else:
            self._look.stop()
        for folder, stretch in answers:
            if folder == self._folder:
                self.arrived.emit(stretch)

    def _read(self, folder: Path, wish: StretchWish) -> None:
        try:
            series = read_stretch(folder, wish.names, wish.first, wish.last, WHOLE)
        except InputError:  # what is shown stays, less closely; whatever else needs the folder tells of it
            return
        self._answers.append((folder, Stretch(wish, {one.name: (one.steps, one.values) for one in series})))
