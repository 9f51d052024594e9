"""The torch side of the repeat block."""

from collections.abc import Sequence

from torch import Tensor, nn

from models.modules.stack import Stack


class RepeatedStack(Stack):
    """Runs its stacks in a row: `blocks.3` is block 3 of the first, `copies.0.blocks.3` that of the second."""

    def __init__(self, stacks: Sequence[Sequence[nn.Module]]) -> None:
        super().__init__(stacks[0])
        self.copies = nn.ModuleList(Stack(blocks) for blocks in stacks[1:])

    def forward(self, x: Tensor, memory: Tensor | None = None) -> Tensor:
        x = super().forward(x, memory)
        for copy in self.copies:
            x = copy(x, memory)
        return x
