"""A call as a value: a block's module, a dataset's arrays, an optimiser - made from it, and written down from it.

What runs and what an exported script says are the same value, so that they cannot disagree. Torch-free until something
is made.
"""

import importlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from textwrap import indent
from types import MappingProxyType
from typing import Any

WIDTH = 120  # of a line
INDENT = " " * 4
# How scripts name what torch has; everything else goes by its last name.
SHORT_NAMES = {
    "torch.nn": "nn",
    "torch.optim": "torch.optim",
    "torch": "torch",
}


class _Omitted(Enum):
    OMITTED = "omitted"


@dataclass(frozen=True)
class Call:
    """`target(*args, **options)`, where the target is a dotted name such as "torch.nn.Conv2d"."""

    target: str
    args: tuple[object, ...]
    options: Mapping[str, object]

    @property
    def module(self) -> str:
        return self.target.rpartition(".")[0]

    @property
    def name(self) -> str:
        return self.target.rpartition(".")[2]


@dataclass(frozen=True)
class Written:
    """An argument that is Python text already, such as the name of a variable."""

    text: str


def call(target: str, *args: object, **options: object) -> Call:
    """A call; options that are `unless` their default are left out."""
    given = {name: value for name, value in options.items() if value is not _Omitted.OMITTED}
    return Call(target, args, MappingProxyType(given))


def unless(default: object, value: object) -> object:
    """The value of an option, or nothing at all where it is what the target takes anyway."""
    return _Omitted.OMITTED if value == default else value


def made(code: Call, *leading: object) -> Any:
    """What the call gives, with `leading` arguments before its own; calls among the arguments are made first."""
    target = getattr(importlib.import_module(code.module), code.name)
    return target(*leading, *map(_made, code.args), **{name: _made(value) for name, value in code.options.items()})


def written(code: Call, *leading: str, room: int = 0) -> str:
    """The call as Python, with `leading` arguments before its own; lines after the first begin at its left edge.

    Where it does not fit into its line, of which `room` characters are taken, every argument has a line.
    """
    name, arguments = written_name(code), [*leading, *_arguments(code)]
    line = f"{name}({', '.join(arguments)})"
    if room + len(line) <= WIDTH and "\n" not in line:
        return line
    return "\n".join([f"{name}(", *(indent(f"{argument},", INDENT) for argument in arguments), ")"])


def written_name(code: Call) -> str:
    """The target as a script names it: "nn.Conv2d", "Attention"."""
    short = SHORT_NAMES.get(code.module)
    return f"{short}.{code.name}" if short else code.name


def calls_in(code: Call) -> tuple[Call, ...]:
    """The call and all those among its arguments."""
    inner = [value for value in (*code.args, *code.options.values()) if isinstance(value, Call)]
    return (code, *(found for value in inner for found in calls_in(value)))


def as_python(value: object) -> str:
    """A value as Python's own text for it: texts in double quotes, and what is written already as it is."""
    match value:
        case Call():
            return written(value)
        case Written(text):
            return text
        case str():
            return repr(value) if '"' in value and "'" not in value else json.dumps(value, ensure_ascii=False)
        case tuple():
            return f"({', '.join(map(as_python, value))}{',' if len(value) == 1 else ''})"
        case [Written(text), *others] if others and set(others) == {value[0]}:
            return "\n".join(["[", indent(text, INDENT), f"{INDENT}for _ in range({len(value)})", "]"])
        case dict():
            return f"{{{', '.join(f'{as_python(key)}: {as_python(item)}' for key, item in value.items())}}}"
        case list():
            return "\n".join(["[", *(indent(f"{as_python(item)},", INDENT) for item in value), "]"]) if value else "[]"
        case _:
            return repr(value)


def as_constant(name: str, value: object, comment: str = "") -> str:
    """`NAME = value`, with the comment behind it or, where there is no room, above it."""
    line = f"{name} = {as_python(value)}"
    if isinstance(value, tuple) and len(line) > WIDTH:
        line = "\n".join([f"{name} = (", *(f"{INDENT}{as_python(item)}," for item in value), ")"])
    if not comment:
        return line
    whole = f"{line}  # {comment}"
    return whole if len(whole) <= WIDTH and "\n" not in line else f"# {comment}\n{line}"


def _arguments(code: Call) -> list[str]:
    return [*map(as_python, code.args), *(f"{name}={as_python(value)}" for name, value in code.options.items())]


def _made(value: object) -> object:
    return made(value) if isinstance(value, Call) else value
