"""Data: IMDb, 50 000 film reviews, half of them good and half bad (Maas et al. 2011)."""

from pathlib import Path
from typing import ClassVar, Literal

from pydantic import Field

from explorer.fetched import damaged, missing
from explorer.folders import data_folder
from explorer.labelled_texts import LabelledTexts, Texts
from explorer.words import words_of
from models.problem import Problem

FOLDERS = ("neg", "pos")  # of these two classes
PER_FOLDER, NUM_VALIDATION = 12_500, 2_500
LONGEST = 1_000_000  # bytes that are read of a review


class Imdb(LabelledTexts):
    """Whole reviews as people wrote them; of most, a network sees the beginning."""

    label: ClassVar[str] = "IMDb"
    about: ClassVar[str] = "50 000 film reviews, word by word: did they like it?"
    names: ClassVar[tuple[str, ...]] = ("negative", "positive")
    fetch_bytes: ClassVar[int] = 84_125_825

    kind: Literal["imdb"] = "imdb"
    length: int = Field(
        128,
        ge=4,
        le=1024,
        title="Length",
        description="Number of words that a network sees; shorter reviews are padded.",
    )

    def problems(self) -> tuple[Problem, ...]:
        folders = [_folder(part, name) for part in ("train", "test") for name in FOLDERS]
        return missing(self.label, self.kind, [folder for folder in folders if not folder.is_dir()])

    def _counts(self) -> tuple[int, int, int]:
        each = len(FOLDERS) * PER_FOLDER
        return each, NUM_VALIDATION, each

    def _read(self, part: Literal["train", "test"]) -> Texts:
        texts: list[tuple[str, ...]] = []
        for name in FOLDERS:
            folder = _folder(part, name)
            try:
                paths = sorted(folder.glob("*.txt"))
                if len(paths) != PER_FOLDER:
                    raise ValueError(f"it holds {len(paths)} reviews, not {PER_FOLDER}")
                texts.extend(map(_words, paths))
            except (OSError, ValueError) as error:
                raise damaged(self.label, folder, error) from error
        return texts, [number for number in range(len(FOLDERS)) for _ in range(PER_FOLDER)]


def _words(path: Path) -> tuple[str, ...]:
    with path.open("rb") as file:
        text = file.read(LONGEST).decode("utf-8")
    return words_of(text.replace("<br />", " "))


def _folder(part: str, name: str) -> Path:
    return data_folder() / "IMDB" / "aclImdb" / part / name
