"""Which class and split every file of a folder has: by its folders, or by a table of labels that lies among them."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from explorer.own.class_folders import Belonging, belongings_of, labelled
from explorer.own.encodings import encoding_of
from explorer.own.files import files_below
from explorer.own.problems import (
    FILE_WITHOUT_LABEL,
    LABEL_WITHOUT_FILE,
)
from explorer.own.scanning.judging import few_of_each
from explorer.own.tables import column_names, delimiter_of, has_header, table_rows, whole_rows
from models.problem import Problem


def belongings_in(folder: Path, names: list[str]) -> tuple[dict[str, Belonging], dict[str, Any], list[Problem]]:
    """Split and class of every file; the table that tells them, if there is one; and what is wrong with it."""
    plain: dict[str, Any] = {"labels": ""}
    told = belongings_of(names)
    if any(label for _, label in told.values()):
        return told, plain, []
    for name in files_below(folder, (".csv", ".tsv", ".txt")):
        table = _table_of_labels(folder, name, names)
        if table is None:
            continue
        settings = (table["encoding"], table["delimiter"], table["num_columns"], table["has_header"])
        rows = list(whole_rows(folder / name, *settings))
        found = labelled(names, rows, table["columns"])
        return found, table, _table_problems(name, rows, table["columns"], names, found)
    return told, plain, []


def _table_of_labels(folder: Path, name: str, names: list[str]) -> dict[str, Any] | None:
    """How to read this file as a table of labels; None where it names none of the files."""
    encoding, _ = encoding_of(folder / name)
    delimiter = delimiter_of(folder / name, encoding)
    try:
        rows = [row for _, row in table_rows(folder / name, encoding, delimiter)]
    except ValueError:
        return None
    if not rows or len(rows[0]) < 2:
        return None
    num_columns = Counter(map(len, rows)).most_common(1)[0][0]
    rows = [row for row in rows if len(row) == num_columns]
    known = {form for one in names for form in _forms(one)}
    hits = [sum(_plain(row[place]) in known for row in rows) for place in range(num_columns)]
    first = hits.index(max(hits))
    if max(hits) < max(1, len(rows) // 2):
        return None
    is_named = _plain(rows[0][first]) not in known and (has_header(rows) or len(rows) > 1)
    titles, _ = column_names(rows[0], is_named)
    others = [place for place in range(num_columns) if place != first]
    wanted = [
        place for place in others if titles[place].lower() in ("label", "class", "category", "target", "标签", "类别")
    ]
    return {
        "labels": name, "encoding": encoding, "delimiter": delimiter, "has_header": is_named,
        "num_columns": num_columns, "columns": (first, (wanted or others)[0]),
    }  # fmt: skip


def _table_problems(
    table: str, rows: list[list[str]], columns: tuple[int, int], names: list[str], found: Mapping[str, Belonging]
) -> list[Problem]:
    known = {form for one in names for form in _forms(one)}
    absent = [row[columns[0]] for row in rows if _plain(row[columns[0]]) not in known]
    problems = few_of_each((LABEL_WITHOUT_FILE.at(table, file=table, name=name) for name in absent), table)
    unlabelled = [name for name in names if name not in found]
    if unlabelled:
        problems.append(FILE_WITHOUT_LABEL.at(table, count=len(unlabelled), file=unlabelled[0]))
    return problems


def _forms(name: str) -> tuple[str, str, str]:
    short = name.rpartition("/")[2]
    return name, short, short.rpartition(".")[0]


def _plain(cell: str) -> str:
    plain = cell.strip().replace("\\", "/").removeprefix("./")
    return plain.rpartition("/")[2]
