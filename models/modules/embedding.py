"""A learned vector for every symbol, optionally scaled by the square root of its length.

B batch, T positions, D features.
"""

from math import sqrt

from torch import Tensor, nn


class ScaledEmbedding(nn.Embedding):
    """(B, T) of integers -> (B, T, D), rows times the square root of D; they start with deviation 1 after scaling."""

    def reset_parameters(self) -> None:
        nn.init.normal_(self.weight, std=self.embedding_dim**-0.5)

    def forward(self, tokens_BT: Tensor) -> Tensor:
        return super().forward(tokens_BT) * sqrt(self.embedding_dim)
