"""A look: one moment of a learner for probes to read, with the networks' recorded outputs, computed at most once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from explorer.dataset import SplitName
from explorer.engine.learner import Learner
from explorer.objective import Batch

Recorded = dict[str, Any]


@dataclass
class Look:
    """What probes may see of a learner between two phases. All probes of one moment share one look."""

    learner: Learner
    split: SplitName = "validation"
    index: int = 0
    _recorded: tuple[Tensor, dict[str, Recorded]] | None = field(default=None, repr=False)

    @property
    def step(self) -> int:
        return self.learner.step

    def pinned(self) -> Batch:
        """The pinned sample as a batch of one."""
        return self.learner.batch(self.split, slice(self.index, self.index + 1))

    def recorded(self) -> tuple[Tensor, dict[str, Recorded]]:
        """The objective's output for the pinned sample, and every submodule's output by network and module name.

        {"network": {"blocks.0": Tensor (1, ...), "blocks.3.attention.softmax": ...}}; a module that returns several
        values has them as torch gave them. Computed once a look.
        """
        if self._recorded is None:
            with undisturbed(self.learner):
                self._recorded = _record(self.learner, self.pinned())
        return self._recorded


@contextmanager
def undisturbed(learner: Learner) -> Iterator[None]:
    """Evaluation mode, no gradients, and torch's random states put back afterwards."""
    modes = {name: network.training for name, network in learner.networks.items()}
    devices = [learner.device] if learner.device.type == "cuda" else []
    learner.train_mode(False)
    try:
        with torch.no_grad(), torch.random.fork_rng(devices=devices):
            yield
    finally:
        for name, network in learner.networks.items():
            network.train(modes[name])


def _record(learner: Learner, batch: Batch) -> tuple[Tensor, dict[str, Recorded]]:
    outputs: dict[str, Recorded] = {name: {} for name in learner.networks}
    handles = [
        module.register_forward_hook(_keeper(outputs[network_name], module_name))
        for network_name, network in learner.networks.items()
        for module_name, module in network.named_modules()
        if module_name
    ]
    try:
        return learner.objective.output(learner, batch), outputs
    finally:
        for handle in handles:
            handle.remove()


def _keeper(outputs: Recorded, name: str) -> Any:
    def keep(module: nn.Module, inputs: tuple[Any, ...], output: Any) -> None:
        outputs[name] = output

    return keep
