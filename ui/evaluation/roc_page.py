"""Page: the ROC curves, each class against all others."""

import numpy as np
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from explorer.evaluation.answers import ClassAnswers
from explorer.evaluation.roc import Roc
from explorer.evaluation.verdict import Verdict
from models.number_text import fixed_text
from ui.evaluation.page import EvaluationPage
from ui.evaluation.sample_words import class_name
from ui.pane import Numbers
from ui.text import tr
from ui.theme import theme
from ui.widgets.axes import Span
from ui.widgets.words import Words
from ui.widgets.xy_plot import Trace, XYPlot

MOST_BESIDE = 20  # other classes whose curves are drawn faintly behind


class RocPage(EvaluationPage):
    """The chosen class in front, the others behind it."""

    title_source = "ROC"

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict, parent)
        assert isinstance(verdict.answers, ClassAnswers)
        self._answers = verdict.answers
        self.choice, self.area, self.plot = QComboBox(), Words(), XYPlot()
        names = [class_name(verdict, number) for number in range(self._answers.num_classes)]
        self.choice.addItems(names)
        self.choice.setAccessibleName(tr("Class"))
        self.plot.setAccessibleName(tr("ROC"))
        row = QHBoxLayout()
        for widget in (self.choice, self.area):
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.plot, 1)
        self.column.addWidget(self.reading)
        self.plot.set_titles(tr("share of the others that is taken for it"), tr("share of the class that is found"))
        self.plot.set_guide((0.0, 0.0), (1.0, 1.0))
        self.choice.currentIndexChanged.connect(self._show)
        self.plot.hovered.connect(self._on_hovered)
        theme.changed.connect(self._show)
        known = np.nan_to_num(self._answers.areas, nan=2.0)
        self.choice.setCurrentIndex(int(known.argmin()))  # the class that is told apart worst
        self._show()

    @classmethod
    def applies_to(cls, verdict: Verdict) -> bool:
        return isinstance(verdict.answers, ClassAnswers) and verdict.answers.probabilities is not None

    def numbers(self) -> Numbers:
        curve = self._curve
        return {"false_positives": curve.false_positives, "true_positives": curve.true_positives}

    @property
    def _curve(self) -> Roc:
        curve = self._answers.roc(self.choice.currentIndex())
        assert curve is not None
        return curve

    def _show(self) -> None:
        chosen = self.choice.currentIndex()
        beside = [number for number in range(min(self._answers.num_classes, MOST_BESIDE)) if number != chosen]
        curves = [(self._answers.roc(number), theme.class_color(number), False) for number in beside]
        curves.append((self._curve, "training", True))
        traces = [
            Trace(curve.false_positives, curve.true_positives, color, strong=strong)
            for curve, color, strong in curves
            if curve is not None
        ]
        self.plot.show_traces(traces, Span(0.0, 1.0), Span(0.0, 1.0), read=len(traces) - 1)
        area = self._curve.area
        words = fixed_text(area, 4) if area == area else tr("not defined: the split has only one kind of sample")
        self.area.setText(tr("area {area}", area=words))

    def _on_hovered(self, point: int) -> None:
        if point < 0:
            self.read()
            return
        curve = self._curve
        found, mistaken = 100 * curve.true_positives[point], 100 * curve.false_positives[point]
        self.read(
            tr("{found} % found, {mistaken} % of the others with it", found=f"{found:.1f}", mistaken=f"{mistaken:.1f}")
        )
