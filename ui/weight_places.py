"""Where a number of a weight stands: what its indices are called, and which unit of the block's output it feeds."""

from collections.abc import Sequence

from models.resolve import ResolvedBlock
from ui.text import tr

OUTPUT_AXES = {"dense": 0, "conv1d": 0, "conv2d": 0, "conv_transpose2d": 1, "embedding": 1}  # of `weight`, by block


def output_axis(block: ResolvedBlock | None, weight: str, shape: Sequence[int]) -> int | None:
    """The axis of a block's weight that counts the features of its output; None where there is none.

    A block of blocks has none: what its weights feed is not yet what it answers.
    """
    if block is None or block.out_port is None or block.layer.kind not in OUTPUT_AXES:
        return None
    axis = {"weight": OUTPUT_AXES[block.layer.kind], "bias": 0}.get(weight)
    fits = axis is not None and axis < len(shape) and shape[axis] == block.out_port.features
    return axis if fits else None


def index_words(block: ResolvedBlock | None, weight: str, shape: Sequence[int]) -> list[str]:
    """What every index of a weight counts."""
    kind = block.layer.kind if block is not None else ""
    own = {
        ("dense", "weight"): [tr("output"), tr("input")],
        ("embedding", "weight"): [tr("symbol"), tr("feature")],
        ("conv2d", "weight"): [tr("output channel"), tr("input channel"), tr("row"), tr("column")],
        ("conv1d", "weight"): [tr("output channel"), tr("input channel"), tr("position")],
        ("conv_transpose2d", "weight"): [tr("input channel"), tr("output channel"), tr("row"), tr("column")],
    }.get((kind, weight), [tr("unit")] if weight == "bias" else [])
    known = own if len(own) == len(shape) else []
    return known or [tr("index {number}", number=number + 1) for number in range(len(shape))]
