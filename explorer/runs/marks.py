"""What makes a run more than its experiment: the changes on its way, and with how many steps it counted when."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from explorer.changes import AnyChange, Mark

Changes = dict[int, list[AnyChange]]  # by the number of steps after which they were made
Paces = dict[int, float]

CHANGE: TypeAdapter[AnyChange] = TypeAdapter(AnyChange)


def as_marks(changes: Mapping[int, Sequence[AnyChange]]) -> tuple[Mark, ...]:
    """Every change with its step, in the order of the steps."""
    return tuple(Mark(step, change) for step, ones in sorted(changes.items()) for change in ones)


def as_facts(changes: Mapping[int, Sequence[AnyChange]], paces: Mapping[int, float]) -> dict[str, Any]:
    """Both as JSON values; an infinite pace is null."""
    marks = [[mark.step, mark.change.model_dump(mode="json")] for mark in as_marks(changes)]
    return {"marks": marks, "paces": [[step, pace if math.isfinite(pace) else None] for step, pace in paces.items()]}


def from_facts(marks: Sequence[Any], paces: Sequence[Any], last_step: int) -> tuple[Changes, Paces]:
    """Both, as far as they count for a run that goes on after `last_step`.

    Raises:
        ValueError: when it is not what was written; so are pydantic's errors.
    """
    changes: Changes = {}
    for step, change in marks:
        if int(step) <= last_step:
            changes.setdefault(int(step), []).append(CHANGE.validate_python(change))
    known = {int(step): math.inf if pace is None else float(pace) for step, pace in paces if int(step) < last_step}
    return changes, known
