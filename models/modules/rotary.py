"""Rotary positions: every pair of features is turned by an angle that grows with the position (arXiv:2104.09864).

B batch, H heads, T positions, E features per head, P = E / 2 pairs, L the most positions a sequence may have.
"""

import torch
from torch import Tensor, nn


class Rotary(nn.Module):
    """(B, H, T, E) -> (B, H, T, E): features 2i and 2i + 1 turned by t / 10000^(2i / E).

    The product of a turned question and a turned key then depends on the distance of their positions alone.
    """

    cos: Tensor  # (L, P)
    sin: Tensor

    def __init__(self, length: int, features: int) -> None:
        super().__init__()
        positions_L1 = torch.arange(length, dtype=torch.float64)[:, None]
        even_P = torch.arange(0, features, 2, dtype=torch.float64)
        angles_LP = positions_L1 / 10000.0 ** (even_P / features)
        self.register_buffer("cos", angles_LP.cos().float(), persistent=False)
        self.register_buffer("sin", angles_LP.sin().float(), persistent=False)

    def forward(self, x_BHTE: Tensor) -> Tensor:
        length = x_BHTE.shape[-2]
        cos_TP, sin_TP = self.cos[:length], self.sin[:length]
        first_BHTP, second_BHTP = x_BHTE[..., 0::2], x_BHTE[..., 1::2]
        turned = (first_BHTP * cos_TP - second_BHTP * sin_TP, first_BHTP * sin_TP + second_BHTP * cos_TP)
        return torch.stack(turned, -1).flatten(-2)
