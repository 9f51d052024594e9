"""Our recurrent layers are torch's, one module per layer."""

from itertools import product
from typing import Literal

import pytest
import torch
from torch import Tensor, nn

from models.layers import Recurrent
from models.modules.recurrent import RecurrentLayers
from models.port import Context, Port

Cell = Literal["simple", "lstm", "gru"]
PORT = Port("sequence", (7, 3))
TORCHS = {"simple": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


def pair(spec: Recurrent) -> tuple[RecurrentLayers, nn.RNNBase]:
    """Ours, and torch's with the same weights."""
    own = spec.build(PORT, Context())
    assert isinstance(own, RecurrentLayers)
    nonlinearity = {"nonlinearity": spec.nonlinearity} if spec.cell == "simple" else {}
    theirs = TORCHS[spec.cell](
        3, spec.units, spec.layers, batch_first=True, bidirectional=spec.bidirectional, **nonlinearity
    )
    weights = {
        name.replace("_l0", f"_l{index}"): value
        for index, layer in enumerate(own.layers)
        for name, value in layer.state_dict().items()
    }
    theirs.load_state_dict(weights)
    return own, theirs


@pytest.mark.parametrize(("cell", "layers", "both"), list(product(TORCHS, (1, 3), (False, True))))
def test_the_whole_sequence_equals_torchs(cell: Cell, layers: int, both: bool) -> None:
    own, theirs = pair(Recurrent(cell=cell, units=4, layers=layers, bidirectional=both, output="sequence"))
    x_BTF = torch.randn(2, 7, 3)
    torch.testing.assert_close(own(x_BTF), theirs(x_BTF)[0])


@pytest.mark.parametrize(("cell", "layers", "both"), list(product(TORCHS, (1, 2), (False, True))))
def test_the_last_output_is_the_final_state_of_the_last_layer(cell: Cell, layers: int, both: bool) -> None:
    own, theirs = pair(Recurrent(cell=cell, units=4, layers=layers, bidirectional=both))
    x_BTF = torch.randn(2, 7, 3)
    state = theirs(x_BTF)[1]
    final: Tensor = state[0] if cell == "lstm" else state
    expected = torch.cat([final[-2], final[-1]], dim=-1) if both else final[-1]
    torch.testing.assert_close(own(x_BTF), expected)


def test_the_simple_cell_can_use_relu() -> None:
    own, theirs = pair(Recurrent(cell="simple", units=4, nonlinearity="relu", output="sequence"))
    x_BTF = torch.randn(2, 7, 3)
    hidden = own(x_BTF)
    torch.testing.assert_close(hidden, theirs(x_BTF)[0])
    assert hidden.min() == 0


def test_every_layers_hidden_sequence_can_be_seen() -> None:
    own, _ = pair(Recurrent(units=4, layers=2))
    seen: list[Tensor] = []
    for layer in own.layers:
        layer.register_forward_hook(lambda _module, _inputs, output: seen.append(output[0]))
    out = own(torch.randn(2, 7, 3))
    assert [tuple(hidden.shape) for hidden in seen] == [(2, 7, 4), (2, 7, 4)]
    assert torch.equal(out, seen[1][:, -1])


def test_dropout_stands_between_layers_and_only_while_training() -> None:
    own = Recurrent(units=4, layers=2, dropout=0.5).build(PORT, Context())
    x_BTF = torch.randn(2, 7, 3)
    assert not torch.equal(own(x_BTF), own(x_BTF))
    own.eval()
    assert torch.equal(own(x_BTF), own(x_BTF))
    single = Recurrent(units=4, layers=1, dropout=0.5).build(PORT, Context())
    assert torch.equal(single(x_BTF), single(x_BTF))
