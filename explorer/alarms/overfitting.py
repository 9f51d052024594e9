"""Alarm: the network gets better on the training samples and worse on all others."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting, percent
from explorer.health import Course
from models.problem import ProblemKind

OVERFITTING = ProblemKind(
    "overfitting",
    "Since step {best_step} the validation loss has risen from {best} to {now}, while the training loss fell from "
    "{train_then} to {train_now}: a rise by {figure} of the loss before training (limit {threshold}). This block has "
    "the most weights to remember samples with.",
    "Stop early (Training, Early stopping), take more samples, add dropout or weight decay, or make this block "
    "smaller.",
)
FEWEST_VALIDATIONS = 6
NUM_SMOOTHED = 3  # validations that are averaged


class Overfitting(AlarmKind):
    """The gap between validation and training opens. The rise is told in units of the loss of an untrained network.

    So a loss that rises from 0.001 to 0.002 is none. Measured: at most 0.23 in the gallery (lstm-sentences), 1.19 where
    a large network has few sentences.
    """

    kind: ClassVar[str] = "overfitting"
    label: ClassVar[str] = "Over-fitting"
    about: ClassVar[str] = (
        "The network learns its training samples by heart: it gets better at them, and worse at all that it has not "
        "seen."
    )
    problem: ClassVar[ProblemKind] = OVERFITTING
    threshold: ClassVar[float] = 0.4
    is_per_block: ClassVar[bool] = False
    patience: ClassVar[int] = 2

    @classmethod
    def moment(cls, course: Course) -> int | None:
        return course.validation.steps[-1] if course.validation.steps else None

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        start, smooth = course.start, course.validation.smoothed(NUM_SMOOTHED)
        if start is None or len(course.validation.steps) < FEWEST_VALIDATIONS:
            return []
        best = min(range(len(smooth.values)), key=smooth.values.__getitem__)
        then, now = course.loss.near(smooth.steps[best]), course.loss.recent()
        rise = (smooth.values[-1] - smooth.values[best]) / start
        if then is None or now is None or now >= min(then, start) or rise < cls.threshold:
            return []
        place = course.health.largest() if course.health else "architecture.network"
        return [
            cls.at(
                place,
                rise,
                figure=percent(rise),
                threshold=percent(cls.threshold),
                best_step=smooth.steps[best],
                best=f"{smooth.values[best]:.3g}",
                now=f"{smooth.values[-1]:.3g}",
                train_then=f"{then:.3g}",
                train_now=f"{now:.3g}",
            )
        ]
