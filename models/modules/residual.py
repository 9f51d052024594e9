"""The torch side of the residual block."""

from torch import Tensor

from models.modules.stack import Stack


class ResidualStack(Stack):
    """y = x + F(x), where F runs the blocks inside."""

    def forward(self, x: Tensor, memory: Tensor | None = None) -> Tensor:
        return x + super().forward(x, memory)
