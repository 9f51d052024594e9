"""Edits: pure functions from one Experiment to another, what they change validated every time.

Paths join keys and indices with dots: "training.optimizer.learning_rate", "architecture.network.blocks.3.blocks.0", and
"architecture.network.blocks.3.branches.1.blocks.0" in a branch.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from explorer.block_edits import (
    duplicate_block,
    duplicate_blocks,
    insert_block,
    insert_blocks,
    move_block,
    move_blocks,
    remove_block,
    remove_blocks,
    unwrap_block,
    wrap_blocks,
)
from explorer.block_text import blocks_as_text, blocks_from_text
from explorer.branch_edits import insert_branch, remove_branch
from explorer.extent import refuse_growth
from explorer.input_problems import NOT_A_SETTING
from explorer.places import value_at, with_value
from explorer.spec import Experiment
from explorer.validation import MAX_NESTING, refuse_nesting
from models.problem import InputError

__all__ = (
    "blocks_as_text", "blocks_from_text", "duplicate_block", "duplicate_blocks", "get", "insert_block",
    "insert_blocks", "insert_branch", "move_block", "move_blocks", "remove_block", "remove_blocks", "remove_branch",
    "replace", "replace_each", "set_from_text", "unwrap_block", "wrap_blocks",
)  # fmt: skip


def get(experiment: Experiment, path: str) -> Any:
    """The value at a path: a spec, a tuple, a number or a word.

    Raises:
        InputError: when there is no such place.
    """
    return value_at(experiment, path)


def replace(experiment: Experiment, path: str, value: object) -> Experiment:
    """The experiment with another value at a path; a new `kind` keeps the fields that both kinds share.

    Raises:
        InputError: when there is no such place, or the value is not allowed there.
    """
    refuse_nesting(value, path)
    plain = _plain(value)
    refuse_nesting(plain, path, MAX_NESTING - path.count(".") - 1)
    owner, _, key = path.rpartition(".")
    if owner and key == "kind" and "kind" in (fields := _fields(value_at(experiment, owner))):
        changed = _with_what_fits(experiment, owner, {**fields, "kind": plain})
    else:
        changed = with_value(experiment, path, plain)
    refuse_growth(experiment, changed, path)
    return changed


def replace_each(experiment: Experiment, values: Mapping[str, object]) -> Experiment:
    """The experiment with another value at each of these paths, one after the other.

    Raises:
        InputError: as `replace` does.
    """
    for path, value in values.items():
        experiment = replace(experiment, path, value)
    return experiment


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


def _plain(value: Any) -> Any:
    """A value as JSON would hold it."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


def _fields(value: object) -> dict[str, Any]:
    return dict(vars(value)) if isinstance(value, BaseModel) else {}


def _with_what_fits(experiment: Experiment, place: str, fields: dict[str, Any]) -> Experiment:
    """The experiment after a change of kind: what the new kind does not know, or does not allow, falls away."""
    try:
        return with_value(experiment, place, fields)
    except InputError as refused:
        prefix = f"{place}."
        places = [problem.place for problem in refused.problems if problem.place.startswith(prefix)]
        unfit = {found.removeprefix(prefix).partition(".")[0] for found in places} & (set(fields) - {"kind"})
        if not unfit:
            raise
    return _with_what_fits(experiment, place, {name: value for name, value in fields.items() if name not in unfit})
