"""Page: the confusion matrix; a cell opens its samples."""

import numpy as np
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSplitter, QWidget

from explorer.evaluation.answers import ClassAnswers
from explorer.evaluation.verdict import Verdict
from explorer.evaluation.worst import worst
from ui.evaluation.page import EvaluationPage
from ui.evaluation.sample_gallery import SampleGallery
from ui.evaluation.sample_words import class_name
from ui.pane import Numbers
from ui.text import tr
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.painted import theme_color


class ConfusionPage(EvaluationPage):
    """Rows are what samples are, columns what they were taken for."""

    title_source = "Confusion"

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict, parent)
        answers = verdict.answers
        assert isinstance(answers, ClassAnswers)
        assert answers.confusion is not None
        self._answers, self._counts = answers, answers.confusion
        self.map, self.gallery = _Map(square=True, decimals=0, hide_zeros=True), SampleGallery(verdict)
        self.map.setAccessibleName(tr("Confusion matrix"))
        halves = QSplitter()
        halves.addWidget(self.map)
        halves.addWidget(self.gallery)
        halves.setSizes([600, 400])
        halves.setChildrenCollapsible(False)
        self.column.addWidget(halves, 1)
        self.column.addWidget(self.reading)
        names = [class_name(verdict, number) for number in range(answers.num_classes)]
        words = HeatmapWords(names, names, tr("truly"), tr("taken for"))
        self.map.show_values(
            self._counts.astype(np.float32), (0.0, float(max(1, self._counts.max())), "cividis"), words
        )
        self.map.cell_hovered.connect(self._on_hovered)
        self.map.cell_clicked.connect(self.open_cell)
        self.gallery.chosen.connect(self.choose)
        self.gallery.activated.connect(self.activated)
        self._open_worst_cell()

    @classmethod
    def applies_to(cls, verdict: Verdict) -> bool:
        return isinstance(verdict.answers, ClassAnswers) and verdict.answers.confusion is not None

    def numbers(self) -> Numbers:
        return {"confusion": self._counts}

    def open_cell(self, row: int, column: int) -> None:
        """Show the samples of this class that were taken for that one, those with the largest loss first."""
        self.map.mark((row, column))
        rows = self._answers.cell(row, column)
        rows = rows[worst(self.verdict.losses[rows], len(rows))]
        self.gallery.show_samples(rows, self._words(row, column))

    def _open_worst_cell(self) -> None:
        """The commonest mistake is what one looks for first; where there is none, the commonest answer."""
        mistakes = self._counts.copy()
        np.fill_diagonal(mistakes, 0)
        counts = mistakes if mistakes.any() else self._counts
        row, column = divmod(int(counts.argmax()), counts.shape[1])
        self.open_cell(row, column)

    def _on_hovered(self, row: int, column: int) -> None:
        if row < 0:
            self.read()
            return
        support = int(self._counts[row].sum())
        count = int(self._counts[row, column])
        share = f"{100 * count / support:.1f}" if support else "0"
        self.read(
            self._words(row, column), tr("{count} of {support} ({share} %)", count=count, support=support, share=share)
        )

    def _words(self, row: int, column: int) -> str:
        truth, answer = class_name(self.verdict, row), class_name(self.verdict, column)
        if row == column:
            return tr("“{truth}”, recognised", truth=truth)
        return tr("“{truth}” taken for “{answer}”", truth=truth, answer=answer)


class _Map(Heatmap):
    """Frames the cell whose samples are open."""

    _marked = (-1, -1)

    def mark(self, cell: tuple[int, int]) -> None:
        self._marked = cell
        self.update()

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        if self._marked[0] >= 0:
            painter.setPen(QPen(theme_color("text"), 2))
            painter.drawRect(self.cell_rect(*self._marked))
