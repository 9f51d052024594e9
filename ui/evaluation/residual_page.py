"""Page: how far each answer is off, over the true value."""

import numpy as np
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from explorer.evaluation.answers import ValueAnswers
from explorer.evaluation.verdict import Verdict
from models.number_text import number_text
from ui.evaluation.page import EvaluationPage
from ui.pane import Numbers
from ui.text import tr
from ui.widgets.axes import Span, padded
from ui.widgets.line_label import LineLabel
from ui.widgets.xy_plot import Trace, XYPlot


class ResidualPage(EvaluationPage):
    """A dot per sample: above zero the answer is too large. A click chooses the sample."""

    title_source = "Residuals"

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict, parent)
        assert isinstance(verdict.answers, ValueAnswers)
        self._answers = verdict.answers
        self.choice, self.scores, self.plot = QComboBox(), LineLabel(self), XYPlot()
        self.choice.addItems([tr(name) for name in verdict.facts.value_names])
        self.choice.setAccessibleName(tr("Value"))
        self.plot.setAccessibleName(tr("Residuals"))
        row = QHBoxLayout()
        for widget in (self.choice, self.scores):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self.column.addLayout(row)
        self.column.addWidget(self.plot, 1)
        self.column.addWidget(self.reading)
        self.plot.set_titles(tr("true value"), tr("answer − true value"))
        self.choice.currentIndexChanged.connect(self._show)
        self.plot.hovered.connect(self._on_hovered)
        self.plot.clicked.connect(self._on_clicked)
        self._show()

    @classmethod
    def applies_to(cls, verdict: Verdict) -> bool:
        return isinstance(verdict.answers, ValueAnswers)

    def numbers(self) -> Numbers:
        return {"targets": self._answers.targets, "answers": self._answers.answers}

    def _show(self) -> None:
        value = max(0, self.choice.currentIndex())
        targets = self._answers.targets[:, value].astype(np.float64)
        with np.errstate(invalid="ignore"):
            errors = self._answers.answers[:, value].astype(np.float64) - targets
        known = errors[np.isfinite(errors)]
        span_x = Span(*padded(float(targets.min()), float(targets.max())))
        low, high = (min(0.0, float(known.min())), max(0.0, float(known.max()))) if known.size else (-1.0, 1.0)
        self.plot.set_guide((span_x.low, 0.0), (span_x.high, 0.0))
        is_few = len(targets) <= 2000
        self.plot.show_traces(
            [Trace(targets, errors, "training", "dots", strong=is_few)], span_x, Span(*padded(low, high)), read=0
        )
        scores = self._answers.scores
        self.scores.show_text(
            tr(
                "R² {r2} · mean absolute error {mae} · root mean squared error {rmse}",
                r2=number_text(float(scores.r2[value]), 4),
                mae=number_text(float(scores.mean_absolute_error[value]), 4),
                rmse=number_text(float(scores.root_mean_squared_error[value]), 4),
            )
        )
        self.choose(None)

    def _on_hovered(self, row: int) -> None:
        if row < 0:
            self.read()
            return
        value = max(0, self.choice.currentIndex())
        truth, answer = (float(values[row, value]) for values in (self._answers.targets, self._answers.answers))
        self.read(
            tr("sample {index}", index=row),
            tr("true {truth}, answered {answer}", truth=number_text(truth, 4), answer=number_text(answer, 4)),
        )

    def _on_clicked(self, row: int) -> None:
        self.plot.mark(row)
        self.choose(row)
