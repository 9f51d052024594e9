"""Residual block: adds its input to the output of the blocks inside (He et al. 2015, arXiv:1512.03385)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import CompositeSpec
from models.port import Context, Port
from models.problem import Misfit
from models.problems import SHAPE_CHANGED

if TYPE_CHECKING:
    from models.layers import AnyLayer


class Residual(CompositeSpec):
    """y = x + F(x), where F is the stack of blocks inside; both must have the same shape."""

    label: ClassVar[str] = "Residual"
    about: ClassVar[str] = "Adds its input to the output of the blocks inside, so that gradients find a short way."

    kind: Literal["residual"] = "residual"
    blocks: tuple["AnyLayer", ...] = Field((), title="Blocks", description="The blocks inside.")

    def combine(self, port: Port, outs: Sequence[Port], context: Context) -> Port:
        (inner,) = outs
        if (inner.kind, inner.shape) != (port.kind, port.shape):
            raise Misfit(SHAPE_CHANGED, before=port.shape, after=inner.shape)
        return port

    def code_around(self, stack: Callable[[str], object], port: Port, context: Context) -> Call:
        return call("models.modules.residual.ResidualStack", stack("blocks"))
