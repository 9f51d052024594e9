"""Where everything on the canvas stands: a pure function from networks to boxes, in pixels before zoom."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from models.resolve import ResolvedBlock, ResolvedNetwork

Flow = Literal["down", "across"]

CARD_WIDTH, CARD_HEIGHT = 216.0, 46.0
PICTURE, TALL_PICTURE = 72.0, 120.0  # the side of a card's picture beside the words, and below them
GAP = 24.0  # between two blocks: an arrow, and the place to put another one
FRAME_TITLE, FRAME_PADDING = 28.0, 12.0
HEADING = 36.0
BETWEEN_NETWORKS = 72.0
BETWEEN_BRANCHES = 16.0
ATTACHED = frozenset({"activation", "batch_norm", "layer_norm", "group_norm", "instance_norm", "dropout", "noise"})


@dataclass(frozen=True)
class Box:
    """A rectangle: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Box":
        return replace(self, x=self.x + dx, y=self.y + dy)

    def contains(self, other: "Box") -> bool:
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def overlaps(self, other: "Box") -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True)
class Card:
    """A block without anything unfolded inside, or (with `block` None) the input of a network.

    `path` is the block's path, or "architecture.network" for an input. `picture` is where its output is shown.
    `attached` are blocks after it that share its card; the output is that of the last of them.
    """

    path: str
    block: ResolvedBlock | None
    box: Box
    picture: Box | None
    attached: tuple[ResolvedBlock, ...] = ()

    @property
    def last(self) -> ResolvedBlock | None:
        """The block whose output is shown."""
        return self.attached[-1] if self.attached else self.block


@dataclass(frozen=True)
class Frame:
    """A composite with its blocks inside. `title` is the strip that names it."""

    path: str
    block: ResolvedBlock
    box: Box
    title: Box


@dataclass(frozen=True)
class Slot:
    """The place between two blocks, where another one can be put in: it would be called `path` then.

    `is_empty`: there are no blocks in this stack, so that the slot is all there is to see.
    """

    path: str
    box: Box
    is_empty: bool = False


@dataclass(frozen=True)
class Heading:
    """The name of a network above its blocks."""

    name: str
    box: Box


@dataclass(frozen=True)
class Layout:
    """Everything that stands on the canvas, and how large it is."""

    flow: Flow
    size: tuple[float, float]
    headings: tuple[Heading, ...] = ()
    cards: tuple[Card, ...] = ()
    frames: tuple[Frame, ...] = ()
    slots: tuple[Slot, ...] = ()

    def box_of(self, path: str) -> Box | None:
        """Where the block at a path stands; None when it is folded away or not there."""
        for card in self.cards:
            if card.path == path or any(block.path == path for block in card.attached):
                return card.box
        return next((frame.box for frame in self.frames if frame.path == path), None)


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


@dataclass(frozen=True)
class _Part:
    """Something laid out with its left upper corner at (0, 0), to be moved to its place."""

    width: float
    height: float
    cards: tuple[Card, ...] = ()
    frames: tuple[Frame, ...] = ()
    slots: tuple[Slot, ...] = ()

    def moved(self, dx: float, dy: float) -> "_Part":
        return replace(
            self,
            cards=tuple(
                replace(one, box=one.box.moved(dx, dy), picture=one.picture and one.picture.moved(dx, dy))
                for one in self.cards
            ),
            frames=tuple(replace(one, box=one.box.moved(dx, dy), title=one.title.moved(dx, dy)) for one in self.frames),
            slots=tuple(replace(one, box=one.box.moved(dx, dy)) for one in self.slots),
        )


