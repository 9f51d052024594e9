"""The largest value over positions and over pixels.

B batch, C channels, H height, W width, T positions, F features.
"""

from torch import Tensor, nn


class GlobalMaximum(nn.Module):
    """(B, C, H, W) -> (B, C), the largest value of every channel."""

    def forward(self, x_BCHW: Tensor) -> Tensor:
        return x_BCHW.amax((2, 3))


class MaxOverPositions(nn.Module):
    """(B, T, F) -> (B, F), the largest value of every feature."""

    def forward(self, x_BTF: Tensor) -> Tensor:
        return x_BTF.amax(1)
