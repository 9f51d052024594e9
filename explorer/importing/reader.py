"""The contract of readers: from a torch module of one class to blocks, or a refusal that says why."""

from collections.abc import Callable
from typing import Any

# The settings of a block, and `axis` where the code names one: 1 or -1, to be found that of the features or refused.
Block = dict[str, Any]
Reader = Callable[[Any], list[Block]]  # takes a module of the class, raises Unreadable for settings that no block has


class Unreadable(Exception):
    """A module or an operation that no block stands for, or not with these settings; the text says what of it."""


def refuse_unless(condition: bool, what: str) -> None:
    if not condition:
        raise Unreadable(what)


def refuse_unless_usual(module: object, **usual: object) -> None:
    """Refuse settings that no block has unless they are what everybody takes."""
    for name, value in usual.items():
        refuse_unless(getattr(module, name) == value, f"{name}={getattr(module, name)}")


def square(value: int | tuple[int, ...], what: str) -> int:
    """A size that is the same in both directions."""
    sizes = set(value) if isinstance(value, tuple) else {value}
    refuse_unless(len(sizes) == 1, f"{what}={value}")
    return int(sizes.pop())


def activation(function: str, **settings: float) -> Block:
    return {"kind": "activation", "function": function, **settings}


def always(*blocks: Block) -> Reader:
    """Reads every module of a class as the same blocks."""
    return lambda module: [dict(block) for block in blocks]
