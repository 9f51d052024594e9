"""What texts with classes that are fetched have in common: words as numbers of a vocabulary."""

from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, LoadedData, SplitName
from explorer.fetched import official_splits
from explorer.words import FIRST_WORD, MASK, PADDING, numbered, vocabulary
from models.port import DataPorts, Port
from models.problem import InputError

# The words of every text, and its class.
Texts = tuple[list[tuple[str, ...]], list[int]]


class LabelledTexts(DatasetSpec):
    """The first words of every text; the vocabulary is that of the official training set.

    The official test set is the test split; validation is a tenth of the training set, a share of every class.
    """

    offline: ClassVar[bool] = False
    names: ClassVar[tuple[str, ...]]
    fetch_bytes: ClassVar[int]

    length: int
    vocabulary: int = Field(
        20_000,
        ge=10,
        le=100_000,
        title="Vocabulary",
        description="Number of words that are known, the most frequent ones.",
    )

    def facts(self) -> DataFacts:
        port = Port("tokens", (self.length,), vocabulary=self.vocabulary)
        official, validation, test = self._counts()
        return DataFacts(
            DataPorts(port, num_classes=len(self.names), vocabulary=self.vocabulary),
            "class",
            {"train": official - validation, "validation": validation, "test": test},
            class_names=self.names,
            fetch_bytes=self.fetch_bytes,
            padding=PADDING,
            mask=MASK,
            first_word=FIRST_WORD,
        )

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
        _, validation, _ = self._counts()
        return official_splits(*parts, validation, self.split_seed), symbols

    def _arrays(self, texts: Texts, symbols: tuple[str, ...]) -> Arrays:
        rows, classes = texts
        return Arrays(numbered(rows, symbols, self.length), np.array(classes, dtype=np.int64))

    def _counts(self) -> tuple[int, int, int]:
        """Samples of the official training set, how many of them are for validation, and of the test set."""
        raise NotImplementedError

    def _read(self, part: Literal["train", "test"]) -> Texts:
        """The official training or test set.

        Raises:
            InputError: when it is damaged.
        """
        raise NotImplementedError
