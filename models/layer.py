"""The contract of a block: a frozen spec that tells its output port and parameters, and builds its module."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from models.port import Context, Port, PortKind
from models.problem import Misfit
from models.problems import INPUT_MISMATCH, SIZE_UNKNOWN
from models.spec import Spec

if TYPE_CHECKING:
    from torch import nn

    from models.modules.stack import Stack

OutSize = Annotated[int, Field(ge=1)] | Literal["classes", "vocabulary"]
InSize = Annotated[int, Field(ge=1)] | Literal["auto"]
PaletteGroup = Literal["basic", "image", "sequence", "attention", "composite"]


class LayerSpec(Spec):
    """A block: what a person chose. Everything else follows from the port that arrives.

    Members add `kind: Literal["conv2d"] = "conv2d"`, their fields, and the three methods below. Importing a
    member must not import torch: `build` brings it in.
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

    def num_params(self, port: Port, context: Context) -> int:
        """How many numbers this block learns; explicit sizes count as written."""
        return 0

    def build(self, port: Port, context: Context) -> "nn.Module":
        """The torch module; called only where `out_port` and `misfit` found nothing wrong."""
        raise NotImplementedError

    def misfit(self, port: Port, context: Context) -> Misfit | None:
        """What does not fit although the output port is known, such as an explicit input size."""
        return None

    def caption(self) -> str:
        """A few untranslated characters beside the label that tell two of a kind apart, such as "3×3"."""
        return ""


class CompositeSpec(LayerSpec):
    """A block with a stack of blocks inside, in the field `blocks`."""

    group: ClassVar[PaletteGroup] = "composite"

    # Members declare `blocks: tuple["AnyLayer", ...]`; the catalogue closes the recursion.
    def inner(self) -> Sequence[LayerSpec]:
        """The blocks inside, in order."""
        blocks: Sequence[LayerSpec] = getattr(self, "blocks")  # noqa: B009 - declared by the members
        return blocks

    def combine(self, port: Port, inner: Port, context: Context) -> Port:
        """The port after this block, given its input and the output of the stack inside.

        Raises:
            Misfit: when the two do not go together.
        """
        raise NotImplementedError

    def wrap(self, blocks: "list[nn.Module]", port: Port, context: Context) -> "Stack":
        """The torch module around the already built blocks inside."""
        raise NotImplementedError


def out_size(size: OutSize, context: Context, label: str) -> int:
    """A wished output size as a number.

    Raises:
        Misfit: when the data have no classes or no vocabulary.
    """
    if isinstance(size, int):
        return size
    known = context.num_classes if size == "classes" else context.vocabulary
    if known is None:
        raise Misfit(SIZE_UNKNOWN, label=label, what=size)
    return known


def in_size(size: InSize, actual: int) -> int:
    """A wished input size as a number; automatic takes what arrives."""
    return actual if size == "auto" else size


def in_size_misfit(size: InSize, port: Port, actual: int, label: str) -> Misfit | None:
    """The misfit of an explicit input size that differs from what arrives."""
    if size == "auto" or size == actual:
        return None
    return Misfit(INPUT_MISMATCH, label=label, expected=size, received=actual, product=port.flattened_from or port.shape)