class _Drawing:
    """Lays parts out; `along` is the direction of flow, `beside` the other one."""

    def __init__(self, flow: Flow, pictures: bool, folded: Collection[str], is_watched: bool) -> None:
        self._flow, self._pictures, self._folded, self._is_watched = flow, pictures, folded, is_watched

    def draw(self, networks: Sequence[ResolvedNetwork]) -> Layout:
        parts: list[_Part] = []
        headings: list[Heading] = []
        x = y = width = height = 0.0
        above = 0.0 if self._flow == "across" and len(networks) == 1 else HEADING  # a row has no height to spare
        for network in networks:
            part = self._network(network).moved(x, y + above)
            box = Box(x, y, max(part.width, CARD_WIDTH), above)
            headings.extend([Heading(network.name, box)] if above else [])
            parts.append(part)
            width, height = max(width, box.right), max(height, y + above + part.height)
            if self._flow == "down":
                x = box.right + BETWEEN_NETWORKS
            else:
                y += above + part.height + BETWEEN_NETWORKS / 2
        everything = _joined(parts, self._flow, 0.0, 0.0)
        return Layout(
            self._flow, (width, height), tuple(headings), everything.cards, everything.frames, everything.slots
        )

    def _network(self, network: ResolvedNetwork) -> _Part:
        path = f"architecture.{network.name}"
        first = self._card(path, None)
        return self._chain([first], f"{path}.blocks", network.blocks)

    def _chain(self, first: list[_Part], stack: str, blocks: Sequence[ResolvedBlock]) -> _Part:
        """Parts one after the other in the direction of flow, with a slot after each (and before the first block)."""
        parts = first + [self._block(*group) for group in self._groups(blocks)]
        end = f"{stack}.{len(blocks)}"
        beside = max([_beside(part, self._flow) for part in parts], default=0.0)
        if not blocks:
            parts = [*parts, self._empty(end)]
            beside = max(beside, _beside(parts[-1], self._flow))
        placed: list[_Part] = []
        along = 0.0
        starts = [None] * len(first) + [group[0].path for group in self._groups(blocks)] + [None] * (not blocks)
        for start, part in zip(starts, parts, strict=True):
            if start is not None:
                placed.append(self._slot(start, along, beside))
                along += GAP
            placed.append(self._put(part, along, beside))
            along += _along(part, self._flow)
        if blocks and not (self._is_watched and first):
            placed.append(self._slot(end, along, beside))
            along += GAP
        return _joined(placed, self._flow, along, beside)

    def _slot(self, path: str, along: float, beside: float) -> _Part:
        box = Box(0.0, along, beside, GAP) if self._flow == "down" else Box(along, 0.0, GAP, beside)
        return _Part(box.width, box.height, slots=(Slot(path, box),))

    def _empty(self, path: str) -> _Part:
        """The only place of a stack without blocks, large enough to say what to do."""
        box = Box(FRAME_PADDING, FRAME_PADDING, CARD_WIDTH, CARD_HEIGHT)
        size = CARD_WIDTH + 2 * FRAME_PADDING, CARD_HEIGHT + 2 * FRAME_PADDING
        return _Part(*size, slots=(Slot(path, box, is_empty=True),))

    def _put(self, part: _Part, along: float, beside: float) -> _Part:
        """A part in the middle of the chain's width."""
        middle = (beside - _beside(part, self._flow)) / 2
        return part.moved(middle, along) if self._flow == "down" else part.moved(along, middle)

    def _groups(self, blocks: Sequence[ResolvedBlock]) -> list[list[ResolvedBlock]]:
        """Blocks that share a card."""
        groups: list[list[ResolvedBlock]] = []
        for block in blocks:
            may_attach = self._is_watched and groups and groups[-1][0].layer.group != "composite"
            if may_attach and block.layer.kind in ATTACHED:
                groups[-1].append(block)
            else:
                groups.append([block])
        return groups

    def _block(self, block: ResolvedBlock, *attached: ResolvedBlock) -> _Part:
        if block.layer.group == "composite" and block.path not in self._folded:
            return self._frame(block)
        return self._card(block.path, block, attached)

    def _frame(self, block: ResolvedBlock) -> _Part:
        stacks = stacks_of(block)
        branches = [self._chain([], f"{block.path}.{name}", blocks) for name, blocks in stacks]
        inside = self._side_by_side(branches)
        width = max(inside.width + 2 * FRAME_PADDING, CARD_WIDTH)
        height = inside.height + FRAME_TITLE + FRAME_PADDING
        inside = inside.moved((width - inside.width) / 2, FRAME_TITLE)
        frame = Frame(block.path, block, Box(0.0, 0.0, width, height), Box(0.0, 0.0, width, FRAME_TITLE))
        return _Part(width, height, inside.cards, (frame, *inside.frames), inside.slots)

    def _side_by_side(self, branches: Sequence[_Part]) -> _Part:
        """The stacks of a composite beside one another, across the direction of flow."""
        placed, at = [], 0.0
        for branch in branches:
            placed.append(branch.moved(at, 0.0) if self._flow == "down" else branch.moved(0.0, at))
            at += _beside(branch, self._flow) + BETWEEN_BRANCHES
        beside = max(0.0, at - BETWEEN_BRANCHES)
        along = max((_along(branch, self._flow) for branch in branches), default=0.0)
        return _joined(placed, self._flow, along, beside)

    def _card(self, path: str, block: ResolvedBlock | None, attached: tuple[ResolvedBlock, ...] = ()) -> _Part:
        if not self._pictures:
            width, height, picture = CARD_WIDTH, CARD_HEIGHT, None
        elif self._flow == "down":
            width, height = CARD_WIDTH, PICTURE + 12.0
            picture = Box(width - PICTURE - 6.0, 6.0, PICTURE, PICTURE)
        else:
            width, height = TALL_PICTURE + 12.0, CARD_HEIGHT + TALL_PICTURE + 6.0
            picture = Box(6.0, CARD_HEIGHT, TALL_PICTURE, TALL_PICTURE)
        return _Part(width, height, (Card(path, block, Box(0.0, 0.0, width, height), picture, attached),))


def stacks_of(block: ResolvedBlock) -> list[tuple[str, tuple[ResolvedBlock, ...]]]:
    """The stacks inside a composite by their path relative to it, with the blocks that they hold."""
    layer = block.layer
    names = list(layer.stacks()) if hasattr(layer, "stacks") else ["blocks"]
    return [
        (name, tuple(one for one in block.inner if one.path.rpartition(".")[0] == f"{block.path}.{name}"))
        for name in names
    ]


def _along(part: _Part, flow: Flow) -> float:
    return part.height if flow == "down" else part.width


def _beside(part: _Part, flow: Flow) -> float:
    return part.width if flow == "down" else part.height


def _joined(parts: Sequence[_Part], flow: Flow, along: float, beside: float) -> _Part:
    width, height = (beside, along) if flow == "down" else (along, beside)
    return _Part(
        width,
        height,
        tuple(card for part in parts for card in part.cards),
        tuple(frame for part in parts for frame in part.frames),
        tuple(slot for part in parts for slot in part.slots),
    )
