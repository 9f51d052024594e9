"""The blocks that a view offers: what they are called, and which one is looked at first."""

from collections.abc import Sequence

from models.resolve import ResolvedBlock
from ui.text import tr

# Kinds of blocks that belong to the one before them; dropout and noise pass on what they get while somebody looks.
CHANGING = frozenset({"activation", "batch_norm", "layer_norm", "group_norm", "instance_norm"})
BELONGING = CHANGING | {"dropout", "noise"}


def block_label(block: ResolvedBlock) -> str:
    """The block as the list of blocks shows it: its label, caption and output shape, inner ones indented."""
    depth = block.path.count(".blocks.") - 1
    shape = "×".join(str(size) for size in block.out_port.shape) if block.out_port else "?"
    caption = f" {block.layer.caption()}" if block.layer.caption() else ""
    return f"{'  ' * depth}{tr(type(block.layer).label)}{caption} · {shape}"


def place_of(previous: ResolvedBlock | None, blocks: Sequence[ResolvedBlock]) -> int:
    """Where the block stands that was chosen before, if there is one of its kind at its path; else the first answer."""
    if previous is not None:
        for place, block in enumerate(blocks):
            if (block.path, block.layer.kind) == (previous.path, previous.layer.kind):
                return place
    return first_answer(blocks)


def first_answer(blocks: Sequence[ResolvedBlock]) -> int:
    """The place of the first block that learns, with the normalisation and activation that follow it; 0 without one."""
    learning = [place for place, block in enumerate(blocks) if block.num_params]
    if not learning:
        return 0
    last = learning[0]
    while last + 1 < len(blocks) and blocks[last + 1].layer.kind in CHANGING:
        last += 1
    return last
