"""Objective: fit a classical estimator to counted words, in one step over all training samples."""

# N samples, T positions, V vocabulary, C classes, K words of all samples

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt

from explorer.dataset import DataFacts, TargetKind
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.problems import NOT_WORDS
from models.problem import Problem
from models.resolve import Resolved
from models.text import Text

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix
    from torch import Tensor

    from explorer.engine.learner import Learner

Weights = npt.NDArray[np.float64]

WEIGHTS = "weights"  # in the learner's memory: logits = counts @ weights + bias
BIAS = "bias"


class Fit(ObjectiveSpec):
    """logits = counts @ weights + bias, where counts say how often every word stands in a text; padding does not count.

    scikit-learn finds weights and bias from all training samples at once: there are no batches, no learning rate and
    no second step. Both estimators are linear in the counts, so that these two arrays are all there is to keep.
    """

    label: ClassVar[str] = "Fit at once"
    about: ClassVar[str] = "A classical estimator is fitted to all training samples in one step."
    architecture: ClassVar[str] = "baseline"
    targets: ClassVar[tuple[TargetKind, ...]] = ("class",)
    takes_all: ClassVar[bool] = True

    kind: Literal["fit"] = "fit"

    @classmethod
    def suits(cls, facts: DataFacts) -> bool:
        return super().suits(facts) and facts.ports.input.kind == "tokens"

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        if facts.ports.input.kind == "tokens":
            return []
        return [NOT_WORDS.at("training.objective", objective=Text(self.label))]

    def start(self, learner: "Learner") -> None:
        import torch

        learner.memory[WEIGHTS] = torch.zeros(learner.vocabulary, learner.num_classes or 1, device=learner.device)
        learner.memory[BIAS] = torch.zeros(learner.num_classes or 1, device=learner.device)

    def unrepeatable(self, step: int) -> Text | None:
        return Text("There is a single step.")

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        import torch
        from torch.nn import functional as F

        weights_VC, bias_C = fitted(learner.estimator, count_words(learner, batch), batch.targets.cpu().numpy())
        learner.memory[WEIGHTS] = torch.from_numpy(weights_VC).float().to(learner.device)
        learner.memory[BIAS] = torch.from_numpy(bias_C).float().to(learner.device)
        loss = F.cross_entropy(self.output(learner, batch), batch.targets)
        yield Phase("update", "estimator", {"loss": loss}, ends_step=True)

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        from torch.nn import functional as F

        # The counts are never written out: the weights of a text's words are added up instead.
        weights_VC = learner.memory[WEIGHTS]
        votes_NC: Tensor = F.embedding_bag(batch.inputs, weights_VC, mode="sum", padding_idx=learner.padding)
        return votes_NC + learner.memory[BIAS]

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        logits_NC = self.output(learner, batch)
        return {
            "loss": F.cross_entropy(logits_NC, batch.targets, reduction="sum").item(),
            "accuracy": (logits_NC.argmax(-1) == batch.targets).sum().item(),
            "count": len(batch),
        }


def count_words(learner: "Learner", batch: Batch) -> "csr_matrix":
    """(N, V): how often every word stands in every text, zero for padding; only what is not zero is kept.

    Of 100 000 news with 20 000 words, all counts would fill 17 GB.
    """
    from scipy.sparse import csr_matrix

    words_NT = batch.inputs.cpu().numpy()
    texts_K, places_K = np.nonzero(words_NT != (-1 if learner.padding is None else learner.padding))
    ones_K = np.ones(len(texts_K))
    return csr_matrix((ones_K, (texts_K, words_NT[texts_K, places_K])), (len(words_NT), learner.vocabulary))


def fitted(estimator: Any, counts_NV: "csr_matrix", classes_N: npt.NDArray[np.int64]) -> tuple[Weights, Weights]:
    """Weights (V, C) and bias (C,) of scikit-learn's estimator: of a linear model, or logarithms of probabilities."""
    estimator.fit(counts_NV, classes_N)
    if hasattr(estimator, "coef_"):
        return estimator.coef_.T.copy(), estimator.intercept_
    return estimator.feature_log_prob_.T.copy(), estimator.class_log_prior_
