"""Alarm: the gradient gets lost on its way back to the first blocks."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

VANISHING_GRADIENT = ProblemKind(
    "vanishing_gradient",
    "The gradient that reaches this block is {figure} times that of the network's last block (limit {threshold}).",
    "Use ReLU or GELU instead of sigmoid and tanh, put normalisations between the blocks, residual blocks around them, "
    "or take some out.",
)


class VanishingGradient(AlarmKind):
    """Every block multiplies the gradient by its slope; many small factors leave nothing (Hochreiter 1991).

    The figure compares root mean squares within a network, so that it is the same however small the loss has become.
    Measured: not below 0.001 in the gallery, 0.000 001 and less behind six sigmoids.
    """

    kind: ClassVar[str] = "vanishing_gradient"
    label: ClassVar[str] = "Vanishing gradient"
    about: ClassVar[str] = (
        "The first blocks hear almost nothing of the loss, so they stay as they were drawn at random, and the blocks "
        "behind them work on noise."
    )
    problem: ClassVar[ProblemKind] = VANISHING_GRADIENT
    threshold: ClassVar[float] = 1e-4
    is_per_block: ClassVar[bool] = False

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        if course.health is None:
            return []
        faint = [(block, share) for block, share in course.health.gradient_shares() if share < cls.threshold]
        firsts = {block.network: (block, share) for block, share in reversed(faint)}  # of each network
        return [cls.at(block.path, share, figure=f"{share:.1g}") for block, share in firsts.values()]
