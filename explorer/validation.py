"""Plain data to an Experiment, or to problems that name place, cause and remedy."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from explorer.extent import extent
from explorer.input_problems import (
    ABOVE,
    AT_LEAST,
    AT_MOST,
    BAD_VALUE,
    BELOW,
    KEY_MISSING,
    NOT_A_CHOICE,
    NOT_AN_EXPERIMENT,
    NUMBER_OR_CHOICE,
    TEXT_TOO_LONG,
    TOO_FEW,
    TOO_MANY,
    TOO_MANY_BLOCKS,
    TOO_NESTED,
    UNKNOWN_KEY,
    UNKNOWN_KIND,
    WRONG_TYPE,
    WRONG_VERSION,
)
from explorer.spec import Experiment
from models.limits import MAX_RUNS
from models.problem import InputError, Problem, ProblemKind
from models.text import Text

FORMAT_VERSION = 1
MAX_NESTING = 120  # objects and lists; a block inside a composite takes two, and no useful network comes near
LONGEST_SHOWN = 60
MOST_PROBLEMS = 100

_RANGES: dict[str, tuple[ProblemKind, str]] = {
    "greater_than_equal": (AT_LEAST, "ge"),
    "greater_than": (ABOVE, "gt"),
    "less_than_equal": (AT_MOST, "le"),
    "less_than": (BELOW, "lt"),
    "string_too_long": (TEXT_TOO_LONG, "max_length"),
    "too_long": (TOO_MANY, "max_length"),
    "too_short": (TOO_FEW, "min_length"),
}
_TYPES = {
    "int": Text("a whole number"),
    "float": Text("a number"),
    "finite": Text("a number"),
    "bool": Text("true or false"),
    "string": Text("a text"),
    "tuple": Text("a list"),
    "model": Text("an object"),
    "dict": Text("an object"),
}
_OF_TYPES = ("_type", "_parsing", "_from_float", "_number", "_size", "_unicode")  # ends of pydantic's own codes
TYPE_NAMES = tuple({text.source: text for text in _TYPES.values()}.values())


def experiment_from(data: object, source: str = "experiment") -> Experiment:
    """The experiment that plain JSON data describe; `source` is the place of a problem of the whole.

    Raises:
        InputError: with one problem for every place that is wrong.
    """
    if not isinstance(data, dict):
        raise InputError((NOT_AN_EXPERIMENT.at(source, found=shortened(data)),))
    refuse_nesting(data, source)
    version = data.get("format_version", FORMAT_VERSION)
    if version != FORMAT_VERSION:
        raise InputError((WRONG_VERSION.at("format_version", found=shortened(version), wanted=FORMAT_VERSION),))
    try:
        experiment = Experiment.model_validate(data)
    except ValidationError as error:
        raise InputError(problems_of(error, data)) from None
    num_blocks = extent(experiment.architecture).num_blocks
    if num_blocks > MAX_RUNS:
        raise InputError((TOO_MANY_BLOCKS.at("architecture", count=num_blocks, limit=MAX_RUNS),))
    return experiment


def refuse_nesting(data: object, place: str, limit: int = MAX_NESTING) -> None:
    """Check that plain data are not nested deeper than any experiment.

    Raises:
        InputError: when they are.
    """
    level = [data]
    for _ in range(limit):
        level = [inner for item in level for inner in _children(item)]
        if not level:
            return
    raise InputError((TOO_NESTED.at(place, limit=MAX_NESTING),))


def problems_of(error: ValidationError, data: object, place: str = "") -> tuple[Problem, ...]:
    """One problem for every place that pydantic complains about, in order of the file; `data` lie at `place`.

    Of thousands, the first hundred are enough to tell a person that this is no experiment.
    """
    by_place: dict[str, list[Mapping[str, Any]]] = {}
    for detail in error.errors(include_url=False):
        if len(by_place) == MOST_PROBLEMS:
            break
        inside = place_of(detail["loc"], data)
        by_place.setdefault(".".join(part for part in (place, inside) if part), []).append(detail)
    return tuple(_problem(place, details) for place, details in by_place.items())


def place_of(location: Sequence[str | int], data: object) -> str:
    """A pydantic location as our path: without the names of union members that pydantic puts in between."""
    steps: list[str] = []
    here: object = data
    for number, step in enumerate(location):
        try:
            here = _inside(here, step)
        except (LookupError, TypeError):
            is_missing_key = isinstance(here, dict) and number == len(location) - 1 and here.get("kind") != step
            if not is_missing_key:
                continue
        steps.append(shortened(str(step)))
    return ".".join(steps)


def shortened(value: object) -> str:
    """A value as it is quoted in a problem: a line of at most 60 characters that every terminal can print."""
    written = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    plain = written[: LONGEST_SHOWN + 1].encode("utf-8", "backslashreplace").decode()
    text = "".join(letter if letter.isprintable() else " " for letter in plain)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _problem(place: str, details: Sequence[Mapping[str, Any]]) -> Problem:
    if len(details) > 1:
        return _union_problem(place, details)
    detail = details[0]
    kind, context, value = detail["type"], detail.get("ctx", {}), shortened(detail.get("input"))
    name = place.rpartition(".")[2]
    if kind in _RANGES:
        problem, limit = _RANGES[kind]
        return problem.at(place, value=value, limit=context[limit])
    if kind == "extra_forbidden":
        return UNKNOWN_KEY.at(place, key=shortened(name))
    if kind == "missing":
        return KEY_MISSING.at(place, key=name)
    if kind == "union_tag_not_found":
        return KEY_MISSING.at(place, key="kind")
    if kind == "union_tag_invalid":
        return UNKNOWN_KIND.at(place, kind=shortened(context["tag"]), choices=_words(context["expected_tags"]))
    if kind == "literal_error":
        return NOT_A_CHOICE.at(place, value=value, choices=_words(context["expected"]))
    wanted = _TYPES.get(kind.partition("_")[0])
    if wanted is not None and kind.endswith(_OF_TYPES):
        return WRONG_TYPE.at(place, value=value, wanted=wanted)
    return BAD_VALUE.at(place, value=value, reason=shortened(detail["msg"]))


def _union_problem(place: str, details: Sequence[Mapping[str, Any]]) -> Problem:
    """A value that may be a number or one of some words, and is neither."""
    literals = [detail for detail in details if detail["type"] == "literal_error"]
    others = [detail for detail in details if detail["type"] != "literal_error"]
    if not literals or not others:
        return _problem(place, details[:1])
    if others[0]["type"] in _RANGES:
        return _problem(place, others[:1])
    choices = _words(literals[0]["ctx"]["expected"])
    return NUMBER_OR_CHOICE.at(place, value=shortened(literals[0]["input"]), choices=choices)


def _words(expected: str) -> str:
    """pydantic's "'relu', 'tanh' or 'elu'" as "relu, tanh, elu"."""
    return ", ".join(word for word in re.findall(r"[^\s,']+", expected) if word != "or")


def _inside(item: object, step: str | int) -> object:
    if isinstance(item, dict | list):
        return item[step]  # type: ignore[index, unused-ignore]
    raise LookupError(step)


def _children(item: object) -> list[object]:
    if isinstance(item, dict):
        return list(item.values())
    return list(item) if isinstance(item, list | tuple) else []
