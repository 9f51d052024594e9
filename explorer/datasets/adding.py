"""Data: two marked numbers of a long sequence to be added, the test that made long memory a goal."""

# N sequences, T positions

from typing import ClassVar, Literal

import numpy as np
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.splitting import split_counts, stratified_rows
from models.port import DataPorts, Port


class Adding(DatasetSpec):
    """At every position a number between 0 and 1 and a mark, which is 1 at one position of either half and else 0.

    The adding problem (Hochreiter and Schmidhuber 1997), with numbers and marks as Le et al. 2015 have them
    (arXiv:1504.00941). Who always answers 1 has a mean squared error of 1/6 = 0.167: below that, something is
    remembered over the whole way.
    """

    label: ClassVar[str] = "Adding"
    about: ClassVar[str] = "Two marked numbers of a sequence, to be added: what memory keeps, and for how long."

    kind: Literal["adding"] = "adding"
    length: int = Field(30, ge=4, le=1000, title="Length", description="Number of positions of a sequence.")
    num_samples: int = Field(
        10_000, ge=100, le=100_000, title="Sequences", description="Number of sequences in all splits together."
    )

    def facts(self) -> DataFacts:
        port = Port("sequence", (self.length, 2))
        return DataFacts(DataPorts(port), "value", split_counts(self.num_samples), value_names=("sum",))

    def splits(self) -> dict[SplitName, Arrays]:
        rng, rows_N = np.random.default_rng(self.split_seed), np.arange(self.num_samples)
        numbers_NT = rng.random((self.num_samples, self.length), dtype=np.float32)
        middle, marks_NT = self.length // 2, np.zeros_like(numbers_NT)
        first_N, second_N = rng.integers(middle, size=len(rows_N)), rng.integers(middle, self.length, len(rows_N))
        marks_NT[rows_N, first_N] = marks_NT[rows_N, second_N] = 1
        sums_N1 = (numbers_NT[rows_N, first_N] + numbers_NT[rows_N, second_N])[:, None]
        inputs_NT2 = np.stack([numbers_NT, marks_NT], axis=2)
        rows = stratified_rows(np.zeros(self.num_samples, dtype=np.int64), self.split_seed)
        return {name: Arrays(inputs_NT2[part], sums_N1[part]) for name, part in rows.items()}
