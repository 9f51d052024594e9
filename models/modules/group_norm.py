"""Group normalisation that also takes groups of a single value."""

import torch
from torch import Tensor, nn


class GroupNorm(nn.GroupNorm):
    """(B, C, H, W): torch's, which refuses one sample whose groups have a single value; that becomes the shift here."""

    def forward(self, x_BCHW: Tensor) -> Tensor:
        return torch.group_norm(x_BCHW, self.num_groups, self.weight, self.bias, self.eps)
