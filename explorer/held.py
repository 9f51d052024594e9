"""What is frozen and silenced at a step of a run: a pure function of its marks."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.changes import Mark
from explorer.changes.freeze import Freeze
from explorer.changes.silence import AttentionKind, Part, Silence


@dataclass(frozen=True, order=True)
class BlockPart:
    """One unit, channel or head of a block, counted from 0; a decoder block has two attentions with heads."""

    block: str
    number: int
    part: Part = "unit"
    attention: AttentionKind = "self"


@dataclass(frozen=True)
class Held:
    """Paths of frozen blocks, and everything that is silenced."""

    frozen: frozenset[str] = frozenset()
    silent: frozenset[BlockPart] = frozenset()

    def frozen_by(self, path: str) -> str:
        """The outermost frozen block that this one is, or lies in; "" where it learns."""
        holders = [one for one in self.frozen if path == one or path.startswith(f"{one}.")]
        return min(holders, key=len, default="")

    def silent_in(self, path: str) -> tuple[BlockPart, ...]:
        """What is silenced in a block itself, not in the blocks inside it: units, then heads, ascending."""
        found = (one for one in self.silent if one.block == path)
        return tuple(sorted(found, key=lambda one: (one.part == "head", one.attention == "cross", one.number)))


NOTHING = Held()


def held_by(marks: Iterable[Mark], before: float = math.inf) -> Held:
    """What is frozen and silenced by the marks at steps below `before`, in their order; the last word counts.

    Freezing a block holds all that is inside it; thawing it lets all that is inside it learn again.
    """
    frozen: set[str] = set()
    silent: set[BlockPart] = set()
    for mark in marks:
        if mark.step >= before:
            continue
        match mark.change:
            case Freeze(block=block, is_frozen=True):
                frozen.add(block)
            case Freeze(block=block):
                frozen = {one for one in frozen if one != block and not one.startswith(f"{block}.")}
            case Silence() as change:
                parts = parts_of(change)
                silent = silent | parts if change.is_silent else silent - parts
    return Held(frozenset(frozen), frozenset(silent))


def parts_of(change: Silence) -> set[BlockPart]:
    """What a change silences or restores."""
    return {BlockPart(change.block, number, change.part, change.attention) for number in change.numbers}
