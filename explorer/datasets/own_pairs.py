"""Data: pairs of texts of one's own, the second to be written from the first."""

# N pairs, T positions of the first text, U of the second

from pathlib import Path
from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, SplitName
from explorer.own.shares import capped_counts, capped_rows, shared_rows
from explorer.own.spec import Count, OwnSpec, Scanned
from explorer.own.tables import whole_rows
from explorer.own.tokens import UNKNOWN_SYMBOL, words_in
from explorer.words import PADDING, SPECIAL
from models.port import DataPorts, Port

START = "^"
FIRST = (SPECIAL[PADDING], START, UNKNOWN_SYMBOL)  # symbols of every vocabulary; padding also ends a text


class PairsScan(Scanned):
    """What was found: which columns hold the texts, and the characters and words in both, the most frequent first."""

    encoding: str = "utf-8"
    delimiter: str = ","
    num_columns: int = 2
    has_header: bool = False
    columns: tuple[int, int] = (0, 1)  # the columns of the first and of the second text
    num_rows: Count = 0
    characters: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class OwnPairs(OwnSpec):
    """Shorter first texts begin with padding; the second one begins with the start symbol and ends with padding."""

    label: ClassVar[str] = "Own pairs of texts"
    about: ClassVar[str] = "Pairs of texts of your own in a table: the second is to be written from the first."

    kind: Literal["own_pairs"] = "own_pairs"
    tokens: Literal["characters", "words"] = Field(
        "characters", title="Tokens", description="What the texts are cut into."
    )
    vocabulary: int = Field(
        2000, ge=4, le=20_000, title="Vocabulary", description="Number of different tokens that are known at most."
    )
    length: int = Field(
        24, ge=1, le=512, title="Length of the first", description="Number of tokens; longer texts are cut."
    )
    target_length: int = Field(
        24, ge=1, le=512, title="Length of the second", description="Number of tokens; longer texts are cut."
    )
    cap: int = Field(0, ge=0, le=10**9, title="Cap", description="Most samples that are used; 0 takes all.")
    scanned: PairsScan = PairsScan()

    @property
    def found(self) -> PairsScan:
        return self.scanned

    @property
    def symbols(self) -> tuple[str, ...]:
        """Padding, start, unknown, then the most frequent tokens of both texts."""
        pieces = self.scanned.characters if self.tokens == "characters" else self.scanned.words
        return (*FIRST, *(piece for piece in pieces if piece not in FIRST))[: self.vocabulary]

    @property
    def table(self) -> tuple[str, str, int, bool]:
        """How the table is read: encoding, delimiter, number of columns, and whether the first row names them."""
        found = self.scanned
        return found.encoding, found.delimiter, found.num_columns, found.has_header

    @property
    def columns(self) -> tuple[int, int]:
        """The columns of the first and of the second text."""
        return self.scanned.columns

    def facts(self) -> DataFacts:
        symbols = self.symbols
        source, target = (
            Port("tokens", (size,), vocabulary=len(symbols)) for size in (self.length, self.target_length)
        )
        ports = DataPorts(source, target=target, vocabulary=len(symbols))
        counts = self.shares(capped_counts(((self.scanned.num_rows,),), 0, self.cap))
        return DataFacts(ports, "tokens", counts, symbols=symbols, padding=PADDING)

    def splits(self) -> dict[SplitName, Arrays]:
        numbers = {symbol: number for number, symbol in enumerate(self.symbols)}
        first, second = self.columns
        is_words, unknown = self.tokens == "words", numbers[UNKNOWN_SYMBOL]
        pairs = []
        for row in whole_rows(Path(self.path), *self.table):
            if row[first] and row[second]:
                pieces = [words_in(row[place]) if is_words else list(row[place]) for place in (first, second)]
                pairs.append([[numbers.get(piece, unknown) for piece in text] for text in pieces])
        inputs_NT = np.full((len(pairs), self.length), PADDING, dtype=np.int32)
        targets_NU = np.full((len(pairs), self.target_length + 1), PADDING, dtype=np.int32)
        targets_NU[:, 0] = numbers[START]
        width, target_width = self.length, self.target_length
        for place, (source, target) in enumerate(pairs):
            kept, wanted = source[:width], target[:target_width]
            inputs_NT[place, width - len(kept) :] = kept
            targets_NU[place, 1 : 1 + len(wanted)] = wanted
        nothing_N = np.zeros(len(pairs), dtype=np.int64)
        kept_N = capped_rows(nothing_N, nothing_N, 0, self.cap, self.split_seed)
        ones_N = nothing_N[kept_N]
        rows = shared_rows(ones_N, ones_N, self.validation_share, self.test_share, self.split_seed)
        return {split: Arrays(inputs_NT[kept_N[part]], targets_NU[kept_N[part]]) for split, part in rows.items()}
