"""What a table may be: numbers and words to tell a column from, texts with labels, or pairs of texts."""

import hashlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.dataset import SPLITS, DatasetSpec
from explorer.datasets.own_labelled import LabelledScan, OwnLabelled
from explorer.datasets.own_pairs import OwnPairs, PairsScan
from explorer.datasets.own_table import OwnTable, TableScan
from explorer.own.class_folders import MOST_CLASSES
from explorer.own.columns import MOST_CATEGORIES, Column
from explorer.own.problems import (
    EMPTY_TEXTS,
    LEAK,
    NO_TARGETS,
    NOT_FINITE,
    ONE_CLASS,
    TOO_MANY_CLASSES,
    UNUSED_COLUMNS,
)
from explorer.own.scanning.judging import classes_judged, few_of_each
from explorer.own.scanning.table_reading import Table
from explorer.own.tokens import MOST_SYMBOLS, most_frequent, words_in
from models.problem import Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.jobs.job import Report

ANSWERS = (
    "target", "label", "class", "category", "species", "y", "output", "answer", "quality", "price", "outcome", "标签",
    "类别", "目标",
)  # fmt: skip
MOST_NAMED = 8  # columns in one sentence
LONG_TEXT = 20  # characters that a cell of a text column has on average


def kinds_of(
    path: Path,
    files: tuple[tuple[str, int], ...],
    tables: list[Table],
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
    path: Path, table: Table, columns: tuple[Column, ...], common: dict[str, Any]
) -> tuple[OwnTable | None, tuple[tuple[str, int], ...], list[Problem]]:
    """The table as one whose column is told from others."""
    target = _target(columns)
    if target is None or not any(column.is_input for column in columns if column is not target):
        return None, (), []
    scanned = TableScan(
        **common, encoding=table.encoding, delimiter=table.delimiter, has_header=table.is_named,
        decimal=table.decimal, num_rows=table.num_rows, columns=columns,
    )  # fmt: skip
    problems = few_of_each(
        (
            NOT_FINITE.at(column.name, name=column.name, count=column.num_missing)
            for column in columns
            if column.num_missing and column is not target
        ),
        path.name,
    )
    if target.num_missing:
        problems.append(NO_TARGETS.at(target.name, name=target.name, count=target.num_missing))
    unused = [column.name for column in columns if not column.is_input and column is not target]
    if unused:
        named = ", ".join(unused[:MOST_NAMED])
        problems.append(UNUSED_COLUMNS.at(path.name, names=f"{named}, …" if len(unused) > MOST_NAMED else named))
    if not target.categories:
        return OwnTable(path=str(path), target=target.name, task="regress", scanned=scanned), (), problems
    balance = tuple(zip(target.categories, target.counts, strict=True))
    judged, is_usable = classes_judged(path.name, target.categories, (target.counts,))
    problems += judged
    return (OwnTable(path=str(path), target=target.name, scanned=scanned) if is_usable else None), balance, problems


def _without_classes(path: Path, table: Table, columns: tuple[Column, ...]) -> Problem:
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
    tables: list[Table],
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


def _pairs(path: Path, table: Table, columns: tuple[int, int], common: dict[str, Any]) -> OwnPairs:
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
