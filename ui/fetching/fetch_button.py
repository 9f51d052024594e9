"""A button beside a problem: where data are missing that can be fetched, it leads to the dialog."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from explorer.fetching import catalogue
from models.problem import Problem
from ui.text import bind

MISSING = "data_missing"


class FetchButton(QPushButton):
    """Shows itself only where it helps; `kind` names what has to be fetched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ""
        self.hide()
        bind(self, "setText", "Fetch data…")

    def show_problem(self, problem: Problem | None) -> None:
        """Offer what helps against this problem."""
        self.kind = what_to_fetch([] if problem is None else [problem])
        self.setVisible(bool(self.kind))


def what_to_fetch(problems: Sequence[Problem]) -> str:
    """The id of data whose absence is one of these problems, and which can be fetched; empty when there are none."""
    kinds = [str(problem.remedy.params.get("id", "")) for problem in problems if problem.code == MISSING]
    return next((kind for kind in kinds if catalogue.find(kind) is not None), "")
