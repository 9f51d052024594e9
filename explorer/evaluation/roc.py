"""The receiver operating characteristic of one class against all others, and the area under it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Roc:
    """Shares (K,) from 0 to 1, both ascending: of the others that are taken for the class, and of it that is found."""

    false_positives: npt.NDArray[np.float64]
    true_positives: npt.NDArray[np.float64]

    @property
    def area(self) -> float:
        """How often a sample of the class gets more than one of the others; NaN where either kind is absent."""
        widths = np.diff(self.false_positives)
        return float(((self.true_positives[1:] + self.true_positives[:-1]) / 2 * widths).sum())


def roc(scores_N: Floats, is_class_N: npt.NDArray[np.bool_]) -> Roc:
    """One point for every threshold that tells samples apart; NaN throughout where there is nothing to tell apart."""
    order = np.argsort(-scores_N, kind="stable")
    scores, hits = scores_N[order], is_class_N[order]
    num_hits, num_others = int(hits.sum()), int((~hits).sum())
    if not num_hits or not num_others:
        return Roc(np.array([0.0, np.nan]), np.array([0.0, np.nan]))
    ends = np.append(np.flatnonzero(scores[1:] != scores[:-1]), len(scores) - 1)  # equal scores pass together
    found = np.cumsum(hits)[ends]
    mistaken = 1 + ends - found
    return Roc(np.append(0.0, mistaken / num_others), np.append(0.0, found / num_hits))


def areas(probabilities_NC: Floats, targets_N: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """(C,) the area under each class's curve."""
    columns = range(probabilities_NC.shape[1])
    return np.array([roc(probabilities_NC[:, number], targets_N == number).area for number in columns])
