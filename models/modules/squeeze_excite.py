"""The torch side of squeeze and excite."""

# B batch, C channels, H height, W width

import torch
from torch import Tensor, nn


class SqueezeExcite(nn.Module):
    """(B, C, H, W) -> (B, C, H, W): every channel times its share, which lies between 0 and 1."""

    def __init__(self, channels: int, units: int) -> None:
        super().__init__()
        self.squeeze = nn.Linear(channels, units)
        self.excite = nn.Linear(units, channels)

    def forward(self, x_BCHW: Tensor) -> Tensor:
        means_BC = x_BCHW.mean((-2, -1))
        shares_BC = torch.sigmoid(self.excite(torch.relu(self.squeeze(means_BC))))
        return x_BCHW * shares_BC[:, :, None, None]
