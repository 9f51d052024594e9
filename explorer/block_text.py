"""Blocks as JSON text, for the clipboard and for dragging; read back with care, since any text may come."""

import json
from collections.abc import Iterable, Sequence
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from explorer.block_edits import block_at, outermost
from explorer.input_problems import NOT_BLOCKS
from explorer.spec import Experiment
from explorer.validation import experiment_from, problems_of, refuse_nesting, shortened
from models.layer import LayerSpec
from models.layers import AnyLayer
from models.network import NetworkSpec
from models.problem import InputError
from models.text import Text

PLACE = "text"  # what problems name as the place of the whole
EXAMPLE = '{"kind": "dense", "units": 64}'

Read = TypeVar("Read")
_BLOCK: TypeAdapter[LayerSpec] = TypeAdapter(AnyLayer)
_BLOCKS: TypeAdapter[tuple[LayerSpec, ...]] = TypeAdapter(tuple[AnyLayer, ...])


def blocks_as_text(experiment: Experiment, paths: Iterable[str]) -> str:
    """Blocks with everything inside them as indented JSON: an object for one, a list for several.

    Raises:
        InputError: when one of them does not exist.
    """
    return as_text([block_at(experiment, path) for path in outermost(experiment, paths)])


def as_text(blocks: Sequence[LayerSpec]) -> str:
    """Blocks with everything inside them as indented JSON: an object for one, a list for several."""
    plain = [block.model_dump(mode="json") for block in blocks]
    return json.dumps(plain[0] if len(plain) == 1 else plain, indent=2, ensure_ascii=False)


def blocks_from_text(text: str) -> tuple[LayerSpec, ...]:
    """The blocks that a text describes: one, a list of them, a network, or all networks of an experiment in turn.

    Raises:
        InputError: when the text describes no blocks; places name keys of the text.
    """
    data = _parsed(text)
    refuse_nesting(data, PLACE)
    match data:
        case {"architecture": dict()}:
            architecture = experiment_from(data, PLACE).architecture
            networks: list[NetworkSpec] = [getattr(architecture, part) for part in architecture.parts]
            return tuple(block for network in networks for block in network.blocks)
        case {"blocks": list(blocks), **others} if not others:
            return _validated(_BLOCKS, blocks, f"{PLACE}.blocks")
        case dict():
            return (_validated(_BLOCK, data, PLACE),)
        case list():
            return _validated(_BLOCKS, data, PLACE)
    raise _refusal(Text("it begins with {found}", {"found": shortened(data)}))


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = {"cause": error.msg, "line": error.lineno, "column": error.colno}
        raise _refusal(Text("{cause} (line {line}, column {column})", where)) from None
    except RecursionError:
        raise _refusal(Text("it is nested too deep")) from None
    except ValueError as error:  # a number of thousands of digits
        raise _refusal(shortened(error)) from None


def _validated(expected: TypeAdapter[Read], data: object, place: str) -> Read:
    try:
        return expected.validate_python(data)
    except ValidationError as error:
        raise InputError(problems_of(error, data, place)) from None


def _refusal(cause: Text | str) -> InputError:
    return InputError((NOT_BLOCKS.at(PLACE, cause=cause, example=EXAMPLE),))
