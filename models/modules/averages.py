"""Means over a whole image or sequence.

B batch, C channels, H height, W width, T positions, F features.
"""

from torch import Tensor, nn


class GlobalAverage(nn.Module):
    """(B, C, H, W) -> (B, C), the mean of every channel."""

    def forward(self, x_BCHW: Tensor) -> Tensor:
        return x_BCHW.mean((2, 3))


class MeanOverPositions(nn.Module):
    """(B, T, F) -> (B, F), the mean over all positions."""

    def forward(self, x_BTF: Tensor) -> Tensor:
        return x_BTF.mean(1)
