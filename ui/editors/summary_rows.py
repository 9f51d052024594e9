"""The rows of the summary: every block short, an activation drawn together with the block before it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.layers.activation import Activation
from models.resolve import ResolvedBlock
from ui.editors.block_row import BlockRow, Signs, block_row, branch_title, no_signs
from ui.editors.facts import Facts
from ui.editors.network_words import network_label
from ui.widgets.change_signs import SignName

INDENT = "   "


@dataclass(frozen=True)
class SummaryRow:
    """A row, and the paths of all blocks that it stands for; the name of a network or branch stands for none."""

    row: BlockRow
    paths: tuple[str, ...]


def summary_rows(facts: Facts, signs: Signs = no_signs) -> list[SummaryRow]:
    """All rows of all networks, their names above where there is more than one."""
    networks = facts.resolved.networks
    rows: list[SummaryRow] = []
    for name, network in networks.items():
        if len(networks) > 1:
            rows.append(SummaryRow(BlockRow("", network_label(name), "", "", ""), ()))
        rows.extend(_rows(network.blocks, facts, 0, signs))
    return rows


def _rows(blocks: Sequence[ResolvedBlock], facts: Facts, depth: int, signs: Signs) -> Iterator[SummaryRow]:
    index = 0
    while index < len(blocks):
        block = blocks[index]
        follower = blocks[index + 1] if index + 1 < len(blocks) else None
        joined = follower is not None and _goes_with(block, follower, facts)
        yield _row(block, follower if joined else None, facts, depth, signs)
        for name, inner in block.inner_stacks().items():
            if title := branch_title(name):
                yield SummaryRow(BlockRow("", INDENT * (depth + 1) + title, "", "", ""), ())
            yield from _rows(inner, facts, depth + 1, signs)
        index += 2 if joined else 1


def _goes_with(block: ResolvedBlock, follower: ResolvedBlock, facts: Facts) -> bool:
    """Whether both share a row: an activation without problems after a block that is none itself.

    What else may belong to the block has settings of its own, and a row to choose it by.
    """
    activation = isinstance(follower.layer, Activation) and not isinstance(block.layer, Activation)
    return activation and not block.inner and not facts.problems_of(follower.path)


def _row(block: ResolvedBlock, follower: ResolvedBlock | None, facts: Facts, depth: int, signs: Signs) -> SummaryRow:
    row = block_row(block, facts.problems_of(block.path))
    title = INDENT * depth + f"{row.title} {row.caption}".strip()
    paths: tuple[str, ...] = (block.path,)
    if follower is not None:
        title += f" · {block_row(follower).caption}"
        paths = (block.path, follower.path)
    mark = "▲" if row.problems else ""
    return SummaryRow(
        BlockRow(row.path, title, mark, row.shape, "", row.problems, _signs_of((block, follower), signs)), paths
    )


def _signs_of(blocks: Sequence[ResolvedBlock | None], signs: Signs) -> tuple[SignName, ...]:
    """What is changed in the run at any of the blocks that share a row."""
    return tuple(dict.fromkeys(sign for block in blocks if block is not None for sign in signs(block)))
