"""The experiment as a file: its path, whether it holds unsaved changes, and its autosaved copy."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.files import parse_json, save_experiment, write_atomically
from explorer.folders import config_folder
from explorer.processes import is_alive, this_process
from explorer.spec import Experiment
from explorer.validation import experiment_from
from models.problem import InputError
from ui.spec_store import SpecStore

AUTOSAVE_DELAY_MS = 1000


class Document(QObject):
    """Ties the store to a file. What is unsaved is kept beside the settings, so that a crash loses a second at most."""

    changed = Signal()  # the title, the path, or whether there is something to save

    def __init__(self, store: SpecStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._saved = store.experiment
        self.path: Path | None = None
        self._autosave_path = autosave_folder() / "{}-{}.json".format(*this_process())
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_DELAY_MS)
        self._timer.timeout.connect(self.autosave)
        store.spec_changed.connect(self._on_spec_changed)

    @property
    def is_modified(self) -> bool:
        """Whether closing would lose something."""
        return self._store.experiment != self._saved

    def open(self, experiment: Experiment, path: Path | None, *, is_modified: bool = False) -> None:
        """Show another experiment; one without a path is saved under a name to be chosen."""
        self.forget_autosave()
        self._saved = Experiment() if is_modified else experiment
        self.path = path
        self._store.open(experiment)
        self.changed.emit()

    def save(self, path: Path) -> None:
        """Write the experiment to a file, whole or not at all.

        Raises:
            InputError: when the file cannot be written; what it held before is still there.
        """
        save_experiment(self._store.experiment, path)
        self.path, self._saved = path, self._store.experiment
        self.forget_autosave()
        self.changed.emit()

    def autosave(self) -> bool:
        """Keep a copy of what is unsaved, and say whether that went well: a full disk must not stop the work."""
        if not self.is_modified:
            self.forget_autosave()
            return True
        content = {"path": str(self.path or ""), "experiment": self._store.experiment.model_dump(mode="json")}
        try:
            write_atomically(self._autosave_path, json.dumps(content).encode())
        except InputError:
            return False
        return True

    def forget_autosave(self) -> None:
        """Saved, or thrown away on purpose: nothing is left to recover."""
        self._timer.stop()
        with suppress(OSError):
            self._autosave_path.unlink(missing_ok=True)

    def _on_spec_changed(self) -> None:
        if not self._timer.isActive():  # else going on editing would put it off
            self._timer.start()
        self.changed.emit()


def autosave_folder() -> Path:
    """Where unsaved experiments are kept, one file per open window."""
    return config_folder() / "autosave"


@dataclass(frozen=True)
class LostExperiment:
    """What a window that ended without asking left behind; its copy stays until somebody has decided about it."""

    experiment: Experiment
    path: Path | None  # the experiment's own file
    copy: Path

    def forget(self) -> None:
        """It is thrown away on purpose, or safe elsewhere."""
        self.copy.unlink(missing_ok=True)


def lost_experiments() -> list[LostExperiment]:
    """What windows that live no more have not saved."""
    found = []
    for copy in sorted(autosave_folder().glob("*.json")):
        if is_of_living_window(copy):
            continue
        try:
            content = parse_json(copy.read_bytes(), str(copy))
            path, experiment = (content["path"], content["experiment"]) if isinstance(content, dict) else ("", None)
            found.append(LostExperiment(experiment_from(experiment), Path(path) if path else None, copy))
        except (OSError, KeyError, InputError):
            copy.unlink(missing_ok=True)  # a damaged copy is of no use to anybody
    return found


def is_of_living_window(copy: Path) -> bool:
    """Whether the window that wrote this file, which is named after its process, still lives."""
    pid, _, start = copy.stem.partition("-")
    try:
        return is_alive(int(pid), float(start))
    except ValueError:
        return False
