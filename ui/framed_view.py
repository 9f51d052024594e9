"""What all views look like: a line of words and controls on top, below it the content, or why there is none yet."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from models.problem import Problem
from ui.text import follow_language, say, tr
from ui.theme import GRID
from ui.view import View
from ui.widgets.flow_row import FlowRow
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.notice import Notice
from ui.widgets.pages import Pages


class FramedView(View):
    """A view with a header and three faces: nothing yet, a problem, or its content.

    Members build their content once, set it with `set_content`, and call `show_content` when there is something in it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problem: Problem | None = None
        self._words = LineLabel(self, num_lines=2)
        self._controls = QWidget(self)
        self._controls_row = FlowRow(self._controls)
        self._header = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._header.setSpacing(GRID // 2)
        self._header.addWidget(self._words, 1)
        self._header.addWidget(self._controls)
        self._notice = Notice(self)
        self._pages = Pages(self)
        self._pages.add(self._notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(self._header)
        layout.addWidget(self._pages, 1)
        follow_language(self, self._on_language_changed)
        self.show_notice()

    @property
    def shows_content(self) -> bool:
        return self._pages.current is not self._notice

    def add_control(self, control: QWidget) -> None:
        """Put a control at the right end of the header; where it is narrow, below the words."""
        self._controls_row.addWidget(control)

    def set_content(self, content: QWidget) -> None:
        self._content = content
        self._pages.add(content)

    def describe(self, pieces: Sequence[Piece]) -> None:
        """The words in the header: what is shown, and of which step."""
        self._words.show_pieces(pieces)

    def show_content(self) -> None:
        if not self.shows_content:
            self._problem = None
            self._pages.show_page(self._content)

    def show_notice(self) -> None:
        """Nothing to show yet: say what will be here, and which button makes it appear."""
        self._problem = None
        self.describe(())
        hint = tr("Press Run (Space) and it appears here while the network learns.")
        self._notice.show_words(tr(self.title), tr(self.about), hint)
        self._pages.show_page(self._notice)

    def show_problem(self, problem: Problem) -> None:
        """The probe cannot look at this run: say why and what helps."""
        self._problem = problem
        self.describe(())
        self._notice.show_words(tr(self.title), say(problem.message), say(problem.remedy), "warning")
        self._pages.show_page(self._notice)

    def retell(self) -> None:
        """Say everything again in the language that is now in force; called while content is shown."""

    def _arrange_header(self) -> None:
        """Words and controls side by side where that leaves half of the width to the words."""
        is_wide = self._controls.sizeHint().width() <= self.width() // 2
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._header.direction() != direction:
            self._header.setDirection(direction)

    def _on_language_changed(self) -> None:
        if self.shows_content:
            self.retell()
        elif self._problem is not None:
            self.show_problem(self._problem)
        else:
            self.show_notice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_header()
