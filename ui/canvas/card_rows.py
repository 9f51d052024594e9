"""What stands on a card: the words of its block, of those that share it, or of a network's input."""

from dataclasses import replace

from models.resolve import ResolvedBlock, ResolvedNetwork
from models.text import shown
from ui.canvas.layout import Card
from ui.editors.block_row import BlockRow, block_row, shape_text
from ui.editors.facts import Facts
from ui.text import tr


def card_row(card: Card, facts: Facts) -> BlockRow:
    """The words of a card."""
    if card.block is None:
        return _input_row(facts.resolved.networks[card.path.removeprefix("architecture.")])
    blocks = (card.block, *card.attached)
    row = block_row(card.block, [problem for one in blocks for problem in facts.problems_of(one.path)])
    if not card.attached:
        return row
    names = [row.caption, *map(_name_beside, card.attached)]
    count = sum(one.num_params for one in blocks)
    return replace(
        row,
        caption=" · ".join(filter(None, names)),
        shape=shape_text(blocks[-1].out_port),
        num_params=shown(count) if count else "",
    )


def _name_beside(block: ResolvedBlock) -> str:
    """What a block is called on the card of another one: an activation is known by its function."""
    row = block_row(block)
    return row.caption if block.layer.kind == "activation" else row.title


def _input_row(network: ResolvedNetwork) -> BlockRow:
    title = tr("Noise") if network.name == "generator" else tr("Input")
    return BlockRow(f"architecture.{network.name}", title, "", shape_text(network.in_port), "")
