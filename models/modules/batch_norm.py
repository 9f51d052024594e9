"""Batch normalisation that also takes sequences, and single samples.

B batch, C channels, H height, W width, T positions, F features.
"""

from torch import Tensor, nn
from torch.nn import functional as F


class ImageBatchNorm(nn.BatchNorm2d):
    """(B, C, H, W): every channel over the batch and all pixels."""

    def forward(self, x_BCHW: Tensor) -> Tensor:
        return super().forward(x_BCHW) if _has_spread(x_BCHW) else _with_running(self, x_BCHW)


class VectorBatchNorm(nn.BatchNorm1d):
    """(B, F): every feature over the batch."""

    def forward(self, x_BF: Tensor) -> Tensor:
        return super().forward(x_BF) if _has_spread(x_BF) else _with_running(self, x_BF)


class SequenceBatchNorm(VectorBatchNorm):
    """(B, T, F): every feature over the batch and all positions."""

    def forward(self, x_BTF: Tensor) -> Tensor:
        return super().forward(x_BTF.flatten(0, 1)).view_as(x_BTF)


def _has_spread(x: Tensor) -> bool:
    """One value per feature, such as a last batch of one sample, has no deviation."""
    return x.numel() > x.shape[1]


def _with_running(norm: nn.BatchNorm1d | nn.BatchNorm2d, x: Tensor) -> Tensor:
    return F.batch_norm(x, norm.running_mean, norm.running_var, norm.weight, norm.bias, eps=norm.eps)
