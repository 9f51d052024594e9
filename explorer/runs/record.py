"""What a run's experiment.json says: the experiment as run, and on what machine, device and versions it ran."""

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from explorer.runs.faults import writing_to
from explorer.runs.files import write_whole
from explorer.runs.problems import RUN_DAMAGED
from models.problem import InputError

FILE_NAME = "experiment.json"
MAX_FILE_BYTES = 64_000_000
VERSIONED = ("neural-explorer", "torch", "numpy")


@dataclass(frozen=True)
class RunRecord:
    """The facts of a run beside its experiment. `started` is ISO 8601 in UTC; a fork names where it comes from."""

    started: str
    family: str
    device: str
    num_threads: int
    versions: Mapping[str, str]
    parent: str | None = None
    parent_step: int | None = None


FACTS = tuple(field.name for field in fields(RunRecord))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def installed_versions() -> dict[str, str]:
    """The versions that numbers may depend on, without importing anything."""
    found = {"python": platform.python_version()}
    for name in VERSIONED:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def write_record(folder: Path, experiment: Mapping[str, Any], record: RunRecord) -> None:
    """Write experiment.json: the experiment's own keys, then the record's.

    Raises:
        InputError: when the folder cannot be written.
    """
    text = json.dumps({**experiment, **asdict(record)}, indent=2, ensure_ascii=False)
    with writing_to(folder):
        write_whole(folder / FILE_NAME, lambda path: path.write_text(text + "\n", encoding="utf-8"), durable=True)


def read_record(folder: Path) -> tuple[dict[str, Any], RunRecord]:
    """The experiment, as plain JSON and not yet checked, and the record.

    Raises:
        InputError: when experiment.json is absent, damaged or not that of a run.
    """
    path = folder / FILE_NAME
    try:
        if os.path.getsize(path) > MAX_FILE_BYTES:
            raise ValueError("the file is too large")
        content = json.loads(path.read_text(encoding="utf-8"))
        facts = {name: content.pop(name) for name in FACTS}
        return content, RunRecord(**facts)
    except (OSError, ValueError, KeyError, AttributeError, TypeError, RecursionError) as fault:
        raise InputError((RUN_DAMAGED.at(str(path), folder=str(folder), cause=_cause(fault)),)) from fault


def _cause(fault: Exception) -> str:
    if isinstance(fault, OSError):
        return f"{FILE_NAME}: {fault.strerror}"
    if isinstance(fault, KeyError):
        return f"{FILE_NAME} lacks {fault}"
    return f"{FILE_NAME} is not the JSON of a run ({type(fault).__name__}: {fault})"
