"""Alarm: the loss is not a number any more, with the block where the numbers broke."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

NOT_FINITE = ProblemKind(
    "not_finite",
    "At step {step} the loss became {value}. This is the first block whose answer or weights were no finite numbers.",
    "Lower the learning rate, clip the gradient, or put a normalisation before this block; then begin the run again.",
)
TOO_LARGE = ProblemKind(
    "not_finite",
    "At step {step} the loss became {value}, although every block still answered finite numbers. This block's answer "
    "is the one that was too large for the loss.",
    "Lower the learning rate, clip the gradient, or put a normalisation before this block; then begin the run again.",
)
SPREAD = ProblemKind(
    "not_finite",
    "At step {step} the loss became {value}, and the update after it has spoilt every block. At the last checkup "
    "before, this one was moved farthest in a step.",
    "Lower the learning rate, clip the gradient, or put a normalisation before this block; then begin the run again.",
)


class NotFinite(AlarmKind):
    """Numbers beyond about 10^38 are infinite, and infinity minus infinity is not a number: nothing comes back."""

    kind: ClassVar[str] = "not_finite"
    label: ClassVar[str] = "Loss is not a number"
    about: ClassVar[str] = (
        "A number became too large to be held. From there on everything that is computed from it is no number either, "
        "and the update spreads it to every weight."
    )
    problem: ClassVar[ProblemKind] = NOT_FINITE
    threshold: ClassVar[float] = 3.4e38  # the largest float32
    is_per_block: ClassVar[bool] = False
    patience: ClassVar[int] = 1
    kinds: ClassVar[dict[str, ProblemKind]] = {"block": NOT_FINITE, "loss": TOO_LARGE, "spread": SPREAD}

    @classmethod
    def moment(cls, course: Course) -> int | None:
        return None if course.breakdown is None else course.breakdown.step

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        broken = course.breakdown
        if broken is None:
            return []
        problem = cls.kinds[broken.origin].at(broken.path, step=broken.step, value=broken.shown)
        return [Sighting(problem, broken.value, cls.threshold)]
