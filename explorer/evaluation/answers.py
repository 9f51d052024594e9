"""What a network answered to every sample of a split, beside what is true: classes, tokens or real values."""

# N samples, C classes, T positions, F values of a sample

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from explorer.evaluation.calibration import Calibration, calibration
from explorer.evaluation.class_scores import ClassScores, class_scores
from explorer.evaluation.confusion import MOST_CLASSES, confusion_matrix
from explorer.evaluation.regression import ValueScores, value_scores
from explorer.evaluation.roc import Roc, areas, roc

Numbers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
NOT_ASKED = -100  # a position that no token was wanted at


@dataclass(frozen=True)
class ClassAnswers:
    """Targets and answers (N,) as class numbers, confidences (N,) as the answers' probabilities.

    All probabilities (N, C) are there unless they would take too much memory.
    """

    num_classes: int
    targets: Numbers
    answers: Numbers
    confidences: Floats
    probabilities: Floats | None = None

    @property
    def is_right(self) -> npt.NDArray[np.bool_]:
        return np.equal(self.targets, self.answers)

    @cached_property
    def confusion(self) -> Numbers | None:
        """(C, C) with a row per true class; None where nobody could read it."""
        if self.num_classes > MOST_CLASSES:
            return None
        return confusion_matrix(self.targets, self.answers, self.num_classes)

    @cached_property
    def scores(self) -> ClassScores:
        """Precision, recall and F1 of every class."""
        return class_scores(self.targets, self.answers, self.num_classes)

    @cached_property
    def calibration(self) -> Calibration:
        """Confidence against the share that is right."""
        return calibration(self.confidences, self.is_right)

    @cached_property
    def areas(self) -> npt.NDArray[np.float64]:
        """(C,) the area under every class's ROC curve; NaN where it is not known."""
        if self.probabilities is None:
            return np.full(self.num_classes, np.nan)
        return areas(self.probabilities, self.targets)

    def roc(self, number: int) -> Roc | None:
        """The curve of one class against the others."""
        if self.probabilities is None:
            return None
        return roc(self.probabilities[:, number], self.targets == number)

    def cell(self, target: int, answer: int) -> Numbers:
        """The numbers of the samples of this class that were taken for that one."""
        return np.flatnonzero((self.targets == target) & (self.answers == answer))


@dataclass(frozen=True)
class TokenAnswers:
    """Tokens (N, T) that were wanted, NOT_ASKED where none was, and those that were answered."""

    wanted: Numbers
    answered: Numbers

    def pair(self, row: int, padding: int | None = None) -> tuple[list[int], list[int]]:
        """What one sample wanted and what it got, where something was asked for; without padding."""
        asked = self.wanted[row] != NOT_ASKED
        wanted, answered = self.wanted[row][asked].tolist(), self.answered[row][asked].tolist()
        return [one for one in wanted if one != padding], [one for one in answered if one != padding]


@dataclass(frozen=True)
class ValueAnswers:
    """Real values (N, F): true ones and answers, in their own unit."""

    targets: npt.NDArray[np.floating]
    answers: npt.NDArray[np.floating]

    @cached_property
    def scores(self) -> ValueScores:
        """R² and errors of every value."""
        return value_scores(self.targets, self.answers)


AnyAnswers = ClassAnswers | TokenAnswers | ValueAnswers
