"""What the command line says of alarms: on stderr as they are raised and over, and in one JSON value."""

from collections.abc import Callable

from explorer.alarm import Alarm
from explorer.alarms import ALARMS
from explorer.cli.output import err, say
from explorer.cli.sentences import ALARM_OVER, ALARM_RAISED

LABELS = {kind.kind: kind.label for kind in ALARMS}


def told_alarms() -> Callable[[tuple[Alarm, ...]], None]:
    """A function that is called with all alarms of a run whenever they change, and tells what is new."""
    known: set[tuple[int, bool]] = set()

    def tell(alarms: tuple[Alarm, ...]) -> None:
        for index, alarm in enumerate(alarms):
            if (index, alarm.is_on) not in known:
                known.add((index, alarm.is_on))
                _tell(alarm)

    return tell


def alarm_as_json(alarm: Alarm) -> dict[str, object]:
    """An alarm for scripts, in English whatever the language; `until` is null as long as it is on."""
    return {
        "code": alarm.code,
        "place": alarm.place,
        "step": alarm.step,
        "until": alarm.until,
        "message": str(alarm.problem.message),
        "figure": alarm.figure,
        "threshold": alarm.threshold,
    }


def _tell(alarm: Alarm) -> None:
    words = {"label": say(LABELS[alarm.code]), "place": alarm.place}
    if alarm.until is not None:
        err(say(ALARM_OVER, step=alarm.until, **words))
        return
    err(f"{say(ALARM_RAISED, step=alarm.step, **words)} {say(alarm.problem.message)}")
    err(f"    {say(alarm.problem.remedy)}")
