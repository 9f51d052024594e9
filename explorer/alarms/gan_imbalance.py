"""Alarm: a discriminator that is never wrong, from which a generator cannot learn."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting
from explorer.health import Course
from models.problem import ProblemKind

GAN_IMBALANCE = ProblemKind(
    "gan_imbalance",
    "The discriminator takes real samples for real with {real} and made ones with {made}: the gap is {figure} (limit "
    "{threshold}).",
    "Lower the discriminator's learning rate (Training, Discriminator's optimiser), make it smaller, or add instance "
    "noise.",
)
NUM_CHECKUPS = 8


class GanImbalance(AlarmKind):
    """Where the discriminator is sure, its slope is flat, and the generator hears nothing of how to get better.

    (Arjovsky and Bottou 2017, arXiv:1701.04862.) Judged by the mean of some checkups, since the two take turns. Only
    where scores are probabilities: a Wasserstein critic shall win.
    Measured: at most 0.55 in the gallery, 0.9 where the discriminator learns a hundred times as fast.
    """

    kind: ClassVar[str] = "gan_imbalance"
    label: ClassVar[str] = "Discriminator too strong"
    about: ClassVar[str] = (
        "The discriminator tells every made sample from every real one, so sure of itself that the generator gets "
        "hardly any gradient."
    )
    problem: ClassVar[ProblemKind] = GAN_IMBALANCE
    threshold: ClassVar[float] = 0.8

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        judged = [
            (health.rivalry.real, health.rivalry.made)
            for health in course.healths[-NUM_CHECKUPS:]
            if health.rivalry is not None and health.rivalry.real is not None and health.rivalry.made is not None
        ]
        if len(judged) < NUM_CHECKUPS:
            return []
        real, made = (sum(values) / NUM_CHECKUPS for values in zip(*judged, strict=True))
        if real - made < cls.threshold:
            return []
        words = {"figure": real - made, "threshold": cls.threshold, "real": real, "made": made}
        shown = {name: f"{value:.2f}" for name, value in words.items()}
        return [cls.at("architecture.discriminator", real - made, **shown)]
