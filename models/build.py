"""The facts to torch: builds the modules of every network of a resolved architecture."""

from collections.abc import Iterable

from torch import nn

from models.code import made
from models.layer import CompositeSpec
from models.modules.stack import Stack
from models.problem import InputError, Misfit
from models.resolve import Resolved, ResolvedBlock, ResolvedNetwork


def build(resolved: Resolved) -> dict[str, Stack]:
    """One Stack per network, by name, initialised from torch's global random state in order of blocks.

    Raises:
        InputError: when the architecture has problems, or pretrained weights are not to be had.
    """
    if resolved.problems:
        raise InputError(resolved.problems)
    return {name: Stack(_modules(network.blocks, network)) for name, network in resolved.networks.items()}


def _modules(blocks: Iterable[ResolvedBlock], network: ResolvedNetwork) -> list[nn.Module]:
    return [_module(block, network) for block in blocks]


def _module(block: ResolvedBlock, network: ResolvedNetwork) -> nn.Module:
    if block.in_port is None:
        raise AssertionError(f"{block.path} has no input although no problem was found")
    if isinstance(block.layer, CompositeSpec):
        stacks = block.inner_stacks()
        around = block.layer.code_around(lambda name: _modules(stacks[name], network), block.in_port, network.context)
        module: nn.Module = made(around)
        return module
    try:
        return block.layer.build(block.in_port, network.context)
    except Misfit as misfit:  # what only building can tell, such as weights that are not on this machine
        raise InputError((misfit.at(block.path, block.layer.label),)) from misfit
