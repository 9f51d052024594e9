"""BLEU: how much of what was written is wanted, in runs of one to four tokens (Papineni et al. 2002)."""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import islice

LONGEST = 4

Tokens = Sequence[Hashable]


def corpus_bleu(written: Sequence[Tokens], wanted: Sequence[Tokens]) -> float:
    """0 to 1 over a whole corpus with one reference each, unsmoothed, every length of runs counting alike.

    Runs longer than the longest reference cannot occur and are left out, so that very short sequences can be right.
    """
    longest = min(LONGEST, max(map(len, wanted), default=0))
    num_written, num_wanted = sum(map(len, written)), sum(map(len, wanted))
    if not longest or not num_written:
        return 0.0
    logarithms = 0.0
    for length in range(1, longest + 1):
        pairs = zip(written, wanted, strict=True)
        clipped = sum((_runs(one, length) & _runs(right, length)).total() for one, right in pairs)
        total = sum(max(0, len(one) - length + 1) for one in written)
        if not clipped:
            return 0.0
        logarithms += math.log(clipped / total)
    brevity = min(0.0, 1 - num_wanted / num_written)
    return math.exp(brevity + logarithms / longest)


def _runs(tokens: Tokens, length: int) -> Counter[tuple[Hashable, ...]]:
    return Counter(zip(*(islice(tokens, start, None) for start in range(length)), strict=False))
