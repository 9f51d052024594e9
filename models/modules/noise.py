"""Noise that is there while training only."""

import torch
from torch import Tensor, nn


class Noise(nn.Module):
    """y = x + deviation * normal noise while training, y = x in evaluation; any shape."""

    def __init__(self, deviation: float) -> None:
        super().__init__()
        self.deviation = deviation

    def forward(self, x: Tensor) -> Tensor:
        return x + self.deviation * torch.randn_like(x) if self.training else x
