"""Alarm: the loss is far above that of an untrained network."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

DIVERGING = ProblemKind(
    "diverging",
    "The training loss is {loss}, {figure} times what it was before training (limit {threshold}). This block is moved "
    "farthest by every step.",
    "Lower the learning rate or the momentum, clip the gradient, or warm up; then begin the run again.",
)


class Diverging(AlarmKind):
    """Steps that overshoot the valley end higher than they began, and the next ones are longer still.

    Measured: never above 1.3 in the gallery, 50 with a learning rate of 1 and momentum.
    """

    kind: ClassVar[str] = "diverging"
    label: ClassVar[str] = "Diverging loss"
    about: ClassVar[str] = "The loss rises instead of falling: the network is worse than it was before training."
    problem: ClassVar[ProblemKind] = DIVERGING
    threshold: ClassVar[float] = 2.0
    is_per_block: ClassVar[bool] = False

    @classmethod
    def moment(cls, course: Course) -> int | None:
        return course.loss.steps[-1] if course.loss.steps else None

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        start, now = course.start, course.loss.recent()
        if start is None or now is None or now / start < cls.threshold:
            return []
        figure = now / start
        place = course.health.most_moved() if course.health else "architecture.network"
        return [cls.at(place, figure, figure=f"{figure:.1f}", threshold=f"{cls.threshold:g}", loss=f"{now:.3g}")]
