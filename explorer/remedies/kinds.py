"""Remedies for what arrives being of another kind than a block takes."""

from collections.abc import Iterator
from math import isqrt, prod

from explorer.remedy import Attempt, Case
from models.layer import LayerSpec
from models.layers.embedding import Embedding
from models.layers.encoder_block import EncoderBlock
from models.layers.flatten import Flatten
from models.layers.mean_positions import MeanPositions
from models.layers.patch_embedding import PatchEmbedding
from models.layers.reshape import Reshape
from models.port import Port, PortKind

_NEAREST: tuple[PortKind, ...] = ("vector", "sequence", "image")
PATCH_SIDES = (4, 2, 8, 7, 3, 5, 1)


def for_wrong_kind(case: Case) -> Iterator[Attempt]:
    """A block before it that turns what arrives into what it takes, else without the block."""
    block = case.block
    if block.in_port is not None:
        ways = (list(bridges(block.in_port, kind)) for kind in _NEAREST if kind in block.layer.accepts)
        for bridge in next((way for way in ways if way), ()):
            yield case.put_before(case.place, *bridge)
    yield case.remove(case.place)


def for_no_memory(case: Case) -> Iterator[Attempt]:
    """An encoder block, which looks at nothing else."""
    yield case.turn(case.place, EncoderBlock)


def for_memory_not_sequence(case: Case) -> Iterator[Attempt]:
    """An encoder whose last block gives a sequence."""
    blocks = case.resolved.networks["encoder"].blocks
    if not blocks:
        return
    last = blocks[-1]
    if "output" in type(last.layer).model_fields:
        yield case.choose(f"{last.path}.output", "sequence")
    if last.out_port is not None:
        for bridge in bridges(last.out_port, "sequence"):
            yield case.put_at_end("architecture.encoder.blocks", *bridge)
    yield case.remove(last.path)


def bridges(port: Port, kind: PortKind) -> Iterator[tuple[LayerSpec, ...]]:
    """Blocks that turn a port into one of a kind, the most usual first."""
    match port.kind, kind:
        case "tokens", "sequence":
            yield (Embedding(),)
        case "tokens", "vector":
            yield Embedding(), MeanPositions()
            yield Embedding(), Flatten()
        case "sequence", "vector":
            yield (Flatten(),)
            yield (MeanPositions(),)
        case "image", "vector":
            yield (Flatten(),)
        case "image", "sequence":
            sides = (side for side in PATCH_SIDES if not (port.shape[1] % side or port.shape[2] % side))
            yield (PatchEmbedding(side=next(sides)),)
            yield (Reshape(shape=(port.shape[0] * port.shape[1], port.shape[2])),)
        case "sequence", "image":
            yield (Reshape(shape=(1, *port.shape)),)
        case "vector", "sequence":
            yield (Reshape(shape=(port.shape[0], 1)),)
        case "vector", "image":
            yield (Reshape(shape=port.flattened_from if len(port.flattened_from) == 3 else square(port.shape[0])),)


def square(size: int) -> tuple[int, int, int]:
    """The image of so many values that is as large as a square one can be, in as few channels."""
    side = next(side for side in range(isqrt(size), 0, -1) if size % side**2 == 0)
    shape = (size // side**2, side, side)
    assert prod(shape) == size
    return shape
