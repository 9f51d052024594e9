"""The forward phase of a network in training: in its precision, whole or block by block, compiled or not."""

from collections.abc import Generator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from explorer.engine.block_by_block import block_by_block
from explorer.objective import Phase

if TYPE_CHECKING:
    from explorer.engine.learner import Learner


def forward_phase(learner: "Learner", network: str, inputs: tuple[Tensor, ...]) -> Generator[Phase, None, Tensor]:
    """Yields the phase, and returns the network's output as float32; see Learner.forward."""
    output: Tensor
    if learner.stops_at_blocks:
        output = yield from block_by_block(learner.networks[network], network, inputs, partial(_precision, learner))
        return output.float()
    if learner.experiment.training.precision == "fp32":  # the usual case takes no detour
        output = _answer(learner, network, inputs)
        yield Phase("forward", network)
        return output
    with _precision(learner):
        output = _answer(learner, network, inputs)
    yield Phase("forward", network)
    return output.float()


def _answer(learner: "Learner", network: str, inputs: tuple[Tensor, ...]) -> Tensor:
    if learner.compiler is not None:
        return learner.compiler.forward(network, inputs)
    output: Tensor = learner.networks[network](*inputs)
    return output


def _precision(learner: "Learner") -> AbstractContextManager[Any]:
    if learner.experiment.training.precision == "fp32":
        return nullcontext()
    return torch.autocast(learner.device.type, torch.bfloat16)
