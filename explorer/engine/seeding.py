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


def step_seed(seed: int, step: int) -> int:
    """32 bits for a generator of the step that follows so many others; neighbours have nothing in common (splitmix64).

    A generator on the processor takes no more of a seed than that.
    """
    mixed = (seed * 0x9E3779B97F4A7C15 + step * 0xD1342543DE82EF95 + 0x94D049BB133111EB) % 2**64
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 % 2**64
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB % 2**64
    return (mixed ^ mixed >> 31) >> 32
