"""Lays networks out on the canvas: a pure function from what they are to where everything stands."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from models.resolve import ResolvedBlock, ResolvedNetwork
from ui.block_choice import BELONGING
from ui.canvas.layout import Box, Card, Flow, Frame, Heading, Layout, Slot, joined, turned

CARD_WIDTH, CARD_HEIGHT = 216.0, 46.0
PICTURE, TALL_PICTURE = 72.0, 120.0  # the side of a card's picture beside the words, and below them
GAP = 24.0  # between two blocks: an arrow, and the place to put another one
FRAME_TITLE, FRAME_PADDING = 28.0, 12.0
HEADING = 36.0
BETWEEN_NETWORKS = 72.0
BETWEEN_BRANCHES = 16.0


def lay_out(
    networks: Sequence[ResolvedNetwork],
    flow: Flow,
    *,
    pictures: bool = False,
    folded: Collection[str] = (),
    is_watched: bool = False,
) -> Layout:
    """Networks side by side, each as a chain of blocks in the direction of `flow`.

    `pictures` makes room for them on the cards; `folded` are the paths of composites that show none of their blocks.
    Where a model `is_watched` and not assembled, activations, normalisations and dropout share the card of the block
    before them, and there is no slot behind the last block.
    """
    return _Drawing(flow, pictures, folded, is_watched).draw(networks)


class _Drawing:
    """Lays parts out and joins them; only `turned` and the sizes of cards know in which direction blocks flow."""

    def __init__(self, flow: Flow, pictures: bool, folded: Collection[str], is_watched: bool) -> None:
        self._flow, self._pictures, self._folded, self._is_watched = flow, pictures, folded, is_watched

    def draw(self, networks: Sequence[ResolvedNetwork]) -> Layout:
        has_headings = self._flow == "down" or len(networks) > 1  # a single row has no height to spare
        parts = [self._network(network, HEADING if has_headings else 0.0) for network in networks]
        return self._side_by_side(parts, BETWEEN_NETWORKS if self._flow == "down" else BETWEEN_NETWORKS / 2)

    def _network(self, network: ResolvedNetwork, above: float) -> Layout:
        path = f"architecture.{network.name}"
        chain = self._chain(f"{path}.blocks", network.blocks, self._card(path, None))
        width, height = max(chain.size[0], CARD_WIDTH), chain.size[1]
        headings = (Heading(network.name, Box(0.0, 0.0, width, above)),) if above else ()
        return replace(chain.moved(0.0, above), size=(width, above + height), headings=headings)

    def _chain(self, stack: str, blocks: Sequence[ResolvedBlock], *first: Layout) -> Layout:
        """Blocks one after the other, with a slot before each and behind the last; `first` stands before them."""
        end = f"{stack}.{len(blocks)}"
        if not blocks:
            return self._one_after_another([*first, self._empty(end)])
        parts = {group[0].path: self._block(*group) for group in self._groups(blocks)}
        beside = max(part.beside for part in (*first, *parts.values()))
        row = list(first)
        for path, part in parts.items():
            row += [self._slot(path, beside), part]
        if not (self._is_watched and first):
            row.append(self._slot(end, beside))
        return self._one_after_another(row)

    def _slot(self, path: str, beside: float) -> Layout:
        size = turned(self._flow, beside, GAP)
        return Layout(self._flow, size, slots=(Slot(path, Box(0.0, 0.0, *size)),))

    def _empty(self, path: str) -> Layout:
        """The only place of a stack without blocks, large enough to say what to do."""
        box = Box(FRAME_PADDING, FRAME_PADDING, CARD_WIDTH, CARD_HEIGHT)
        size = CARD_WIDTH + 2 * FRAME_PADDING, CARD_HEIGHT + 2 * FRAME_PADDING
        return Layout(self._flow, size, slots=(Slot(path, box, is_empty=True),))

    def _groups(self, blocks: Sequence[ResolvedBlock]) -> list[list[ResolvedBlock]]:
        """Blocks that share a card."""
        groups: list[list[ResolvedBlock]] = []
        for block in blocks:
            may_attach = self._is_watched and groups and groups[-1][0].layer.group != "composite"
            if may_attach and block.layer.kind in BELONGING:
                groups[-1].append(block)
            else:
                groups.append([block])
        return groups

    def _block(self, block: ResolvedBlock, *attached: ResolvedBlock) -> Layout:
        if block.layer.group == "composite" and block.path not in self._folded:
            return self._frame(block)
        return self._card(block.path, block, attached)

    def _frame(self, block: ResolvedBlock) -> Layout:
        stacks = block.inner_stacks().items()
        branches = [self._chain(f"{block.path}.{name}", blocks) for name, blocks in stacks]
        inside = self._side_by_side(branches, BETWEEN_BRANCHES)
        width = max(inside.size[0] + 2 * FRAME_PADDING, CARD_WIDTH)
        height = inside.size[1] + FRAME_TITLE + FRAME_PADDING
        inside = inside.moved((width - inside.size[0]) / 2, FRAME_TITLE)
        frame = Frame(block.path, block, Box(0.0, 0.0, width, height), Box(0.0, 0.0, width, FRAME_TITLE))
        return replace(inside, size=(width, height), frames=(frame, *inside.frames))

    def _one_after_another(self, parts: Sequence[Layout]) -> Layout:
        """Parts in the direction of flow, each in the middle."""
        placed, along = [], 0.0
        beside = max(part.beside for part in parts)
        for part in parts:
            placed.append(part.moved(*turned(self._flow, (beside - part.beside) / 2, along)))
            along += part.along
        return joined(self._flow, turned(self._flow, beside, along), placed)

    def _side_by_side(self, parts: Sequence[Layout], gap: float) -> Layout:
        """Parts across the direction of flow, all beginning at the same height."""
        placed, beside = [], 0.0
        for part in parts:
            placed.append(part.moved(*turned(self._flow, beside, 0.0)))
            beside += part.beside + gap
        along = max((part.along for part in parts), default=0.0)
        return joined(self._flow, turned(self._flow, max(0.0, beside - gap), along), placed)

    def _card(self, path: str, block: ResolvedBlock | None, attached: tuple[ResolvedBlock, ...] = ()) -> Layout:
        if not self._pictures:
            width, height, picture = CARD_WIDTH, CARD_HEIGHT, None
        elif self._flow == "down":
            width, height = CARD_WIDTH, PICTURE + 12.0
            picture = Box(width - PICTURE - 6.0, 6.0, PICTURE, PICTURE)
        else:
            width, height = TALL_PICTURE + 12.0, CARD_HEIGHT + TALL_PICTURE + 6.0
            picture = Box(6.0, CARD_HEIGHT, TALL_PICTURE, TALL_PICTURE)
        card = Card(path, block, Box(0.0, 0.0, width, height), picture, attached)
        return Layout(self._flow, (width, height), cards=(card,))
