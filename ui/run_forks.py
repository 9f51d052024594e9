"""Forks the run of the window: from then on it is another one, with its own id and folder, unless that fails."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from explorer.commands import Fork
from explorer.engine.client import EngineClient
from explorer.events import EngineFailed, Event, ProblemsFound, RunLoaded
from explorer.runs.run_paths import new_run_path
from explorer.spec import Experiment
from ui.run_time import RunTime

if TYPE_CHECKING:
    from ui.run_controller import RunController


@dataclass(frozen=True)
class Lived:
    """A run as it was when it was to be forked."""

    run_id: str
    folder: Path | None
    experiment: Experiment
    time: RunTime


class RunForks(QObject):
    """Between the command and the engine's answer there is a run to go back to."""

    forked = Signal(object)  # RunLoaded of the fork that goes on in place of the run

    def __init__(self, controller: "RunController", client: EngineClient) -> None:
        super().__init__(controller)
        self._controller, self._client = controller, client
        self._parent: Lived | None = None
        controller.run_changed.connect(self._on_run_changed)

    @property
    def is_waiting(self) -> bool:
        """Whether the engine has been asked for a fork and has not answered yet."""
        return self._parent is not None

    @property
    def parent_folder(self) -> Path | None:
        """Where the run is kept that is to be forked."""
        return None if self._parent is None else self._parent.folder

    def fork(self) -> None:
        """Let the run go on from where it stands as another one; the one before is kept as it was at its head."""
        run = self._controller
        assert run.experiment is not None
        folder = new_run_path(run.experiment.title)
        self._parent = Lived(run.run_id, run.folder, run.experiment, run.timeline.now)
        self._client.send(Fork(run.run_id, folder.name, str(folder)))
        run.edits.begin_fork()
        run.timeline.fork(run.run_id, run.experiment.title)
        run.run_id, run.folder = folder.name, folder

    def notice_failure(self, event: Event) -> None:
        """A problem or failure of the run that was to be forked: the engine holds that one, as it was, or none."""
        parent = self._parent
        if parent is not None and isinstance(event, ProblemsFound | EngineFailed) and event.run_id == parent.run_id:
            self.give_up()

    def give_up(self) -> None:
        """The run that was to be forked, if there is one, is that of the window again."""
        parent, run = self._parent, self._controller
        if parent is not None:
            self._parent = None
            run.run_id, run.folder, run.experiment = parent.run_id, parent.folder, parent.experiment
            run.timeline.go_back_to(parent.time)
            run.edits.give_fork_up()

    def notice_success(self, loaded: RunLoaded) -> None:
        """A run is loaded, perhaps the fork."""
        if self._parent is not None:
            self._parent = None
            self.forked.emit(loaded)

    def _on_run_changed(self) -> None:
        self._parent = None
