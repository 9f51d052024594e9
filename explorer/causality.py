"""Which blocks let a position of a sequence see what comes after it, where that is just what is to be told."""

from explorer.problems import LOOKS_AHEAD
from models.layer import CompositeSpec
from models.problem import Problem
from models.resolve import ResolvedBlock, ResolvedNetwork
from models.text import Text


def looking_ahead(network: ResolvedNetwork, objective: str) -> list[Problem]:
    """Every block through which later tokens reach an answer about them; `objective` is its label.

    Of a network that gives no sequence there is something else to tell.
    """
    if network.out_port is None or network.out_port.kind != "sequence":
        return []
    label = Text(objective)
    ahead = [block for block in network.flat() if _looks_ahead(block)]
    return [LOOKS_AHEAD.at(block.path, label=Text(block.layer.label), objective=label) for block in ahead]


def _looks_ahead(block: ResolvedBlock) -> bool:
    """Whether a place of the block's output sees later positions; one that is no position sees all of them."""
    port, out = block.in_port, block.out_port
    if port is None or out is None or isinstance(block.layer, CompositeSpec):
        return False
    if port.kind not in ("sequence", "tokens") or port.shape[0] == 1:
        return False
    return out.kind != "sequence" or block.layer.looks_ahead(port)
