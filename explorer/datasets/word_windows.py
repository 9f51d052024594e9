"""Data: words of Python's own language reference with the words around them, from which word vectors are learned."""

# N windows, W words of a window

from functools import cache, lru_cache
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName, TargetKind
from explorer.prose import missing_prose, sentences, topics
from explorer.splitting import no_targets, stratified_rows
from explorer.words import FIRST_WORD, MASK, numbered, vocabulary, words_of
from models.port import DataPorts, Port
from models.problem import Problem

Words = tuple[str, ...]
Numbers = npt.NDArray[np.int32]


class WordWindows(DatasetSpec):
    """Every place in a sentence where a word has `reach` words on both sides; rare words are taken out before.

    Sentences, not windows, are divided among the splits, so that no text is in two of them.
    """

    label: ClassVar[str] = "Word windows"
    about: ClassVar[str] = "Words of Python's own language reference, each with the words around it."

    kind: Literal["word_windows"] = "word_windows"
    predict: Literal["word", "context", "hidden"] = Field(
        "word",
        title="Predict",
        description="The word from those around it, those around it from the word, or any that are hidden.",
    )
    reach: int = Field(
        2, ge=1, le=8, title="Reach", description="Number of words on each side that belong to a window."
    )
    vocabulary: int = Field(
        800, ge=10, le=20_000, title="Vocabulary", description="Number of words that are known, the most frequent ones."
    )

    def facts(self) -> DataFacts:
        symbols = _symbols(self.vocabulary)
        length = {"word": 2 * self.reach, "context": 1, "hidden": 2 * self.reach + 1}[self.predict]
        ports = DataPorts(Port("tokens", (length,), vocabulary=len(symbols)), vocabulary=len(symbols))
        texts = _texts_of_splits(self.vocabulary, self.split_seed)
        counts = {name: sum(max(0, len(text) - 2 * self.reach) for text in part) for name, part in texts.items()}
        target: TargetKind = "none" if self.predict == "hidden" else "words"
        return DataFacts(ports, target, counts, symbols=symbols, mask=MASK, first_word=FIRST_WORD)

    def problems(self) -> tuple[Problem, ...]:
        return missing_prose(self.label)

    def splits(self) -> dict[SplitName, Arrays]:
        texts = _texts_of_splits(self.vocabulary, self.split_seed)
        return {name: self._arrays(part) for name, part in texts.items()}

    def _arrays(self, texts: tuple[Words, ...]) -> Arrays:
        windows_NW = windows(texts, _symbols(self.vocabulary), 2 * self.reach + 1)
        if self.predict == "hidden":
            return Arrays(windows_NW, no_targets(len(windows_NW)))
        word_N1 = windows_NW[:, self.reach : self.reach + 1]
        context_NW = np.delete(windows_NW, self.reach, axis=1)
        if self.predict == "word":
            return Arrays(context_NW, word_N1.astype(np.int64))
        return Arrays(np.ascontiguousarray(word_N1), context_NW.astype(np.int64))


def windows(texts: tuple[Words, ...], symbols: tuple[str, ...], width: int) -> Numbers:
    """(N, width): every piece of so many words that lies within one text, as numbers."""
    pieces = [text[start : start + width] for text in texts for start in range(len(text) - width + 1)]
    return numbered(pieces, symbols, width)


@cache
def _texts() -> tuple[Words, ...]:
    """All different sentences of the reference."""
    found = (words_of(sentence) for text in topics().values() for sentence in sentences(text))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4)
def _symbols(size: int) -> tuple[str, ...]:
    return vocabulary(_texts(), size)


@lru_cache(maxsize=4)
def _texts_of_splits(size: int, split_seed: int) -> dict[SplitName, tuple[Words, ...]]:
    """The sentences of every split, of their words the known ones."""
    known = set(_symbols(size)[FIRST_WORD:])
    texts = [tuple(word for word in text if word in known) for text in _texts()]
    rows = stratified_rows(np.zeros(len(texts), dtype=np.int64), split_seed)
    return {name: tuple(texts[row] for row in part) for name, part in rows.items()}
