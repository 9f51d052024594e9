"""Page: precision, recall, F1 and the area under ROC of every class, in a table that can be sorted."""

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from explorer.evaluation.answers import ClassAnswers
from explorer.evaluation.verdict import Verdict
from models.number_text import count_text, fixed_text
from ui.evaluation.page import EvaluationPage
from ui.evaluation.sample_words import class_name
from ui.pane import Numbers
from ui.text import tr

MOST_ROWS = 2000


class ClassPage(EvaluationPage):
    """One row per class; a click on a heading sorts by it."""

    title_source = "Classes"

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict, parent)
        answers = verdict.answers
        assert isinstance(answers, ClassAnswers)
        self._answers = answers
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Classes"))
        self.column.addWidget(self.table, 1)
        scores = answers.scores
        columns = {
            tr("Class precision"): scores.precision,
            tr("Recall"): scores.recall,
            "F1": scores.f1,
            tr("ROC area"): answers.areas,
            tr("Samples"): scores.support,
            tr("Answered"): scores.answered,
        }
        self._fill([tr("Class"), *columns], list(columns.values()))

    @classmethod
    def applies_to(cls, verdict: Verdict) -> bool:
        return isinstance(verdict.answers, ClassAnswers)

    def numbers(self) -> Numbers:
        scores = self._answers.scores
        return {
            "class": np.array([class_name(self.verdict, number) for number in range(self._answers.num_classes)]),
            "precision": scores.precision, "recall": scores.recall, "f1": scores.f1, "roc_area": self._answers.areas,
            "support": scores.support, "answered": scores.answered,
        }  # fmt: skip

    def _fill(self, headings: list[str], columns: list[npt.NDArray[Any]]) -> None:
        count = min(self._answers.num_classes, MOST_ROWS)
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.setRowCount(count)
        for row in range(count):
            self.table.setItem(row, 0, QTableWidgetItem(class_name(self.verdict, row)))
            for number, values in enumerate(columns):
                self.table.setItem(row, number + 1, _NumberItem(values[row].item()))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)


class _NumberItem(QTableWidgetItem):
    """A number that is sorted as one; what is no number comes first."""

    def __init__(self, value: float) -> None:
        words = count_text(value) if isinstance(value, int) else fixed_text(value, 3) if value == value else "–"
        super().__init__(words)
        self.value = value if value == value else -1.0
        self.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def __lt__(self, other: QTableWidgetItem) -> bool:
        return isinstance(other, _NumberItem) and self.value < other.value
