"""Data: a megabyte of Shakespeare's plays, on which most small language models were trained first (Karpathy 2015)."""

from string import ascii_letters
from typing import ClassVar, Literal

from explorer.corpus import Corpus


class Shakespeare(Corpus):
    """Who says what in which scene, with names as headings; 65 symbols."""

    label: ClassVar[str] = "Tiny Shakespeare"
    about: ClassVar[str] = "1.1 million characters of Shakespeare's plays, letter by letter."
    file: ClassVar[str] = "tiny_shakespeare/input.txt"
    symbols: ClassVar[tuple[str, ...]] = tuple(sorted({*ascii_letters, *" \n!$&',-.3:;?"}))
    num_bytes: ClassVar[int] = 1_115_394
    num_characters: ClassVar[int] = 1_115_394

    kind: Literal["shakespeare"] = "shakespeare"
