"""View: the model as a chain of blocks, each with a small picture of what it answers for the pinned sample."""

from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.probes.block_outputs import BlockOutputs
from explorer.snapshots import BlockOutputsSnapshot
from explorer.spec import Experiment
from ui.canvas.model_canvas import ModelCanvas
from ui.editors.facts import facts_of
from ui.run_changes import RunChanges
from ui.snapshot_view import SnapshotView
from ui.text import tr
from ui.widgets.line_label import Piece
from ui.widgets.sample_picker import SamplePicker


class Model(SnapshotView):
    """The canvas for watching; it is assembled on the Build page."""

    kind: ClassVar[str] = "model"
    title: ClassVar[str] = "Model"
    about: ClassVar[str] = "What every block answers for the pinned sample, from input to output."
    probe_type = BlockOutputs
    snapshot_type = BlockOutputsSnapshot

    block_selected = Signal(str)  # the path of the block chosen here

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = ModelCanvas(parent=self)
        self._picker = SamplePicker(self)
        self.add_control(self._picker)
        self._picker.picked.connect(self.pin_requested)
        self.canvas.block_selected.connect(self.block_selected)
        self.set_content(self.canvas)

    def probe(self) -> BlockOutputs:
        return BlockOutputs()

    def reset(self, experiment: Experiment) -> None:
        super().reset(experiment)
        self._picker.set_facts(experiment.facts())
        self.canvas.show_facts(facts_of(experiment))
        self.canvas.show_run(experiment)
        self.show_content()  # the model itself is there before any run
        self.retell()

    def retell(self) -> None:
        super().retell()
        if self.snapshot is None:
            self.describe([Piece(tr("Press Run to see what every block answers."), "muted")])

    def follow_changes(self, changes: RunChanges) -> None:
        super().follow_changes(changes)
        self.canvas.follow_changes(changes)

    def select_block(self, path: str) -> None:
        self.canvas.select_block(path)

    def draw(self) -> None:
        snapshot: BlockOutputsSnapshot = self.snapshot
        sample = snapshot.sample
        self._picker.show_sample(sample.split, sample.index)
        self.canvas.show_outputs(snapshot)
        answer = tr("answer “{predicted}”", predicted=sample.predicted) if sample.predicted else ""
        self.describe([self.sample_piece(), *([Piece(answer, "text")] if answer else []), self.step_piece()])

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        if self.snapshot is None:
            return {}
        numbers: dict[str, npt.NDArray[np.generic]] = {}
        for group in (self.snapshot.inputs, self.snapshot.outputs):
            numbers.update(group)
        numbers.update({f"{path}.attention": weights for path, weights in self.snapshot.attention.items()})
        return numbers
