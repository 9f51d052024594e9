"""The contract of an alarm: a named training problem, seen in the figures of a run's health; torch-free and pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from explorer.health import Activity, Course
from models.problem import Problem, ProblemKind
from models.text import Text


@dataclass(frozen=True)
class Sighting:
    """What an alarm sees at one moment: the problem with its place, the figure, and the threshold that it passes."""

    problem: Problem
    figure: float
    threshold: float


@dataclass(frozen=True)
class Alarm:
    """A sighting that has lasted: since which step, and until which where it is over."""

    problem: Problem
    figure: float
    threshold: float
    step: int
    until: int | None = None

    @property
    def code(self) -> str:
        return self.problem.code

    @property
    def place(self) -> str:
        """A block's path, or that of a setting, or a network's."""
        return self.problem.place

    @property
    def is_on(self) -> bool:
        return self.until is None


class AlarmKind:
    """A kind of alarm. Members give what it is called and means, when it is seen, and how long it has to last.

    `about` says what it means and why it hurts; the problem names figure, threshold and remedy. `patience` is how many
    moments in a row it must be seen before it is raised, and twice as often not before it is over.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    about: ClassVar[str]
    problem: ClassVar[ProblemKind]
    threshold: ClassVar[float]
    patience: ClassVar[int] = 3
    is_per_block: ClassVar[bool] = True  # else a network has one at a time, wherever its place moves

    @classmethod
    def moment(cls, course: Course) -> int | None:
        """The step of the latest figures that it looks at, by which it knows new ones; None where there are none."""
        return course.health.step if course.health else None

    @classmethod
    def see(cls, course: Course) -> list[Sighting]:
        """Where the figures pass the threshold just now."""
        raise NotImplementedError

    @classmethod
    def key(cls, place: str) -> tuple[str, str]:
        """What tells one alarm from another: its kind, and the block or network that it is about."""
        return cls.kind, place if cls.is_per_block else ".".join(place.split(".")[:2])

    @classmethod
    def at(cls, place: str, value: float, /, **words: object) -> Sighting:
        """A sighting at a place; its texts name {figure} and {threshold}, as numbers unless `words` has better ones."""
        named = {"figure": value, "threshold": cls.threshold, **words}
        return Sighting(cls.problem.at(place, **named), value, cls.threshold)

    @classmethod
    def in_units(cls, course: Course, share_of: Callable[[Activity], float | None]) -> list[Sighting]:
        """A sighting for each activation of whose units too large a share is ill."""
        activities = course.health.activities if course.health else ()
        shares = [(activity, share_of(activity)) for activity in activities]
        limit = percent(cls.threshold)
        return [
            cls.at(activity.path, share, num_units=activity.num_units, figure=percent(share), threshold=limit)
            for activity, share in shares
            if share is not None and share >= cls.threshold
        ]


def percent(share: float) -> Text:
    """A share as people read it: 0.5 -> "50 %"."""
    return Text("{percent} %", {"percent": f"{100 * share:.0f}"})
