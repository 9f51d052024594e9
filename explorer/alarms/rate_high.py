"""Alarm: a learning rate that is too high, told from what the steps do to weights and loss."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

MOVES_TOO_FAR = ProblemKind(
    "rate_high",
    "One step changes the weights by {figure} of their size (limit {threshold}); about 0.001 is usual.",
    "Lower the learning rate to a tenth, then to a third, as long as it helps; then begin the run again.",
)
ROSE_AT_ONCE = ProblemKind(
    "rate_high",
    "Within the first {num_steps} steps the loss rose to {figure} times what it was before training "
    "(limit {threshold}).",
    "Lower the learning rate to a tenth, then to a third, as long as it helps, or warm up; then begin the run again.",
)
PLACE = "training.optimizer.learning_rate"
LARGEST_RISE = 2.0
NUM_SMOOTHED = 5  # losses that are averaged


class RateHigh(AlarmKind):
    """Karpathy's rule of thumb (CS231n): the update is about a thousandth of the weights, in the middle of the blocks.

    Measured: in the gallery at most 0.04 after the first steps, which are longer with Adam, and no rise above 1.34.
    """

    kind: ClassVar[str] = "rate_high"
    label: ClassVar[str] = "Learning rate too high"
    about: ClassVar[str] = (
        "Steps are so long that they jump over what they are to find: the loss rises or wanders instead of falling."
    )
    problem: ClassVar[ProblemKind] = MOVES_TOO_FAR
    threshold: ClassVar[float] = 0.1
    is_per_block: ClassVar[bool] = False

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        return [*cls._rises(course), *cls._moves(course)][:1]

    @classmethod
    def _rises(cls, course: Course) -> list[Sighting]:
        early, start = course.early, course.start
        if start is None or len(early) < NUM_SMOOTHED:
            return []
        ends = range(NUM_SMOOTHED, len(early) + 1)
        rise = max(sum(early[end - NUM_SMOOTHED : end]) / NUM_SMOOTHED for end in ends) / start
        if rise < LARGEST_RISE:
            return []
        words = {"figure": f"{rise:.1f}", "threshold": f"{LARGEST_RISE:g}", "num_steps": len(early)}
        return [Sighting(ROSE_AT_ONCE.at(PLACE, **words), rise, LARGEST_RISE)]

    @classmethod
    def _moves(cls, course: Course) -> list[Sighting]:
        health = course.health
        if health is None:
            return []
        update = max((health.median_update(network) for network in health.networks), default=0.0)
        if not update >= cls.threshold:
            return []
        return [cls.at(PLACE, update, figure=f"{update:.2g}", threshold=f"{cls.threshold:g}")]
