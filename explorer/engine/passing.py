"""Lets training samples pass through a learner's networks, for whoever listens to their blocks."""

from torch import Tensor

from explorer.engine.learner import Learner
from explorer.engine.look import FIXED_NOISE_SEED
from explorer.objectives.adversarial import Adversarial, fixed_noise, generate

NUM_SAMPLES = 256
NUM_MADE = 512  # samples of a generator, and as many real ones


def pass_samples(learner: Learner) -> tuple[Tensor, Tensor, Tensor, Tensor] | None:
    """The first training samples, in batches four times those of training: without gradients they need no more room.

    Of a GAN: real samples, those made from fixed noise, and the judgements of both. Call it undisturbed.
    """
    objective = learner.objective
    if isinstance(objective, Adversarial):
        return _pass_noise(learner, objective)
    count = min(NUM_SAMPLES, len(learner.splits["train"]))
    size = min(count, 4 * learner.experiment.training.batch_size)
    for start in range(0, count, size):
        objective.output(learner, learner.data.batch("train", slice(start, min(start + size, count))))
    return None


def _pass_noise(learner: Learner, objective: Adversarial) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    judge = learner.networks["discriminator"]
    real = learner.data.batch("train", slice(NUM_MADE)).inputs
    made = generate(learner, fixed_noise(learner, len(real), FIXED_NOISE_SEED))
    return real, made, objective.judgement(judge(real)), objective.judgement(judge(made))
