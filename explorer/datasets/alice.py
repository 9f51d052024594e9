"""Data: Lewis Carroll's Alice, as the Canterbury corpus has it (Arnold and Bell 1997, DCC '97)."""

from string import ascii_letters
from typing import ClassVar, Literal

from explorer.corpus import Corpus


class Alice(Corpus):
    """Plain English prose with much direct speech; 72 symbols. A small network has read all of it within seconds."""

    label: ClassVar[str] = "Alice in Wonderland"
    about: ClassVar[str] = "148 thousand characters of a story, letter by letter: little enough to be learnt by heart."
    file: ClassVar[str] = "canterbury/alice29.txt"
    symbols: ClassVar[tuple[str, ...]] = tuple(sorted({*ascii_letters, *" \n!\"'()*,-.29:;?[]_`"}))
    num_bytes: ClassVar[int] = 152_089
    num_characters: ClassVar[int] = 148_480

    kind: Literal["alice"] = "alice"
