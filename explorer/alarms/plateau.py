"""Alarm: the loss has stopped falling before anything was learned."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting, percent
from explorer.health import Course
from models.problem import ProblemKind

PLATEAU = ProblemKind(
    "plateau",
    "For {num_steps} steps the training loss has stood at {loss}, {figure} of what it was before training (limit "
    "{threshold}). This block is moved least by every step.",
    "Give the network more blocks or units, or another learning rate; look whether its gradient vanishes or its units "
    "are dead.",
)
FEWEST_STEPS = 500
LEAST_PROGRESS = 0.01  # of the loss, in the second half of the run so far


class Plateau(AlarmKind):
    """The second half of the run so far has lowered the loss by less than a hundredth, and it is nearly as at first.

    A loss that stands still after it has fallen is none of it: that network has learned what it can.
    Measured: the gallery's losses end below 0.76 of their start, those of networks that do not learn above 0.95.
    """

    kind: ClassVar[str] = "plateau"
    label: ClassVar[str] = "Plateau"
    about: ClassVar[str] = (
        "The loss does not fall although it is hardly lower than before training: nothing is learned."
    )
    problem: ClassVar[ProblemKind] = PLATEAU
    threshold: ClassVar[float] = 0.85
    is_per_block: ClassVar[bool] = False

    @classmethod
    def moment(cls, course: Course) -> int | None:
        return course.loss.steps[-1] if course.loss.steps else None

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        start, halves, steps = course.start, course.loss.halves(), course.loss.steps
        if start is None or halves is None or steps[-1] < FEWEST_STEPS:
            return []
        before, now = halves
        is_still = abs(before - now) < LEAST_PROGRESS * before
        if not is_still or not cls.threshold <= now / start < 2 - cls.threshold:
            return []
        place = course.health.least_moved() if course.health else "architecture.network"
        share = percent(now / start)
        num_steps = steps[-1] - steps[len(steps) // 2]
        sighting = cls.at(
            place, now / start, figure=share, threshold=percent(cls.threshold), loss=f"{now:.3g}", num_steps=num_steps
        )
        return [sighting]
