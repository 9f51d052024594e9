"""Reads a table once from its first row to its last, and tells what its columns hold."""

import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.datasets.own_table import MOST_COLUMNS
from explorer.jobs.job import Cancelled
from explorer.own.columns import Tally
from explorer.own.encodings import encoding_of, is_binary
from explorer.own.missing import cause_of
from explorer.own.problems import (
    NO_ROWS,
    NOT_TEXT,
    OTHER_COLUMNS,
    RAGGED,
    SAME_NAMES,
    TABLE_BROKEN,
    TOO_MANY_COLUMNS,
    WRONG_ENCODING,
)
from explorer.own.tables import (
    NUM_LOOKED_AT,
    PARQUET,
    column_names,
    decimal_of,
    delimiter_of,
    has_header,
    table_rows,
)
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report

NUM_SHOWN = 20  # rows
MOST_REMEMBERED = 2_000_000  # rows, to find copies among


@dataclass
class Table:
    """One table as far as it has been read."""

    path: Path
    encoding: str
    delimiter: str
    names: list[str]
    is_named: bool
    tallies: list[Tally]
    problems: list[Problem]
    decimal: str = "."
    num_rows: int = 0
    num_copies: int = 0
    first_copy: int = 0  # its line
    shown: list[tuple[str, ...]] = field(default_factory=list)
    seen: set[bytes] = field(default_factory=set)

    @property
    def num_columns(self) -> int:
        return len(self.names)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the names that have the right number of cells, each with the number of its line."""
        rows = (row for row in table_rows(self.path, self.encoding, self.delimiter) if len(row[1]) == self.num_columns)
        for line, row in itertools.islice(rows, int(self.is_named), None):
            yield line, [cell.strip() for cell in row]


def read_table(path: Path, report: "Report", like: Table | None = None) -> Table | Problem:
    """Read every row once. A table that belongs to another one is read `like` that, and has to have its columns."""
    with path.open("rb") as file:
        if not path.suffix.lower().startswith((".pa", ".pq")) and is_binary(file.read(65536)):
            return NOT_TEXT.at(path.name, file=path.name)
    encoding, is_certain = encoding_of(path) if like is None else (like.encoding, True)
    delimiter = delimiter_of(path, encoding) if like is None else like.delimiter
    problems = []
    if not is_certain and delimiter != PARQUET:
        problems.append(WRONG_ENCODING.at(path.name, file=path.name, encoding=encoding))
    try:
        first = [row for _, row in itertools.islice(table_rows(path, encoding, delimiter), NUM_LOOKED_AT)]
        if not first:
            return NO_ROWS.at(path.name, file=path.name)
        usual = Counter(map(len, first)).most_common(1)[0][0]
        if usual > MOST_COLUMNS:
            return TOO_MANY_COLUMNS.at(path.name, file=path.name, count=usual, limit=MOST_COLUMNS)
        if like is not None and usual != like.num_columns:
            words = {"other": like.path.name, "wanted": like.num_columns}
            return OTHER_COLUMNS.at(path.name, file=path.name, count=usual, **words)
        whole = [row for row in first if len(row) == usual]
        decimal = like.decimal if like is not None else decimal_of(whole)
        is_named = like.is_named if like is not None else delimiter == PARQUET or has_header(whole, decimal)
        names, twice = column_names(whole[0], is_named)
        problems += [SAME_NAMES.at(path.name, file=path.name, name=name) for name in twice]
        table = Table(path, encoding, delimiter, names, is_named, [], problems, decimal)
        table.tallies = [Tally(name, decimal) for name in names]
        _tally(table, report)
    except Cancelled:
        raise
    except Exception as error:  # a library's own class may stand for a damaged file
        return TABLE_BROKEN.at(path.name, file=path.name, cause=cause_of(error))
    return table


def _tally(table: Table, report: "Report") -> None:
    ragged: list[tuple[int, int]] = []
    is_first = True
    for line, row in table_rows(table.path, table.encoding, table.delimiter):
        if len(row) != table.num_columns:
            ragged.append((line, len(row)))
            continue
        if is_first and table.is_named:
            is_first = False
            continue
        is_first = False
        cells = [cell.strip() for cell in row]
        for tally, cell in zip(table.tallies, cells, strict=True):
            tally.add(cell)
        table.num_rows += 1
        if len(table.shown) < NUM_SHOWN:
            table.shown.append(tuple(cells))
        _remember(table, cells, line)
        if table.num_rows % 4096 == 0:
            report(None, Text("{count} rows", {"count": table.num_rows}))
    if ragged:
        words = {"file": table.path.name, "wanted": table.num_columns, "line": ragged[0][0], "found": ragged[0][1]}
        table.problems.append(RAGGED.at(table.path.name, count=len(ragged), **words))


def _remember(table: Table, cells: list[str], line: int) -> None:
    if table.num_rows > MOST_REMEMBERED:
        return
    digest = hashlib.blake2b("\0".join(cells).encode("utf-8", "replace"), digest_size=8).digest()
    if digest in table.seen:
        table.num_copies += 1
        table.first_copy = table.first_copy or line
    table.seen.add(digest)
