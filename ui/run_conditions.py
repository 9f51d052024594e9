"""What a person has chosen for this run and those after it: where and how fast it trains, and what is looked at."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject

from explorer.commands import Pin, PinGiven, SetBudget, SetSpeed
from explorer.dataset import DatasetSpec
from explorer.engine.budget import BUDGET as USUAL_BUDGET
from explorer.engine.client import EngineClient
from ui.spec_store import SpecStore

if TYPE_CHECKING:
    from ui.run_controller import RunController


class RunConditions(QObject):
    """What is chosen while a run is there counts for it at once; `tell` lets a run that begins know all of it."""

    def __init__(self, controller: "RunController", client: EngineClient, store: SpecStore) -> None:
        super().__init__(controller)
        self._controller, self._client, self._store = controller, client, store
        self.device = "auto"
        self.speed: float | None = None  # phases per second
        self._budget: float | None = USUAL_BUDGET  # share of the time that looking may take
        self._pinned: tuple[DatasetSpec, Pin | PinGiven] | None = None  # the data, and which sample of or for them

    @property
    def is_slow(self) -> bool:
        """Whether runs go in slow motion."""
        return self.speed is not None

    def choose_device(self, device: str) -> None:
        """Where the next run trains: "auto" or an id as torch names it."""
        self.device = device

    def set_speed(self, phases_per_second: float | None) -> None:
        """Let this run and those after it go so fast; None without a limit."""
        self.speed = phases_per_second
        if self._controller.is_alive:
            self._client.send(SetSpeed(self._controller.run_id, phases_per_second))

    def set_budget(self, share: float | None) -> None:
        """Let looking take this share of the time, in this run and those after it; None without a limit."""
        self._budget = share
        if self._controller.can_look:
            self._client.send(SetBudget(self._controller.run_id, share))

    def pin(self, split: str, index: int) -> None:
        """Let every view look at this sample, in this run and in the next ones on the same data."""
        self._look_at(self._shown(), Pin("", split, index))  # type: ignore[arg-type]

    def pin_of(self, data: DatasetSpec, split: str, index: int) -> None:
        """Let every view look at this sample of these data, at once where they are the run's."""
        self._look_at(data, Pin("", split, index))  # type: ignore[arg-type]

    def give(self, inputs: npt.NDArray[np.generic]) -> None:
        """Let every view look at a sample that a person made, in this run and in the next ones on the same data."""
        self._look_at(self._shown(), PinGiven("", inputs))

    def unpin(self) -> None:
        """Let the runs after this one look at whatever sample they begin with."""
        self._pinned = None

    def tell(self, run_id: str, data: DatasetSpec) -> None:
        """Let the engine know what is chosen for a run that it has been asked to load."""
        if self.speed is not None:
            self._client.send(SetSpeed(run_id, self.speed))
        if self._budget != USUAL_BUDGET:
            self._client.send(SetBudget(run_id, self._budget))
        if self._pinned is not None and self._pinned[0] == data:
            self._client.send(replace(self._pinned[1], run_id=run_id))

    def _shown(self) -> DatasetSpec:
        """The data of the run: those of the experiment may have been edited since."""
        return (self._controller.experiment or self._store.experiment).data

    def _look_at(self, data: DatasetSpec, command: Pin | PinGiven) -> None:
        self._pinned = (data, command)
        running = self._controller.experiment
        if self._controller.run_id and (running is None or running.data == data):
            self._client.send(replace(command, run_id=self._controller.run_id))
