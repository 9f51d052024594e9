"""Objective: give back what was given, through a narrow place or out of noise (mean squared error)."""

# B batch

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.dataset import TARGET_KINDS, DataFacts, TargetKind
from explorer.objective import Batch
from explorer.problems import NOT_AS_GIVEN, NOT_NUMBERS
from explorer.supervised import SupervisedSpec
from models.port import Port
from models.problem import Problem
from models.resolve import Resolved
from models.text import Text

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner

EVALUATION_SEED = 20_060_728  # every evaluation hides the samples behind the same noise


class Reconstruct(SupervisedSpec):
    """loss = (output - input)^2, averaged over the batch and over the values of a sample.

    Through a narrow layer it is an autoencoder (Hinton and Salakhutdinov 2006); with noise on the input a denoising
    one (Vincent et al. 2008), which has to give back the sample as it was before the noise.
    """

    label: ClassVar[str] = "Reconstruct"
    about: ClassVar[str] = "The network gives back the sample that it receives, noise taken away."
    targets: ClassVar[tuple[TargetKind, ...]] = TARGET_KINDS
    live: ClassVar[Mapping[str, str]] = {"noise": ""}

    kind: Literal["reconstruct"] = "reconstruct"
    noise: float = Field(
        0.0,
        ge=0,
        le=100,
        title="Noise",
        description="Standard deviation of the noise added to the input, in units of the data.",
    )

    def wanted_output(self, facts: DataFacts) -> Port:
        return facts.ports.input

    @classmethod
    def suits(cls, facts: DataFacts) -> bool:
        return facts.ports.input.kind != "tokens"

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        out, wanted = resolved.networks["network"].out_port, facts.ports.input
        if wanted.kind == "tokens":
            return [NOT_NUMBERS.at("training.objective", objective=Text(self.label))]
        if out is None or (out.kind, out.shape) == (wanted.kind, wanted.shape):
            return []
        return [NOT_AS_GIVEN.at("architecture.network", actual=out.shape, wanted=wanted.shape, size=wanted.size)]

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        from torch.nn import functional as F

        return F.mse_loss(output, targets)

    def lesson(self, learner: "Learner", batch: Batch) -> Batch:
        import torch

        clean = batch.inputs
        return Batch(clean + self.noise * torch.randn_like(clean) if self.noise else clean, clean)

    def exam(self, learner: "Learner", batch: Batch) -> Batch:
        import torch

        clean = batch.inputs
        if not self.noise:
            return Batch(clean, clean)
        generator = torch.Generator().manual_seed(EVALUATION_SEED)
        return Batch(clean + self.noise * torch.randn(clean.shape, generator=generator).to(clean.device), clean)

    def score(self, learner: "Learner", batch: Batch) -> dict[str, float]:
        exam = self.exam(learner, batch)
        errors_B = (self.output(learner, exam) - exam.targets).flatten(1)
        return {
            "loss": errors_B.square().mean(-1).sum().item(),
            "mean_absolute_error": errors_B.abs().mean(-1).sum().item(),
            "count": len(batch),
        }
