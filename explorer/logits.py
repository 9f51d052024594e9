"""What must not stand at the end of a network whose loss works on logits, and what mixes a batch's samples."""

from collections.abc import Iterator, Sequence

from explorer.problems import BATCH_MIXED, SCORE_BOUNDED, SQUASHED_TWICE
from models.layers.activation import Activation
from models.layers.adaptive_avg_pool2d import AdaptiveAvgPool2d
from models.layers.avg_pool2d import AvgPool2d
from models.layers.batch_norm import BatchNorm
from models.layers.dropout import Dropout
from models.layers.flatten import Flatten
from models.layers.global_avg_pool import GlobalAvgPool
from models.layers.global_max_pool import GlobalMaxPool
from models.layers.max_pool2d import MaxPool2d
from models.layers.max_positions import MaxPositions
from models.layers.mean_positions import MeanPositions
from models.layers.noise import Noise
from models.layers.repeat import Repeat
from models.layers.reshape import Reshape
from models.layers.unflatten import Unflatten
from models.layers.upsample import Upsample
from models.options import OPTION_LABELS
from models.problem import Problem
from models.resolve import ResolvedBlock, ResolvedNetwork
from models.text import Text

# What stays between the bounds of what it receives, at least in evaluation.
KEEPS_BOUNDS = (
    Flatten, Reshape, Unflatten, Upsample, Dropout, Noise, MaxPool2d, AvgPool2d, AdaptiveAvgPool2d, GlobalAvgPool,
    GlobalMaxPool, MeanPositions, MaxPositions,
)  # fmt: skip
SQUASHING = ("sigmoid", "softmax")
BOUNDED = ("sigmoid", "softmax", "tanh")


def squashed_twice(network: ResolvedNetwork, objective: str) -> list[Problem]:
    """A sigmoid or softmax at the end, before a loss that applies it itself; `objective` is its label."""
    block = _last_activation(network)
    if block is None or block[1] not in SQUASHING:
        return []
    function = Text(OPTION_LABELS[block[1]])
    return [SQUASHED_TWICE.at(block[0].path, function=function, objective=Text(objective))]


def bounded(network: ResolvedNetwork, loss: str) -> list[Problem]:
    """An activation at the end that keeps scores within bounds, before a loss that needs them free."""
    block = _last_activation(network)
    if block is None or block[1] not in BOUNDED:
        return []
    return [SCORE_BOUNDED.at(block[0].path, function=Text(OPTION_LABELS[block[1]]), loss=Text(loss))]


def batch_mixed(network: ResolvedNetwork, loss: str) -> list[Problem]:
    """Every block through which a sample's score depends on the other samples of its batch."""
    mixing = [block for block in network.flat() if isinstance(block.layer, BatchNorm)]
    return [BATCH_MIXED.at(block.path, label=Text(block.layer.label), loss=Text(loss)) for block in mixing]


def _last_activation(network: ResolvedNetwork) -> tuple[ResolvedBlock, str] | None:
    """The activation through which every output goes, with its function, whatever keeps its bounds after it."""
    last = next((block for block in _backwards(network.blocks) if not isinstance(block.layer, KEEPS_BOUNDS)), None)
    return (last, last.layer.function) if last is not None and isinstance(last.layer, Activation) else None


def _backwards(blocks: Sequence[ResolvedBlock]) -> Iterator[ResolvedBlock]:
    """The blocks from the last to the first, those of a repeat in its place."""
    for block in reversed(blocks):
        if isinstance(block.layer, Repeat):
            yield from _backwards(block.inner)
        else:
            yield block
