"""The contract of a page of the evaluation dialog."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.evaluation.verdict import Verdict
from ui.pane import Numbers
from ui.theme import GRID, set_role
from ui.widgets.line_label import LineLabel, Piece


class EvaluationPage(QWidget):
    """Shows one side of a verdict. Members set `title_source`, fill `column`, and write `applies_to` and `numbers`.

    `chosen` is the number of the sample that a person has pointed at; `activated` wants it pinned.
    """

    title_source: ClassVar[str]

    chosen_changed = Signal()
    activated = Signal()

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "panel")
        self.verdict = verdict
        self.chosen: int | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GRID, GRID, GRID, GRID)
        self.column.setSpacing(GRID)
        self.reading = LineLabel(self)  # the exact values under the mouse or the keys

    @classmethod
    def applies_to(cls, verdict: Verdict) -> bool:
        """Whether there is anything to show."""
        raise NotImplementedError

    def numbers(self) -> Numbers:
        """What is shown, as named arrays for a spreadsheet."""
        raise NotImplementedError

    def choose(self, row: int | None) -> None:
        """A person points at this sample."""
        if row != self.chosen:
            self.chosen = row
            self.chosen_changed.emit()

    def read(self, *words: str) -> None:
        """Show these words below."""
        self.reading.show_pieces([Piece(one) for one in words])
