"""The contract of an alarm: a named training problem, seen in the figures of a run's health; torch-free and pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from explorer.health import Course
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


def percent(share: float) -> Text:
    """A share as people read it: 0.5 -> "50 %"."""
    return Text("{percent} %", {"percent": f"{100 * share:.0f}"})


@dataclass(frozen=True)
class Row:
    """Moments in a row in which an alarm was seen (or missed, where it is on); `step` is that of the first."""

    count: int
    step: int


@dataclass(frozen=True)
class Board:
    """All alarms of a run, in the order in which they were raised, those that are over too."""

    alarms: tuple[Alarm, ...] = ()
    rows: tuple[tuple[tuple[str, str], Row], ...] = ()
    moments: tuple[tuple[str, int], ...] = ()

    def after(self, course: Course, kinds: Iterable[type[AlarmKind]]) -> "Board":
        """The board after a look at the run: what lasts long enough is raised or over, what flickers is neither."""
        board = self
        for kind in kinds:
            moment = kind.moment(course)
            if moment is not None and moment != dict(board.moments).get(kind.kind):
                seen = {kind.key(sighting.problem.place): sighting for sighting in kind.see(course)}
                board = board._looked(kind, moment, seen)
        return board

    def before(self, step: int) -> "Board":
        """The board as far as it was known at a step: training has gone back there."""
        alarms = tuple(
            replace(alarm, until=None) if alarm.until is not None and alarm.until > step else alarm
            for alarm in self.alarms
            if alarm.step <= step
        )
        return Board(alarms)

    def _looked(self, kind: type[AlarmKind], moment: int, seen: dict[tuple[str, str], Sighting]) -> "Board":
        rows, alarms = dict(self.rows), list(self.alarms)
        on = {
            kind.key(alarm.place): index
            for index, alarm in enumerate(alarms)
            if alarm.is_on and alarm.code == kind.kind
        }
        mine = dict.fromkeys(key for key in (*rows, *on) if key[0] == kind.kind)
        for key in (*seen, *(key for key in mine if key not in seen)):
            if (key in seen) == (key in on):  # as it was: whatever was counted begins again
                rows.pop(key, None)
                continue
            row = rows.get(key)
            row = Row(1, moment) if row is None else Row(row.count + 1, row.step)
            rows[key] = row
            if key in seen and row.count >= kind.patience:
                sighting = seen[key]
                alarms.append(Alarm(sighting.problem, sighting.figure, sighting.threshold, row.step))
                del rows[key]
            elif key not in seen and row.count >= 2 * kind.patience:
                alarms[on[key]] = replace(alarms[on[key]], until=row.step)
                del rows[key]
        moments = {**dict(self.moments), kind.kind: moment}
        return Board(tuple(alarms), tuple(rows.items()), tuple(moments.items()))
