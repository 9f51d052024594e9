"""The tree of runs around one of them: the run that it was forked from, and those that were forked from it."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from explorer.runs.metrics import Metrics
from explorer.runs.record import FILE_NAME, MAX_FILE_BYTES, read_record
from models.problem import InputError


@dataclass(frozen=True)
class Branch:
    """Another run that has the steps up to `step` in common with the one looked at, and came to its own `head`.

    The parent is the run that the one looked at was forked from.
    """

    run_id: str
    title: str
    step: int
    head: int
    is_parent: bool = False


def branches_of(folder: Path) -> tuple[Branch, ...]:
    """The parent of the run in `folder`, and the forks of it, as far as they lie beside it and can be read."""
    folder = folder.absolute()
    found = []
    parent, step = _origin(folder)
    if parent:
        found.append(_branch(folder.with_name(parent), step, is_parent=True))
    for path in _naming(folder.name, folder.parent):
        parent, step = _origin(path)
        if parent == folder.name:
            found.append(_branch(path, step, is_parent=False))
    return tuple(found)


def _origin(folder: Path) -> tuple[str, int]:
    """The id of the run that this one was forked from, and the step; "" when it is no fork, or nobody can tell."""
    with suppress(InputError):
        _, record = read_record(folder)
        parent, step = record.parent, record.parent_step
        if isinstance(parent, str) and isinstance(step, int) and Path(parent).name == parent:
            return parent, step
    return "", 0


def _branch(path: Path, step: int, *, is_parent: bool) -> Branch:
    """A run that is gone or damaged still has its place in the tree."""
    title, head = path.name, step
    with suppress(InputError):
        content, _ = read_record(path)
        title = str(content.get("title") or path.name)
        metrics = Metrics(path)
        try:
            head = max(step, metrics.last_step())
        finally:
            metrics.close()
    return Branch(path.name, title, step, head, is_parent)


def _naming(run_id: str, folder: Path) -> list[Path]:
    """The runs in a folder whose record has this id as a parent: found in the text, before any of it is parsed."""
    wanted = f'"parent": "{run_id}"'
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        with suppress(OSError, UnicodeDecodeError):
            file = path / FILE_NAME
            if os.path.getsize(file) <= MAX_FILE_BYTES and wanted in file.read_text(encoding="utf-8"):
                found.append(path)
    return found
