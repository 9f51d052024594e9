"""Alarm: a learning rate that is too low for anything to happen."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting, percent
from explorer.health import Course
from models.problem import ProblemKind

RATE_LOW = ProblemKind(
    "rate_low",
    "No block's weights change by more than {figure} of their size in a step (limit {threshold}); about 0.001 is usual."
    " The loss is still at {share} of what it was before training.",
    "Raise the learning rate to ten times as much, as long as the loss falls faster.",
)
LEAST_SHARE = 0.9  # of the loss before training, from which on nothing has happened yet
LEAST_FACTOR = 0.1  # of the rate that is set: a schedule may begin and end near zero


class RateLow(AlarmKind):
    """Karpathy's rule of thumb (CS231n): the update is about a thousandth of the weights; here, that of no block is.

    Where the loss has fallen, short steps are no problem: the gradient has become small.
    Measured: in the gallery not below 0.000 15, and that after the loss has come to nothing; 0.000 000 3 here.
    """

    kind: ClassVar[str] = "rate_low"
    label: ClassVar[str] = "Learning rate too low"
    about: ClassVar[str] = "Steps are so short that training would take for ever."
    problem: ClassVar[ProblemKind] = RATE_LOW
    threshold: ClassVar[float] = 1e-5
    is_per_block: ClassVar[bool] = False

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        health, start, now = course.health, course.start, course.loss.recent()
        if health is None or start is None or now is None or health.rate_factor < LEAST_FACTOR:
            return []
        update = max((block.update for block in health.learning), default=0.0)
        if not 0 < update < cls.threshold or not LEAST_SHARE <= now / start < 2 - LEAST_SHARE:
            return []
        words = {"figure": f"{update:.1g}", "threshold": f"{cls.threshold:g}", "share": percent(now / start)}
        return [cls.at("training.optimizer.learning_rate", update, **words)]
