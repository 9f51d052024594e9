"""The contract of a tool: a widget with which a person makes a sample."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.dataset import DatasetSpec
from explorer.snapshots import AnswerSnapshot


class Tool(QWidget):
    """Holds what a person makes. `made` tells of every change, `failed` of what cannot be taken in."""

    made = Signal()
    failed = Signal(object)  # a Problem

    def __init__(self, data: DatasetSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.data = data

    def sample(self) -> npt.NDArray[np.generic] | None:
        """What was made, as a run is given it; None as long as it is no sample yet."""
        raise NotImplementedError

    def addable(self) -> npt.NDArray[np.generic] | None:
        """What was made, as numbers that can be kept with the experiment; None where it is no sample, or not known."""
        return self.sample()

    def picture(self) -> npt.NDArray[np.float64] | None:
        """The sample as a network will see it, (C, H, W) from 0 to 1; None where it is no picture."""
        return None

    def retarget(self, data: DatasetSpec) -> None:
        """Make samples of these data from now on, which are of the same shape."""
        self.data = data

    def follow(self, snapshot: AnswerSnapshot) -> None:
        """What the run tells: where its data lie, and how it read what it was given."""
