"""Objective: predict one or several words from others, so that similar words get similar vectors (word2vec)."""

# B batch, K words to predict, V vocabulary

from typing import TYPE_CHECKING, ClassVar, Literal

from explorer.dataset import DataFacts, TargetKind
from explorer.language import LanguageSpec
from explorer.objective import Batch
from models.port import Port

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class PredictWords(LanguageSpec):
    """loss = -log softmax(logits)[word], averaged over batch and words; perplexity = e^loss.

    From the mean of the words around it, one word is predicted: continuous bag of words. From one word, all those
    around it are predicted, each with the same probabilities: skip-gram (Mikolov et al. 2013, arXiv:1301.3781).
    The softmax runs over the whole vocabulary, as nothing forces shortcuts on a small one.
    """

    label: ClassVar[str] = "Predict words"
    about: ClassVar[str] = "The network predicts a word from those around it, or those around it from the word."
    targets: ClassVar[tuple[TargetKind, ...]] = ("words",)

    kind: Literal["predict_words"] = "predict_words"

    def wanted_output(self, facts: DataFacts) -> Port:
        return Port("vector", (facts.ports.vocabulary or 1,))

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        return -output.log_softmax(-1).gather(-1, targets).mean()

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        logits_BV = self.output(learner, batch)
        likelihood_BK = logits_BV.log_softmax(-1).gather(-1, batch.targets)
        right_BK = logits_BV.argmax(-1, keepdim=True) == batch.targets
        return {"loss": -likelihood_BK.sum().item(), "accuracy": right_BK.sum().item(), "count": batch.targets.numel()}
