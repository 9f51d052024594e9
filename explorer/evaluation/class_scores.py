"""Precision, recall and F1 of every class."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class ClassScores:
    """One value per class (C,); 0 where it would be a division by 0, as scikit-learn has it.

    `support` counts the samples of a class, `answered` how many samples were taken for it.
    """

    precision: Floats
    recall: Floats
    f1: Floats
    support: Numbers
    answered: Numbers

    @property
    def macro_f1(self) -> float:
        """The mean of F1 over the classes that occur or are answered, each counting alike."""
        occurs = (self.support > 0) | (self.answered > 0)
        return float(self.f1[occurs].mean()) if occurs.any() else float("nan")


def class_scores(targets_N: Numbers, answers_N: Numbers, num_classes: int) -> ClassScores:
    """What of the answers is right (precision), and what of the samples was found (recall), class by class."""
    hits = np.bincount(targets_N[targets_N == answers_N], minlength=num_classes)
    answered = np.bincount(answers_N, minlength=num_classes)
    support = np.bincount(targets_N, minlength=num_classes)
    precision, recall = hits / np.maximum(answered, 1), hits / np.maximum(support, 1)
    f1 = 2 * hits / np.maximum(answered + support, 1)
    return ClassScores(precision, recall, f1, support, answered)
