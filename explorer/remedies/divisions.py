"""Remedies for numbers that have to divide one another, and for shapes that have to hold as many values."""

from collections.abc import Iterator
from math import prod

from explorer.remedies.kinds import square
from explorer.remedies.windows import nearest_divisors
from explorer.remedy import Attempt, Case
from models.layers.reshape import Reshape
from models.layers.unflatten import Unflatten
from models.text import Text


def for_groups(case: Case) -> Iterator[Attempt]:
    """The nearest number of groups that leaves no rest."""
    yield case.choose(f"{case.place}.groups", case.params["fitting"])
    yield case.choose(f"{case.place}.groups", 1)


def for_heads(case: Case) -> Iterator[Attempt]:
    """The nearest numbers of heads that divide the features."""
    width, heads = case.params["width"], case.params["heads"]
    if isinstance(width, int) and isinstance(heads, int):
        for fitting in nearest_divisors(width, heads):
            yield case.choose(f"{case.place}.heads", fitting)


def for_odd_rotary(case: Case) -> Iterator[Attempt]:
    """Fewer heads, which leave an even number of features to each, or no rotary positions."""
    heads = case.params["heads"]
    if isinstance(heads, int):
        for fewer in range(heads - 1, 0, -1):
            yield case.choose(f"{case.place}.heads", fewer)
    yield case.choose(f"{case.place}.positions", "none")


def for_positions(case: Case) -> Iterator[Attempt]:
    """As many positions as the sequence has."""
    yield case.choose(f"{case.place}.length", "auto")
    yield case.choose(f"{case.place}.length", case.params["length"])


def for_reshape(case: Case) -> Iterator[Attempt]:
    """A shape of as many axes that holds the values which arrive, with the same last axis where that goes."""
    layer, size = case.block.layer, case.params["received"]
    if isinstance(layer, Unflatten) and isinstance(size, int):
        yield from _square_sides(case, size)
    if not isinstance(layer, Reshape) or not isinstance(size, int):
        return
    *outer, last = layer.shape
    if len(layer.shape) == 3:
        channels = layer.shape[0]
        side = round((size // channels) ** 0.5)
        if channels * side**2 == size and side:
            yield case.choose(f"{case.place}.shape", [channels, side, side])
        yield case.choose(f"{case.place}.shape", list(square(size)))
    elif len(layer.shape) == 2:
        if size % last == 0:
            yield case.choose(f"{case.place}.shape", [size // last, last])
        if size % prod(outer) == 0:
            yield case.choose(f"{case.place}.shape", [*outer, size // prod(outer)])
    yield case.choose(f"{case.place}.shape", [size])


def _square_sides(case: Case, size: int) -> Iterator[Attempt]:
    """The largest square that leaves no rest."""
    channels, side, _ = square(size)
    label = Text("Make the image {image}", {"image": (side, side)})
    sides = {f"{case.place}.{name}": side for name in ("height", "width")}
    yield case.every({f"{case.place}.channels": "auto", **sides}, label)
    yield case.every({f"{case.place}.channels": channels, **sides}, label)
