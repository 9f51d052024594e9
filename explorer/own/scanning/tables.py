"""Scans tables: numbers and words to tell a column from, texts with labels, or pairs of texts."""

import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.dataset import SPLITS, DatasetSpec
from explorer.datasets.own_labelled import LabelledScan, OwnLabelled
from explorer.datasets.own_pairs import OwnPairs, PairsScan
from explorer.datasets.own_table import MOST_COLUMNS, OwnTable, TableScan
from explorer.jobs.job import Cancelled
from explorer.own.class_folders import MOST_CLASSES
from explorer.own.columns import MOST_CATEGORIES, Column, Tally
from explorer.own.encodings import encoding_of, is_binary
from explorer.own.files import fingerprint_of, glance_at
from explorer.own.missing import cause_of
from explorer.own.problems import (
    COPIES,
    EMPTY_TEXTS,
    FEW_SAMPLES,
    LEAK,
    NO_ROWS,
    NOT_FINITE,
    NOT_TEXT,
    ONE_CLASS,
    ONE_COLUMN,
    PARQUET_MISSING,
    RAGGED,
    SAME_NAMES,
    TABLE_BROKEN,
    TOO_MANY_CLASSES,
    TOO_MANY_COLUMNS,
    WRONG_ENCODING,
)
from explorer.own.scan import Scan
from explorer.own.scanning.judging import classes_judged, few_of_each
from explorer.own.scanning.labelled import split_tables
from explorer.own.shares import FEWEST
from explorer.own.tables import NUM_LOOKED_AT, PARQUET, column_names, delimiter_of, has_header, table_rows
from explorer.own.tokens import MOST_SYMBOLS, most_frequent, words_in
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report

NUM_SHOWN = 20  # rows
MOST_REMEMBERED = 2_000_000  # rows, to find copies among
ANSWERS = (
    "target", "label", "class", "category", "species", "y", "output", "answer", "quality", "price", "outcome", "标签",
    "类别", "目标",
)  # fmt: skip
LONG_TEXT = 20  # characters that a cell of a text column has on average


@dataclass
class _Table:
    """One table as far as it has been read."""

    path: Path
    encoding: str
    delimiter: str
    names: list[str]
    is_named: bool
    tallies: list[Tally]
    problems: list[Problem]
    num_rows: int = 0
    num_copies: int = 0
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


def scan_table(path: Path, report: "Report") -> Scan:
    """A table, or a folder with one for each split."""
    files = split_tables(path) if path.is_dir() else ((path.name, 0),)
    folder = path if path.is_dir() else path.parent
    tables = []
    for name, _ in files:
        table = _read(folder / name, report)
        if isinstance(table, Problem):
            return Scan(str(path), problems=(table,))
        tables.append(table)
    table = tables[0]
    columns = tuple(tally.column() for tally in table.tallies)
    problems = [problem for one in tables for problem in one.problems]
    if table.num_copies:
        problems.append(COPIES.at(path.name, count=table.num_copies, file=table.path.name))
    facts = ((Text("Rows"), sum(one.num_rows for one in tables)), (Text("Columns"), len(columns)),
             (Text("Encoding"), table.encoding))  # fmt: skip
    if table.num_rows < FEWEST:
        problem = FEW_SAMPLES if table.num_rows else NO_ROWS
        problems.append(problem.at(path.name, count=table.num_rows, limit=FEWEST, file=path.name))
        return Scan(str(path), (), facts, (), tuple(problems), _shown(table))
    if len(columns) == 1:
        problems.append(ONE_COLUMN.at(path.name, file=path.name))
        return Scan(str(path), (), facts, (), tuple(problems), _shown(table))
    common = {"fingerprint": fingerprint_of(folder, [name for name, _ in files]), "glance": glance_at(path)}
    choices, balance, more = _choices(path, files, tables, columns, common, report)
    return Scan(str(path), choices, facts, balance, (*problems, *more), _shown(table))


def _read(path: Path, report: "Report") -> _Table | Problem:
    """Read every row once."""
    with path.open("rb") as file:
        if not path.suffix.lower().startswith((".pa", ".pq")) and is_binary(file.read(65536)):
            return NOT_TEXT.at(path.name, file=path.name)
    encoding, is_certain = encoding_of(path)
    delimiter = delimiter_of(path, encoding)
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
        whole = [row for row in first if len(row) == usual]
        is_named = delimiter == PARQUET or has_header(whole)
        names, twice = column_names(whole[0], is_named)
        problems += [SAME_NAMES.at(path.name, file=path.name, name=name) for name in twice]
        table = _Table(path, encoding, delimiter, names, is_named, [Tally(name) for name in names], problems)
        _tally(table, report)
    except ImportError:
        return PARQUET_MISSING.at(path.name, file=path.name)
    except Cancelled:
        raise
    except Exception as error:  # a library's own class may stand for a damaged file
        return TABLE_BROKEN.at(path.name, file=path.name, cause=cause_of(error))
    return table


