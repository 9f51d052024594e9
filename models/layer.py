"""The contract of a block: a frozen spec that tells its output port and parameters, and builds its module."""

from collections.abc import Callable, Sequence
from math import isqrt
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field

from models.code import Call, made
from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import CHANNEL_MISMATCH, INPUT_MISMATCH, INPUT_MISMATCH_FLAT, INPUT_MISMATCH_IMAGE, SIZE_UNKNOWN
from models.products import Product, total
from models.reach import ONE_PLACE, Reach
from models.spec import Spec
from models.text import Text

if TYPE_CHECKING:
    from torch import nn

# Beyond any memory, so that a slip of the finger meets an estimate of what it would take, yet short enough to print.
Size = Annotated[int, Field(ge=1, le=1_000_000_000)]
OutSize = Size | Literal["classes", "vocabulary"]
InSize = Annotated[int, Field(ge=1, le=1_000_000_000)] | Literal["auto"]
Share = Annotated[float, Field(ge=0, lt=1)]
PaletteGroup = Literal["basic", "image", "sequence", "attention", "composite"]


class LayerSpec(Spec):
    """A block: what a person chose. Everything else follows from the port that arrives.

    Members add `kind: Literal["conv2d"] = "conv2d"`, their fields, and `out_port`, `products` and `code`.
    Importing a member must not import torch: `build` brings it in.
    """

    accepts: ClassVar[tuple[PortKind, ...]] = ("image", "vector", "sequence")
    group: ClassVar[PaletteGroup] = "basic"
    needs_memory: ClassVar[bool] = False

    kind: str

    def out_port(self, port: Port, context: Context) -> Port:
        """The port after this block.

        Raises:
            Misfit: when no output can be told for this input.
        """
        raise NotImplementedError

    def products(self, port: Port, context: Context) -> list[Product]:
        """What this block learns, as products whose sum is `num_params`; explicit sizes count as written."""
        return []

    def num_params(self, port: Port, context: Context) -> int:
        """How many numbers this block learns."""
        return total(self.products(port, context))

    def code(self, port: Port, context: Context) -> Call:
        """What makes the torch module where `out_port` can be told; scripts hold it in spite of a `misfit`."""
        raise NotImplementedError

    def build(self, port: Port, context: Context) -> "nn.Module":
        """The torch module."""
        module: nn.Module = made(self.code(port, context))
        return module

    def num_macs(self, port: Port, context: Context) -> int:
        """Multiply-adds of one sample in matrix products and convolutions; work on single values is not counted."""
        return 0

    def num_inner_values(self, port: Port, context: Context) -> int:
        """Numbers that one sample keeps inside beside the output: of inner layers, and attention weights."""
        return 0

    def reach(self, port: Port) -> Reach | None:
        """How much of its input one place of the output sees; None where that is not defined."""
        return ONE_PLACE

    def looks_ahead(self, port: Port) -> bool:
        """Whether a position of the output sees what comes after it in a sequence; in evaluation, and of several."""
        return False

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        """What does not fit although the output port is known, such as an explicit input size."""
        return None

    def caption(self) -> str:
        """A few untranslated characters beside the label that tell two of a kind apart, such as "3×3"."""
        return ""


class CompositeSpec(LayerSpec):
    """A block with stacks of blocks inside: one in the field `blocks`, or whichever `stacks` tells."""

    group: ClassVar[PaletteGroup] = "composite"

    # Members declare `blocks: tuple["AnyLayer", ...]`; the catalogue closes the recursion.
    @classmethod
    def around(cls, blocks: Sequence[LayerSpec]) -> Self:
        """A block of this kind with these blocks inside."""
        return cls.model_validate({"blocks": blocks})

    def stacks(self) -> dict[str, Sequence[LayerSpec]]:
        """The stacks inside, each of which receives this block's input, by their paths from here.

        Such a path, "blocks" or "branches.0.blocks", also names the list of modules in the module that `wrap` gives.
        """
        blocks: Sequence[LayerSpec] = getattr(self, "blocks")  # noqa: B009 - declared by the members
        return {"blocks": blocks}

    def inner(self) -> Sequence[LayerSpec]:
        """The blocks of all stacks, in order."""
        return [block for stack in self.stacks().values() for block in stack]

    @property
    def num_copies(self) -> int:
        """How often the blocks inside are there, each time with weights of their own."""
        return 1

    def combine(self, port: Port, outs: Sequence[Port], context: Context) -> Port:
        """The port after this block, given its input and the outputs of its stacks, an empty one's being its input.

        Raises:
            Misfit: when they do not go together.
        """
        raise NotImplementedError

    def code_around(self, stack: Callable[[str], object], port: Port, context: Context) -> Call:
        """What makes the torch module around what `stack` gives for the path of a stack, anew each time it is asked."""
        raise NotImplementedError


def out_size(size: OutSize, context: Context) -> int:
    """A wished output size as a number.

    Raises:
        Misfit: when the data have no classes or no vocabulary.
    """
    if isinstance(size, int):
        return size
    known = context.num_classes if size == "classes" else context.vocabulary
    if known is None:
        raise Misfit(SIZE_UNKNOWN, what=Text("classes") if size == "classes" else Text("vocabulary"))
    return known


def in_size(size: InSize, actual: int) -> int:
    """A wished input size as a number; automatic takes what arrives."""
    return actual if size == "auto" else size


def inputs_misfit(size: InSize, port: Port) -> Misfit | None:
    """The misfit of an explicit number of inputs that differs from the features that arrive."""
    received, product = port.features, port.flattened_from
    if size in ("auto", received):
        return None
    expected = int(size)
    if len(product) < 2:
        return Misfit(INPUT_MISMATCH, expected=expected, received=received)
    side = _square_side(expected, product)
    if side is None:
        return Misfit(INPUT_MISMATCH_FLAT, expected=expected, received=received, product=product)
    window = product[1] - side + 1
    return Misfit(
        INPUT_MISMATCH_IMAGE,
        expected=expected, received=received, product=product, wanted=(product[0], side, side),
        image=(side, side), window=(window, window), channels=product[0],
    )  # fmt: skip


def channels_misfit(size: InSize, port: Port) -> Misfit | None:
    """The misfit of an explicit number of channels that differs from those of the image that arrives."""
    if size in ("auto", port.features):
        return None
    return Misfit(CHANNEL_MISMATCH, expected=size, received=port.features)


def _square_side(expected: int, product: tuple[int, ...]) -> int | None:
    """The side of the smaller square image of as many channels that would have given the expected inputs."""
    if len(product) != 3 or product[1] != product[2] or expected % product[0]:
        return None
    side = isqrt(expected // product[0])
    return side if side * side * product[0] == expected and side < product[1] else None
