"""Data: AG News, 127 600 news in four classes (Zhang et al. 2015, arXiv:1509.01626)."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field

from explorer.fetched import damaged, missing
from explorer.folders import data_folder
from explorer.labelled_texts import LabelledTexts, Texts
from explorer.words import words_of
from models.problem import Problem

NUM_OFFICIAL, NUM_VALIDATION, NUM_TEST = 120_000, 12_000, 7_600
FILES = ("train.csv", "test.csv")


class AgNews(LabelledTexts):
    """Title and first sentences as words."""

    label: ClassVar[str] = "AG News"
    about: ClassVar[str] = "127 600 news about the world, sports, business and technology, word by word."
    names: ClassVar[tuple[str, ...]] = ("World", "Sports", "Business", "Science and technology")
    fetch_bytes: ClassVar[int] = 31_327_765

    kind: Literal["ag_news"] = "ag_news"
    length: int = Field(
        48, ge=4, le=256, title="Length", description="Number of words that a network sees; shorter news are padded."
    )

    def problems(self) -> tuple[Problem, ...]:
        return missing(self.label, self.kind, [path for path in map(_path, FILES) if not path.is_file()])

    def _counts(self) -> tuple[int, int, int]:
        return NUM_OFFICIAL, NUM_VALIDATION, NUM_TEST

    def _read(self, part: Literal["train", "test"]) -> Texts:
        path, num_wanted = _path(f"{part}.csv"), NUM_OFFICIAL if part == "train" else NUM_TEST
        try:
            with path.open(encoding="utf-8", newline="") as file:
                texts = _texts(csv.reader(file, strict=True))
        except (OSError, ValueError, csv.Error) as error:
            raise damaged(self.label, path, error) from error
        if len(texts[0]) != num_wanted:
            raise damaged(self.label, path, f"it holds {len(texts[0])} news, not {num_wanted}")
        return texts


def _texts(rows: Iterable[list[str]]) -> Texts:
    """Every row's words and class, counted from 0.

    Raises:
        ValueError: when a row is not a class from 1 to 4 with a title and a text.
    """
    texts: list[tuple[str, ...]] = []
    classes: list[int] = []
    for row in rows:
        if len(row) != 3 or row[0] not in ("1", "2", "3", "4"):
            raise ValueError(f"row {len(texts) + 1} is not a class from 1 to 4, a title and a text")
        texts.append(words_of(f"{row[1]} {row[2]}"))
        classes.append(int(row[0]) - 1)
    return texts, classes


def _path(name: str) -> Path:
    return data_folder() / "AG_NEWS" / name
