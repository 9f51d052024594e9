"""An image as a sequence of squares."""

# B batch, C channels, H height, W width, T squares, F features

from torch import Tensor, nn


class Patches(nn.Conv2d):
    """(B, C, H, W) -> (B, T, F): a convolution whose window moves by its own side, read row by row."""

    def __init__(self, channels: int, features: int, side: int) -> None:
        super().__init__(channels, features, side, stride=side)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        return super().forward(x_BCHW).flatten(2).transpose(1, 2)
