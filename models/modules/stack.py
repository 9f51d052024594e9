"""A stack of blocks, the torch side of a list of layer specs."""

from collections.abc import Sequence

from torch import Tensor, nn


class MemoryBlock(nn.Module):
    """The base of a module that looks at an encoder's output: its forward takes (x, memory)."""


class Stack(MemoryBlock):
    """Runs its blocks in order; blocks that look at an encoder's output receive it beside their input.

    Submodule `blocks.3` is block 3 of the spec, so a block's path in the spec is its module's name.
    """

    def __init__(self, blocks: Sequence[nn.Module]) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(blocks)

    def forward(self, x: Tensor, memory: Tensor | None = None) -> Tensor:
        for block in self.blocks:
            x = through(block, x, memory)
        return x


def through(block: nn.Module, x: Tensor, memory: Tensor | None = None) -> Tensor:
    """What one block of a stack answers."""
    answer: Tensor = block(x, memory) if isinstance(block, MemoryBlock) else block(x)
    return answer
