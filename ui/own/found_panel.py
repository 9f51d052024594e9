"""What a scan has found, in words: facts, the balance of the classes, and every problem with the file it is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from explorer.own.scan import Scan
from models.problem import Problem
from models.text import Text, shown
from ui.own.balance_bars import BalanceBars
from ui.text import bind, follow_language, say
from ui.theme import GRID
from ui.widgets.fact_list import FactList
from ui.widgets.words import Words


class FoundPanel(QWidget):
    """Shows one scan at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scan: Scan | None = None
        self.facts, self.balance, self.problems = FactList(), BalanceBars(), QListWidget()
        self.all_well = Words("good", wrap=True)
        self._headings = Words("heading"), Words("heading"), Words("heading")
        self.problems.setWordWrap(True)
        self.problems.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.problems.setResizeMode(QListWidget.ResizeMode.Adjust)  # else rows stay as high as they were at first
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for heading, widget in zip(self._headings, (self.facts, self.balance, self.problems), strict=True):
            column.addWidget(heading)
            if widget is self.problems:
                column.addWidget(self.all_well)
            column.addWidget(widget, int(widget is self.problems))
        column.addStretch(0)
        bind(self._headings[0], "setText", "Found")
        bind(self._headings[1], "setText", "Classes")
        bind(self._headings[2], "setText", "Problems")
        bind(self.all_well, "setText", "✓ Nothing is wrong with these data.")
        bind(self.problems, "setAccessibleName", "Problems")
        follow_language(self, self._show)
        self._show()

    def show_scan(self, scan: Scan | None) -> None:
        """Show what was found, or nothing yet."""
        self._scan = scan
        self._show()

    def _show(self) -> None:
        scan = self._scan or Scan("")
        self.setVisible(self._scan is not None)
        self.facts.show_facts([(say(name), say(value) if isinstance(value, Text) else shown(value))
                               for name, value in scan.found])  # fmt: skip
        self.balance.show_balance(scan.balance)
        self.problems.clear()
        for problem in scan.problems:
            item = QListWidgetItem(problem_words(problem), self.problems)
            item.setToolTip(problem.place)
        for widget, is_there in (
            (self._headings[0], scan.found), (self._headings[1], scan.balance), (self.balance, scan.balance),
            (self.problems, scan.problems), (self.all_well, not scan.problems),
        ):  # fmt: skip
            widget.setVisible(bool(is_there))


def problem_words(problem: Problem) -> str:
    """A problem on the lines of a list."""
    return f"▲ {say(problem.message)}\n{say(problem.remedy)}"
