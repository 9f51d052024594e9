"""Probe: what the network was given, what it gave back, and what it should have given back."""

from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.probe import ProbeSpec
from explorer.snapshots import ReconstructionsSnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from explorer.engine.look import Look


class Reconstructions(ProbeSpec):
    """The first samples of the split that is looked at, as in an evaluation: behind the same noise at every step."""

    label: ClassVar[str] = "Reconstructions"
    about: ClassVar[str] = "What the network gives back of what it was given."

    kind: Literal["reconstructions"] = "reconstructions"
    num_samples: int = Field(10, ge=1, le=64, title="Samples", description="Number of samples that are shown.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return experiment.training.objective.kind == "reconstruct"

    def capture(self, look: "Look") -> ReconstructionsSnapshot:
        from explorer.engine.sample import array
        from explorer.objectives.reconstruct import Reconstruct

        objective = look.learner.objective
        assert isinstance(objective, Reconstruct)  # as applies_to() says
        exams = [objective.exam(look.learner, look.samples(look.split, slice(self.num_samples)))]
        if look.given is not None:
            exams.insert(0, objective.exam(look.learner, look.given))
        given, answered, wanted = (
            np.concatenate([array(values) for values in column])
            for column in zip(*((exam.inputs, look.answer(exam), exam.targets) for exam in exams), strict=True)
        )
        return ReconstructionsSnapshot(look.split, given, answered, wanted, look.given is not None)
