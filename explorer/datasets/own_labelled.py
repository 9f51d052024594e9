"""Data: texts of one's own with a label each, in a table such as AG News'."""

# N texts, T words

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, LoadedData, SplitName
from explorer.own.class_folders import MOST_CLASSES
from explorer.own.shares import capped_counts, capped_rows, shared_rows
from explorer.own.spec import Count, OwnSpec, Scanned
from explorer.own.tables import whole_rows
from explorer.own.tokens import words_in
from explorer.words import FIRST_WORD, MASK, PADDING, numbered, vocabulary
from models.port import DataPorts, Port


class LabelledScan(Scanned):
    """What was found: which columns hold the label and the text, and how many texts of each class each file has."""

    files: tuple[tuple[str, int], ...] = ()  # the tables, each with the split that it is for
    encoding: str = "utf-8"
    delimiter: str = ","
    num_columns: int = 2
    has_header: bool = False
    label_column: int = 0
    text_columns: tuple[int, ...] = (1,)
    class_names: tuple[str, ...] = Field((), max_length=MOST_CLASSES)
    counts: tuple[tuple[Count, ...], ...] = ()
    num_words: Count = 0


class OwnLabelled(OwnSpec):
    """Texts as words; the vocabulary is that of the training texts. Shorter texts begin with padding."""

    label: ClassVar[str] = "Own labelled texts"
    about: ClassVar[str] = "Texts of your own in a table, each with a label, word by word."

    kind: Literal["own_labelled"] = "own_labelled"
    length: int = Field(
        48, ge=2, le=1024, title="Length", description="Number of words that a network sees; longer texts are cut."
    )
    vocabulary: int = Field(
        5000, ge=10, le=100_000, title="Vocabulary", description="Number of words that are known, the most frequent."
    )
    cap_per_class: int = Field(
        0, ge=0, le=10**9, title="Cap per class", description="Most samples of each class that are used; 0 takes all."
    )
    cap: int = Field(0, ge=0, le=10**9, title="Cap", description="Most samples that are used; 0 takes all.")
    scanned: LabelledScan = LabelledScan()

    @property
    def found(self) -> LabelledScan:
        return self.scanned

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes."""
        return self.scanned.class_names

    @property
    def files(self) -> tuple[tuple[str, int], ...]:
        """The tables, each with the number of its split."""
        return self.scanned.files

    @property
    def table(self) -> tuple[str, str, int, bool]:
        """How they are read: encoding, delimiter, number of columns, and whether the first row names them."""
        found = self.scanned
        return found.encoding, found.delimiter, found.num_columns, found.has_header

    @property
    def label_column(self) -> int:
        """The column of the labels."""
        return self.scanned.label_column

    @property
    def text_columns(self) -> tuple[int, ...]:
        """The columns of the texts, which are joined."""
        return self.scanned.text_columns

    def file_names(self) -> list[str]:
        return [name for name, _ in self.files]

    def facts(self) -> DataFacts:
        size, names = min(self.vocabulary, self.scanned.num_words + FIRST_WORD), self.class_names
        port = Port("tokens", (self.length,), vocabulary=size)
        return DataFacts(
            DataPorts(port, num_classes=len(names) or None, vocabulary=size),
            "class",
            self.shares(capped_counts(self.scanned.counts, self.cap_per_class, self.cap)),
            class_names=names,
            padding=PADDING,
            mask=MASK,
            first_word=FIRST_WORD,
        )

    def splits(self) -> dict[SplitName, Arrays]:
        return self.splits_and_symbols()[0]

    def read(self) -> LoadedData:
        splits, symbols = self.splits_and_symbols()
        return LoadedData(dict(splits), symbols=symbols)

    def splits_and_symbols(self) -> tuple[dict[SplitName, Arrays], tuple[str, ...]]:
        """All splits, and the words that the tokens stand for."""
        path, numbers = Path(self.path), {name: number for number, name in enumerate(self.class_names)}
        texts: list[list[str]] = []
        classes, given = [], []
        for name, split in self.files:
            for row in whole_rows((path if path.is_dir() else path.parent) / name, *self.table):
                words = words_in(" ".join(row[column] for column in self.text_columns))
                if words and row[self.label_column] in numbers:
                    texts.append(words)
                    classes.append(numbers[row[self.label_column]])
                    given.append(split)
        classes_N, given_N = np.array(classes, dtype=np.int64), np.array(given, dtype=np.int64)
        kept = capped_rows(classes_N, given_N, self.cap_per_class, self.cap, self.split_seed)
        shared = shared_rows(classes_N[kept], given_N[kept], self.validation_share, self.test_share, self.split_seed)
        symbols = vocabulary((texts[row] for row in kept[shared["train"]]), self.vocabulary)
        return {
            split: Arrays(numbered([texts[row] for row in kept[part]], symbols, self.length), classes_N[kept[part]])
            for split, part in shared.items()
        }, symbols
