"""Skip block: puts its input beside the output of the blocks inside (Ronneberger et al. 2015, arXiv:1505.04597)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import CompositeSpec
from models.port import Context, Port
from models.problem import Misfit
from models.problems import NOT_BESIDE

if TYPE_CHECKING:
    from models.layers import AnyLayer


class Skip(CompositeSpec):
    """y = (x, F(x)), where F is the stack of blocks inside: channels of images and features of vectors and sequences
    are put beside each other; sides and positions must be the same. One inside another gives a U-Net.
    """

    label: ClassVar[str] = "Skip"
    about: ClassVar[str] = "Puts its input beside the output of the blocks inside, so that nothing is lost on the way."

    kind: Literal["skip"] = "skip"
    blocks: tuple["AnyLayer", ...] = Field((), title="Blocks", description="The blocks inside.")

    def combine(self, port: Port, outs: Sequence[Port], context: Context) -> Port:
        (inner,) = outs
        if (inner.kind, inner.around) != (port.kind, port.around):
            raise Misfit(NOT_BESIDE, before=port.shape, after=inner.shape)
        return port.with_features(port.features + inner.features)

    def code_around(self, stack: Callable[[str], object], port: Port, context: Context) -> Call:
        return call("models.modules.skip.SkipStack", stack("blocks"), port.feature_axis)