def _tally(table: _Table, report: "Report") -> None:
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
        _remember(table, cells)
        if table.num_rows % 4096 == 0:
            report(None, Text("{count} rows", {"count": table.num_rows}))
    if ragged:
        words = {"file": table.path.name, "wanted": table.num_columns, "line": ragged[0][0], "found": ragged[0][1]}
        table.problems.append(RAGGED.at(table.path.name, count=len(ragged), **words))


def _remember(table: _Table, cells: list[str]) -> None:
    if table.num_rows > MOST_REMEMBERED:
        return
    digest = hashlib.blake2b("\0".join(cells).encode("utf-8", "replace"), digest_size=8).digest()
    table.num_copies += digest in table.seen
    table.seen.add(digest)


def _choices(
    path: Path,
    files: tuple[tuple[str, int], ...],
    tables: list[_Table],
    columns: tuple[Column, ...],
    common: dict[str, Any],
    report: "Report",
) -> tuple[tuple[DatasetSpec, ...], tuple[tuple[str, int], ...], list[Problem]]:
    """What the table may be, the likeliest first; the balance of its classes; and what is wrong with the first."""
    table = tables[0]
    texts = [
        place for place, column in enumerate(columns)
        if column.kind == "text" and (table.tallies[place].mean_length >= LONG_TEXT or len(columns) <= 3)
    ]  # fmt: skip
    label = _label(columns, texts)
    choices: list[DatasetSpec] = []
    balance: tuple[tuple[str, int], ...] = ()
    problems: list[Problem] = []
    if texts and label is not None:
        labelled, balance, problems = _labelled(path, files, tables, (label, tuple(texts)), common, report)
        choices += [labelled] if labelled is not None else []
    elif len(texts) >= 2:
        choices.append(_pairs(path, table, (texts[0], texts[1]), common))
    if not path.is_dir():
        plain, plain_balance, plain_problems = _plain(path, table, columns, common)
        if plain is not None:
            choices.append(plain)
        if not balance:
            balance, problems = plain_balance, [*problems, *plain_problems]
    if not choices and not problems:
        problems.append(_without_classes(path, table, columns))
    return tuple(choices), balance, problems


def _label(columns: tuple[Column, ...], texts: list[int]) -> int | None:
    """The column that is likeliest to hold labels: by its name, else the first or the last with few values."""
    able = [place for place, column in enumerate(columns) if len(column.categories) >= 1 and place not in texts]
    named = [place for place in able if columns[place].name.lower() in ANSWERS]
    named.sort(key=lambda place: ANSWERS.index(columns[place].name.lower()))
    words = [place for place in able if columns[place].kind == "category"]
    return next(iter((*named, *words, *able)), None)


def _plain(
    path: Path, table: _Table, columns: tuple[Column, ...], common: dict[str, Any]
) -> tuple[OwnTable | None, tuple[tuple[str, int], ...], list[Problem]]:
    """The table as one whose column is told from others."""
    target = _target(columns)
    if target is None or not any(column.is_input for column in columns if column is not target):
        return None, (), []
    scanned = TableScan(
        **common, encoding=table.encoding, delimiter=table.delimiter, has_header=table.is_named,
        num_rows=table.num_rows, columns=columns,
    )  # fmt: skip
    problems = few_of_each(
        (
            NOT_FINITE.at(column.name, name=column.name, count=column.num_missing)
            for column in columns
            if column.num_missing and column is not target
        ),
        path.name,
    )
    if not target.categories:
        return OwnTable(path=str(path), target=target.name, task="regress", scanned=scanned), (), problems
    balance = tuple(zip(target.categories, target.counts, strict=True))
    judged, is_usable = classes_judged(path.name, target.categories, (target.counts,))
    problems += judged
    return (OwnTable(path=str(path), target=target.name, scanned=scanned) if is_usable else None), balance, problems


def _without_classes(path: Path, table: _Table, columns: tuple[Column, ...]) -> Problem:
    """Why nothing can be told: no column has values that come again, so that there are too many classes."""
    named = [place for place, column in enumerate(columns) if column.name.lower() in ANSWERS]
    place = named[0] if named else len(columns) - 1
    count = len({row[place] for _, row in table.rows()})
    return TOO_MANY_CLASSES.at(path.name, count=count, limit=MOST_CATEGORIES)


