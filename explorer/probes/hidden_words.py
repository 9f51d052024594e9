"""Probe: what the network takes hidden words for."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.objective import Batch
from explorer.probe import ProbeSpec
from explorer.snapshots import HiddenWordsSnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.look import Look


class HiddenWords(ProbeSpec):
    """The first sentences of the split that is looked at, as in an evaluation: the same words hidden at every step."""

    label: ClassVar[str] = "Hidden words"
    about: ClassVar[str] = "What the network takes the hidden words of some sentences for."

    kind: Literal["hidden_words"] = "hidden_words"
    num_samples: int = Field(12, ge=1, le=64, title="Sentences", description="Number of sentences that are shown.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return experiment.training.objective.kind == "masked"

    def capture(self, look: "Look") -> HiddenWordsSnapshot:
        import torch

        from explorer.engine.sample import symbols
        from explorer.objectives.masked import NOT_HIDDEN, Masked

        objective = look.learner.objective
        assert isinstance(objective, Masked)  # as applies_to() says
        batch = look.samples(look.split, slice(self.num_samples))
        exam = objective.exam(look.learner, batch)
        if look.given is not None:
            own = objective.exam(look.learner, look.given)
            batch, exam = _joined(look.given, batch), _joined(own, exam)
        guessed_BT = torch.where(exam.targets == NOT_HIDDEN, NOT_HIDDEN, look.answer(exam).argmax(-1))

        def rows(tokens_BT: "Tensor") -> tuple[tuple[str, ...], ...]:
            kept_BT = batch.inputs != (NOT_HIDDEN if look.facts.padding is None else look.facts.padding)
            return tuple(
                tuple("" if token == NOT_HIDDEN else symbols(token[None], look.facts)[0] for token in tokens_T[kept_T])
                for tokens_T, kept_T in zip(tokens_BT, kept_BT, strict=True)
            )

        words, seen, guesses = rows(batch.inputs), rows(exam.inputs), rows(guessed_BT)
        return HiddenWordsSnapshot(look.split, words, seen, guesses, look.given is not None)


def _joined(first: Batch, others: Batch) -> Batch:
    import torch

    return Batch(torch.cat([first.inputs, others.inputs]), torch.cat([first.targets, others.targets]))
