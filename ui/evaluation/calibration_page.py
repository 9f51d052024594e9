"""Page: the calibration curve, whether the network is as often right as it is sure."""

import numpy as np
from PySide6.QtWidgets import QWidget

from explorer.evaluation.answers import ClassAnswers
from explorer.evaluation.verdict import Verdict
from models.number_text import number_text
from ui.evaluation.page import EvaluationPage
from ui.pane import Numbers
from ui.text import tr
from ui.widgets.axes import Span
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.xy_plot import Trace, XYPlot


class CalibrationPage(EvaluationPage):
    """A dot for each tenth of confidence, the diagonal where both are equal, and how many answers each tenth has."""

    title_source = "Calibration"

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict, parent)
        assert isinstance(verdict.answers, ClassAnswers)
        self._bins = verdict.answers.calibration
        self.plot, self._legend = XYPlot(), LineLabel(self)
        self.plot.setAccessibleName(tr("Calibration"))
        self.column.addWidget(self._legend)
        self.column.addWidget(self.plot, 1)
        self.column.addWidget(self.reading)
        self._legend.show_pieces([
            Piece(tr("share that is right"), "training", dot="training"),
            Piece(tr("share of all answers"), "faint", dot="faint"),
            Piece(tr("error (ECE) {error}", error=number_text(self._bins.error, 3)), "text"),
        ])  # fmt: skip
        self._show()
        self.plot.hovered.connect(self._on_hovered)

    @classmethod
    def applies_to(cls, verdict: Verdict) -> bool:
        return isinstance(verdict.answers, ClassAnswers)

    def numbers(self) -> Numbers:
        bins = self._bins
        return {"answers": bins.counts, "confidence": bins.confidence, "accuracy": bins.accuracy}

    def _show(self) -> None:
        bins = self._bins
        size = len(bins.counts)
        middles = (np.arange(size) + 0.5) / size
        used = bins.counts > 0
        dots = bins.confidence[used], bins.accuracy[used]
        self._used = np.flatnonzero(used)
        share = bins.counts / max(1, int(bins.counts.sum()))
        self.plot.set_titles(tr("confidence"), tr("share that is right"))
        self.plot.set_guide((0.0, 0.0), (1.0, 1.0))
        self.plot.show_traces(
            [
                Trace(middles, share, "faint", "bars", strong=False, width=1 / size),
                Trace(*dots, "training"),
                Trace(*dots, "training", "dots"),
            ],
            Span(0.0, 1.0), Span(0.0, 1.0), read=2,
        )  # fmt: skip

    def _on_hovered(self, point: int) -> None:
        if point < 0:
            self.read()
            return
        number = int(self._used[point])
        bins, size = self._bins, len(self._bins.counts)
        low, high = round(100 * number / size), round(100 * (number + 1) / size)
        right, sure = f"{100 * bins.accuracy[number]:.1f}", f"{100 * bins.confidence[number]:.1f}"
        self.read(
            tr(
                "confidence from {low} to {high} %: {count} answers", low=low, high=high, count=int(bins.counts[number])
            ),
            tr("{right} % are right, {sure} % would be expected", right=right, sure=sure),
        )
