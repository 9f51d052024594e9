"""Objective: a generator learns to make samples that a discriminator takes for real ones (Goodfellow 2014)."""

# B batch, Z noise values

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.dataset import TARGET_KINDS, DataFacts, TargetKind
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.problems import WRONG_OUTPUT
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner

EVALUATION_SEED = 20_140_610  # the evaluation's noise is the same at every step, so that its curve is comparable


class Adversarial(ObjectiveSpec):
    """L_D = -log D(x) - log(1 - D(G(z))), L_G = -log D(G(z)), on logits; one update of each network is one step.

    L_G is the non-saturating form: it has a gradient even while the discriminator sees through every sample.
    Plain training often collapses to a few kinds of samples; noise on what the discriminator sees, fading away
    (Arjovsky and Bottou 2017, arXiv:1701.04862), or a penalty on its gradient at real samples
    (R1; Mescheder et al. 2018, arXiv:1801.04406) prevents that.
    """

    label: ClassVar[str] = "Adversarial"
    about: ClassVar[str] = "A generator makes samples, a discriminator tells them from real ones."
    architecture: ClassVar[str] = "gan"
    targets: ClassVar[tuple[TargetKind, ...]] = TARGET_KINDS

    kind: Literal["adversarial"] = "adversarial"
    instance_noise: float = Field(
        0.0,
        ge=0,
        title="Instance noise",
        description="Standard deviation of the noise added to all that the discriminator sees, in units of the data.",
    )
    instance_noise_steps: int = Field(
        2000, ge=1, title="Instance noise steps", description="Steps until the instance noise has faded to zero."
    )
    gradient_penalty: float = Field(
        0.0,
        ge=0,
        title="Gradient penalty",
        description="Weight of the squared gradient of the discriminator at real samples (R1); zero switches it off.",
    )

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        made, judged = resolved.networks["generator"].out_port, resolved.networks["discriminator"].out_port
        problems, wanted = [], facts.ports.input
        if made is not None and (made.kind == "tokens" or made.size != wanted.size):
            problems.append(WRONG_OUTPUT.at("architecture.generator", actual=made.shape, wanted=wanted.shape))
        if judged is not None and (judged.kind, judged.shape) != ("vector", (1,)):
            problems.append(WRONG_OUTPUT.at("architecture.discriminator", actual=judged.shape, wanted=(1,)))
        return problems

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        import torch

        noise_BZ = torch.randn(len(batch), num_noise_values(learner), device=learner.device)
        made = generate(learner, noise_BZ)
        yield Phase("forward", "generator")
        yield from self._discriminator_phases(learner, batch.inputs, made.detach())
        yield from self._generator_phases(learner, made)

    def _discriminator_phases(self, learner: "Learner", real: "Tensor", made: "Tensor") -> Iterator[Phase]:
        from torch.nn.functional import softplus

        discriminator, optimizer = learner.networks["discriminator"], learner.optimizers["discriminator"]
        optimizer.zero_grad()
        real = self._noisy(real, learner.step)
        if self.gradient_penalty:
            real = real.detach().requires_grad_()
        real_B1, made_B1 = discriminator(real), discriminator(self._noisy(made, learner.step))
        yield Phase("forward", "discriminator")
        # softplus(-x) = -log sigmoid(x): binary cross-entropy on logits
        loss = softplus(-real_B1).mean() + softplus(made_B1).mean()
        metrics = {
            "loss/discriminator": loss.detach(),
            "d_real": real_B1.detach().sigmoid().mean(),
            "d_fake": made_B1.detach().sigmoid().mean(),
        }
        if self.gradient_penalty:
            loss = loss + self.gradient_penalty / 2 * _squared_gradient(real_B1, real)
        yield Phase("loss", "discriminator", metrics)
        loss.backward()
        yield Phase("backward", "discriminator")
        optimizer.step()
        yield Phase("update", "discriminator")

    def _generator_phases(self, learner: "Learner", made: "Tensor") -> Iterator[Phase]:
        from torch.nn.functional import softplus

        generator, optimizer = learner.networks["generator"], learner.optimizers["generator"]
        optimizer.zero_grad()
        judged_B1 = learner.networks["discriminator"](self._noisy(made, learner.step))
        yield Phase("forward", "discriminator")
        loss = softplus(-judged_B1).mean()
        yield Phase("loss", "generator", {"loss/generator": loss.detach()})
        # Naming the generator's parameters keeps the discriminator's gradients as its own loss left them.
        loss.backward(inputs=list(generator.parameters()))
        yield Phase("backward", "generator")
        optimizer.step()
        yield Phase("update", "generator")

    def _noisy(self, samples: "Tensor", step: int) -> "Tensor":
        import torch

        share = max(0.0, 1 - step / self.instance_noise_steps)
        if not self.instance_noise or not share:
            return samples
        return samples + self.instance_noise * share * torch.randn_like(samples)

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        logits_B1: Tensor = learner.networks["discriminator"](batch.inputs)
        return logits_B1

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        from torch.nn.functional import softplus

        real_B1 = self.output(learner, batch)
        made = generate(learner, fixed_noise(learner, len(batch), EVALUATION_SEED))
        made_B1 = learner.networks["discriminator"](made)
        return {
            "loss/discriminator": (softplus(-real_B1) + softplus(made_B1)).sum().item(),
            "loss/generator": softplus(-made_B1).sum().item(),
            "d_real": real_B1.sigmoid().sum().item(),
            "d_fake": made_B1.sigmoid().sum().item(),
            "count": len(batch),
        }


def num_noise_values(learner: "Learner") -> int:
    """How many random values the generator receives."""
    noise: int = getattr(learner.experiment.architecture, "noise")  # noqa: B009 - check() admits nothing but a GAN
    return noise


def fixed_noise(learner: "Learner", count: int, seed: int) -> "Tensor":
    """(count, Z) noise that depends on the seed alone and leaves torch's global random state as it was."""
    import torch

    generator = torch.Generator().manual_seed(seed)
    return torch.randn(count, num_noise_values(learner), generator=generator).to(learner.device)


def generate(learner: "Learner", noise_BZ: "Tensor") -> "Tensor":
    """What the generator makes of this noise, in the shape of the data: (B, *input port's shape)."""
    made: Tensor = learner.networks["generator"](noise_BZ)
    return made.reshape(len(noise_BZ), *learner.facts.ports.input.shape)


def _squared_gradient(logits_B1: "Tensor", samples: "Tensor") -> "Tensor":
    """Mean over the batch of the squared length of d logit / d sample."""
    from torch.autograd import grad

    (gradient,) = grad(logits_B1.sum(), samples, create_graph=True)
    return gradient.square().sum() / len(samples)
