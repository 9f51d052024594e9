"""Probe: a small picture of what every block answers for the pinned sample, for the model canvas."""

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from explorer.probe import ProbeSpec, all_blocks, network_and_module
from explorer.snapshots import BlockOutputsSnapshot, FloatArray
from explorer.spec import Experiment

if TYPE_CHECKING:
    from torch import Tensor

    from explorer.engine.look import Look, Record

MAX_CHANNELS, MAX_SIDE = 16, 32  # channels of an image; pixels, positions and features of a picture
MAX_UNITS = 64
MAX_SYMBOLS = 48


class BlockOutputs(ProbeSpec):
    """Every block's output, reduced to what a card of the canvas can show; attention where a block pays it."""

    label: ClassVar[str] = "Block outputs"
    about: ClassVar[str] = "What every block answers for the pinned sample, in small."

    kind: Literal["block_outputs"] = "block_outputs"

    @classmethod
    def applies_to(cls, experiment: Experiment) -> bool:
        return bool(all_blocks(experiment))

    def capture(self, look: "Look") -> BlockOutputsSnapshot:
        from explorer.engine.sample import describe, symbols

        record = look.recorded()
        outputs, attention = {}, {}
        for block in all_blocks(look.experiment):
            network, module = network_and_module(block.path)
            weights = None if block.inner else _attention(record, network, module)
            if weights is not None:
                attention[block.path] = weights
            if module in record.outputs.get(network, {}):
                outputs[block.path] = _reduced(record.outputs[network][module][0])
        inputs, tokens = {}, {}
        for network, arguments in record.inputs.items():
            if "" not in arguments:
                continue
            received = arguments[""][0][0]
            if received.is_floating_point():
                inputs[network] = _reduced(received)
            else:
                tokens[network] = symbols(received[:MAX_SYMBOLS], look.facts)
        return BlockOutputsSnapshot(describe(look), inputs, tokens, outputs, attention)


def _attention(record: "Record", network: str, module: str) -> FloatArray | None:
    """The mean over heads of the last attention inside a block, (targets, sources); in a decoder the one to the
    encoder.
    """
    inside = [name for name in record.outputs[network] if name.startswith(f"{module}.") and name.endswith("softmax")]
    if not inside:
        return None
    weights = record.outputs[network][inside[-1]][0]
    weights = weights.mean(0) if weights.ndim == 3 else weights[None]
    reduced = _reduced(weights)
    return reduced * np.float32(weights.shape[-1] / reduced.shape[-1])  # rows still sum to 1


def _reduced(values: "Tensor | Any") -> FloatArray:
    """An image (C, H, W), a map (rows, columns) or a vector, made small by leaving out channels and averaging."""
    from torch.nn.functional import adaptive_avg_pool2d

    from explorer.engine.sample import array

    if values.ndim == 1:
        return array(values[:MAX_UNITS])
    if values.ndim == 3:
        values = values[:MAX_CHANNELS]
    height, width = values.shape[-2:]
    if max(height, width) > MAX_SIDE:
        values = adaptive_avg_pool2d(values[None].float(), (min(height, MAX_SIDE), min(width, MAX_SIDE)))[0]
    return array(values)
