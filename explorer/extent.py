"""How many blocks an experiment has and how deep they nest: no edit takes it beyond what can be shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.input_problems import TOO_MANY_BLOCKS
from explorer.spec import Experiment
from models.layer import CompositeSpec, LayerSpec
from models.limits import MAX_BLOCKS, MAX_DEPTH
from models.network import Architecture
from models.problem import InputError
from models.problems import TOO_DEEP
from models.text import Text


@dataclass(frozen=True)
class Extent:
    """The number of blocks, those inside others too; how many composites lie in one another, and the innermost."""

    num_blocks: int
    depth: int
    innermost: CompositeSpec | None


def refuse_growth(before: Experiment, after: Experiment, place: str) -> None:
    """Check that an edit at `place` made the experiment neither too deep nor too large; what was so may stay so.

    Raises:
        InputError: when it did.
    """
    if after.architecture is before.architecture:
        return
    old, new = extent(before.architecture), extent(after.architecture)
    if new.depth > max(MAX_DEPTH, old.depth) and new.innermost is not None:
        raise InputError((TOO_DEEP.at(place, label=Text(new.innermost.label), limit=MAX_DEPTH),))
    if new.num_blocks > max(MAX_BLOCKS, old.num_blocks):
        raise InputError((TOO_MANY_BLOCKS.at(place, count=new.num_blocks, limit=MAX_BLOCKS),))


def extent(architecture: Architecture) -> Extent:
    """The extent of all networks together."""
    level: Sequence[LayerSpec] = [block for part in architecture.parts for block in getattr(architecture, part).blocks]
    num_blocks, depth, innermost = 0, 0, None
    while level:
        num_blocks += len(level)
        composites = [block for block in level if isinstance(block, CompositeSpec)]
        if composites:
            depth, innermost = depth + 1, composites[0]
        level = [block for composite in composites for block in composite.inner()]
    return Extent(num_blocks, depth, innermost)
