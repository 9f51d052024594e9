"""What all texts have in common that are fetched and told letter by letter."""

from pathlib import Path
from typing import ClassVar

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import SPLITS, Arrays, DataFacts, DatasetSpec, SplitName
from explorer.fetched import damaged, missing
from explorer.folders import data_folder
from explorer.splitting import no_targets
from models.port import DataPorts, Port
from models.problem import Problem

LEFT_OUT = b"\r\x1a"  # DOS ended its lines and its texts with these

Tokens = npt.NDArray[np.uint8]


class Corpus(DatasetSpec):
    """The text is cut into three consecutive pieces: 80 % training, 10 % validation, 10 % test.

    The split seed decides where the text begins; what lies before comes at its end. Training windows may overlap;
    those of validation and test lie end to end, so that every character is judged once.
    """

    offline: ClassVar[bool] = False
    file: ClassVar[str]  # below the data folder
    symbols: ClassVar[tuple[str, ...]]  # all that occur
    num_bytes: ClassVar[int]  # of the file
    num_characters: ClassVar[int]  # without those that are left out

    length: int = Field(64, ge=2, le=1024, title="Length", description="Number of characters that a network sees.")
    stride: int = Field(
        16, ge=1, le=1024, title="Stride", description="Number of characters from one training window to the next."
    )

    def facts(self) -> DataFacts:
        port = Port("tokens", (self.length,), vocabulary=len(self.symbols))
        sizes = np.diff((0, *self._ends(), self.num_characters)).tolist()
        counts: dict[SplitName, int] = {
            name: len(range(0, size - self.length, self._stride(name)))
            for name, size in zip(SPLITS, sizes, strict=True)
        }
        ports = DataPorts(port, vocabulary=len(self.symbols))
        return DataFacts(ports, "next", counts, symbols=self.symbols, fetch_bytes=self.num_bytes)

    def problems(self) -> tuple[Problem, ...]:
        return missing(self.label, self.kind, [path for path in (self._path(),) if not path.is_file()])

    def splits(self) -> dict[SplitName, Arrays]:
        text = self._read()
        first = int(np.random.default_rng(self.split_seed).integers(len(text))) if self.split_seed else 0
        pieces = np.split(np.roll(text, -first), self._ends())
        return {name: self._windows(name, piece) for name, piece in zip(SPLITS, pieces, strict=True)}

    def _ends(self) -> tuple[int, int]:
        """Where training and validation end."""
        return int(self.num_characters * 0.8), int(self.num_characters * 0.9)

    def _stride(self, split: SplitName) -> int:
        return self.stride if split == "train" else self.length

    def _windows(self, split: SplitName, piece: Tokens) -> Arrays:
        """(N, length + 1): one character more than a network sees, since each is to be told from those before it."""
        windows = np.lib.stride_tricks.sliding_window_view(piece, self.length + 1)[:: self._stride(split)]
        return Arrays(np.ascontiguousarray(windows), no_targets(len(windows)))

    def _read(self) -> Tokens:
        """The text as numbers of its symbols."""
        try:
            with self._path().open("rb") as file:
                text = file.read(self.num_bytes + 1).translate(None, LEFT_OUT)
        except OSError as error:
            raise damaged(self.label, self._path(), error) from error
        numbers = np.full(256, len(self.symbols), dtype=np.uint8)
        numbers[[ord(symbol) for symbol in self.symbols]] = np.arange(len(self.symbols))
        tokens = numbers[np.frombuffer(text, dtype=np.uint8)]
        if len(tokens) != self.num_characters or tokens.max() == len(self.symbols):
            raise damaged(self.label, self._path(), f"it is not the text of {self.num_characters} characters")
        return tokens

    def _path(self) -> Path:
        return data_folder() / self.file
