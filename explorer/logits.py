"""What must not stand at the end of a network whose loss works on logits, and what mixes a batch's samples."""

from explorer.problems import BATCH_MIXED, SCORE_BOUNDED, SQUASHED_TWICE
from models.layers.activation import Activation
from models.layers.batch_norm import BatchNorm
from models.layers.flatten import Flatten
from models.layers.reshape import Reshape
from models.options import OPTION_LABELS
from models.problem import Problem
from models.resolve import ResolvedBlock, ResolvedNetwork
from models.text import Text

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
    """The activation through which every output goes, with its function; reshaping after it changes no value."""
    values = [block for block in network.blocks if not isinstance(block.layer, Flatten | Reshape)]
    last = values[-1] if values else None
    return (last, last.layer.function) if last is not None and isinstance(last.layer, Activation) else None
