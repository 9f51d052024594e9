"""Tables row by row: CSV and TSV in whatever encoding and with whatever delimiter, and Parquet."""

import csv
import importlib
import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

PARQUET = "parquet"  # stands for the delimiter of a file that has none
DELIMITERS = (",", "\t", ";", "|")
LONGEST_CELL = 2**24  # characters
NUM_LOOKED_AT = 200  # rows, to find out what the table is like
LONGEST_NAME = 60  # of a column
LARGEST = 3.4e38  # number that a float32 holds


def table_rows(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The number of the line at which each row ends, counted from 1, and its cells; empty rows are left out.

    Letters that the encoding does not know become question marks.

    Raises:
        OSError, ValueError: when the file cannot be read, or is no table.
    """
    if delimiter == PARQUET:
        yield from enumerate(parquet_rows(path), start=1)
        return
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        reader = csv.reader((line.replace("\0", "") for line in file), delimiter=delimiter)
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise ValueError(f"line {reader.line_num}: {error}") from None
            if any(cell.strip() for cell in row):
                yield reader.line_num, row


def whole_rows(path: Path, encoding: str, delimiter: str, num_columns: int, has_header: bool) -> Iterator[list[str]]:
    """The rows that have so many cells, without the names of the columns; blanks around cells are left out."""
    rows = (row for _, row in table_rows(path, encoding, delimiter) if len(row) == num_columns)
    for row in itertools.islice(rows, int(has_header), None):
        yield [cell.strip() for cell in row]


def parquet_rows(path: Path) -> Iterator[list[str]]:
    """The names of the columns, then every row as texts; what is missing is empty.

    Raises:
        OSError, ValueError: when the file is damaged.
    """
    parquet: Any = importlib.import_module("pyarrow.parquet")  # a script that reads another table does not need it
    table = parquet.ParquetFile(path)
    yield list(table.schema_arrow.names)
    for batch in table.iter_batches():
        columns = [column.to_pylist() for column in batch.columns]
        for row in zip(*columns, strict=True):
            yield ["" if cell is None else str(cell) for cell in row]


def number_in(cell: str, decimal: str = ".") -> float:
    """The number that a cell holds; NaN where it holds none, or one that is too large or not finite."""
    value = written_number(cell, decimal)
    return math.nan if value is None or not abs(value) <= LARGEST else value


def written_number(cell: str, decimal: str = ".") -> float | None:
    """The number that is written in a cell, be it finite or not; None where there is none.

    Thousands may be grouped by the other mark than the decimal one (1,234.50 or 1.234,50); a currency's sign in front
    and a per cent sign behind are looked past.
    """
    try:
        if decimal == ".":
            return float(cell.replace("_", "x"))  # Python reads 1_000, but it is no number in a table
    except ValueError:
        pass
    plain = cell.removesuffix("%").strip().removeprefix("-").lstrip("$€£¥").strip()
    grouped, _, rest = plain.partition(decimal)
    groups = grouped.split("," if decimal == "." else ".")
    if len(groups) > 1 and not (groups[0].isdecimal() and all(len(one) == 3 and one.isdecimal() for one in groups[1:])):
        return None
    text = "".join(groups) + (f".{rest}" if rest else "")
    try:
        value = float(text.replace("_", "x"))
    except ValueError:
        return None
    return -value if cell.startswith("-") else value


def decimal_of(rows: Iterable[Sequence[str]]) -> str:
    """Which mark stands before decimals in these rows: a comma, where more cells read 1,55 than 1.55."""
    counts = Counter(
        mark for row in rows for cell in row for mark in ".,"
        if (ends := cell.strip().lstrip("+-").split(mark))[0].isdecimal() and len(ends) == 2 and ends[1].isdecimal()
        and len(ends[1]) != 3
    )  # fmt: skip
    return "," if counts[","] > counts["."] else "."


def delimiter_of(path: Path, encoding: str) -> str:
    """What stands between the cells: what makes most rows equally long, and they have more than one cell."""
    if path.suffix.lower() in (".parquet", ".pq"):
        return PARQUET
    best, best_score = "\t" if path.suffix.lower() == ".tsv" else ",", 0.0
    for delimiter in DELIMITERS:
        lengths = [len(row) for _, row in itertools.islice(_tolerant(path, encoding, delimiter), NUM_LOOKED_AT)]
        if not lengths:
            continue
        usual, count = Counter(lengths).most_common(1)[0]
        score = (usual > 1) * count / len(lengths) * (1 + min(usual, 50) / 1000)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def has_header(rows: list[list[str]], decimal: str = ".") -> bool:
    """Whether the first of these rows names the columns: it holds names, and those below something else."""
    if len(rows) < 2:
        return False
    first, others = [cell.strip() for cell in rows[0]], rows[1:]
    if any(written_number(cell, decimal) is not None or len(cell) > LONGEST_NAME for cell in first):
        return False
    numbers = (all(written_number(row[place], decimal) is not None for row in others if place < len(row))
               for place in range(len(first)))  # fmt: skip
    if any(numbers):
        return True
    below = [{row[place].strip() for row in others if place < len(row)} for place in range(len(first))]
    return len(set(first)) == len(first) and all(name not in cells for name, cells in zip(first, below, strict=True))


def column_names(first: list[str], named: bool) -> tuple[list[str], list[str]]:
    """The names of the columns, each once and none empty; and those that several columns had."""
    wanted = [" ".join(cell.split())[:LONGEST_NAME] if named else "" for cell in first]
    names: list[str] = []
    for place, name in enumerate(wanted):
        fresh = name or f"column {place + 1}"
        while fresh in names:
            fresh = f"{name or 'column'} {place + 1}{'' if fresh == name else '*'}"
        names.append(fresh)
    return names, sorted(name for name, count in Counter(wanted).items() if name and count > 1)


def _tolerant(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    try:
        yield from table_rows(path, encoding, delimiter)
    except ValueError:
        return
