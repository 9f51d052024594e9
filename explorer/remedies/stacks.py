"""Remedies for composites whose blocks inside give something that does not go with what arrives."""

from collections.abc import Iterator

from explorer import edits
from explorer.remedy import Attempt, Case
from models.layer import LayerSpec
from models.layers.adaptive_avg_pool2d import AdaptiveAvgPool2d
from models.layers.conv1d import Conv1d
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.repeat import Repeat
from models.layers.reshape import Reshape
from models.layers.upsample import Upsample
from models.port import Port
from models.resolve import ResolvedBlock
from models.text import Text


def for_changed_shape(case: Case) -> Iterator[Attempt]:
    """Convolutions inside that keep the size, a block at the end inside that gives the shape back, or only once."""
    yield from _keeping_size(case)
    for stack, port, inner in _ends(case):
        yield from _giving_back(case, stack, port, inner)
    if isinstance(case.block.layer, Repeat):
        yield case.choose(f"{case.place}.n", 1)
    yield case.unwrap()


def for_changed_sides(case: Case) -> Iterator[Attempt]:
    """Convolutions inside that keep the size, or a block at the end inside that gives it back."""
    yield from _keeping_size(case)
    for stack, port, inner in _ends(case):
        yield from _giving_back(case, stack, port, inner, features=False)
    yield case.unwrap()


def for_branches(case: Case) -> Iterator[Attempt]:
    """A block at the end of the branch that differs, or of the first, or the branches side by side."""
    yield from _keeping_size(case)
    outs = {stack: blocks[-1].out_port if blocks else case.block.in_port for stack, blocks in _stacks(case).items()}
    stacks, number = list(outs), case.params["other"]
    adds = getattr(case.block.layer, "join", "") == "add"
    if isinstance(number, int):
        first, other = stacks[0], stacks[number - 1]
        for stack, wanted in ((other, outs[first]), (first, outs[other])):
            given = outs[stack]
            if wanted is not None and given is not None:
                yield from _giving_back(case, stack, wanted, given, features=adds)
    if adds:
        yield case.choose(f"{case.place}.join", "concatenate")


def for_no_branches(case: Case) -> Iterator[Attempt]:
    """A branch."""
    yield Attempt(Text("Add a branch"), lambda it: edits.insert_branch(it, case.place, 0), case.place)


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


def _giving_back(case: Case, stack: str, port: Port, inner: Port, *, features: bool = True) -> Iterator[Attempt]:
    """Blocks at the end of a stack that give a port instead of another one, whose features may stay different."""
    if port.kind == inner.kind != "tokens":
        blocks = [] if port.around == inner.around else _resizing(port, inner)
        if features and port.features != inner.features and (blocks or port.around == inner.around):
            is_image = port.kind == "image"
            blocks.append(Conv2d(out_channels=port.features, kernel_size=1) if is_image else Dense(units=port.features))
        if blocks:
            yield case.put_at_end(stack, *blocks)
    if port.size == inner.size and "tokens" not in (port.kind, inner.kind):
        yield case.put_at_end(stack, Reshape(shape=port.shape))


def _stacks(case: Case) -> dict[str, list[ResolvedBlock]]:
    return {f"{case.place}.{name}": blocks for name, blocks in case.block.inner_stacks().items()}


def _ends(case: Case) -> Iterator[tuple[str, Port, Port]]:
    """Every stack inside with the port that arrives and the one that it gives."""
    for stack, blocks in _stacks(case).items():
        if blocks and case.block.in_port is not None and (given := blocks[-1].out_port) is not None:
            yield stack, case.block.in_port, given


def _resizing(port: Port, inner: Port) -> list[LayerSpec]:
    """The block that brings an image back to the sides it had, none where there is no such block."""
    if port.kind != "image":
        return []
    (height, width), (lower, narrower) = port.shape[1:], inner.shape[1:]
    if height % lower == 0 == width % narrower and height // lower == width // narrower:
        return [Upsample(factor=height // lower)] if height // lower <= 64 else []
    return [AdaptiveAvgPool2d(side=height)] if height == width <= 1024 else []
