"""A look: one moment of a learner for probes to read, with the networks' recorded values, computed at most once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from explorer.dataset import DataFacts, SplitName
from explorer.engine.learner import Learner
from explorer.engine.live_changes import ahead
from explorer.objective import Batch
from explorer.objectives.adversarial import fixed_noise
from explorer.objectives.translate import greedy_decode
from explorer.spec import Experiment

FIXED_NOISE_SEED = 20_140_610


@dataclass(frozen=True)
class Record:
    """What happened inside the networks while they answered the pinned sample.

    answer: the objective's output. inputs, outputs: by network and module name, such as "blocks.3.attention.softmax",
    the arguments and the result as torch gave them (1, ...). A generator answers one fixed noise vector.
    """

    answer: Tensor
    inputs: dict[str, dict[str, tuple[Any, ...]]]
    outputs: dict[str, dict[str, Any]]


@dataclass
class Look:
    """What probes may see of a learner between two phases. All probes of one moment share one look.

    `at_leisure`: training waits anyway, so a probe may be thorough. One that would keep commands waiting says so with
    `is_complete`, and is called once more for the same moment, `goes_on` then. `memory` is the calling probe's own,
    from one look of the same view to the next. `given` is a sample that a person made, as a batch of one: it is looked
    at in place of the one at `index`, and what is true of it nobody knows.
    """

    learner: Learner
    split: SplitName = "validation"
    index: int = 0
    at_leisure: bool = True
    goes_on: bool = False
    is_complete: bool = True
    memory: dict[str, Any] = field(default_factory=dict)
    given: Batch | None = None
    _record: Record | None = field(default=None, repr=False)
    _written: Batch | None = field(default=None, repr=False)

    @property
    def experiment(self) -> Experiment:
        return self.learner.experiment

    @property
    def step(self) -> int:
        return self.learner.step

    @property
    def facts(self) -> DataFacts:
        return self.learner.data.facts

    def samples(self, split: SplitName, rows: slice | Tensor) -> Batch:
        """Samples of a split as the networks receive them."""
        return self.learner.data.batch(split, rows)

    def pinned(self) -> Batch:
        """The pinned sample as a batch of one. Where nobody knows the text that is wanted, it is the network's own."""
        if self.given is None:
            return self.samples(self.split, slice(self.index, self.index + 1))
        if self._written is None:
            self._written = self._with_own_text(self.given)
        return self._written

    def noise(self, num_samples: int) -> Tensor:
        """(num_samples, noise): the same noise vectors at every step of every run."""
        return fixed_noise(self.learner, num_samples, FIXED_NOISE_SEED)

    def answer(self, batch: Batch) -> Tensor:
        """The objective's output for any batch, training left undisturbed."""
        with undisturbed(self.learner):
            return self.learner.objective.output(self.learner, batch)

    def recorded(self) -> Record:
        """The pinned sample's way through the networks; computed once a look."""
        if self._record is None:
            with undisturbed(self.learner):
                self._record = self._run_recorded()
        return self._record

    def _with_own_text(self, given: Batch) -> Batch:
        if self.learner.objective.kind != "translate":
            return given
        with undisturbed(self.learner):
            return Batch(given.inputs, greedy_decode(self.learner, given))

    def _run_recorded(self) -> Record:
        networks, pinned = self.learner.networks, self.pinned()
        inputs: dict[str, dict[str, tuple[Any, ...]]] = {name: {} for name in networks}
        outputs: dict[str, dict[str, Any]] = {name: {} for name in networks}
        handles = [
            module.register_forward_hook(_keeper(module_name, inputs[name], outputs[name]))
            for name, network in networks.items()
            for module_name, module in network.named_modules()
        ]
        try:
            if "generator" in networks:
                networks["generator"](self.noise(1))
            return Record(self.learner.objective.output(self.learner, pinned), inputs, outputs)
        finally:
            for handle in handles:
                handle.remove()


@contextmanager
def undisturbed(learner: Learner) -> Iterator[None]:
    """Evaluation mode, no gradients, and torch's random states put back afterwards.

    What was changed while the run stands shows already, and is made when it goes on.
    """
    modes = {name: network.training for name, network in learner.networks.items()}
    devices = [learner.device] if learner.device.type == "cuda" else []
    learner.train_mode(False)
    try:
        with ahead(learner), torch.no_grad(), torch.random.fork_rng(devices=devices):
            yield
    finally:
        for name, network in learner.networks.items():
            network.train(modes[name])


def _keeper(name: str, inputs: dict[str, tuple[Any, ...]], outputs: dict[str, Any]) -> Callable[..., None]:
    def keep(module: nn.Module, args: tuple[Any, ...], output: Any) -> None:
        inputs[name], outputs[name] = args, output

    return keep
