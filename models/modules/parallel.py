"""The torch side of the parallel block."""

from collections.abc import Sequence
from functools import reduce

import torch
from torch import Tensor, nn

from models.modules.stack import MemoryBlock, Stack


class ParallelStacks(MemoryBlock):
    """y = F1(x) + F2(x) + ..., or all of them side by side along their features; `branches.1` is the second one."""

    def __init__(self, branches: Sequence[Sequence[nn.Module]], *, adds: bool) -> None:
        super().__init__()
        self.branches = nn.ModuleList(Stack(blocks) for blocks in branches)
        self.adds = adds

    def forward(self, x: Tensor, memory: Tensor | None = None) -> Tensor:
        answers: list[Tensor] = [branch(x, memory) for branch in self.branches]
        if self.adds:
            return reduce(torch.add, answers)
        return torch.cat(answers, 1 if answers[0].ndim == 4 else -1)
