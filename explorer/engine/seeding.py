"""Random numbers that can be named again: initial weights, batch order, dropout."""

import torch
from torch import Tensor


def seed_everything(seed: int) -> None:
    """Seed torch's global random state, which initial weights, dropout and noise draw from."""
    torch.manual_seed(seed)


def epoch_order(seed: int, epoch: int, num_samples: int) -> Tensor:
    """(num_samples,) int64: the order of the training samples in one epoch, a function of its arguments alone."""
    generator = torch.Generator().manual_seed((seed << 20) + epoch)
    return torch.randperm(num_samples, generator=generator)
