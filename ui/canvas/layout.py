"""Where everything on the canvas stands, as values, in pixels before zoom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from models.resolve import ResolvedBlock

Flow = Literal["down", "across"]


def turned(flow: Flow, beside: float, along: float) -> tuple[float, float]:
    """What lies beside the flow and along it as x and y; x and y as what lies beside the flow and along it."""
    return (beside, along) if flow == "down" else (along, beside)


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
    """What stands on the canvas, or on a part of it with its left upper corner at (0, 0), and how large that is."""

    flow: Flow
    size: tuple[float, float]
    headings: tuple[Heading, ...] = ()
    cards: tuple[Card, ...] = ()
    frames: tuple[Frame, ...] = ()
    slots: tuple[Slot, ...] = ()

    @property
    def beside(self) -> float:
        """Its extent across the direction of flow."""
        return turned(self.flow, *self.size)[0]

    @property
    def along(self) -> float:
        """Its extent in the direction of flow."""
        return turned(self.flow, *self.size)[1]

    def moved(self, dx: float, dy: float) -> "Layout":
        return replace(
            self,
            headings=tuple(replace(one, box=one.box.moved(dx, dy)) for one in self.headings),
            cards=tuple(
                replace(one, box=one.box.moved(dx, dy), picture=one.picture and one.picture.moved(dx, dy))
                for one in self.cards
            ),
            frames=tuple(replace(one, box=one.box.moved(dx, dy), title=one.title.moved(dx, dy)) for one in self.frames),
            slots=tuple(replace(one, box=one.box.moved(dx, dy)) for one in self.slots),
        )

    def box_of(self, path: str) -> Box | None:
        """Where the block at a path stands; None when it is folded away or not there."""
        for card in self.cards:
            if card.path == path or any(block.path == path for block in card.attached):
                return card.box
        return next((frame.box for frame in self.frames if frame.path == path), None)


def joined(flow: Flow, size: tuple[float, float], parts: Sequence[Layout]) -> Layout:
    """Parts that stand in their places, as one layout."""
    return Layout(
        flow,
        size,
        tuple(heading for part in parts for heading in part.headings),
        tuple(card for part in parts for card in part.cards),
        tuple(frame for part in parts for frame in part.frames),
        tuple(slot for part in parts for slot in part.slots),
    )
