"""Data: sentences of Python's own language reference, to be told apart by the chapters they come from."""

from functools import cache, lru_cache
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.prose import missing_prose, sentences, topics
from explorer.splitting import split_counts, stratified_splits
from explorer.words import FIRST_WORD, MASK, PADDING, numbered, vocabulary, words_of
from models.port import DataPorts, Port
from models.problem import Problem

FEWEST_WORDS, MOST_WORDS = 5, 60

# The topics of each group of chapters; versions of Python differ in a few of them.
GROUPS = {
    "data model": (
        "attribute-access", "bltin-code-objects", "bltin-ellipsis-object", "bltin-null-object", "bltin-type-objects",
        "callable-types", "context-managers", "customization", "numeric-types", "objects", "sequence-types",
        "specialattrs", "specialnames", "types", "typesfunctions", "typesmethods", "typesmodules",
    ),
    "statements": (
        "assert", "assignment", "async", "augassign", "break", "class", "compound", "continue", "del", "else", "for",
        "function", "global", "if", "import", "nonlocal", "pass", "raise", "return", "try", "while", "with", "yield",
    ),
    "expressions": (
        "atom-identifiers", "atom-literals", "attribute-references", "await", "binary", "bitwise", "booleans", "calls",
        "comparisons", "conversions", "dict", "exprlists", "floating", "id-classes", "identifiers", "imaginary", "in",
        "integers", "lambda", "lists", "numbers", "operator-summary", "power", "shifting", "slicings", "strings",
        "subscriptions", "unary",
    ),
    "standard types": (
        "formatstrings", "string-methods", "truth", "typesmapping", "typesseq", "typesseq-mutable",
    ),
}  # fmt: skip

Words = tuple[str, ...]


class Sentences(DatasetSpec):
    """As many sentences of every group of chapters, as words in small letters; sentences in two groups are left out.

    The split seed decides which sentences of the larger groups are taken.
    """

    label: ClassVar[str] = "Sentences"
    about: ClassVar[str] = "Sentences of Python's own language reference in four groups of chapters, word by word."

    kind: Literal["sentences"] = "sentences"
    length: int = Field(
        32,
        ge=4,
        le=60,
        title="Length",
        description="Number of words that a network sees; shorter sentences are padded.",
    )
    vocabulary: int = Field(
        1500,
        ge=10,
        le=20_000,
        title="Vocabulary",
        description="Number of words that are known, the most frequent ones.",
    )

    def facts(self) -> DataFacts:
        symbols = _symbols(self.vocabulary)
        port = Port("tokens", (self.length,), vocabulary=len(symbols))
        ports = DataPorts(port, num_classes=len(GROUPS), vocabulary=len(symbols))
        return DataFacts(
            ports, "class", split_counts(len(GROUPS) * _num_per_group()),
            class_names=tuple(GROUPS), symbols=symbols, padding=PADDING, mask=MASK, first_word=FIRST_WORD,
        )  # fmt: skip

    def problems(self) -> tuple[Problem, ...]:
        return missing_prose(self.label)

    def splits(self) -> dict[SplitName, Arrays]:
        rng, num_each = np.random.default_rng(self.split_seed), _num_per_group()
        taken = [group[row] for group in _groups().values() for row in _some(len(group), num_each, rng)]
        classes_N = np.repeat(np.arange(len(GROUPS)), num_each)
        inputs_NT = numbered(taken, _symbols(self.vocabulary), self.length)
        return stratified_splits(inputs_NT, classes_N, self.split_seed)


@cache
def _groups() -> dict[str, tuple[Words, ...]]:
    """The different sentences of every group, in order of the text."""
    groups_of: dict[Words, set[str]] = {}
    for group, names in GROUPS.items():
        for name in names:
            for sentence in sentences(topics().get(name, "")):
                words = words_of(sentence)
                if FEWEST_WORDS <= len(words) <= MOST_WORDS:
                    groups_of.setdefault(words, set()).add(group)
    return {group: tuple(words for words, found in groups_of.items() if found == {group}) for group in GROUPS}


def _some(count: int, num_wanted: int, rng: np.random.Generator) -> list[int]:
    """So many of the rows below `count`, ascending."""
    return sorted(rng.permutation(count)[:num_wanted].tolist())


def _num_per_group() -> int:
    return min(len(group) for group in _groups().values())


@lru_cache(maxsize=4)
def _symbols(size: int) -> tuple[str, ...]:
    return vocabulary((words for group in _groups().values() for words in group), size)
