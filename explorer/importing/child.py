"""The process in which a person's file is run: python -m explorer.importing.child FILE NAME, an answer as JSON."""

import contextlib
import json
import runpy
import sys
from pathlib import Path
from typing import Any

from torch import nn

from explorer.importing.graph import StackReader
from explorer.importing.problems import (
    FILE_FAILED,
    NO_BLOCK,
    NO_NETWORK,
    NOT_FOLLOWED,
    SEVERAL_NETWORKS,
    UNKNOWN_NETWORK,
)
from explorer.importing.reader import Unreadable
from models.problem import InputError, Problem

RUN_NAME = "imported"  # not __main__, so that a script's own main does not run
PAIRS = {"encoder_decoder": ("Encoder", "Decoder"), "gan": ("Generator", "Discriminator")}


def main(file: str, name: str) -> None:
    """Print what the file's network is, or what is wrong, as one line of JSON: the last one of stdout."""
    with contextlib.redirect_stdout(sys.stderr):
        try:
            answer: dict[str, Any] = {"architecture": _architecture(file, name)}
        except InputError as refusal:
            answer = {"problems": [_as_plain(problem) for problem in refusal.problems]}
    sys.stdout.write(f"\n{json.dumps(answer)}\n")


def _architecture(file: str, name: str) -> dict[str, Any]:
    sys.path[0] = str(Path(file).parent)
    try:
        found = _networks(runpy.run_path(file, run_name=RUN_NAME))
    except BaseException as fault:  # also SystemExit: somebody else's code may raise anything
        raise InputError((FILE_FAILED.at(file, file=file, cause=_cause(fault)),)) from None
    if not name:
        for kind, parts in PAIRS.items():
            if set(parts) <= found.keys():
                stacks = {part.lower(): _stack(file, part, found[part]) for part in parts}
                return {"kind": kind, **stacks, **_noise(stacks)}
    chosen = _chosen(file, name, found)
    return {"kind": "single", "network": _stack(file, chosen, found[chosen])}


def _networks(names: dict[str, Any]) -> dict[str, nn.Module]:
    """Modules of the file by name: those it has made, and its classes that can be made without arguments."""
    found = {name: value for name, value in names.items() if isinstance(value, nn.Module) and name[0] != "_"}
    for name, value in names.items():
        if isinstance(value, type) and issubclass(value, nn.Module) and value.__module__ == RUN_NAME:
            with contextlib.suppress(TypeError):
                found[name] = value()
    parts = {type(part) for one in found.values() for part in one.modules() if part is not one}
    return {name: one for name, one in found.items() if type(one) not in parts or type(one).__module__ != RUN_NAME}


def _chosen(file: str, name: str, found: dict[str, nn.Module]) -> str:
    choices = ", ".join(found)
    if name and name not in found:
        raise InputError((UNKNOWN_NETWORK.at(file, name=name, file=file, choices=choices or "-"),))
    if not found:
        raise InputError((NO_NETWORK.at(file, file=file),))
    if name:
        return name
    made = {type(one) for other, one in found.items() if other != type(one).__name__}
    found = {other: one for other, one in found.items() if other != type(one).__name__ or type(one) not in made}
    if len(found) > 1:
        raise InputError((SEVERAL_NETWORKS.at(file, file=file, choices=choices),))
    return next(iter(found))


def _stack(file: str, name: str, module: nn.Module) -> dict[str, Any]:
    try:
        reader = StackReader(module)
        blocks = reader.blocks()
    except Unreadable as reason:
        raise InputError((NOT_FOLLOWED.at(f"{file}:{name}", name=name, cause=str(reason)),)) from None
    except Exception as fault:  # tracing runs the module's own forward
        raise InputError((NOT_FOLLOWED.at(f"{file}:{name}", name=name, cause=_cause(fault)),)) from None
    if reader.missing:
        raise InputError(
            tuple(NO_BLOCK.at(f"{file}:{name}.{place}", what=what) for place, what in reversed(reader.missing))
        )
    return {"blocks": blocks}


def _noise(stacks: dict[str, Any]) -> dict[str, int]:
    """How many values a generator asks for, told by its first block."""
    blocks = stacks.get("generator", {}).get("blocks", ())
    sizes = [block["in_features"] for block in blocks[:1] if "in_features" in block]
    return {"noise": sizes[0]} if sizes else {}


def _as_plain(problem: Problem) -> dict[str, Any]:
    params = {**problem.message.params, **problem.remedy.params}
    return {"code": problem.code, "place": problem.place, "params": params}


def _cause(fault: BaseException) -> str:
    text = (str(fault).splitlines() or [""])[0]
    return f"{type(fault).__name__}: {text}" if text else type(fault).__name__


if __name__ == "__main__":
    main(*sys.argv[1:])
