"""The torch side of the cosine head.

B batch (and positions), F features, K outputs.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class CosineLinear(nn.Module):
    """(B, F) -> (B, K): scale * cos(w_k, x); weights start as those of a dense layer."""

    scale: Tensor  # a single number, learned or not

    def __init__(self, features: int, units: int, *, scale: float, learn_scale: bool = True) -> None:
        super().__init__()
        self.weight = nn.Parameter(nn.Linear(features, units, bias=False).weight.detach())
        first = torch.tensor(scale)
        if learn_scale:
            self.scale = nn.Parameter(first)
        else:
            self.register_buffer("scale", first)

    def forward(self, x_BF: Tensor) -> Tensor:
        return self.scale * F.linear(F.normalize(x_BF, dim=-1), F.normalize(self.weight, dim=-1))
