"""What the command line prints: sentences in the person's language, problems, tables, one JSON value."""

import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from explorer.translations import preferred_language, translate
from models.problem import Problem
from models.text import Text


class _Words:
    """The language of everything that is printed for people."""

    language: str = "en"


def set_language(language: str | None) -> None:
    """Print in this language from now on; None takes what the environment prefers."""
    _Words.language = language or preferred_language()


def say(sentence: Text | str, **params: object) -> str:
    """A sentence of a catalogue in the person's language; `params` fill a Text that has none of its own."""
    if isinstance(sentence, Text) and params:
        sentence = Text(sentence.source, params)
    return translate(sentence, _Words.language)


def out(line: str = "") -> None:
    """A line for people or scripts, on stdout."""
    sys.stdout.write(line + "\n")


def err(line: str = "") -> None:
    """A message, on stderr."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def print_problems(problems: Iterable[Problem]) -> None:
    """Every problem on stderr: place and cause on one line, the remedy on the next."""
    for problem in problems:
        place = f"{problem.place}: " if problem.place else ""
        err(f"{place}{say(problem.message)}")
        err(f"    {say(problem.remedy)}")


def print_json(value: object) -> None:
    """One JSON value on one line of stdout; NaN and infinities as null."""
    out(json.dumps(_finite(value), allow_nan=False))


def print_table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> None:
    """Rows in aligned columns; those in `right` stand at their right edge. The last column is left as it is."""
    from rich.cells import cell_len

    if not rows:
        return
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = []
        for index, (cell, width) in enumerate(zip(row, widths, strict=True)):
            gap = " " * (width - cell_len(cell))
            cells.append(gap + cell if index in right else cell + gap)
        out("  ".join(cells).rstrip())


def as_json(problem: Problem) -> dict[str, str]:
    """A problem for scripts, in English whatever the language."""
    return {
        "code": problem.code,
        "place": problem.place,
        "message": str(problem.message),
        "remedy": str(problem.remedy),
    }


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
