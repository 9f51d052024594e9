"""Alarm: units of tanh or sigmoid that lie on a flat end for nearly all samples."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

SATURATED_UNITS = ProblemKind(
    "saturated_units",
    "{figure} of the {num_units} units are saturated: they answer one of the two extremes to nearly every sample "
    "(limit {threshold}).",
    "Lower the learning rate, put a normalisation before this block, or choose ReLU or GELU.",
)


class SaturatedUnits(AlarmKind):
    """Where tanh or sigmoid is flat, hardly any gradient passes (Glorot and Bengio 2010).

    A unit that answers one extreme to some samples and the other to the rest counts too: it learns no more either.
    Measured: none in the gallery, and all where the learning rate is much too high.
    """

    kind: ClassVar[str] = "saturated_units"
    label: ClassVar[str] = "Saturated units"
    about: ClassVar[str] = (
        "Units that lie on a flat end of tanh or sigmoid let hardly any gradient pass, so neither they nor the blocks "
        "before them learn."
    )
    problem: ClassVar[ProblemKind] = SATURATED_UNITS
    threshold: ClassVar[float] = 0.5

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        return cls.in_units(course, lambda activity: activity.saturated)
