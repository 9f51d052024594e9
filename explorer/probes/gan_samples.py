"""Probe: what the generator makes of the same noise at every step, with the discriminator's judgement."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.probe import ProbeSpec
from explorer.snapshots import GanSamplesSnapshot
from explorer.spec import Experiment

if TYPE_CHECKING:
    from explorer.engine.look import Look

POINTS_PER_PICTURE = 8


class GanSamples(ProbeSpec):
    """Samples made from fixed noise, beside real ones. Points of the plane are small: there are eight times as many."""

    label: ClassVar[str] = "Samples"
    about: ClassVar[str] = "What the generator makes of the same noise, step after step."

    kind: Literal["gan_samples"] = "gan_samples"
    num_samples: int = Field(64, ge=1, le=1024, title="Samples", description="Number of samples that are made.")

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return experiment.architecture.kind == "gan"

    def capture(self, look: "Look") -> GanSamplesSnapshot:
        from explorer.engine.look import undisturbed
        from explorer.engine.sample import array
        from explorer.objectives.adversarial import Adversarial, generate

        learner = look.learner
        objective = learner.objective
        assert isinstance(objective, Adversarial)  # the only one for this architecture
        is_plane = learner.input_shape == (2,)
        num_samples = self.num_samples * (POINTS_PER_PICTURE if is_plane else 1)
        real = look.samples("train", slice(num_samples)).inputs
        with undisturbed(learner):
            made = generate(learner, look.noise(num_samples))
            judged_N = objective.judgement(learner.networks["discriminator"](made)).flatten()
            judged_real_N = objective.judgement(learner.networks["discriminator"](real)).flatten()
        return GanSamplesSnapshot(array(made), array(real), array(judged_N), array(judged_real_N))
