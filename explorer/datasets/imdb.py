"""Data: IMDb, 50 000 film reviews, half of them good and half bad (Maas et al. 2011)."""

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

NAMES = ("negative", "positive")
FOLDERS = ("neg", "pos")  # of these classes
PER_FOLDER, NUM_VALIDATION = 12_500, 2_500
LONGEST = 1_000_000  # bytes that are read of a review

# The words of every review, and its class.
Texts = tuple[list[tuple[str, ...]], list[int]]


class Imdb(DatasetSpec):
    """The first words of every review; the vocabulary is that of the official training set.

    The official test set is the test split; validation is a tenth of the training set, a share of both classes.
    """

    label: ClassVar[str] = "IMDb"
    about: ClassVar[str] = "50 000 film reviews, word by word: did they like it?"
    offline: ClassVar[bool] = False

    kind: Literal["imdb"] = "imdb"
    length: int = Field(
        128,
        ge=4,
        le=1024,
        title="Length",
        description="Number of words that a network sees; shorter reviews are padded.",
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
        each = len(FOLDERS) * PER_FOLDER
        return DataFacts(
            DataPorts(port, num_classes=len(NAMES), vocabulary=self.vocabulary),
            "class",
            {"train": each - NUM_VALIDATION, "validation": NUM_VALIDATION, "test": each},
            class_names=NAMES,
            fetch_bytes=84_125_825,
            padding=PADDING,
            mask=MASK,
            first_word=FIRST_WORD,
        )

    def problems(self) -> tuple[Problem, ...]:
        folders = [_folder(part, name) for part in ("train", "test") for name in FOLDERS]
        return missing(self.label, self.kind, [folder for folder in folders if not folder.is_dir()])

    def splits(self) -> dict[SplitName, Arrays]:
        return self._splits_and_symbols()[0]

    def load(self) -> LoadedData:
        if problems := self.problems():
            raise InputError(problems)
        splits, symbols = self._splits_and_symbols()
        return LoadedData(splits, *self.scaling(), symbols)

    def _splits_and_symbols(self) -> tuple[dict[SplitName, Arrays], tuple[str, ...]]:
        train, test = self._read("train"), self._read("test")
        symbols = vocabulary(train[0], self.vocabulary)
        parts = (self._arrays(train, symbols), self._arrays(test, symbols))
        return official_splits(*parts, NUM_VALIDATION, self.split_seed), symbols

    def _arrays(self, texts: Texts, symbols: tuple[str, ...]) -> Arrays:
        rows, classes = texts
        return Arrays(numbered(rows, symbols, self.length), np.array(classes, dtype=np.int64))

    def _read(self, part: str) -> Texts:
        texts: list[tuple[str, ...]] = []
        for name in FOLDERS:
            folder = _folder(part, name)
            try:
                paths = sorted(folder.glob("*.txt"))
                if len(paths) != PER_FOLDER:
                    raise ValueError(f"it holds {len(paths)} reviews, not {PER_FOLDER}")
                texts.extend(map(_words, paths))
            except (OSError, ValueError) as error:
                raise damaged(self.label, folder, error) from error
        return texts, [number for number in range(len(FOLDERS)) for _ in range(PER_FOLDER)]


def _words(path: Path) -> tuple[str, ...]:
    with path.open("rb") as file:
        text = file.read(LONGEST).decode("utf-8")
    return words_of(text.replace("<br />", " "))


def _folder(part: str, name: str) -> Path:
    return data_folder() / "IMDB" / "aclImdb" / part / name
