"""The contract of a view: a panel that shows something. A view draws; what it draws, a probe has computed."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.events import Event
from explorer.probe import ProbeSpec
from explorer.spec import Experiment


class View(QWidget):
    """A panel in a dock.

    The run controller watches `probe()` while the view is visible, hands over batches of events (only this view's
    SnapshotTaken and ProbeFailed; every other event), and acknowledges snapshots after `show_events` has drawn.
    A view never shows nothing: before the first event it says what it will show and which button makes it show it.
    """

    kind: ClassVar[str]
    title: ClassVar[str]  # English source text
    about: ClassVar[str]  # one sentence: what one sees here

    probe_changed = Signal()  # the settings of `probe()` are others now
    pin_requested = Signal(str, int)  # split, index: every view shall look at this sample

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        """Whether this view has anything to show for that experiment."""
        raise NotImplementedError

    def probe(self) -> ProbeSpec | None:
        """What the engine shall compute for this view; None when it lives on metrics alone."""
        return None

    def reset(self, experiment: Experiment) -> None:
        """Another run begins, or another experiment is open: forget everything shown."""
        raise NotImplementedError

    def show_events(self, events: Sequence[Event]) -> None:
        """Take a batch of events, drawn at most once."""
        raise NotImplementedError

    def numbers(self) -> dict[str, npt.NDArray[np.generic]]:
        """What is shown, as named arrays, for copying and saving; empty when nothing is shown."""
        raise NotImplementedError
