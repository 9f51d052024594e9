"""Data: letters to be written backwards or sorted, the smallest tasks that show what cross-attention does."""

from string import ascii_lowercase
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.distinct import distinct_rows
from explorer.splitting import split_counts, stratified_rows
from models.port import DataPorts, Port

START = "^"
SYMBOLS = (*ascii_lowercase, START)


class Reversal(DatasetSpec):
    """Random letters, all sequences different; the target is the start symbol and then the letters backwards or sorted.

    Backwards, a position tells where to look; sorted, the letters themselves do.
    """

    label: ClassVar[str] = "Letters"
    about: ClassVar[str] = "Random letters that are to be written backwards, or in the order of the alphabet."

    kind: Literal["reversal"] = "reversal"
    order: Literal["backwards", "sorted"] = Field(
        "backwards", title="Order", description="Which order the letters are to be written in."
    )
    length: int = Field(8, ge=4, le=64, title="Length", description="Number of letters in a sequence.")
    num_samples: int = Field(
        10_000, ge=100, le=100_000, title="Sequences", description="Number of sequences in all splits together."
    )

    def facts(self) -> DataFacts:
        port = Port("tokens", (self.length,), vocabulary=len(SYMBOLS))
        ports = DataPorts(port, target=port, vocabulary=len(SYMBOLS))
        return DataFacts(ports, "tokens", split_counts(self.num_samples), symbols=SYMBOLS)

    def splits(self) -> dict[SplitName, Arrays]:
        rng = np.random.default_rng(self.split_seed)
        letters_NT = distinct_rows(self.num_samples, self.length, lambda count: self._drawn(count, rng))
        start_N1 = np.full((self.num_samples, 1), SYMBOLS.index(START), dtype=np.uint8)
        wanted_NT = letters_NT[:, ::-1] if self.order == "backwards" else np.sort(letters_NT, axis=1)
        targets_NU = np.concatenate([start_N1, wanted_NT], axis=1)
        rows = stratified_rows(np.zeros(self.num_samples, dtype=np.int64), self.split_seed)
        return {name: Arrays(letters_NT[part], targets_NU[part]) for name, part in rows.items()}

    def _drawn(self, count: int, rng: np.random.Generator) -> npt.NDArray[np.uint8]:
        """(count, length) letters; 26^4 sequences are enough to find 100 000 different ones."""
        return rng.integers(len(ascii_lowercase), size=(count, self.length), dtype=np.uint8)
