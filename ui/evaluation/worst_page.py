"""Page: the samples with the largest loss."""

import numpy as np
from PySide6.QtWidgets import QWidget

from explorer.evaluation.answers import ClassAnswers
from explorer.evaluation.verdict import Verdict
from explorer.evaluation.worst import worst
from models.number_text import number_text
from ui.evaluation.page import EvaluationPage
from ui.evaluation.sample_gallery import MOST, SampleGallery
from ui.evaluation.sample_words import truth_and_answer
from ui.pane import Numbers
from ui.text import tr


class WorstPage(EvaluationPage):
    """The worst first, as pictures or texts."""

    title_source = "Worst mistakes"

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(verdict, parent)
        self.gallery = SampleGallery(verdict)
        self.column.addWidget(self.gallery, 1)
        self.column.addWidget(self.reading)
        self.gallery.chosen.connect(self._on_chosen)
        self.gallery.activated.connect(self.activated)
        self._show()

    @classmethod
    def applies_to(cls, verdict: Verdict) -> bool:
        return len(verdict.losses) > 0

    def numbers(self) -> Numbers:
        rows = self.gallery.rows
        pairs = [truth_and_answer(self.verdict, row) for row in rows.tolist()]
        words = {"truth": np.array([truth for truth, _ in pairs]), "answer": np.array([answer for _, answer in pairs])}
        return {"sample": rows, "loss": self.verdict.losses[rows], **(words if any(map(any, pairs)) else {})}

    def _show(self) -> None:
        """Mistakes where an answer is right or wrong; a sample can have a large loss and be answered rightly."""
        hardest = self.verdict.worst(MOST)
        answers = self.verdict.answers
        if not isinstance(answers, ClassAnswers):
            self.gallery.show_samples(hardest, tr("The largest losses first"))
        elif answers.is_right.all():
            self.gallery.show_samples(hardest, tr("No mistakes; these had the largest losses"))
        else:
            wrong = np.flatnonzero(~answers.is_right)
            order = worst(self.verdict.losses[wrong], len(wrong))
            self.gallery.show_samples(wrong[order], tr("Mistakes, the largest losses first"))

    def _on_chosen(self, row: int | None) -> None:
        self.choose(row)
        if row is None:
            self.read()
            return
        truth, answer = truth_and_answer(self.verdict, row)
        words = [tr("sample {index}", index=row), tr("loss {loss}", loss=number_text(float(self.verdict.losses[row])))]
        if truth:
            words.append(tr("truly {truth}, answered {answer}", truth=truth, answer=answer))
        self.read(*words)
