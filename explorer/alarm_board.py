"""All alarms of a run: what is seen often enough in a row is raised, what is gone for long is over."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from explorer.alarm import Alarm, AlarmKind, Sighting
from explorer.health import Course

Key = tuple[str, str]  # the kind, and the block or network


@dataclass(frozen=True)
class Row:
    """Moments in a row in which an alarm was seen (or missed, where it is on); `step` is that of the first."""

    count: int
    step: int


@dataclass(frozen=True)
class Board:
    """All alarms of a run, in the order in which they were raised, those that are over too."""

    alarms: tuple[Alarm, ...] = ()
    rows: tuple[tuple[Key, Row], ...] = ()
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

    def _looked(self, kind: type[AlarmKind], moment: int, seen: dict[Key, Sighting]) -> "Board":
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
