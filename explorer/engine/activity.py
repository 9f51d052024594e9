"""How awake the activations of a learner's networks are, seen while some training samples pass."""

# B batch, U units

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from explorer.engine.blocks import Blocks
from explorer.engine.learner import Learner
from explorer.health import Activity

# What the largest answer of a unit has to exceed: ReLU is zero to the left, GELU and SiLU only nearly.
AWAKE: dict[type[nn.Module], float] = {nn.ReLU: 0.0, nn.GELU: 1e-3, nn.SiLU: 1e-3}
# The middle of the range, and how far from it the curve is flat: there its slope is about a tenth of its greatest.
FLAT: dict[type[nn.Module], tuple[float, float]] = {nn.Tanh: (0.0, 0.97), nn.Sigmoid: (0.5, 0.47)}
OFTEN = 0.95  # a unit is saturated that lies there for nearly all samples


@dataclass
class Tally:
    """What an activation has answered so far; the counts stay on the device."""

    path: str
    function: type[nn.Module]
    num_units: int = 0
    num_values: int = 0  # of one unit
    largest_U: Tensor | None = None  # noqa: N815 - the shape's suffix
    num_flat_U: Tensor | None = None  # noqa: N815 - the shape's suffix

    def count(self, output: Tensor) -> None:
        """Take the answers to a batch: (B, U), (B, T, U) or an image (B, U, H, W)."""
        unit_axis = 1 if output.ndim == 4 else output.ndim - 1
        self.num_units = output.shape[unit_axis]
        self.num_values += output.numel() // self.num_units
        others = [axis for axis in range(output.ndim) if axis != unit_axis]
        if self.function in AWAKE:
            largest_U = output.abs().amax(others)
            self.largest_U = largest_U if self.largest_U is None else self.largest_U.maximum(largest_U)
        else:
            middle, distance = FLAT[self.function]
            num_flat_U = ((output - middle).abs() > distance).sum(others)
            self.num_flat_U = num_flat_U if self.num_flat_U is None else self.num_flat_U + num_flat_U

    def share(self) -> Tensor:
        """() the share of units that are dead, or saturated."""
        if self.largest_U is not None:
            return (self.largest_U <= AWAKE[self.function]).float().mean()
        assert self.num_flat_U is not None
        return (self.num_flat_U >= OFTEN * self.num_values).float().mean()

    def told(self, share: float) -> Activity:
        """The figures, given `share` as it came from the device."""
        is_mortal = self.function in AWAKE
        name = self.function.__name__
        return Activity(self.path, name, self.num_units, *((share, None) if is_mortal else (None, share)))


@contextmanager
def tallies(learner: Learner, blocks: Blocks) -> Iterator[list[Tally]]:
    """Counts what passes meanwhile; an activation that ends a network is left out, since answers may be extreme."""
    found: list[Tally] = []
    handles = []
    for network, name, module in _activations(learner):
        path = blocks.owner(network, name)
        if path and path not in blocks.ends:
            found.append(Tally(path, type(module)))
            handles.append(module.register_forward_hook(partial(_count, found[-1])))
    try:
        yield found
    finally:
        for handle in handles:
            handle.remove()


def _activations(learner: Learner) -> Iterator[tuple[str, str, nn.Module]]:
    for network, stack in learner.networks.items():
        for name, module in stack.named_modules():
            if type(module) in AWAKE or type(module) in FLAT:
                yield network, name, module


def _count(tally: Tally, module: nn.Module, args: tuple[Any, ...], output: Tensor) -> None:
    if torch.is_grad_enabled():
        raise AssertionError("activations are counted in a look, without gradients")
    tally.count(output)
