"""Text of any language as tokens: characters, words with the marks between them, or byte pairs trained on the text."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

Tokenisation = Literal["characters", "words", "pairs"]
UNKNOWN_SYMBOL = "\ufffd"
MOST_SYMBOLS = 20_000  # that a scan remembers
MOST_MERGES = 500
# A Chinese or Japanese character is a word; else letters that stand together are one, and every mark by itself.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+|[^\w\s]|\n")
CHUNK = re.compile(r" ?\w+| ?[^\w\s]+|\s")  # no pair is merged beyond these

Merges = tuple[tuple[str, str], ...]
Tokens = npt.NDArray[np.int32]


def words_in(text: str) -> list[str]:
    """The words, marks and ends of lines of a text, in small letters."""
    return WORD.findall(text.lower())


def most_frequent(pieces: Iterable[str], most: int) -> tuple[str, ...]:
    """The different pieces, the most frequent first; equal counts by the alphabet."""
    counts = Counter(pieces)
    return tuple(sorted(counts, key=lambda piece: (-counts[piece], piece))[:most])


def encoded(pieces: Iterable[str], symbols: Sequence[str]) -> Tokens:
    """The number of every piece; of those that have none, that of the unknown symbol, or 0 where there is none."""
    numbers = {symbol: number for number, symbol in enumerate(symbols)}
    unknown = numbers.get(UNKNOWN_SYMBOL, 0)
    return np.fromiter((numbers.get(piece, unknown) for piece in pieces), dtype=np.int32)


def known_symbols(pieces: Sequence[str], size: int) -> tuple[str, ...]:
    """At most `size` of these symbols; where not all are known, the last one stands for those that are not."""
    return tuple(pieces) if len(pieces) <= size else (*pieces[: size - 1], UNKNOWN_SYMBOL)


def merges_of(
    text: str, most: int, told: Callable[[int], object] = lambda _done: None
) -> tuple[Merges, tuple[int, ...]]:
    """The pairs to be joined, and how many tokens the text has before the first and after each of them.

    Byte-pair encoding (Sennrich et al. 2016, arXiv:1508.07909) over characters: the most frequent pair of neighbours
    within a chunk becomes a symbol, again and again; of equally frequent ones the first by the alphabet. `told` hears
    of every pair.
    """
    counts = Counter(CHUNK.findall(text))
    chunks = {chunk: tuple(chunk) for chunk in counts}
    pairs: Counter[tuple[str, str]] = Counter()
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for chunk, pieces in chunks.items():
        for pair in itertools.pairwise(pieces):
            pairs[pair] += counts[chunk]
            places[pair].add(chunk)
    merges: list[tuple[str, str]] = []
    sizes = [sum(counts[chunk] * len(pieces) for chunk, pieces in chunks.items())]
    while len(merges) < most and pairs:
        most_often = max(pairs.values())
        if most_often < 2:
            break
        best = min(pair for pair, count in pairs.items() if count == most_often)
        merges.append(best)
        told(len(merges))
        saved = 0
        for chunk in sorted(places[best]):
            before, after = chunks[chunk], joined(chunks[chunk], best)
            saved += counts[chunk] * (len(before) - len(after))
            for pair in itertools.pairwise(before):
                pairs[pair] -= counts[chunk]
                places[pair].discard(chunk)
            for pair in itertools.pairwise(after):
                pairs[pair] += counts[chunk]
                places[pair].add(chunk)
            chunks[chunk] = after
        del pairs[best]
        sizes.append(sizes[-1] - saved)
    return tuple(merges), tuple(sizes)


def joined(pieces: tuple[str, ...], pair: tuple[str, str]) -> tuple[str, ...]:
    """The pieces with every such pair of neighbours, from the left on, made one."""
    found, place = [], 0
    while place < len(pieces):
        is_pair = pieces[place : place + 2] == pair
        found.append("".join(pair) if is_pair else pieces[place])
        place += 2 if is_pair else 1
    return tuple(found)


def pair_pieces(text: str, merges: Merges) -> list[str]:
    """The text cut into byte pairs, as if these had been joined one after another."""
    ranks = {pair: rank for rank, pair in enumerate(merges)}
    known: dict[str, tuple[str, ...]] = {}
    found: list[str] = []
    for chunk in CHUNK.findall(text):
        if chunk not in known:
            known[chunk] = _merged(tuple(chunk), ranks)
        found.extend(known[chunk])
    return found


def _merged(pieces: tuple[str, ...], ranks: dict[tuple[str, str], int]) -> tuple[str, ...]:
    while len(pieces) > 1:
        pair = min(itertools.pairwise(pieces), key=lambda pair: ranks.get(pair, len(ranks)))
        if pair not in ranks:
            break
        pieces = joined(pieces, pair)
    return pieces
