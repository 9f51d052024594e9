"""Data: KMNIST, cursive Japanese syllables in MNIST's format (Clanuwat et al. 2018, arXiv:1812.01718)."""

from typing import ClassVar, Literal

from explorer.idx import IdxImages


class Kmnist(IdxImages):
    """70 000 syllables from books of the 18th and 19th century."""

    label: ClassVar[str] = "KMNIST"
    about: ClassVar[str] = "70 000 cursive Japanese syllables of 28 × 28 pixels: a class can look in many ways."
    folder_name: ClassVar[str] = "KMNIST"
    names: ClassVar[tuple[str, ...]] = ("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo")
    fetch_bytes: ClassVar[int] = 21_240_888

    kind: Literal["kmnist"] = "kmnist"
