"""Data: Milton's Paradise Lost, as the Canterbury corpus has it (Arnold and Bell 1997, DCC '97)."""

from string import ascii_letters, digits
from typing import ClassVar, Literal

from explorer.corpus import Corpus


class ParadiseLost(Corpus):
    """Blank verse: whether a network has learnt how long a line is can be seen at once; 79 symbols."""

    label: ClassVar[str] = "Paradise Lost"
    about: ClassVar[str] = "471 thousand characters of verse, letter by letter: lines of ten syllables."
    file: ClassVar[str] = "canterbury/plrabn12.txt"
    symbols: ClassVar[tuple[str, ...]] = tuple(sorted({*ascii_letters, *digits, *" \n!\"$'()*,-.:;?[]"}))
    num_bytes: ClassVar[int] = 481_861
    num_characters: ClassVar[int] = 471_160

    kind: Literal["paradise_lost"] = "paradise_lost"
