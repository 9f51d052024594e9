"""Attention written out, with the softmax as a submodule, so that a hook on it sees the weights.

B batch, T targets (positions that ask), S sources (positions that are looked at), D features, H heads,
E features per head, N = B * H, U units.
"""

import torch
from torch import Tensor, nn

from models.modules.rotary import Rotary


class Attention(nn.Module):
    """softmax(Q K^T / sqrt(E)) V in every head, heads side by side, then mixed: (B, T, D) -> (B, T, D).

    Looks at its own input, or at `source` (B, S, source_features) when that is given. Submodule `softmax` gives the
    weights (B, H, T, S), whose rows sum to 1; dropout comes after it. With `causal_length` (the longest sequence)
    a position sees only itself and what stands before it; with `rotary_length` (the same) questions and keys are
    turned by their positions.
    """

    mask: Tensor | None  # (T, S), added to the scores

    def __init__(
        self,
        features: int,
        num_heads: int,
        *,
        source_features: int | None = None,
        causal_length: int | None = None,
        rotary_length: int | None = None,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.num_heads = num_heads
        self.causal = causal_length is not None
        self.scale = (features // num_heads) ** -0.5
        self.query = nn.Linear(features, features)
        self.key = nn.Linear(source_features or features, features)
        self.value = nn.Linear(source_features or features, features)
        self.rotary = None if rotary_length is None else Rotary(rotary_length, features // num_heads)
        self.softmax = nn.Softmax(dim=-1)
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(features, features)
        mask = None if causal_length is None else causal_mask(causal_length)
        self.register_buffer("mask", mask, persistent=False)
        self._initialise()

    def forward(self, x_BTD: Tensor, source_BSD: Tensor | None = None) -> Tensor:
        source_BSD = x_BTD if source_BSD is None else source_BSD
        query_BHTE = self._split(self.query(x_BTD))
        key_BHSE = self._split(self.key(source_BSD))
        value_BHSE = self._split(self.value(source_BSD))
        if self.rotary is not None:
            query_BHTE, key_BHSE = self.rotary(query_BHTE), self.rotary(key_BHSE)
        weights_BHTS = self.dropout(self.softmax(self._scores(query_BHTE, key_BHSE)))
        mixed_BHTE = weights_BHTS @ value_BHSE
        out_BTD: Tensor = self.out(mixed_BHTE.transpose(1, 2).flatten(2))
        return out_BTD

    def _split(self, x_BTD: Tensor) -> Tensor:
        num_samples, length, features = x_BTD.shape
        return x_BTD.view(num_samples, length, self.num_heads, features // self.num_heads).transpose(1, 2)

    def _scores(self, query_BHTE: Tensor, key_BHSE: Tensor) -> Tensor:
        scores_BHTS: Tensor = (query_BHTE * self.scale) @ key_BHSE.transpose(-2, -1)
        if self.mask is None:
            return scores_BHTS
        num_targets, num_sources = scores_BHTS.shape[-2:]
        return scores_BHTS.add_(self.mask[:num_targets, :num_sources])  # in place: the product is needed nowhere else

    def _initialise(self) -> None:
        """Xavier's uniform weights for query, key and value, and no bias at first, as torch's attention starts."""
        for linear in (self.query, self.key, self.value):
            nn.init.xavier_uniform_(linear.weight)
        for linear in (self.query, self.key, self.value, self.out):
            nn.init.zeros_(linear.bias)


class AttentionPooling(nn.Module):
    """Additive attention over positions: (B, T, D) -> (B, D) (Bahdanau et al. 2014, arXiv:1409.0473).

    The score of a position is v^T tanh(W x + b); submodule `softmax` gives the weights (B, T), which sum to 1.
    """

    def __init__(self, features: int, units: int) -> None:
        super().__init__()
        self.hidden = nn.Linear(features, units)
        self.score = nn.Linear(units, 1, bias=False)
        self.softmax = nn.Softmax(dim=-1)

    def forward(self, x_BTD: Tensor) -> Tensor:
        scores_BT1 = self.score(self.hidden(x_BTD).tanh())
        weights_BT: Tensor = self.softmax(scores_BT1.squeeze(-1))
        return torch.bmm(weights_BT[:, None], x_BTD).squeeze(1)


def causal_mask(length: int) -> Tensor:
    """(length, length): 0 where a row may look, minus infinity at columns after it."""
    return torch.full((length, length), float("-inf")).triu(1)
