"""Finds the block where a network's numbers have broken, once its loss is not finite."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn

from explorer.engine.blocks import Blocks
from explorer.engine.learner import Learner
from explorer.engine.look import undisturbed
from explorer.engine.passing import pass_samples
from explorer.health import Breakdown, Health
from explorer.probe import network_and_module


def find_breakdown(learner: Learner, blocks: Blocks, value: float, last: Health | None) -> Breakdown:
    """The first block, in forward order, whose weights or answer to training samples are not finite.

    Asked between the loss and the update, that is where it began. After the update every weight that the loss depends
    on is spoilt: then the block that the last sound checkup, `last`, saw moving farthest.
    """
    step = learner.step + 1 if learner.is_in_step else learner.step
    ill = _weights_not_finite(learner, blocks)
    if last is not None and last.learning and all(ill.get(block.path, False) for block in last.learning):
        return Breakdown(step, last.most_moved(), value, "spread")
    with undisturbed(learner), _first_not_finite(learner, blocks, ill) as found:
        pass_samples(learner)
    if found:
        return Breakdown(step, found[0], value, "block")
    return Breakdown(step, blocks.last, value, "loss")


def _weights_not_finite(learner: Learner, blocks: Blocks) -> dict[str, bool]:
    ill: dict[str, bool] = {}
    for network, stack in learner.networks.items():
        for name, weight in stack.named_parameters():
            path = blocks.owner(network, name)
            ill[path] = ill.get(path, False) or not bool(torch.isfinite(weight).all())
    return ill


@contextmanager
def _first_not_finite(learner: Learner, blocks: Blocks, ill: dict[str, bool]) -> Iterator[list[str]]:
    """Fills a list with the paths of blocks that are not finite, in the order in which they answer."""
    found: list[str] = []
    handles = []
    for path in blocks.paths:
        network, module = network_and_module(path)
        block = learner.networks[network].get_submodule(module)
        handles.append(block.register_forward_hook(partial(_look, path, ill.get(path, False), found)))
    try:
        yield found
    finally:
        for handle in handles:
            handle.remove()


def _look(path: str, is_ill: bool, found: list[str], module: nn.Module, args: tuple[Any, ...], output: Any) -> None:
    if not found and (is_ill or (isinstance(output, Tensor) and not bool(torch.isfinite(output).all()))):
        found.append(path)
