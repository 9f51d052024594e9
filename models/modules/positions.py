"""Patterns added to a sequence that tell every position where it is.

B batch, T positions, D features, L the most positions a sequence may have.
"""

import torch
from torch import Tensor, nn


def sinusoidal_table(length: int, features: int) -> Tensor:
    """(length, features): sin(t / 10000^(2i / features)) at 2i, cos of the same at 2i + 1 (arXiv:1706.03762)."""
    positions_L1 = torch.arange(length, dtype=torch.float64)[:, None]
    even_E = torch.arange(0, features, 2, dtype=torch.float64)
    angles_LE = positions_L1 / 10000.0 ** (even_E / features)
    table_LD = torch.stack([angles_LE.sin(), angles_LE.cos()], dim=-1).flatten(1)[:, :features]
    return table_LD.float()


class SinusoidalPositions(nn.Module):
    """(B, T, D) -> (B, T, D), plus fixed waves."""

    table: Tensor  # (L, D)

    def __init__(self, length: int, features: int) -> None:
        super().__init__()
        self.register_buffer("table", sinusoidal_table(length, features), persistent=False)

    def forward(self, x_BTD: Tensor) -> Tensor:
        return x_BTD + self.table[: x_BTD.shape[1]]


class LearnedPositions(nn.Module):
    """(B, T, D) -> (B, T, D), plus a learned vector per position, at first of deviation 1 like an embedding's."""

    def __init__(self, length: int, features: int) -> None:
        super().__init__()
        self.table = nn.Parameter(torch.randn(length, features))  # (L, D)

    def forward(self, x_BTD: Tensor) -> Tensor:
        return x_BTD + self.table[: x_BTD.shape[1]]
