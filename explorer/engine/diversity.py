"""How much of the variety of real samples a generator makes: counted over the kinds of samples that real ones form."""

# N samples, K kinds, F values of a sample

import torch
from torch import Tensor

NUM_KINDS = 16
NUM_ROUNDS = 8
ENOUGH = 0.2  # a kind that is made a fifth as often as it is real counts as made


class Kinds:
    """Real samples in groups that lie together, as k-means (Lloyd 1957) finds them.

    Counting made samples per group is Richardson and Weiss's way to see collapse (2018, arXiv:1805.12462).
    """

    def __init__(self, real_NF: Tensor, num_kinds: int = NUM_KINDS) -> None:
        self._centres_KF = _spread_out(real_NF, min(num_kinds, len(real_NF)))
        for _ in range(NUM_ROUNDS):
            self._centres_KF = self._means(real_NF)
        self._shares_K = self._counted(real_NF)

    def diversity(self, made_NF: Tensor) -> Tensor:
        """() the share of kinds, weighted by how frequent they are, that are made often enough; 0 to 1."""
        enough_K = self._counted(made_NF) >= ENOUGH * self._shares_K
        return (self._shares_K * enough_K).sum()

    def _counted(self, samples_NF: Tensor) -> Tensor:
        """(K,) the share of samples of each kind."""
        kinds_N = torch.cdist(samples_NF, self._centres_KF).argmin(1)
        return kinds_N.bincount(minlength=len(self._centres_KF)) / len(samples_NF)

    def _means(self, real_NF: Tensor) -> Tensor:
        kinds_N = torch.cdist(real_NF, self._centres_KF).argmin(1)
        counts_K = kinds_N.bincount(minlength=len(self._centres_KF))
        sums_KF = torch.zeros_like(self._centres_KF).index_add_(0, kinds_N, real_NF)
        return torch.where(counts_K[:, None] > 0, sums_KF / counts_K[:, None].clamp(min=1), self._centres_KF)


def _spread_out(real_NF: Tensor, num_kinds: int) -> Tensor:
    """(K, F) samples far from each other: the first one, then always the one farthest from all chosen."""
    chosen = [real_NF[0]]
    nearest_N = (real_NF - chosen[0]).norm(dim=1)
    for _ in range(num_kinds - 1):
        chosen.append(real_NF[nearest_N.argmax()])
        nearest_N = nearest_N.minimum((real_NF - chosen[-1]).norm(dim=1))
    return torch.stack(chosen)
