"""Edits: pure functions from one Experiment to another, validated again every time.

Paths join keys and indices with dots: "training.optimizer.learning_rate", "architecture.network.blocks.3.blocks.0".
"""

import json
from typing import Any

from pydantic import BaseModel, ValidationError

from explorer.problems import NO_SUCH_PLACE, NOT_A_SETTING
from explorer.spec import Experiment
from explorer.validation import experiment_from, place_of
from models.layer import LayerSpec
from models.problem import InputError

Plain = dict[str, Any] | list[Any]


def get(experiment: Experiment, path: str) -> Any:
    """The value at a path: a spec, a tuple, a number or a word.

    Raises:
        InputError: when there is no such place.
    """
    here: Any = experiment
    for step in path.split("."):
        try:
            here = here[_index(step)] if isinstance(here, tuple) else _field(here, step)
        except (LookupError, ValueError):
            raise _no_such_place(path) from None
    return here


def replace(experiment: Experiment, path: str, value: object) -> Experiment:
    """The experiment with another value at a path; a new `kind` keeps the fields that both kinds share.

    Raises:
        InputError: when there is no such place, or the value is not allowed there.
    """
    data = _plain(experiment)
    parent, key = _parent(data, path)
    parent[key] = _plain(value)
    return _with_what_fits(data, path) if key == "kind" else experiment_from(data)


def set_from_text(experiment: Experiment, assignment: str) -> Experiment:
    """The experiment after "path=value", where the value is JSON or else taken as text.

    Raises:
        InputError: when it is not of that form, names no place, or the value is not allowed there.
    """
    path, equals, text = assignment.partition("=")
    if not equals:
        raise InputError((NOT_A_SETTING.at(assignment, text=assignment),))
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = text
    return replace(experiment, path.strip(), value)


def insert_block(experiment: Experiment, path: str, block: LayerSpec) -> Experiment:
    """The experiment with one more block, whose path is `path` afterwards; also into a composite.

    Raises:
        InputError: when there is no such place.
    """
    data = _plain(experiment)
    _insert(data, path, _plain(block))
    return experiment_from(data)


def remove_block(experiment: Experiment, path: str) -> Experiment:
    """The experiment without one block.

    Raises:
        InputError: when there is no such block.
    """
    data = _plain(experiment)
    _take(data, path)
    return experiment_from(data)


def move_block(experiment: Experiment, path: str, to: str) -> Experiment:
    """The experiment with a block taken out at `path` and then put in at `to`, also into or out of a composite.

    `to` is the block's path afterwards: it counts the stacks without the moved block, which so cannot enter itself.

    Raises:
        InputError: when one of the places does not exist.
    """
    data = _plain(experiment)
    _insert(data, to, _take(data, path))
    return experiment_from(data)


def duplicate_block(experiment: Experiment, path: str) -> Experiment:
    """The experiment with a copy of a block right after it.

    Raises:
        InputError: when there is no such block.
    """
    stack, _, index = path.rpartition(".")
    block = get(experiment, path)
    if not isinstance(block, LayerSpec):
        raise _no_such_place(path)
    return insert_block(experiment, f"{stack}.{int(index) + 1}", block)


def _plain(value: Any) -> Any:
    """A value as JSON would hold it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _parent(data: Plain, path: str) -> tuple[Any, str | int]:
    """The object or list that holds the place, and the place's key in it; the last key of an object may be new."""
    *steps, last = path.split(".")
    here: Any = data
    try:
        for step in steps:
            here = here[_index(step)] if isinstance(here, list) else here[step]
    except (LookupError, TypeError, ValueError):
        raise _no_such_place(path) from None
    if isinstance(here, dict):
        return here, last
    if isinstance(here, list) and last.isdecimal() and int(last) < len(here):
        return here, int(last)
    raise _no_such_place(path)


def _insert(data: Plain, path: str, block: object) -> None:
    stack, index = _stack(data, path)
    if index > len(stack):
        raise _no_such_place(path)
    stack.insert(index, block)


def _take(data: Plain, path: str) -> object:
    stack, index = _stack(data, path)
    if index >= len(stack):
        raise _no_such_place(path)
    return stack.pop(index)


def _stack(data: Plain, path: str) -> tuple[list[Any], int]:
    """The list of blocks that a block's path points into, and the index."""
    place, _, last = path.rpartition(".")
    if not last.isdecimal() or not place.endswith("blocks"):
        raise _no_such_place(path)
    holder, key = _parent(data, place)
    blocks = holder.get(key) if isinstance(holder, dict) else None
    if not isinstance(blocks, list):
        raise _no_such_place(path)
    return blocks, int(last)


def _with_what_fits(data: Plain, path: str) -> Experiment:
    """The experiment after a change of kind: what the new kind does not know, or does not allow, falls away."""
    place = path.rpartition(".")[0]
    owner, _ = _parent(data, path)
    while True:
        try:
            return Experiment.model_validate(data)
        except ValidationError as error:
            places = [place_of(detail["loc"], data) for detail in error.errors(include_url=False)]
        prefix = f"{place}." if place else ""
        names = {found.removeprefix(prefix).split(".")[0] for found in places if found.startswith(prefix)}
        unfit = names & (set(owner) - {"kind"})
        if not unfit:
            return experiment_from(data)
        for name in unfit:
            del owner[name]


def _index(step: str) -> int:
    if not step.isdecimal():
        raise ValueError(step)
    return int(step)


def _field(here: Any, step: str) -> Any:
    if not isinstance(here, BaseModel) or step not in type(here).model_fields:
        raise KeyError(step)
    return getattr(here, step)


def _no_such_place(path: str) -> InputError:
    return InputError((NO_SUCH_PLACE.at(path, path=path),))
