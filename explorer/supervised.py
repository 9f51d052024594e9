"""The step that objectives of one network share: one loss between its output and the targets."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from explorer.dataset import DataFacts
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.problems import WRONG_OUTPUT
from models.port import Port
from models.problem import Problem
from models.resolve import Resolved

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.learner import Learner


class SupervisedSpec(ObjectiveSpec):
    """Members say what the network has to give and how wrong it is; `score` and the options are theirs too."""

    def wanted_output(self, facts: DataFacts) -> Port:
        """What the network has to give for these data."""
        raise NotImplementedError

    @property
    def plain_loss(self) -> Literal["cross_entropy", "squared_error"] | None:
        """The loss of a step, where it is one of these as torch has it, with nothing else about it."""
        return None

    def loss(self, output: "Tensor", targets: "Tensor") -> "Tensor":
        """How wrong the output of a batch is, averaged over the batch: a zero-dimensional tensor."""
        raise NotImplementedError

    def lesson(self, learner: "Learner", batch: Batch) -> Batch:
        """What the network sees in a step, and what its answer is compared with; may draw random numbers."""
        return batch

    def exam(self, learner: "Learner", batch: Batch) -> Batch:
        """The same in an evaluation: equal batches give equal exams, and every random state stays as it was."""
        return batch

    def training_loss(self, learner: "Learner", output: "Tensor", targets: "Tensor") -> "Tensor":
        """The loss that a step minimises, where options make it another one than the loss that validation tells."""
        return self.loss(output, targets)

    def step_metrics(self, loss: "Tensor") -> Mapping[str, "Tensor"]:
        """What is recorded of every step, from its detached loss."""
        return {"loss": loss}

    def check(self, resolved: Resolved, facts: DataFacts) -> list[Problem]:
        out, wanted = resolved.networks["network"].out_port, self.wanted_output(facts)
        if out is None or (out.kind, out.shape) == (wanted.kind, wanted.shape):
            return []
        return [WRONG_OUTPUT.at("architecture.network", actual=out.shape, wanted=wanted.shape)]

    def step(self, learner: "Learner", batch: Batch) -> Iterator[Phase]:
        optimizer = learner.optimizers["network"]
        optimizer.zero_grad()
        batch = self.lesson(learner, batch)
        output = yield from learner.forward("network", batch.inputs)
        loss = self.training_loss(learner, output, batch.targets)
        yield Phase("loss", metrics=self.step_metrics(loss.detach()))
        loss.backward()
        yield Phase("backward")
        clipped = learner.clip("network")
        optimizer.step()
        yield Phase("update", metrics=clipped, ends_step=True)

    def output(self, learner: "Learner", batch: Batch) -> "Tensor":
        output: Tensor = learner.networks["network"](batch.inputs)
        return output
