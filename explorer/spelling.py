"""A text that a person writes, as tokens of some data: which of its pieces are known, and what a network reads."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from explorer.dataset import DataFacts
from explorer.words import SPECIAL, UNKNOWN, WORD

WORD_OR_SIGN = re.compile("|".join([*(re.escape(sign) for sign in SPECIAL[1:]), WORD.pattern]))

Mark = Literal["known", "unknown", "unread"]


@dataclass(frozen=True)
class Spelled:
    """A text's pieces with a mark each, and the tokens (T,) that a network reads of it.

    An unknown piece is read as the symbol for unknown words where the data have one, and is left out otherwise;
    "unread" is what is beyond the network's length. There are no `tokens` where `num_missing` more are needed.
    """

    pieces: tuple[str, ...]
    marks: tuple[Mark, ...]
    tokens: npt.NDArray[np.int64]
    num_missing: int


def pieces_of(text: str, facts: DataFacts) -> tuple[str, ...]:
    """The words, characters or longer symbols that these data would take a text apart into."""
    if facts.first_word:
        return tuple(WORD_OR_SIGN.findall(text.lower().replace("’", "'")))
    longest = max((len(symbol) for symbol in facts.symbols), default=1)
    known, pieces, at = set(facts.symbols), list[str](), 0
    while at < len(text):
        sizes = range(min(longest, len(text) - at), 1, -1)
        size = next((size for size in sizes if text[at : at + size] in known), 1)
        pieces.append(text[at : at + size])
        at += size
    return tuple(pieces)


def spell(pieces: Sequence[str], facts: DataFacts) -> Spelled:
    """What a network reads of these pieces. Longer texts are cut where the data cut theirs; whoever continues a text
    reads its end.

    Shorter ones begin with padding where the data have it, and stay short where the network continues them.
    """
    numbers = {symbol: number for number, symbol in enumerate(facts.symbols)}
    unknown = numbers.get(SPECIAL[UNKNOWN]) if facts.first_word else None
    length, goes_on = facts.ports.input.shape[0], facts.target == "next"
    found = [_number(piece, numbers) for piece in pieces]
    read = [place for place, number in enumerate(found) if number is not None or unknown is not None]
    read = read[-length:] if goes_on else read[:length]
    kept = set(read)
    marks = tuple(_mark(number, place in kept, unknown) for place, number in enumerate(found))
    tokens: list[int | None] = [unknown if found[place] is None else found[place] for place in read]
    num_missing = 0 if goes_on and tokens else length - len(tokens)
    if num_missing and facts.padding is not None:
        tokens, num_missing = [*[facts.padding] * num_missing, *tokens], 0
    return Spelled(tuple(pieces), marks, np.array([] if num_missing else tokens, dtype=np.int64), num_missing)


def _number(piece: str, numbers: dict[str, int]) -> int | None:
    """A piece's token, in whichever case the data have it."""
    return next((numbers[way] for way in (piece, piece.lower(), piece.upper()) if way in numbers), None)


def _mark(number: int | None, is_read: bool, unknown: int | None) -> Mark:
    if number is None and (is_read or unknown is None):
        return "unknown"
    return "known" if is_read else "unread"
