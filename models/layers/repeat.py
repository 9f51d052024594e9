"""Repeat block: the blocks inside several times, one after the other, each time with weights of their own."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from models.code import Call, call
from models.layer import CompositeSpec
from models.port import Context, Port
from models.problem import Misfit
from models.problems import REPEAT_CHANGES_SHAPE

if TYPE_CHECKING:
    from models.layers import AnyLayer


class Repeat(CompositeSpec):
    """y = Fn(... F2(F1(x))), where every F is the stack of blocks inside with its own weights.

    More than once, the blocks inside must keep the shape. Views show the first time.
    """

    label: ClassVar[str] = "Repeat"
    about: ClassVar[str] = "Runs the blocks inside several times in a row, each time with weights of their own."

    kind: Literal["repeat"] = "repeat"
    n: Annotated[int, Field(ge=1, le=64)] = Field(
        2, title="Times", description="How many times the blocks inside stand one after the other."
    )
    blocks: tuple["AnyLayer", ...] = Field((), title="Blocks", description="The blocks inside.")

    @property
    def num_copies(self) -> int:
        return self.n

    def combine(self, port: Port, outs: Sequence[Port], context: Context) -> Port:
        (inner,) = outs
        if self.n > 1 and (inner.kind, inner.shape) != (port.kind, port.shape):
            raise Misfit(REPEAT_CHANGES_SHAPE, times=self.n, before=port.shape, after=inner.shape)
        return inner

    def code_around(self, stack: Callable[[str], object], port: Port, context: Context) -> Call:
        return call("models.modules.repeat.RepeatedStack", [stack("blocks") for _ in range(self.n)])

    def caption(self) -> str:
        return f"×{self.n}"
