"""Parallel block: several stacks read the same input (Szegedy et al. 2014, arXiv:1409.4842), and are joined."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self

from pydantic import Field

from models.code import Call, call
from models.layer import CompositeSpec, LayerSpec
from models.options import OPTION_LABELS
from models.port import Context, Port
from models.problem import Misfit, ProblemKind
from models.problems import BRANCHES_NOT_ADDED, BRANCHES_NOT_BESIDE, NO_BRANCHES
from models.spec import Spec

if TYPE_CHECKING:
    from models.layers import AnyLayer

MAX_BRANCHES = 64


class Branch(Spec):
    """One of the stacks of a parallel block; without blocks it hands its input on."""

    label: ClassVar[str] = "Branch"

    blocks: tuple["AnyLayer", ...] = Field((), title="Blocks", description="The blocks of this branch.")


class Parallel(CompositeSpec):
    """y = F1(x) + F2(x) + ..., or (F1(x), F2(x), ...) with the channels of images and the features of vectors and
    sequences side by side. A branch without blocks is y = x.
    """

    label: ClassVar[str] = "Parallel"
    about: ClassVar[str] = "Gives its input to several branches, and adds their outputs or puts them side by side."

    kind: Literal["parallel"] = "parallel"
    join: Literal["add", "concatenate"] = Field(
        "concatenate", title="Join", description="Whether the outputs are added, or put side by side."
    )
    branches: Annotated[tuple[Branch, ...], Field(max_length=MAX_BRANCHES)] = Field(
        default_factory=lambda: (Branch(), Branch()),
        title="Branches",
        description="The stacks that all receive the same input.",
    )

    @classmethod
    def around(cls, blocks: Sequence[LayerSpec]) -> Self:
        return cls.model_validate({"branches": [{"blocks": blocks}, {"blocks": ()}]})

    def stacks(self) -> dict[str, Sequence[LayerSpec]]:
        return {f"branches.{index}.blocks": branch.blocks for index, branch in enumerate(self.branches)}

    def combine(self, port: Port, outs: Sequence[Port], context: Context) -> Port:
        if not outs:
            raise Misfit(NO_BRANCHES)
        first = outs[0]
        for number, out in enumerate(outs[1:], start=2):
            misfit = self._misfit_of(first, out)
            if misfit is not None:
                raise Misfit(misfit, one=1, shape=first.shape, other=number, other_shape=out.shape)
        return first if self.join == "add" else first.with_features(sum(out.features for out in outs))

    def code_around(self, stack: Callable[[str], object], port: Port, context: Context) -> Call:
        return call(
            "models.modules.parallel.ParallelStacks", [stack(name) for name in self.stacks()], adds=self.join == "add"
        )

    def caption(self) -> str:
        return OPTION_LABELS[self.join]

    def _misfit_of(self, first: Port, other: Port) -> ProblemKind | None:
        """What is wrong with joining another branch's output to the first one's."""
        if self.join == "add":
            return None if (other.kind, other.shape) == (first.kind, first.shape) else BRANCHES_NOT_ADDED
        return None if (other.kind, other.around) == (first.kind, first.around) else BRANCHES_NOT_BESIDE
