"""Alarm: units of an activation that no sample wakes."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

DEAD_UNITS = ProblemKind(
    "dead_units",
    "{figure} of the {num_units} units are dead: none of the samples wakes them (limit {threshold}).",
    "Lower the learning rate, choose Leaky ReLU, ELU or GELU, or put a normalisation before this block. Units that are "
    "dead stay so: begin the run again.",
)


class DeadUnits(AlarmKind):
    """A ReLU whose input is negative for every sample answers zero, and its gradient is zero: it never learns again.

    Measured: at most 44 % in the gallery (autoencoder-digits), 97 % with a learning rate a hundred times too high.
    """

    kind: ClassVar[str] = "dead_units"
    label: ClassVar[str] = "Dead units"
    about: ClassVar[str] = (
        "Units that answer zero to every sample get no gradient, so they never learn again, and the network is smaller "
        "than it looks."
    )
    problem: ClassVar[ProblemKind] = DEAD_UNITS
    threshold: ClassVar[float] = 0.6

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        return cls.in_units(course, lambda activity: activity.dead)
