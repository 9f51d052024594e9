"""The confusion matrix: what samples are against what they were taken for."""

import numpy as np
import numpy.typing as npt

MOST_CLASSES = 1000  # of more, no matrix is made: nobody could read it, and a million squared fits nowhere

Numbers = npt.NDArray[np.int64]


def confusion_matrix(targets_N: Numbers, answers_N: Numbers, num_classes: int) -> Numbers:
    """(C, C) how many samples of the row's class were taken for the column's."""
    places = targets_N.astype(np.int64) * num_classes + answers_N
    return np.bincount(places, minlength=num_classes**2).reshape(num_classes, num_classes)
