"""Scans tables, alone or with one for each split."""

from pathlib import Path
from typing import TYPE_CHECKING

from explorer.own.files import fingerprint_of, glance_at
from explorer.own.problems import (
    COPIES,
    FEW_SAMPLES,
    NO_ROWS,
    ONE_COLUMN,
)
from explorer.own.scan import Scan
from explorer.own.scanning.labelled import split_tables
from explorer.own.scanning.table_kinds import kinds_of
from explorer.own.scanning.table_reading import Table, read_table
from explorer.own.shares import FEWEST
from explorer.own.tables import PARQUET
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report


def scan_table(path: Path, report: "Report") -> Scan:
    """A table, or a folder with one for each split."""
    files = split_tables(path) if path.is_dir() else ((path.name, 0),)
    folder = path if path.is_dir() else path.parent
    tables: list[Table] = []
    for name, _ in files:
        table = read_table(folder / name, report, tables[0] if tables else None)
        if isinstance(table, Problem):
            return Scan(str(path), problems=(table,))
        tables.append(table)
    table = tables[0]
    columns = tuple(tally.column() for tally in table.tallies)
    problems = [problem for one in tables for problem in one.problems]
    if table.num_copies:
        problems.append(COPIES.at(path.name, count=table.num_copies, file=f"{table.path.name}: {table.first_copy}"))
    facts = ((Text("Rows"), sum(one.num_rows for one in tables)), (Text("Columns"), len(columns)),
             (Text("Encoding"), "Parquet" if table.delimiter == PARQUET else table.encoding))  # fmt: skip
    if table.num_rows < FEWEST:
        problem = FEW_SAMPLES if table.num_rows else NO_ROWS
        problems.append(problem.at(path.name, count=table.num_rows, limit=FEWEST, file=path.name))
        return Scan(str(path), (), facts, (), tuple(problems), _shown(table))
    if len(columns) == 1:
        problems.append(ONE_COLUMN.at(path.name, file=path.name))
        return Scan(str(path), (), facts, (), tuple(problems), _shown(table))
    common = {"fingerprint": fingerprint_of(folder, [name for name, _ in files]), "glance": glance_at(path)}
    choices, balance, more = kinds_of(path, files, tables, columns, common, report)
    return Scan(str(path), choices, facts, balance, (*problems, *more), _shown(table))


def _shown(table: Table) -> tuple[tuple[str, ...], ...]:
    return (tuple(table.names), *table.shown)
