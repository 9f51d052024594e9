"""Views that draw the snapshots of one probe."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.events import Event, ProbeFailed, SnapshotTaken
from explorer.probe import ProbeSpec
from explorer.spec import Experiment
from ui.framed_view import FramedView
from ui.text import tr
from ui.theme import GRID
from ui.widgets.line_label import LineLabel, Piece


class SnapshotView(FramedView):
    """Takes the newest snapshot of a batch and hands it to `draw`, once.

    Members set the two types and write `draw`, `probe`, `numbers` and, where there is more to forget, `reset`.
    """

    probe_type: ClassVar[type[ProbeSpec]]
    snapshot_type: ClassVar[type]

    snapshot: Any = None  # of snapshot_type once something was shown
    step = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reading = LineLabel(self)  # below the content: the exact value under the mouse

    def set_content(self, content: QWidget) -> None:
        framed = QWidget(self)
        layout = QVBoxLayout(framed)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(content, 1)
        layout.addWidget(self.reading)
        super().set_content(framed)

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return cls.probe_type.applies_to(experiment)

    def reset(self, experiment: Experiment) -> None:
        self.snapshot = None
        self.show_notice()

    def show_events(self, events: Sequence[Event]) -> None:
        for event in reversed(events):
            if isinstance(event, SnapshotTaken) and isinstance(event.snapshot, self.snapshot_type):
                self.snapshot, self.step = event.snapshot, event.step
                self.show_content()
                self.draw()
                return
            if isinstance(event, ProbeFailed):
                self.show_problem(event.problem)
                return

    def draw(self) -> None:
        """Draw `snapshot`, which was taken at `step`."""
        raise NotImplementedError

    def retell(self) -> None:
        if self.snapshot is not None:
            self.draw()

    def sample_piece(self) -> Piece:
        """Which sample is shown, and what it truly is."""
        sample = self.snapshot.sample
        if sample.is_given:
            return Piece(tr("your own sample"))
        if not sample.truth:
            return Piece(f"{tr(sample.split)} {sample.index}")
        return Piece(tr("{split} {index}, “{truth}”", split=tr(sample.split), index=sample.index, truth=sample.truth))

    def step_piece(self) -> Piece:
        """The step of what is shown, for the header."""
        return Piece(tr("step {step}", step=self.step), "faint")
