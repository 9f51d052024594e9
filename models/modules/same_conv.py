"""A convolution that keeps the image's size also where its window has no middle.

B batch, C channels, H height, W width.
"""

from torch import Tensor, nn
from torch.nn import functional as F


class SameConv2d(nn.Conv2d):
    """(B, C, H, W) -> (B, out_channels, H, W), with zeros around; an even window has one more right and below.

    The same as torch's padding="same", which warns about even windows.
    """

    def __init__(
        self, in_channels: int, out_channels: int, kernel_size: int, *, groups: int = 1, bias: bool = True
    ) -> None:
        super().__init__(in_channels, out_channels, kernel_size, groups=groups, bias=bias)
        before = (kernel_size - 1) // 2
        after = kernel_size - 1 - before
        self.around = (before, after, before, after)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        return super().forward(F.pad(x_BCHW, self.around))
