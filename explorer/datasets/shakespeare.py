"""Data: a megabyte of Shakespeare's plays, on which most small language models were trained first (Karpathy 2015)."""

from pathlib import Path
from string import ascii_letters
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import SPLITS, Arrays, DataFacts, DatasetSpec, SplitName
from explorer.fetched import damaged, missing
from explorer.folders import data_folder
from explorer.splitting import no_targets
from models.port import DataPorts, Port
from models.problem import Problem

SYMBOLS = tuple(sorted({*ascii_letters, *" \n!$&',-.3:;?"}))  # all that occur, 65
NUM_CHARACTERS = 1_115_394
ENDS = (int(NUM_CHARACTERS * 0.8), int(NUM_CHARACTERS * 0.9))  # of training and validation

Tokens = npt.NDArray[np.uint8]


class Shakespeare(DatasetSpec):
    """The text is cut into three consecutive pieces: 80 % training, 10 % validation, 10 % test.

    The split seed decides where the text begins; what lies before comes at its end. Training windows may overlap;
    those of validation and test lie end to end, so that every character is judged once.
    """

    label: ClassVar[str] = "Tiny Shakespeare"
    about: ClassVar[str] = "1.1 million characters of Shakespeare's plays, letter by letter."
    offline: ClassVar[bool] = False

    kind: Literal["shakespeare"] = "shakespeare"
    length: int = Field(64, ge=2, le=1024, title="Length", description="Number of characters that a network sees.")
    stride: int = Field(
        16, ge=1, le=1024, title="Stride", description="Number of characters from one training window to the next."
    )

    def facts(self) -> DataFacts:
        port = Port("tokens", (self.length,), vocabulary=len(SYMBOLS))
        sizes = np.diff((0, *ENDS, NUM_CHARACTERS)).tolist()
        counts: dict[SplitName, int] = {
            name: len(range(0, size - self.length, self._stride(name)))
            for name, size in zip(SPLITS, sizes, strict=True)
        }
        ports = DataPorts(port, vocabulary=len(SYMBOLS))
        return DataFacts(ports, "next", counts, symbols=SYMBOLS, fetch_bytes=1_115_394)

    def problems(self) -> tuple[Problem, ...]:
        return missing(self.label, self.kind, [path for path in (_path(),) if not path.is_file()])

    def splits(self) -> dict[SplitName, Arrays]:
        text = self._read()
        first = int(np.random.default_rng(self.split_seed).integers(len(text))) if self.split_seed else 0
        pieces = np.split(np.roll(text, -first), ENDS)
        return {name: self._windows(name, piece) for name, piece in zip(SPLITS, pieces, strict=True)}

    def _stride(self, split: SplitName) -> int:
        return self.stride if split == "train" else self.length

    def _windows(self, split: SplitName, piece: Tokens) -> Arrays:
        """(N, length + 1): one character more than a network sees, since each is to be told from those before it."""
        windows = np.lib.stride_tricks.sliding_window_view(piece, self.length + 1)[:: self._stride(split)]
        return Arrays(np.ascontiguousarray(windows), no_targets(len(windows)))

    def _read(self) -> Tokens:
        """The text as numbers of SYMBOLS."""
        try:
            with _path().open("rb") as file:
                codes = np.frombuffer(file.read(NUM_CHARACTERS + 1), dtype=np.uint8)
        except OSError as error:
            raise damaged(self.label, _path(), error) from error
        numbers = np.full(256, len(SYMBOLS), dtype=np.uint8)
        numbers[[ord(symbol) for symbol in SYMBOLS]] = np.arange(len(SYMBOLS))
        if len(codes) != NUM_CHARACTERS or numbers[codes].max() == len(SYMBOLS):
            raise damaged(self.label, _path(), f"it is not the text of {NUM_CHARACTERS} characters")
        return numbers[codes]


def _path() -> Path:
    return data_folder() / "tiny_shakespeare" / "input.txt"
