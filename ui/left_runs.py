"""Remembers which run a window holds, so that the next start can offer to go on with it exactly there."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from explorer.files import parse_json, write_atomically
from explorer.folders import config_folder
from explorer.processes import this_process
from explorer.runs.run_folder import RunFolder
from models.problem import InputError
from ui.document import is_of_living_window
from ui.run_controller import RunController

ENDED = ("finished", "stopped", "")


class HeldRun(QObject):
    """Keeps a note as long as the engine holds a run that has not ended; a window that is gone leaves it behind."""

    def __init__(self, controller: RunController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._path = notes_folder() / "{}-{}.json".format(*this_process())
        controller.loaded.connect(lambda _facts: self.note(was_moving=True))
        controller.state_changed.connect(self._on_state_changed)

    def note(self, *, was_moving: bool) -> None:
        """Write down the run, if there is one, and whether it was training; a full disk must not stop the work."""
        folder = self._controller.folder
        if self._controller.is_alive and self._controller.has_begun and folder is not None:
            speed = self._controller.conditions.speed
            content = {"folder": str(folder), "was_moving": was_moving, "speed": speed}
            with suppress(InputError):
                write_atomically(self._path, json.dumps(content).encode())

    def _on_state_changed(self, state: str) -> None:
        if state in ENDED:  # a failed one, as its folder tells, or one whose engine was lost, and which can go on
            with suppress(OSError):
                self._path.unlink(missing_ok=True)


def notes_folder() -> Path:
    """Where the notes lie, one file per open window."""
    return config_folder() / "held-runs"


@dataclass(frozen=True)
class LeftRun:
    """A run that a window held when it was closed, or was lost; it goes on from `step`.

    `speed` is that of slow motion, in phases per second; None where it went as fast as it could.
    """

    folder: Path
    title: str
    step: int
    was_moving: bool
    speed: float | None


def take_left_run() -> LeftRun | None:
    """The newest run that a window which lives no more has left unfinished; it is told once, the library has it."""
    found = None
    for note in sorted(notes_folder().glob("*.json"), key=_written, reverse=True):
        if is_of_living_window(note):
            continue
        with suppress(OSError, KeyError, TypeError, ValueError, InputError):
            found = found or _read(note)
        with suppress(OSError):
            note.unlink(missing_ok=True)
    return found


def _read(note: Path) -> LeftRun | None:
    content = parse_json(note.read_bytes(), str(note))
    if not isinstance(content, dict):
        return None
    with RunFolder.open(Path(content["folder"])) as run:
        if run.status not in ("stopped", "interrupted"):
            return None
        step = max(run.checkpoints(), default=0)
        speed = content.get("speed")
        was_moving, speed = bool(content["was_moving"]), None if speed is None else float(speed)
        return LeftRun(run.path, run.experiment.title, step, was_moving, speed)


def _written(note: Path) -> float:
    try:
        return note.stat().st_mtime
    except OSError:
        return 0.0
