"""Places in an experiment: what lies at a path, and the experiment with something else there.

Paths join keys and indices with dots: "training.optimizer.learning_rate", "architecture.network.blocks.3.blocks.0".
Only the values around a place are made anew, each checked by its own class; everything else stays the same object.
"""

import re
from typing import Any

from pydantic import BaseModel, ValidationError

from explorer.input_problems import NO_SUCH_PLACE
from explorer.spec import Experiment
from explorer.validation import experiment_from, problems_of
from models.problem import InputError


def value_at(experiment: Experiment, path: str) -> Any:
    """The value at a path: a spec, a tuple, a number or a word.

    Raises:
        InputError: when there is no such place.
    """
    here: Any = experiment
    for step in path.split("."):
        here = _inside(here, step, path)
    return here


def with_value(experiment: Experiment, path: str, value: object) -> Experiment:
    """The experiment with another value, a spec or plain data, at a path.

    Raises:
        InputError: when there is no such place, or the value is not allowed there.
    """
    changed: Experiment = _with(experiment, path.split("."), 0, value)
    return changed


def is_index(step: str) -> bool:
    """Whether a step of a path can name a member of a list: a number as it is written without need."""
    return re.fullmatch(r"0|[1-9][0-9]{0,8}", step) is not None


def stack_of(path: str) -> str:
    """The stack that a block lies in."""
    return path.rpartition(".")[0]


def index_of(path: str) -> int:
    """A block's place in its stack."""
    return int(path.rpartition(".")[2])


def sibling(path: str, distance: int) -> str:
    """The path so many places further down in the same stack."""
    return f"{stack_of(path)}.{index_of(path) + distance}"


def no_such_place(path: str) -> InputError:
    """The refusal of a path that leads nowhere."""
    return InputError((NO_SUCH_PLACE.at(path, path=path),))


def _with(here: Any, steps: list[str], depth: int, value: object) -> Any:
    """`here`, which lies at the first `depth` steps, with another value at the end of all steps."""
    if depth == len(steps):
        return value
    step, path = steps[depth], ".".join(steps)
    # The last key of a spec may be unknown: the class itself refuses it.
    inside = None if depth + 1 == len(steps) and isinstance(here, BaseModel) else _inside(here, step, path)
    changed = _with(inside, steps, depth + 1, value)
    if isinstance(here, tuple):
        index = int(step)
        return [*here[:index], changed, *here[index + 1 :]]
    return _checked(type(here), {**vars(here), step: changed}, ".".join(steps[:depth]))


def _checked(kind: type[BaseModel], fields: dict[str, Any], place: str) -> BaseModel:
    if not place:
        return experiment_from(fields)
    try:
        return kind.model_validate(fields)
    except ValidationError as error:
        raise InputError(problems_of(error, fields, place)) from None


def _inside(here: Any, step: str, path: str) -> Any:
    if isinstance(here, BaseModel) and step in type(here).model_fields:
        return getattr(here, step)
    if isinstance(here, tuple) and is_index(step) and int(step) < len(here):
        return here[int(step)]
    raise no_such_place(path)
