"""Skip block: puts its input beside the output of the blocks inside (Ronneberger et al. 2015, arXiv:1505.04597)."""

from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from models.layer import CompositeSpec
from models.port import Context, Port
from models.problem import Misfit
from models.problems import NOT_BESIDE

if TYPE_CHECKING:
    from torch import nn

    from models.layers import AnyLayer
    from models.modules.stack import Stack


class Skip(CompositeSpec):
    """y = (x, F(x)), where F is the stack of blocks inside: channels of images and features of vectors and sequences
    are put beside each other; sides and positions must be the same. One inside another gives a U-Net.
    """

    label: ClassVar[str] = "Skip"
    about: ClassVar[str] = "Puts its input beside the output of the blocks inside, so that nothing is lost on the way."

    kind: Literal["skip"] = "skip"
    blocks: tuple["AnyLayer", ...] = Field((), title="Blocks", description="The blocks inside.")

    def combine(self, port: Port, inner: Port, context: Context) -> Port:
        if (inner.kind, _around(inner)) != (port.kind, _around(port)):
            raise Misfit(NOT_BESIDE, before=port.shape, after=inner.shape)
        features = port.features + inner.features
        return Port(port.kind, (features, *port.shape[1:]) if port.kind == "image" else (*port.shape[:-1], features))

    def wrap(self, blocks: "list[nn.Module]", port: Port, context: Context) -> "Stack":
        from models.modules.skip import SkipStack

        return SkipStack(blocks, 1 if port.kind == "image" else -1)


def _around(port: Port) -> tuple[int, ...]:
    """The sides of an image, the positions of a sequence: everything but the features."""
    return port.shape[1:] if port.kind == "image" else port.shape[:-1]
