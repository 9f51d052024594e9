"""Probe: the memory of a recurrent block while it reads the pinned sample, and the gates that guard it."""

# T positions, U units, F features, G = gates * U

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from explorer.probe import ProbeSpec, all_blocks, path_of
from explorer.problems import NOTHING_TO_SHOW
from explorer.snapshots import StatesSnapshot
from explorer.spec import Experiment
from models.problem import InputError
from models.text import Text

if TYPE_CHECKING:
    from torch import Tensor, nn

    from explorer.engine.look import Look
    from models.modules.recurrent import RecurrentLayers

Direction = Literal["forward", "backward"]


class States(ProbeSpec):
    """Hidden states over time of one layer and direction of a recurrent block, with its gates.

    torch does not tell the gates; they follow exactly from the layer's input, its hidden states and its weights.
    """

    label: ClassVar[str] = "States"
    about: ClassVar[str] = "What a recurrent block remembers while it reads the pinned sample."

    kind: Literal["states"] = "states"
    path: str = Field(
        "", title="Block", description="Which recurrent block, by its path in the experiment; empty takes the first."
    )
    layer: int = Field(0, ge=0, title="Layer", description="Which of the block's layers, counted from 0.")
    direction: Direction = Field(
        "forward", title="Direction", description="The memory that reads forward, or the one that reads backward."
    )

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return any(block.layer.kind == "recurrent" for block in all_blocks(experiment))

    def capture(self, look: "Look") -> StatesSnapshot:
        from explorer.engine.sample import array, describe

        network, module, block = self._block(look)
        layer, direction = min(self.layer, len(block.layers) - 1), int(self.direction == "backward")
        direction = min(direction, int(block.bidirectional))
        record, name = look.recorded(), f"{module}.layers.{layer}"
        input_TF = record.inputs[network][name][0][0]
        hidden_TU = record.outputs[network][name][0][0].split(block.units, -1)[direction]
        gates = _gates(block.layers[layer], input_TF, hidden_TU, direction)
        return StatesSnapshot(
            path=path_of(network, module),
            cell=block.cell,
            layer=layer,
            direction=direction,
            num_layers=len(block.layers),
            num_directions=1 + block.bidirectional,
            sample=describe(look),
            hidden=array(hidden_TU),
            gates={gate: array(values_TU) for gate, values_TU in gates.items()},
        )

    def _block(self, look: "Look") -> "tuple[str, str, RecurrentLayers]":
        from models.modules.recurrent import RecurrentLayers

        for network, stack in look.learner.networks.items():
            for name, module in stack.named_modules():
                if isinstance(module, RecurrentLayers) and self.path in ("", path_of(network, name)):
                    return network, name, module
        cause = Text("there is no recurrent block here.")
        raise InputError((NOTHING_TO_SHOW.at("architecture", view=Text(self.label), cause=cause),))


def _gates(layer: "nn.Module", input_TF: "Tensor", hidden_TU: "Tensor", direction: int) -> "dict[str, Tensor]":
    """Every gate (T, U) in reading order of the input, from what the layer read, remembered and has learned."""
    import torch
    from torch import nn
    from torch.nn import functional as F

    if direction:
        input_TF, hidden_TU = input_TF.flip(0), hidden_TU.flip(0)
    suffix = "_l0_reverse" if direction else "_l0"
    weights = {name.removesuffix(suffix): value for name, value in layer.named_parameters() if name.endswith(suffix)}
    before_TU = torch.cat([torch.zeros_like(hidden_TU[:1]), hidden_TU[:-1]])
    with torch.no_grad():
        read_TG = F.linear(input_TF, weights["weight_ih"], weights["bias_ih"])
        remembered_TG = F.linear(before_TU, weights["weight_hh"], weights["bias_hh"])
        if isinstance(layer, nn.LSTM):
            gates = _lstm_gates(read_TG + remembered_TG)
        elif isinstance(layer, nn.GRU):
            gates = _gru_gates(read_TG, remembered_TG)
        else:
            gates = {}
    return {name: values_TU.flip(0) for name, values_TU in gates.items()} if direction else gates


def _lstm_gates(scores_TG: "Tensor") -> "dict[str, Tensor]":
    """i, f, o = sigma(scores), c~ = tanh(scores), c_t = f c_{t-1} + i c~."""
    import torch

    input_TU, forget_TU, candidate_TU, output_TU = scores_TG.chunk(4, -1)
    input_TU, forget_TU, output_TU = input_TU.sigmoid(), forget_TU.sigmoid(), output_TU.sigmoid()
    candidate_TU = candidate_TU.tanh()
    cell_U, cells = torch.zeros_like(candidate_TU[0]), []
    for forget_U, added_U in zip(forget_TU, input_TU * candidate_TU, strict=True):
        cell_U = forget_U * cell_U + added_U
        cells.append(cell_U)
    return {
        "input": input_TU,
        "forget": forget_TU,
        "candidate": candidate_TU,
        "output": output_TU,
        "cell_state": torch.stack(cells),
    }


def _gru_gates(read_TG: "Tensor", remembered_TG: "Tensor") -> "dict[str, Tensor]":
    """r, z = sigma(scores), n = tanh(what is read + r * what is remembered)."""
    (read_r, read_z, read_n), (old_r, old_z, old_n) = read_TG.chunk(3, -1), remembered_TG.chunk(3, -1)
    reset_TU, update_TU = (read_r + old_r).sigmoid(), (read_z + old_z).sigmoid()
    return {"reset": reset_TU, "update": update_TU, "candidate": (read_n + reset_TU * old_n).tanh()}
