"""Probe: what the network writes after reading a sequence, or the values it tells, beside what would be right."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.dataset import SplitName
from explorer.objective import Batch
from explorer.probe import ProbeSpec
from explorer.snapshots import SequencesSnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from explorer.engine.look import Look

VALUES_PER_TEXT = 16


class Sequences(ProbeSpec):
    """The pinned sample and the first ones of its split, written by greedy decoding or, for values, told at once.

    Values are cheap and drawn as points: there are sixteen times as many.
    """

    label: ClassVar[str] = "Sequences"
    about: ClassVar[str] = "What the network writes or tells, beside what would be right."

    kind: Literal["sequences"] = "sequences"
    num_samples: int = Field(12, ge=1, le=64, title="Samples", description="Number of samples that are shown.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return experiment.training.objective.kind in ("translate", "regress")

    def capture(self, look: "Look") -> SequencesSnapshot:
        if look.experiment.training.objective.kind == "translate":
            return self._written(look)
        return self._told(look)

    def _written(self, look: "Look") -> SequencesSnapshot:
        from explorer.engine.look import undisturbed
        from explorer.engine.sample import text
        from explorer.objectives.translate import greedy_decode

        batch, facts = self._batch(look, self.num_samples), look.facts
        with undisturbed(look.learner):
            answers = greedy_decode(look.learner, batch)
        wanted = [text(row[1:], facts) for row in batch.targets]
        if look.given is not None:
            wanted[0] = ""
        return SequencesSnapshot(
            look.split,
            tuple(text(row, facts) for row in batch.inputs),
            tuple(wanted),
            tuple(text(row[1:], facts) for row in answers),
            has_given=look.given is not None,
        )

    def _told(self, look: "Look") -> SequencesSnapshot:
        from explorer.engine.sample import own_unit

        batch = self._of_data(look, self.num_samples * VALUES_PER_TEXT)
        true, told = (own_unit(values, look.facts) for values in (batch.targets, look.answer(batch)))
        return SequencesSnapshot(look.split, values=true, predicted_values=told)

    def _batch(self, look: "Look", num_samples: int) -> Batch:
        """The pinned sample, then the first ones."""
        import torch

        if look.given is None:
            return self._of_data(look, num_samples)
        own, others = look.pinned(), look.samples(look.split, slice(num_samples - 1))
        return Batch(torch.cat([own.inputs, others.inputs]), torch.cat([own.targets, others.targets]))

    def _of_data(self, look: "Look", num_samples: int) -> Batch:
        """The sample of the data that was pinned last, then the first ones."""
        import torch

        split: SplitName = look.split
        count = min(num_samples, len(look.learner.splits[split]))
        others = [row for row in range(count) if row != look.index][: count - 1]
        return look.samples(split, torch.tensor([look.index, *others], device=look.learner.device))
