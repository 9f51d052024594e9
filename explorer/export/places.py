"""A text whose lines know which place of the experiment they come from."""

from dataclasses import dataclass

_MARK = "\0"


@dataclass(frozen=True)
class Script:
    """Python text, and for every line the place in the experiment that it stands for ("" where there is none)."""

    text: str
    places: tuple[str, ...]


def at_place(text: str, place: str) -> str:
    """The text with all its lines at this place, except those that have a place already."""
    return "\n".join(line if _MARK in line or not line else f"{line}{_MARK}{place}" for line in text.split("\n"))


def as_script(text: str) -> Script:
    """The finished script of a text with places."""
    lines = [line.partition(_MARK) for line in text.rstrip("\n").split("\n")]
    return Script("\n".join(line for line, _, _ in lines) + "\n", tuple(place for _, _, place in lines))
