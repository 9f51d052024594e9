"""Data: a text of one's own, or a folder of texts, as a language model reads it."""

# N windows, T tokens

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import SPLITS, Arrays, DataFacts, SplitName
from explorer.own.files import files_below, is_text
from explorer.own.shares import share_of
from explorer.own.spec import Count, OwnSpec, Scanned
from explorer.own.text_files import SUFFIXES, whole_text
from explorer.own.tokens import Merges, Tokenisation, Tokens, encoded, known_symbols, pair_pieces, words_in
from explorer.splitting import no_targets
from models.port import DataPorts, Port


class TextScan(Scanned):
    """What was found: symbols with the most frequent first, and how many tokens there are in each way of cutting."""

    encodings: tuple[str, ...] = ()
    num_characters: Count = 0
    num_words: Count = 0
    characters: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    merges: Merges = ()  # the byte pairs that were joined, in that order
    pair_counts: tuple[Count, ...] = Field((0,), min_length=1)


class OwnText(OwnSpec):
    """The text is cut into three consecutive pieces. Training windows may overlap, the others lie end to end.

    The split seed decides where the text begins; what lies before that follows at the end.
    """

    label: ClassVar[str] = "Own text"
    about: ClassVar[str] = "A text of your own, or a folder of texts, to be continued letter by letter or word by word."

    kind: Literal["own_text"] = "own_text"
    tokens: Tokenisation = Field(
        "characters", title="Tokens", description="What the text is cut into; byte pairs were trained on this text."
    )
    vocabulary: int = Field(
        1000, ge=4, le=20_000, title="Vocabulary", description="Number of different tokens that are known at most."
    )
    length: int = Field(64, ge=2, le=1024, title="Length", description="Number of tokens that a network sees.")
    stride: int = Field(
        16, ge=1, le=1024, title="Stride", description="Number of tokens from one training window to the next."
    )
    cap: int = Field(0, ge=0, le=10**9, title="Cap", description="Most tokens of the text that are used; 0 takes all.")
    scanned: TextScan = TextScan()

    @property
    def found(self) -> TextScan:
        return self.scanned

    @property
    def symbols(self) -> tuple[str, ...]:
        """The different tokens."""
        found = self.scanned
        match self.tokens:
            case "characters":
                return known_symbols(found.characters, self.vocabulary)
            case "words":
                return known_symbols(found.words, self.vocabulary)
        pairs = dict.fromkeys("".join(pair) for pair in self.merges)
        return (*known_symbols(found.characters, max(4, self.vocabulary - len(pairs))), *pairs)

    @property
    def merges(self) -> Merges:
        """The pairs that are joined: as many as have room beside the characters, half of the vocabulary at least."""
        room = max(self.vocabulary - len(self.scanned.characters), self.vocabulary // 2)
        return self.scanned.merges[:room] if self.tokens == "pairs" else ()

    @property
    def encodings(self) -> tuple[str, ...]:
        """The encoding of every file."""
        return self.scanned.encodings

    def file_names(self) -> list[str]:
        left_out, path = set(self.excluded), Path(self.path)
        return (
            [name for name in files_below(path, SUFFIXES) if name not in left_out and is_text(name)]
            if path.is_dir()
            else [path.name]
        )

    @property
    def excluded(self) -> tuple[str, ...]:
        """Files that are no text."""
        return self.scanned.excluded

    def facts(self) -> DataFacts:
        found, symbols = self.scanned, self.symbols
        count = {"characters": found.num_characters, "words": found.num_words}.get(self.tokens)
        count = found.pair_counts[min(len(self.merges), len(found.pair_counts) - 1)] if count is None else count
        vocabulary = max(1, len(symbols))
        port = Port("tokens", (self.length,), vocabulary=vocabulary)
        counts = {split: self.num_windows(split, size) for split, size in self.pieces(count).items()}
        return DataFacts(DataPorts(port, vocabulary=vocabulary), "next", counts, symbols=symbols)

    def splits(self) -> dict[SplitName, Arrays]:
        path = Path(self.path)
        text = whole_text(path if path.is_dir() else path.parent, self.file_names(), self.encodings)
        tokens = self.as_tokens(text)
        sizes, start = self.pieces(len(tokens)), 0
        first = int(np.random.default_rng(self.split_seed).integers(max(1, len(tokens))))
        tokens = np.roll(tokens[: sum(sizes.values())], -first)
        splits = {}
        for split, size in sizes.items():
            count, step = self.num_windows(split, size), self.stride if split == "train" else self.length
            piece = tokens[start : start + size]
            start += size
            starts_N = np.arange(count) * step
            windows_NT = piece[starts_N[:, None] + np.arange(self.length + 1)]
            splits[split] = Arrays(windows_NT, no_targets(count))
        return splits

    def as_tokens(self, text: str) -> Tokens:
        """The text as numbers of its symbols."""
        if self.tokens == "characters":
            return encoded(text, self.symbols)
        return encoded(words_in(text) if self.tokens == "words" else pair_pieces(text, self.merges), self.symbols)

    def pieces(self, count: int) -> dict[SplitName, int]:
        """How many tokens each split gets of so many."""
        most = self.cap
        used = min(count, most) if most else count
        validation, test = share_of(used, self.validation_share), share_of(used, self.test_share)
        return dict(zip(SPLITS, (used - validation - test, validation, test), strict=True))

    def num_windows(self, split: SplitName, size: int) -> int:
        """How many windows a piece of so many tokens has, each with one token more than a network sees."""
        step = self.stride if split == "train" else self.length
        return len(range(0, size - self.length, step))
