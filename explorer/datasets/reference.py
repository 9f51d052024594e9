"""Data: Python's own language reference as characters, half a megabyte of real English on every machine."""

from functools import lru_cache
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import SPLITS, Arrays, DataFacts, DatasetSpec, SplitName
from explorer.prose import missing_prose, topics
from explorer.splitting import no_targets
from models.port import DataPorts, Port
from models.problem import Problem

# 95 printable characters, from the blank to the tilde, and the end of a line.
SYMBOLS = (*(chr(code) for code in range(32, 127)), "\n")
TRAIN_SHARE, VALIDATION_SHARE = 0.8, 0.1
PLAIN = str.maketrans({"\t": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "ß": "ss"})

Tokens = npt.NDArray[np.uint8]


class Reference(DatasetSpec):
    """The texts of pydoc_data.topics, cut into three consecutive pieces: 80 % training, 10 % validation, 10 % test.

    The split seed decides with which topic the text begins. Training windows may overlap; those of validation and
    test lie end to end, so that every character is judged once.
    """

    label: ClassVar[str] = "Text"
    about: ClassVar[str] = "The text of Python's own language reference, letter by letter."

    kind: Literal["reference"] = "reference"
    length: int = Field(64, ge=2, le=1024, title="Length", description="Number of characters that a network sees.")
    stride: int = Field(
        16, ge=1, le=1024, title="Stride", description="Number of characters from one training window to the next."
    )

    def facts(self) -> DataFacts:
        port = Port("tokens", (self.length,), vocabulary=len(SYMBOLS))
        counts: dict[SplitName, int] = dict.fromkeys(SPLITS, 0)
        for name, piece in _pieces(self.split_seed).items():
            counts[name] = len(range(0, len(piece) - self.length, self._stride(name)))
        return DataFacts(DataPorts(port, vocabulary=len(SYMBOLS)), "next", counts, symbols=SYMBOLS)

    def problems(self) -> tuple[Problem, ...]:
        return missing_prose(self.label)

    def splits(self) -> dict[SplitName, Arrays]:
        return {name: self._windows(name, piece) for name, piece in _pieces(self.split_seed).items()}

    def _stride(self, split: SplitName) -> int:
        return self.stride if split == "train" else self.length

    def _windows(self, split: SplitName, piece: Tokens) -> Arrays:
        """(N, length + 1): one character more than a network sees, since each is to be told from those before it."""
        windows = np.lib.stride_tricks.sliding_window_view(piece, self.length + 1)[:: self._stride(split)]
        return Arrays(np.ascontiguousarray(windows), no_targets(len(windows)))


def encode(text: str) -> Tokens:
    """The text as numbers of SYMBOLS; a character without a plain form becomes a question mark."""
    codes = np.frombuffer(text.translate(PLAIN).encode("ascii", "replace"), dtype=np.uint8)
    printable = np.where((codes >= 32) & (codes < 127), codes, ord("?")) - 32
    return np.where(codes == ord("\n"), len(SYMBOLS) - 1, printable).astype(np.uint8)


@lru_cache(maxsize=4)
def _pieces(split_seed: int) -> dict[SplitName, Tokens]:
    texts = tuple(topics().values())
    first = int(np.random.default_rng(split_seed).integers(max(1, len(texts))))
    text = encode("\n".join(texts[first:] + texts[:first]))
    ends = [int(len(text) * TRAIN_SHARE), int(len(text) * (TRAIN_SHARE + VALIDATION_SHARE))]
    return dict(zip(SPLITS, np.split(text, ends), strict=True))
