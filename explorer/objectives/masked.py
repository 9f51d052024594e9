"""Objective: predict words that are hidden, from both sides (masked language model, Devlin et al. 2018)."""

# B batch, T positions, V vocabulary

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.dataset import TARGET_KINDS, DataFacts, TargetKind
from explorer.language import LanguageSpec
from explorer.objective import Batch
from explorer.problems import NO_MASK
from models.port import Port
from models.problem import Problem
from models.resolve import Resolved
from models.text import Text

if TYPE_CHECKING:
    from torch import Generator, Tensor

    from explorer.engine.learner import Learner

EVALUATION_SEED = 20_181_011  # every evaluation hides the same words
MASKED, REPLACED = 0.8, 0.1  # of the hidden words; the rest stays as it is and is to be predicted all the same
NOT_HIDDEN = -100


class Masked(LanguageSpec):
    """loss = -log softmax(logits)[hidden word], averaged over the hidden words of the batch (arXiv:1810.04805).

    Of the hidden words 80 % become the mask, 10 % another word and 10 % stay, so that the network has to understand
    every position and cannot wait for masks. Which ones is drawn anew at every step, at least one of every sample.
    Padding and words that are not known are never hidden.
    """

    label: ClassVar[str] = "Predict hidden words"
    about: ClassVar[str] = "Some words are hidden, and the network predicts them from what stands on both sides."
    targets: ClassVar[tuple[TargetKind, ...]] = TARGET_KINDS
    live: ClassVar[Mapping[str, str]] = {"share": ""}

    kind: Literal["masked"] = "masked"
    share: float = Field(0.15, gt=0, lt=1, title="Hidden share", description="Share of the words that are hidden.")

    def wanted_output(self, facts: DataFacts) -> Port:
        return Port("sequence", (*facts.ports.input.shape, facts.ports.vocabulary or 1))

    @classmethod
    def suits(cls, facts: DataFacts) -> bool:
        return facts.mask is not None

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        if facts.mask is None:
            return [NO_MASK.at("training.objective", objective=Text(self.label))]
        return super().check(resolved, facts)

    def lesson(self, learner: "Learner", batch: Batch) -> Batch:
        return self._hidden(learner, batch.inputs)

    def exam(self, learner: "Learner", batch: Batch) -> Batch:
        import torch

        return self._hidden(learner, batch.inputs, torch.Generator().manual_seed(EVALUATION_SEED))

    def _hidden(self, learner: "Learner", words_BT: "Tensor", generator: "Generator | None" = None) -> Batch:
        """What the network sees, and the hidden words where they stand; NOT_HIDDEN everywhere else."""
        import torch

        mask, drawn_on = learner.mask or 0, words_BT.device if generator is None else torch.device("cpu")
        lot_BT, fate_BT = torch.rand(2, *words_BT.shape, generator=generator, device=drawn_on).to(words_BT.device)
        others_BT = torch.randint(
            learner.first_word, learner.vocabulary, words_BT.shape, generator=generator, device=drawn_on
        ).to(words_BT.device)
        is_word_BT = words_BT >= learner.first_word
        lot_BT = lot_BT.masked_fill(~is_word_BT, 1.0)  # more than any lot that is drawn
        hidden_BT = is_word_BT & ((lot_BT < self.share) | (lot_BT == lot_BT.amin(-1, keepdim=True)))
        seen_BT = words_BT.masked_fill(hidden_BT & (fate_BT < MASKED), mask)
        is_replaced_BT = hidden_BT & (fate_BT >= MASKED) & (fate_BT < MASKED + REPLACED)
        return Batch(torch.where(is_replaced_BT, others_BT, seen_BT), words_BT.masked_fill(~hidden_BT, NOT_HIDDEN))

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        total = F.cross_entropy(output.flatten(0, 1), targets.flatten(), ignore_index=NOT_HIDDEN, reduction="sum")
        return total / (targets != NOT_HIDDEN).sum().clamp(min=1)

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn import functional as F

        exam = self.exam(learner, batch)
        logits_BTV, hidden = self.output(learner, exam), exam.targets.flatten()
        loss = F.cross_entropy(logits_BTV.flatten(0, 1), hidden, ignore_index=NOT_HIDDEN, reduction="sum")
        right = (logits_BTV.argmax(-1).flatten() == hidden).sum()
        return {"loss": loss.item(), "accuracy": right.item(), "count": (hidden != NOT_HIDDEN).sum().item()}
