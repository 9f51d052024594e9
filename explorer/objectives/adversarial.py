"""Objective: a generator learns to make samples that a discriminator takes for real ones (Goodfellow 2014)."""

# B batch, Z noise values

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.adversarial_losses import (
    AdversarialLoss,
    interpolation_penalty,
    loss_of_generator,
    loss_of_made,
    loss_of_real,
    squared_gradient,
)
from explorer.dataset import TARGET_KINDS, DataFacts, TargetKind
from explorer.early_stopping import WatchedMetric
from explorer.logits import batch_mixed, bounded, squashed_twice
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.options import OPTION_LABELS
from explorer.problems import NOT_NUMBERS, WRONG_OUTPUT
from models.problem import Problem
from models.resolve import Resolved, ResolvedNetwork
from models.text import Text

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner

EVALUATION_SEED = 20_140_610  # the evaluation's noise is the same at every step, so that its curve is comparable


class Adversarial(ObjectiveSpec):
    """L_D = -log D(x) - log(1 - D(G(z))), L_G = -log D(G(z)), on logits; or one of the losses that came after it.

    A step updates the generator once. Plain training often collapses to a few kinds of samples; other losses, noise on
    what the discriminator sees, fading away (Arjovsky and Bottou 2017, arXiv:1701.04862), or a penalty on its gradient
    at real samples (R1) prevent that. Only binary cross-entropy makes the scores logits, and so probabilities.
    """

    label: ClassVar[str] = "Adversarial"
    about: ClassVar[str] = "A generator makes samples, a discriminator tells them from real ones."
    architecture: ClassVar[str] = "gan"
    targets: ClassVar[tuple[TargetKind, ...]] = TARGET_KINDS
    watchable: ClassVar[tuple[WatchedMetric, ...]] = ()
    live: ClassVar[Mapping[str, str]] = dict.fromkeys(
        ("interpolation_penalty", "instance_noise", "instance_noise_steps", "gradient_penalty"), ""
    )

    kind: Literal["adversarial"] = "adversarial"
    loss: AdversarialLoss = Field(
        "bce",
        title="Loss",
        description="What the scores mean: cross-entropy, least squares (LSGAN), Wasserstein (WGAN-GP) or hinge.",
    )
    interpolation_penalty: float = Field(
        10.0,
        ge=0,
        title="WGAN-GP's penalty",
        description="Weight of keeping the discriminator's gradient at length 1 between real and made samples.",
    )
    critic_steps: int = Field(
        1,
        ge=1,
        le=100,
        title="Critic steps",
        description="Updates of the discriminator for one of the generator, each on a batch of its own.",
    )
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
        title="R1 penalty",
        description="Weight of the squared gradient of the discriminator at real samples (R1); zero switches it off.",
    )

    @property
    def batches_per_step(self) -> int:
        return self.critic_steps

    def no_effect(self) -> dict[str, Text]:
        idle = {}
        if self.loss != "wgan_gp":
            idle["interpolation_penalty"] = Text("Only the loss WGAN-GP has this penalty.")
        if not self.instance_noise:
            idle["instance_noise_steps"] = Text("There is no instance noise: it is 0.")
        return idle

    def unrepeatable(self, step: int) -> Text | None:
        if self.instance_noise and step < self.instance_noise_steps:
            return Text("The instance noise becomes less from step to step.")
        return None

    def uncompilable(self, network: str) -> Text | None:
        if network == "discriminator" and self.gradient_penalty:
            return Text("The R1 penalty needs the gradient of its gradient.")
        return None

    @classmethod
    def suits(cls, facts: DataFacts) -> bool:
        return facts.ports.input.kind != "tokens"

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        if facts.ports.input.kind == "tokens":
            return [NOT_NUMBERS.at("training.objective", objective=Text(self.label))]
        made, judge = resolved.networks["generator"].out_port, resolved.networks["discriminator"]
        problems, wanted = self._score_problems(judge), facts.ports.input
        if made is not None and (made.kind == "tokens" or made.size != wanted.size):
            problems.append(WRONG_OUTPUT.at("architecture.generator", actual=made.shape, wanted=wanted.shape))
        judged = judge.out_port
        if judged is not None and (judged.kind, judged.shape) != ("vector", (1,)):
            problems.append(WRONG_OUTPUT.at("architecture.discriminator", actual=judged.shape, wanted=(1,)))
        return problems

    def _score_problems(self, judge: ResolvedNetwork) -> list[Problem]:
        label = OPTION_LABELS[self.loss]
        match self.loss:
            case "bce":
                return squashed_twice(judge, self.label)
            case "lsgan":
                return []
            case "hinge":
                return bounded(judge, label)
            case "wgan_gp":
                return [*bounded(judge, label), *(batch_mixed(judge, label) if self.interpolation_penalty else ())]

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        num_updates = max(1, min(self.critic_steps, len(batch) // 2))  # batch normalisation needs two samples
        for real in batch.inputs.tensor_split(num_updates):
            made = yield from learner.forward("generator", self._noise(learner, len(real)))
            made = made.reshape(real.shape)
            yield from self._discriminator_phases(learner, real, made.detach())
        yield from self._generator_phases(learner, made)

    def _noise(self, learner: "Learner", count: int) -> "Tensor":
        import torch

        return torch.randn(count, learner.num_noise_values, device=learner.device)

    def _discriminator_phases(self, learner: "Learner", real: "Tensor", made: "Tensor") -> Iterator[Phase]:
        optimizer = learner.optimizers["discriminator"]
        optimizer.zero_grad()
        real = self._noisy(real, learner.step)
        if self.gradient_penalty:
            real = real.detach().requires_grad_()
        made = self._noisy(made, learner.step)
        real_B1 = yield from learner.forward("discriminator", real)
        made_B1 = yield from learner.forward("discriminator", made)
        loss = loss_of_real(self.loss, real_B1).mean() + loss_of_made(self.loss, made_B1).mean()
        metrics = {"loss/discriminator": loss.detach()}
        for name, scores_B1 in zip(self._judgements(), (real_B1, made_B1), strict=True):
            metrics[name] = self.judgement(scores_B1.detach()).mean()
        yield Phase("loss", "discriminator", metrics)
        self._penalised(learner, loss, real, made, real_B1).backward()
        yield Phase("backward", "discriminator")
        clipped = learner.clip("discriminator")
        optimizer.step()
        yield Phase("update", "discriminator", clipped)

    def _penalised(
        self,
        learner: "Learner",
        loss: "Tensor",
        real: "Tensor",
        made: "Tensor",
        real_B1: "Tensor",
    ) -> "Tensor":
        if self.gradient_penalty:
            loss = loss + self.gradient_penalty / 2 * squared_gradient(real_B1, real)
        if self.loss == "wgan_gp" and self.interpolation_penalty:
            penalty = interpolation_penalty(learner.networks["discriminator"], real, made)
            loss = loss + self.interpolation_penalty * penalty
        return loss

    def _generator_phases(self, learner: "Learner", made: "Tensor") -> Iterator[Phase]:
        generator, optimizer = learner.networks["generator"], learner.optimizers["generator"]
        optimizer.zero_grad()
        judged_B1 = yield from learner.forward("discriminator", self._noisy(made, learner.step))
        loss = loss_of_generator(self.loss, judged_B1).mean()
        yield Phase("loss", "generator", {"loss/generator": loss.detach()})
        # Naming the generator's parameters keeps the discriminator's gradients as its own loss left them.
        loss.backward(inputs=list(generator.parameters()))
        yield Phase("backward", "generator")
        clipped = learner.clip("generator")
        optimizer.step()
        yield Phase("update", "generator", clipped, ends_step=True)

    def judgement(self, scores_B1: "Tensor") -> "Tensor":
        """What the discriminator's scores say: the probability of "real" where they are logits, else the scores."""
        return scores_B1.sigmoid() if self.judges_in_probabilities else scores_B1

    @property
    def judges_in_probabilities(self) -> bool:
        """Whether the discriminator's scores are logits."""
        return self.loss == "bce"

    def _judgements(self) -> tuple[str, str]:
        """What the judgements of real and of made samples are called among the metrics."""
        return ("d_real", "d_fake") if self.judges_in_probabilities else ("score_real", "score_fake")

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
        real_B1 = self.output(learner, batch)
        made = generate(learner, fixed_noise(learner, len(batch), EVALUATION_SEED))
        made_B1 = learner.networks["discriminator"](made)
        losses_B1 = loss_of_real(self.loss, real_B1) + loss_of_made(self.loss, made_B1)
        real_name, made_name = self._judgements()
        return {
            "loss/discriminator": losses_B1.sum().item(),
            "loss/generator": loss_of_generator(self.loss, made_B1).sum().item(),
            real_name: self.judgement(real_B1).sum().item(),
            made_name: self.judgement(made_B1).sum().item(),
            "count": len(batch),
        }


def fixed_noise(learner: "Learner", count: int, seed: int) -> "Tensor":
    """(count, Z) noise that depends on the seed alone and leaves torch's global random state as it was."""
    import torch

    generator = torch.Generator().manual_seed(seed)
    return torch.randn(count, learner.num_noise_values, generator=generator).to(learner.device)


def generate(learner: "Learner", noise_BZ: "Tensor") -> "Tensor":
    """What the generator makes of this noise, in the shape of the data: (B, *input port's shape)."""
    made: Tensor = learner.networks["generator"](noise_BZ)
    return made.reshape(len(noise_BZ), *learner.input_shape)
