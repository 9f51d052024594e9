"""A scan: what lies in a file or folder, what is wrong with it, and which dataset it would make. Nothing is changed."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.dataset import DatasetSpec
from explorer.own.files import files_below
from explorer.own.missing import cause_of
from explorer.own.problems import (
    ARCHIVE,
    EMPTY_FILE,
    NAME_UNREADABLE,
    NOT_FOUND,
    NOT_READ,
    NOTHING_INSIDE,
    SINGLE_FILE,
    UNKNOWN_FORMAT,
)
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report

ARCHIVES = (".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar")
TABLES = (".csv", ".tsv", ".tab", ".parquet", ".pq")


@dataclass(frozen=True)
class Scan:
    """What was found at a path. Without `choices` it cannot be used.

    `choices` are datasets that it would make, the likeliest first. `found` are named facts. `balance` are the classes
    with how many samples each has, `rows` the first rows of a table, the names of its columns first.
    """

    path: str
    choices: tuple[DatasetSpec, ...] = ()
    found: tuple[tuple[Text, object], ...] = ()
    balance: tuple[tuple[str, int], ...] = ()
    problems: tuple[Problem, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


Scanner = Callable[[Path, "Report"], Scan]


def scan(path: Path, report: "Report") -> Scan:
    """Look at everything in a file or folder.

    Raises:
        Cancelled: when the person has cancelled, which `report` tells.
    """
    path = Path(os.path.abspath(path.expanduser()))  # without following links, which stay a person's own names
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return _nothing(path, NAME_UNREADABLE.at(_shown(path), file=_shown(path)))
    try:
        return _scanner(path)(path, report) if path.is_dir() else _scan_file(path, report)
    except FileNotFoundError as error:  # it may have gone while it was looked at
        gone = str(error.filename or path)
        return _nothing(path, NOT_FOUND.at(gone, path=gone))
    except OSError as error:
        return _nothing(path, NOT_READ.at(str(path), file=str(path), cause=cause_of(error)))
    except MemoryError as error:
        return _nothing(path, NOT_READ.at(str(path), file=str(path), cause=cause_of(error)))


def _scan_file(path: Path, report: "Report") -> Scan:
    if not path.is_file():
        return _nothing(path, NOT_FOUND.at(str(path), path=str(path)))
    if path.stat().st_size == 0:
        return _nothing(path, EMPTY_FILE.at(path.name, file=path.name))
    return _scanner_of_file(path)(path, report)


def _scanner(folder: Path) -> Scanner:
    """Who scans a folder: whoever reads most of its files; samples count more than tables and texts beside them."""
    from explorer.own import pictures, sounds
    from explorer.own.scanning.arrays import scan_arrays
    from explorer.own.scanning.folders import scan_pictures, scan_sounds
    from explorer.own.scanning.labelled import split_tables
    from explorer.own.scanning.texts import scan_texts
    from explorer.own.text_files import SUFFIXES as TEXTS

    names = files_below(folder)
    counts = {
        scanner: sum(name.lower().endswith(suffixes) for name in names)
        for scanner, suffixes in (
            (scan_pictures, pictures.SUFFIXES), (scan_sounds, sounds.SUFFIXES), (scan_arrays, (".npy",)),
        )
    }  # fmt: skip
    best = max(counts, key=lambda scanner: counts[scanner])
    if counts[best]:
        return best
    if split_tables(folder):
        return _scan_table
    lone = [name for name in names if name.lower().endswith((*TABLES, ".npz"))]
    if len(lone) == 1:
        return lambda path, report: _scan_file(path / lone[0], report)
    if any(name.lower().endswith(TEXTS) for name in names):
        return scan_texts
    return lambda path, report: _nothing(path, NOTHING_INSIDE.at(str(path), path=str(path)))


def _scanner_of_file(path: Path) -> Scanner:
    from explorer.own import pictures, sounds
    from explorer.own.scanning.arrays import scan_arrays
    from explorer.own.scanning.texts import scan_texts

    suffix = path.suffix.lower()
    if suffix in (".npy", ".npz"):
        return scan_arrays
    if suffix in TABLES:
        return _scan_table
    problem = None
    if suffix in ARCHIVES:
        problem = ARCHIVE.at(path.name, file=path.name)
    elif suffix in (*pictures.SUFFIXES, *sounds.SUFFIXES):
        problem = SINGLE_FILE.at(path.name, file=path.name)
    elif _is_binary(path):
        problem = UNKNOWN_FORMAT.at(path.name, file=path.name)
    if problem is not None:
        found = problem
        return lambda place, _report: _nothing(place, found)
    return scan_texts


def _scan_table(path: Path, report: "Report") -> Scan:
    from explorer.own.scanning.tables import scan_table

    return scan_table(path, report)


def _is_binary(path: Path) -> bool:
    from explorer.own.encodings import is_binary

    with path.open("rb") as file:
        return is_binary(file.read(65536))


def _nothing(path: Path, problem: Problem) -> Scan:
    return Scan(_shown(path), problems=(problem,))


def _shown(path: Path) -> str:
    return str(path).encode("utf-8", "replace").decode()
