"""The contract of whatever a person may copy or save: it has a name, is a picture, and can tell its numbers."""

from collections.abc import Mapping
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtWidgets import QWidget

Numbers = Mapping[str, npt.NDArray[np.generic]]


class Pane(QWidget):
    """A view of the Train page, or a panel of the Data page."""

    kind: ClassVar[str]  # what its files are called
    title: ClassVar[str]  # English source text

    def numbers(self) -> Numbers:
        """What is shown, as named arrays, for copying and saving; empty when nothing is shown."""
        raise NotImplementedError
