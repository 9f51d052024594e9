"""The torch side of the skip block."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from models.modules.stack import Stack


class SkipStack(Stack):
    """y = (x, F(x)) side by side along `axis`, where F runs the blocks inside."""

    def __init__(self, blocks: Sequence[nn.Module], axis: int) -> None:
        super().__init__(blocks)
        self.axis = axis

    def forward(self, x: Tensor, memory: Tensor | None = None) -> Tensor:
        return torch.cat((x, super().forward(x, memory)), self.axis)
