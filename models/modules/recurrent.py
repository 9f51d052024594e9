"""Recurrent layers, one module each, so that every layer's hidden sequence can be seen.

B batch, T positions, F features, H units times directions.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from models.layers.recurrent import Recurrent


class RecurrentLayers(nn.Module):
    """(B, T, F) -> (B, H) or (B, T, H).

    Submodule `layers.1` is torch's own RNN, LSTM or GRU of one layer; it returns (hidden (B, T, H), final state).
    Numbers per layer are torch's multi-layer ones: `layers.1.weight_ih_l0` is its `weight_ih_l1`.
    """

    def __init__(self, spec: "Recurrent", features: int) -> None:
        super().__init__()
        self.cell = spec.cell
        self.units = spec.units
        self.bidirectional = spec.bidirectional
        self.returns_sequence = spec.output == "sequence"
        width = spec.units * (1 + spec.bidirectional)
        self.layers = nn.ModuleList(_layer(spec, features if index == 0 else width) for index in range(spec.layers))
        self.dropout = nn.Dropout(spec.dropout)

    def forward(self, x_BTF: Tensor) -> Tensor:
        hidden_BTH: Tensor = self.layers[0](x_BTF)[0]
        for layer in self.layers[1:]:
            hidden_BTH = layer(self.dropout(hidden_BTH))[0]
        return hidden_BTH if self.returns_sequence else self._last(hidden_BTH)

    def _last(self, hidden_BTH: Tensor) -> Tensor:
        """What each direction knows when it has read everything: the forward one at the end, the other at the start."""
        if not self.bidirectional:
            return hidden_BTH[:, -1]
        return torch.cat([hidden_BTH[:, -1, : self.units], hidden_BTH[:, 0, self.units :]], dim=-1)


def _layer(spec: "Recurrent", features: int) -> nn.RNNBase:
    if spec.cell == "simple":
        return nn.RNN(
            features,
            spec.units,
            nonlinearity=spec.nonlinearity,
            batch_first=True,
            bidirectional=spec.bidirectional,
        )
    make: Callable[..., nn.RNNBase] = nn.LSTM if spec.cell == "lstm" else nn.GRU
    return make(features, spec.units, batch_first=True, bidirectional=spec.bidirectional)
