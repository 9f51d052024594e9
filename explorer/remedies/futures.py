"""Remedies for blocks that let a position see what comes after it."""

from collections.abc import Iterator

from explorer.remedy import Attempt, Case


def for_looking_ahead(case: Case) -> Iterator[Attempt]:
    """The setting that keeps a block from it, or without the block."""
    for name, value in (("causal", True), ("bidirectional", False), ("padding", "causal")):
        if name in type(case.block.layer).model_fields:
            yield case.choose(f"{case.place}.{name}", value)
    yield case.remove(case.place)
