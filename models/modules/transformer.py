"""The layers of a Transformer (Vaswani et al. 2017, arXiv:1706.03762), with attention that can be seen.

B batch, T positions, S positions of the encoder's output (the memory), D features.
"""

from typing import Literal

from torch import Tensor, nn

from models.modules.attention import Attention
from models.modules.stack import MemoryBlock


class FeedForward(nn.Sequential):
    """Two dense layers at every position alike: (B, T, D) -> (B, T, D)."""

    def __init__(self, features: int, units: int, *, dropout: float, activation: Literal["relu", "gelu"]) -> None:
        function = nn.ReLU() if activation == "relu" else nn.GELU()
        widen, narrow = nn.Linear(features, units), nn.Linear(units, features)
        super().__init__(widen, function, nn.Dropout(dropout), narrow)


class EncoderLayer(nn.Module):
    """Self-attention, then a feed-forward network: (B, T, D) -> (B, T, D)."""

    def __init__(
        self,
        features: int,
        *,
        heads: int,
        ff_units: int,
        causal_length: int | None = None,
        rotary_length: int | None = None,
        dropout: float = 0.0,
        norm: Literal["first", "last"] = "last",
        activation: Literal["relu", "gelu"] = "relu",
    ) -> None:
        super().__init__()
        self.norm_first = norm == "first"
        self.attention = Attention(
            features, heads, causal_length=causal_length, rotary_length=rotary_length, dropout=dropout
        )
        self.attention_norm = nn.LayerNorm(features)
        self.feed_forward = FeedForward(features, ff_units, dropout=dropout, activation=activation)
        self.feed_forward_norm = nn.LayerNorm(features)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x_BTD: Tensor) -> Tensor:
        if self.norm_first:
            x_BTD = x_BTD + self.dropout(self.attention(self.attention_norm(x_BTD)))
            x_BTD = x_BTD + self.dropout(self.feed_forward(self.feed_forward_norm(x_BTD)))
        else:
            x_BTD = self.attention_norm(x_BTD + self.dropout(self.attention(x_BTD)))
            x_BTD = self.feed_forward_norm(x_BTD + self.dropout(self.feed_forward(x_BTD)))
        return x_BTD


class DecoderLayer(MemoryBlock):
    """Causal self-attention, cross-attention over the memory (B, S, memory_features), a feed-forward network."""

    def __init__(
        self,
        features: int,
        *,
        memory_features: int,
        heads: int,
        ff_units: int,
        causal_length: int,
        rotary_length: int | None = None,
        dropout: float = 0.0,
        norm: Literal["first", "last"] = "last",
        activation: Literal["relu", "gelu"] = "relu",
    ) -> None:
        super().__init__()
        self.norm_first = norm == "first"
        self.attention = Attention(
            features, heads, causal_length=causal_length, rotary_length=rotary_length, dropout=dropout
        )
        self.attention_norm = nn.LayerNorm(features)
        self.cross_attention = Attention(features, heads, source_features=memory_features, dropout=dropout)
        self.cross_attention_norm = nn.LayerNorm(features)
        self.feed_forward = FeedForward(features, ff_units, dropout=dropout, activation=activation)
        self.feed_forward_norm = nn.LayerNorm(features)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x_BTD: Tensor, memory_BSD: Tensor) -> Tensor:
        if self.norm_first:
            x_BTD = x_BTD + self.dropout(self.attention(self.attention_norm(x_BTD)))
            x_BTD = x_BTD + self.dropout(self.cross_attention(self.cross_attention_norm(x_BTD), memory_BSD))
            x_BTD = x_BTD + self.dropout(self.feed_forward(self.feed_forward_norm(x_BTD)))
        else:
            x_BTD = self.attention_norm(x_BTD + self.dropout(self.attention(x_BTD)))
            x_BTD = self.cross_attention_norm(x_BTD + self.dropout(self.cross_attention(x_BTD, memory_BSD)))
            x_BTD = self.feed_forward_norm(x_BTD + self.dropout(self.feed_forward(x_BTD)))
        return x_BTD
