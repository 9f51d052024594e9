"""Recurrent layers, one module each, so that every layer's hidden sequence can be seen.

B batch, T positions, F features, H units times directions.
"""

from collections.abc import Callable
from functools import partial
from typing import Literal

import torch
from torch import Tensor, nn

Cell = Literal["simple", "lstm", "gru"]


class RecurrentLayers(nn.Module):
    """(B, T, F) -> (B, H) or (B, T, H).

    Submodule `layers.1` is torch's own RNN, LSTM or GRU of one layer; it returns (hidden (B, T, H), final state).
    Numbers per layer are torch's multi-layer ones: `layers.1.weight_ih_l0` is its `weight_ih_l1`.
    """

    def __init__(
        self,
        features: int,
        units: int,
        *,
        cell: Cell,
        layers: int = 1,
        bidirectional: bool = False,
        output: Literal["last", "sequence"] = "last",
        dropout: float = 0.0,
        nonlinearity: Literal["tanh", "relu"] = "tanh",
    ) -> None:
        super().__init__()
        self.cell = cell
        self.units = units
        self.bidirectional = bidirectional
        self.returns_sequence = output == "sequence"
        kinds: dict[Cell, Callable[..., nn.RNNBase]] = {"simple": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
        make = partial(nn.RNN, nonlinearity=nonlinearity) if cell == "simple" else kinds[cell]
        width = units * (1 + bidirectional)
        self.layers = nn.ModuleList(
            make(features if index == 0 else width, units, batch_first=True, bidirectional=bidirectional)
            for index in range(layers)
        )
        self.dropout = nn.Dropout(dropout)

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
