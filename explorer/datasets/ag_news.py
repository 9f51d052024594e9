"""Data: AG News, 127 600 news in four classes (Zhang et al. 2015, arXiv:1509.01626)."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, LoadedData, SplitName
from explorer.fetched import damaged, missing, official_splits
from explorer.folders import data_folder
from explorer.words import FIRST_WORD, MASK, PADDING, numbered, vocabulary, words_of
from models.port import DataPorts, Port
from models.problem import InputError, Problem

NAMES = ("World", "Sports", "Business", "Science and technology")
NUM_OFFICIAL, NUM_VALIDATION, NUM_TEST = 120_000, 12_000, 7_600
FILES = ("train.csv", "test.csv")

# A row's words and its class.
Texts = tuple[list[tuple[str, ...]], list[int]]


class AgNews(DatasetSpec):
    """Title and first sentences as words; the vocabulary is that of the official training set.

    The official test set is the test split; validation is a tenth of the training set, a share of every class.
    """

    label: ClassVar[str] = "AG News"
    about: ClassVar[str] = "127 600 news about the world, sports, business and technology, word by word."
    offline: ClassVar[bool] = False

    kind: Literal["ag_news"] = "ag_news"
    length: int = Field(
        48, ge=4, le=256, title="Length", description="Number of words that a network sees; shorter news are padded."
    )
    vocabulary: int = Field(
        20_000,
        ge=10,
        le=100_000,
        title="Vocabulary",
        description="Number of words that are known, the most frequent ones.",
    )

    def facts(self) -> DataFacts:
        port = Port("tokens", (self.length,), vocabulary=self.vocabulary)
        return DataFacts(
            DataPorts(port, num_classes=len(NAMES), vocabulary=self.vocabulary),
            "class",
            {"train": NUM_OFFICIAL - NUM_VALIDATION, "validation": NUM_VALIDATION, "test": NUM_TEST},
            class_names=NAMES,
            fetch_bytes=31_327_765,
            padding=PADDING,
            mask=MASK,
            first_word=FIRST_WORD,
        )

    def problems(self) -> tuple[Problem, ...]:
        return missing(self.label, self.kind, [path for path in _paths() if not path.is_file()])

    def splits(self) -> dict[SplitName, Arrays]:
        return self._splits_and_symbols()[0]

    def load(self) -> LoadedData:
        if problems := self.problems():
            raise InputError(problems)
        splits, symbols = self._splits_and_symbols()
        return LoadedData(splits, *self.scaling(), symbols)

    def _splits_and_symbols(self) -> tuple[dict[SplitName, Arrays], tuple[str, ...]]:
        train_path, test_path = _paths()
        train, test = self._read(train_path, NUM_OFFICIAL), self._read(test_path, NUM_TEST)
        symbols = vocabulary(train[0], self.vocabulary)
        parts = (self._arrays(train, symbols), self._arrays(test, symbols))
        return official_splits(*parts, NUM_VALIDATION, self.split_seed), symbols

    def _arrays(self, texts: Texts, symbols: tuple[str, ...]) -> Arrays:
        rows, classes = texts
        return Arrays(numbered(rows, symbols, self.length), np.array(classes, dtype=np.int64))

    def _read(self, path: Path, num_wanted: int) -> Texts:
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


def _paths() -> list[Path]:
    return [data_folder() / "AG_NEWS" / name for name in FILES]
