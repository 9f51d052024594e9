"""Remedies for composites whose blocks inside give something that does not go with what arrives."""

from collections.abc import Iterator

from explorer.remedy import Attempt, Case
from models.layer import LayerSpec
from models.layers.adaptive_avg_pool2d import AdaptiveAvgPool2d
from models.layers.conv1d import Conv1d
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.reshape import Reshape
from models.layers.upsample import Upsample
from models.port import Port
from models.resolve import ResolvedBlock
from models.text import Text


def for_changed_shape(case: Case) -> Iterator[Attempt]:
    """Convolutions inside that keep the size, or a block at the end inside that gives the shape back."""
    yield from _keeping_size(case)
    for stack, port, inner in _ends(case):
        if port.kind == inner.kind != "tokens":
            sides = [] if _around(port) == _around(inner) else _resizing(port, inner)
            features = (
                (Conv2d(out_channels=port.features, kernel_size=1),)
                if port.kind == "image"
                else (Dense(units=port.features),)
            )
            if sides or _around(port) == _around(inner):
                yield case.put_at_end(stack, *sides, *(features if port.features != inner.features else ()))
        if port.size == inner.size and port.kind != "tokens":
            yield case.put_at_end(stack, Reshape(shape=port.shape))
    yield case.unwrap()


def for_changed_sides(case: Case) -> Iterator[Attempt]:
    """Convolutions inside that keep the size, or a block at the end inside that gives it back."""
    yield from _keeping_size(case)
    for stack, port, inner in _ends(case):
        if port.kind == inner.kind and (sides := _resizing(port, inner)):
            yield case.put_at_end(stack, *sides)
        elif port.size == inner.size and port.kind != "tokens":
            yield case.put_at_end(stack, Reshape(shape=port.shape))
    yield case.unwrap()


def for_too_deep(case: Case) -> Iterator[Attempt]:
    """The blocks without the composite around them, or without both."""
    yield case.unwrap()
    yield case.remove(case.place)


def _keeping_size(case: Case) -> Iterator[Attempt]:
    """Zeros around every convolution inside that now makes the image or the sequence smaller."""
    shrinking = [block for block in case.block.flat() if _shrinks(block)]
    if shrinking:
        label = Text("Let the convolutions inside keep the size")
        yield case.every({f"{block.path}.padding": "same" for block in shrinking}, label)


def _shrinks(block: ResolvedBlock) -> bool:
    layer = block.layer
    return isinstance(layer, Conv1d | Conv2d) and layer.stride == 1 < layer.kernel_size


def _ends(case: Case) -> Iterator[tuple[str, Port, Port]]:
    """Every stack inside with the port that arrives and the one that it gives."""
    block = case.block
    last = {inner.path.rpartition(".")[0]: inner for inner in block.inner}
    for stack, inner in last.items():
        if block.in_port is not None and inner.out_port is not None:
            yield stack, block.in_port, inner.out_port


def _resizing(port: Port, inner: Port) -> list[LayerSpec]:
    """The block that brings an image back to the sides it had, none where there is no such block."""
    if port.kind != "image":
        return []
    (height, width), (lower, narrower) = port.shape[1:], inner.shape[1:]
    if height % lower == 0 == width % narrower and height // lower == width // narrower:
        return [Upsample(factor=height // lower)] if height // lower <= 64 else []
    return [AdaptiveAvgPool2d(side=height)] if height == width <= 1024 else []


def _around(port: Port) -> tuple[int, ...]:
    return port.shape[1:] if port.kind == "image" else port.shape[:-1]
