"""A forward phase that can be left after each block: the same operations in the same order, with pauses in between."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager
from typing import Any

from torch import Tensor

from explorer.objective import Phase
from explorer.probe import path_of
from models.modules.stack import Stack, through


def block_by_block(
    stack: Stack,
    network: str,
    inputs: tuple[Tensor, ...],
    precision: Callable[[], AbstractContextManager[Any]],
) -> Generator[Phase, None, Tensor]:
    """The output of a network, as if it were called with `inputs`; a composite is one block, with all that is inside.

    The precision is put in force for each block alone: it is a mode of the thread, in which others compute while this
    generator waits.
    """
    x, *memory = inputs
    last = len(stack.blocks) - 1
    for number, block in enumerate(stack.blocks):
        with precision():
            x = through(block, x, *memory)
        if number < last:
            yield Phase("forward", network, block=path_of(network, f"blocks.{number}"), is_whole=False)
    yield Phase("forward", network, block=path_of(network, f"blocks.{last}") if last >= 0 else "")
    return x
