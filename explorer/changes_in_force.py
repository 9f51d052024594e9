"""What of a run's changes is in force at a step, frozen and silenced: a pure function of its marks."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.changes import Mark
from explorer.changes.freeze import Freeze
from explorer.changes.silence import Part, Silence


@dataclass(frozen=True)
class InForce:
    """Paths of frozen blocks, and what is silenced as (path of the block, part, number)."""

    frozen: frozenset[str] = frozenset()
    silent: frozenset[tuple[str, Part, int]] = frozenset()

    def frozen_by(self, path: str) -> str:
        """The outermost frozen block that this one is, or lies in; "" where it learns."""
        holders = [one for one in self.frozen if path == one or path.startswith(f"{one}.")]
        return min(holders, key=len, default="")

    def silent_in(self, path: str, part: Part = "unit") -> tuple[int, ...]:
        """The numbers of what is silenced in a block itself, ascending."""
        return tuple(sorted(number for block, kind, number in self.silent if (block, kind) == (path, part)))


NOTHING = InForce()


def in_force(marks: Iterable[Mark], before: float = math.inf) -> InForce:
    """What is frozen and silenced by the marks at steps below `before`, in their order; the last word counts.

    Freezing a block holds all that is inside it; thawing it lets all that is inside it learn again.
    """
    frozen: set[str] = set()
    silent: set[tuple[str, Part, int]] = set()
    for mark in marks:
        if mark.step >= before:
            continue
        match mark.change:
            case Freeze(block=block, is_frozen=True):
                frozen.add(block)
            case Freeze(block=block):
                frozen = {one for one in frozen if one != block and not one.startswith(f"{block}.")}
            case Silence(block=block, part=part, numbers=numbers, is_silent=is_silent):
                parts: set[tuple[str, Part, int]] = {(block, part, number) for number in numbers}
                silent = silent | parts if is_silent else silent - parts
    return InForce(frozenset(frozen), frozenset(silent))
