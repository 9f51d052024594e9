"""Remedies for windows, strides and paddings that go beyond the image or the sequence."""

from collections.abc import Iterator
from math import gcd

from explorer.places import index_of, sibling
from explorer.remedy import Attempt, Case
from models.groups import largest_divisor
from models.layers.avg_pool2d import AvgPool2d
from models.layers.max_pool2d import MaxPool2d
from models.layers.patch_embedding import PatchEmbedding


def for_large_window(case: Case) -> Iterator[Attempt]:
    """A smaller window, more padding, or without the last pooling before it."""
    layer, port = case.block.layer, case.block.in_port
    kernel = getattr(layer, "kernel_size", None)
    if port is None or not isinstance(kernel, int):
        return
    room = min(port.shape[1:]) if port.kind == "image" else port.shape[0]
    padding = getattr(layer, "padding", 0)
    if isinstance(padding, int):
        yield case.choose(f"{case.place}.kernel_size", max(1, min(kernel, room + 2 * padding)))
        yield case.choose(f"{case.place}.padding", "same")
        yield case.choose(f"{case.place}.padding", -(-(kernel - room) // 2))
    yield case.choose(f"{case.place}.kernel_size", room)
    for distance in range(1, index_of(case.place) + 1):
        path = sibling(case.place, -distance)
        if isinstance(case.blocks[path].layer, MaxPool2d | AvgPool2d):
            yield case.remove(path)
            return


def for_large_padding(case: Case) -> Iterator[Attempt]:
    """The largest padding that fits, else none."""
    limit = case.params.get("limit")
    padding = getattr(case.block.layer, "padding", 0)
    largest = limit if isinstance(limit, int) else padding - 1
    if isinstance(largest, int):
        for smaller in dict.fromkeys((largest, largest // 2, largest // 4, largest // 8, 1, 0)):
            yield case.choose(f"{case.place}.padding", max(0, smaller))


def for_same_with_stride(case: Case) -> Iterator[Attempt]:
    """A stride of one, or the padding that keeps the middle of the window on the image."""
    yield case.choose(f"{case.place}.stride", 1)
    yield case.choose(f"{case.place}.padding", getattr(case.block.layer, "kernel_size", 1) // 2)


def for_output_padding(case: Case) -> Iterator[Attempt]:
    """No output padding, or a stride that is larger than it."""
    yield case.choose(f"{case.place}.output_padding", 0)
    yield case.choose(f"{case.place}.stride", getattr(case.block.layer, "output_padding", 0) + 1)


def for_patches(case: Case) -> Iterator[Attempt]:
    """The nearest sides that divide height and width."""
    layer, port = case.block.layer, case.block.in_port
    if isinstance(layer, PatchEmbedding) and port is not None:
        for side in nearest_divisors(gcd(*port.shape[1:]), layer.side):
            yield case.choose(f"{case.place}.side", side)


def nearest_divisors(number: int, wish: int) -> list[int]:
    """The largest divisor of a number that is not above a wish, and the smallest above it."""
    below = largest_divisor(number, wish)
    above = next((size for size in range(wish + 1, min(number, 16 * wish) + 1) if number % size == 0), None)
    return [below] if above is None else [below, above]
