"""Alarm: the gradient grows on its way back to the first blocks."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

EXPLODING_GRADIENT = ProblemKind(
    "exploding_gradient",
    "The gradient that reaches this block is {figure} times that of the network's last block (limit {threshold}).",
    "Clip the gradient, put residual blocks around the blocks between here and the end, or take some of them out.",
)


class ExplodingGradient(AlarmKind):
    """Many factors above one multiply; deep stacks of normalised ReLU have them (Yang et al. 2019, arXiv:1902.08129).

    Measured: at most 36 in the gallery, where a decoder's loss is a thousandth of its start, and 7 elsewhere; 280 to
    1000 behind forty normalised blocks.
    """

    kind: ClassVar[str] = "exploding_gradient"
    label: ClassVar[str] = "Exploding gradient"
    about: ClassVar[str] = (
        "The first blocks are thrown about by steps that are far too long for them, while the last ones hardly move: "
        "no learning rate suits both."
    )
    problem: ClassVar[ProblemKind] = EXPLODING_GRADIENT
    threshold: ClassVar[float] = 100.0
    is_per_block: ClassVar[bool] = False

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        if course.health is None:
            return []
        firsts: dict[str, Sighting] = {}  # of each network
        for block, share in course.health.gradient_shares():
            if share > cls.threshold and block.network not in firsts:
                firsts[block.network] = cls.at(block.path, share, figure=f"{share:.0f}", threshold=f"{cls.threshold:g}")
        return list(firsts.values())
