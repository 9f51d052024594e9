"""Data: letters to be repeated after a pause, which an ordinary recurrent network has forgotten by then."""

# N sequences, L letters, D positions of the pause

from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.distinct import distinct_rows
from explorer.splitting import no_targets, split_counts, stratified_rows
from models.port import DataPorts, Port

LETTERS = "ABCDEFGH"
PAUSE, SIGN = "_", ">"
SYMBOLS = (*LETTERS, PAUSE, SIGN)


class Copy(DatasetSpec):
    """Letters, a pause, a sign, and the same letters again, one token at a time: "CABFHD______>CABFHD".

    The copy memory task with eight letters (Hochreiter and Schmidhuber 1997; Arjovsky et al. 2016, arXiv:1511.06464).
    The first letters cannot be foretold, which costs ln 8 = 2.08 each; everything after them can, by whoever
    remembers them. All sequences are different.
    """

    label: ClassVar[str] = "Copy"
    about: ClassVar[str] = "Letters to be repeated after a pause: whether a network carries them across it."

    kind: Literal["copy"] = "copy"
    num_letters: int = Field(6, ge=6, le=32, title="Letters", description="Number of letters that are to be repeated.")
    pause: int = Field(
        8,
        ge=0,
        le=500,
        title="Length of the pause",
        description="Number of positions between the letters and their repetition.",
    )
    num_samples: int = Field(
        10_000, ge=100, le=100_000, title="Sequences", description="Number of sequences in all splits together."
    )

    def facts(self) -> DataFacts:
        port = Port("tokens", (2 * self.num_letters + self.pause,), vocabulary=len(SYMBOLS))
        counts = split_counts(self.num_samples)
        return DataFacts(DataPorts(port, vocabulary=len(SYMBOLS)), "next", counts, symbols=SYMBOLS)

    def splits(self) -> dict[SplitName, Arrays]:
        rng, count = np.random.default_rng(self.split_seed), self.num_samples
        letters_NL = distinct_rows(count, self.num_letters, lambda wanted: self._drawn(wanted, rng))
        pause_ND = np.full((count, self.pause), SYMBOLS.index(PAUSE), dtype=np.uint8)
        sign_N1 = np.full((count, 1), SYMBOLS.index(SIGN), dtype=np.uint8)
        tokens = np.concatenate([letters_NL, pause_ND, sign_N1, letters_NL], axis=1)
        rows = stratified_rows(np.zeros(count, dtype=np.int64), self.split_seed)
        return {name: Arrays(tokens[part], no_targets(len(part))) for name, part in rows.items()}

    def _drawn(self, count: int, rng: np.random.Generator) -> npt.NDArray[np.uint8]:
        """(count, L) letters; 8^6 sequences are enough to find 100 000 different ones."""
        return rng.integers(len(LETTERS), size=(count, self.num_letters), dtype=np.uint8)
