"""Alarm: a generator makes only some of the kinds of samples that there are."""

from typing import ClassVar

from explorer.alarm import AlarmKind, Sighting, percent
from explorer.health import Course
from models.problem import ProblemKind

GAN_COLLAPSE = ProblemKind(
    "gan_collapse",
    "The generator makes {figure} of the kinds of real samples (limit {threshold}), and not more of them than a while "
    "ago.",
    "Add instance noise or an R1 penalty (Training, Objective), choose another loss, or slow the discriminator down.",
)
NUM_CHECKUPS = 8  # that are averaged, and compared with as many before
LEAST_RISE = 0.02


class GanCollapse(AlarmKind):
    """Whatever fools the discriminator just now is made again and again (Goodfellow 2016, arXiv:1701.00160, 5.1.1).

    The figure counts kinds of real samples that are made at least a fifth as often as they occur, weighted by how often
    they do. A young generator makes few kinds too, but more and more of them.
    Measured: 0.79 to 1 in the gallery, 0.45 to 0.67 where the ring collapses.
    """

    kind: ClassVar[str] = "gan_collapse"
    label: ClassVar[str] = "Collapsed generator"
    about: ClassVar[str] = (
        "The generator has given up whole kinds of samples: it fools the discriminator with the few that it makes."
    )
    problem: ClassVar[ProblemKind] = GAN_COLLAPSE
    threshold: ClassVar[float] = 0.7

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        found = [health.rivalry.diversity for health in course.healths if health.rivalry is not None]
        if len(found) < 2 * NUM_CHECKUPS:
            return []
        before, now = (
            sum(part) / NUM_CHECKUPS for part in (found[-2 * NUM_CHECKUPS : -NUM_CHECKUPS], found[-NUM_CHECKUPS:])
        )
        if now >= cls.threshold or now > before + LEAST_RISE:
            return []
        return [cls.at("architecture.generator", now, figure=percent(now), threshold=percent(cls.threshold))]