def _target(columns: tuple[Column, ...]) -> Column | None:
    """The column that is likeliest to be told: by its name, else the last one, else one of words, else any."""
    able = [column for column in columns if column.categories or column.kind == "number"]
    named = [column for column in able if column.name.lower() in ANSWERS]
    named.sort(key=lambda column: ANSWERS.index(column.name.lower()))
    last = [column for column in able if column is columns[-1]]
    words = [column for column in able if column.kind == "category"]
    return next(iter((*named, *last, *words, *reversed(able))), None)


def _labelled(
    path: Path,
    files: tuple[tuple[str, int], ...],
    tables: list[_Table],
    places: tuple[int, tuple[int, ...]],
    common: dict[str, Any],
    report: "Report",
) -> tuple[OwnLabelled | None, tuple[tuple[str, int], ...], list[Problem]]:
    """The tables as texts with labels: one more reading, for the words."""
    label_column, text_columns = places
    words: set[str] = set()
    counts: Counter[tuple[int, str]] = Counter()
    empty: list[int] = []
    seen: dict[bytes, int] = {}
    leaks: list[tuple[str, int]] = []
    length = 0
    for table, (name, split) in zip(tables, files, strict=True):
        for number, (line, row) in enumerate(table.rows()):
            pieces = words_in(" ".join(row[place] for place in text_columns))
            if not pieces or not row[label_column]:
                empty.append(line)
                continue
            words.update(pieces)
            length += len(pieces)
            counts[split, row[label_column]] += 1
            digest = hashlib.blake2b(" ".join(pieces).encode(), digest_size=8).digest()
            if seen.setdefault(digest, split) != split:
                leaks.append((f"{name}: {line}", seen[digest]))
            if number % 4096 == 0:
                report(None, Text("{count} texts", {"count": number}))
    names = sorted({name for _, name in counts})
    by_split = tuple(tuple(counts[split, name] for name in names) for split in range(len(SPLITS)))
    problems: list[Problem] = []
    if empty:
        problems.append(EMPTY_TEXTS.at(path.name, count=len(empty), file=files[0][0], line=empty[0]))
    if leaks:
        problems.append(LEAK.at(path.name, count=len(leaks), file=leaks[0][0], split=Text(SPLITS[leaks[0][1]])))
    balance = tuple((name, sum(part[number] for part in by_split)) for number, name in enumerate(names[:MOST_CLASSES]))
    if len(names) == 1:
        return None, balance, [*problems, ONE_CLASS.at(path.name, name=names[0])]
    judged, is_usable = classes_judged(path.name, names, by_split)
    if not is_usable:
        return None, balance, [*problems, *judged]
    table = tables[0]
    scanned = LabelledScan(
        **common, files=files, encoding=table.encoding, delimiter=table.delimiter, num_columns=table.num_columns,
        has_header=table.is_named, label_column=label_column, text_columns=text_columns, class_names=tuple(names),
        counts=by_split, num_words=len(words),
    )  # fmt: skip
    usual = length // max(1, sum(counts.values()))
    spec = OwnLabelled(path=str(path), length=min(256, max(8, 2 * usual)), scanned=scanned)
    return spec, balance, [*problems, *judged]


def _pairs(path: Path, table: _Table, columns: tuple[int, int], common: dict[str, Any]) -> OwnPairs:
    """The table as pairs of texts."""
    characters: Counter[str] = Counter()
    words: Counter[str] = Counter()
    lengths: tuple[list[int], list[int]] = ([], [])
    num_rows = 0
    for _, row in table.rows():
        first, second = row[columns[0]], row[columns[1]]
        if not first or not second:
            continue
        num_rows += 1
        for place, text in enumerate((first, second)):
            characters.update(text)
            words.update(words_in(text))
            lengths[place].append(len(text))
    scanned = PairsScan(
        **common, encoding=table.encoding, delimiter=table.delimiter, num_columns=table.num_columns,
        has_header=table.is_named, columns=columns, num_rows=num_rows,
        characters=most_frequent(characters.elements(), MOST_SYMBOLS),
        words=most_frequent(words.elements(), MOST_SYMBOLS),
    )  # fmt: skip
    usual = [min(64, max(1, sorted(one)[int(len(one) * 0.95)])) if one else 24 for one in lengths]
    return OwnPairs(path=str(path), length=usual[0], target_length=usual[1], scanned=scanned)


def _shown(table: _Table) -> tuple[tuple[str, ...], ...]:
    return (tuple(table.names), *table.shown)
