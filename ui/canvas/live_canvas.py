"""The canvas on the Build page, which is fed like any view: a run's pictures appear where its model is assembled."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.events import Event, SnapshotTaken
from explorer.probes.block_outputs import BlockOutputs
from explorer.snapshots import BlockOutputsSnapshot
from explorer.spec import Experiment
from ui.canvas.model_canvas import ModelCanvas
from ui.run_changes import RunChanges
from ui.view import View


class LiveCanvas(View):
    """A ModelCanvas that watches the run, whatever the experiment has become meanwhile."""

    kind: ClassVar[str] = "build_canvas"
    title: ClassVar[str] = "Model"
    about: ClassVar[str] = "The networks, and what every block answers for the pinned sample."

    def __init__(self, canvas: ModelCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = canvas
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(canvas)
        self.setFocusProxy(canvas)

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return BlockOutputs.applies_to(experiment)

    def probe(self) -> BlockOutputs:
        return BlockOutputs()

    def reset(self, experiment: Experiment) -> None:
        self.canvas.show_run(None)

    def follow_changes(self, changes: RunChanges) -> None:
        super().follow_changes(changes)
        self.canvas.follow_changes(changes)

    def show_run(self, experiment: Experiment | None) -> None:
        """A run of this experiment is loaded; None: there is none any more."""
        self.canvas.show_run(experiment)

    def show_events(self, events: Sequence[Event]) -> None:
        for event in events:
            if isinstance(event, SnapshotTaken) and isinstance(event.snapshot, BlockOutputsSnapshot):
                self.canvas.show_outputs(event.snapshot)

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        return {}
