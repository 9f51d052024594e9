"""Convolution along a sequence."""

# B batch, T positions, F features, C output channels

from torch import Tensor, nn
from torch.nn import functional as F


class SequenceConv(nn.Conv1d):
    """(B, T, F) -> (B, T', C): torch's Conv1d with positions before features, and zeros before and after."""

    def __init__(
        self,
        features: int,
        channels: int,
        kernel_size: int,
        *,
        stride: int = 1,
        zeros: tuple[int, int],
        bias: bool = True,
    ) -> None:
        super().__init__(features, channels, kernel_size, stride, bias=bias)
        self.zeros = zeros

    def forward(self, x_BTF: Tensor) -> Tensor:
        return super().forward(F.pad(x_BTF.transpose(1, 2), self.zeros)).transpose(1, 2)
