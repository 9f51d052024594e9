"""The contract of a dataset: torch-free facts without loading, and numpy arrays when loaded."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.source import SourceSplit
from explorer.units import Units
from models.port import DataPorts
from models.problem import InputError, Problem
from models.spec import Spec

ValueRange = Literal["unit", "signed"]
SplitName = Literal["train", "validation", "test"]
SPLITS: tuple[SplitName, ...] = ("train", "validation", "test")

# What a target is: a class number, real values, the same tokens one step later, another token sequence, words to be
# predicted, or nothing.
TargetKind = Literal["class", "value", "next", "tokens", "words", "none"]
TARGET_KINDS: tuple[TargetKind, ...] = ("class", "value", "next", "tokens", "words", "none")


@dataclass(frozen=True)
class DataFacts:
    """What is known about a dataset without loading it.

    `symbols` are the characters or words of the tokens, `num_samples` counts per split, `fetch_bytes` is what a
    missing dataset would download (0 when it needs no network), `value_names` name the numbers of a "value" target.
    `input_names` are those of the numbers of a vector, where they have any.
    `padding` is the token that fills up short texts and counts nowhere, `mask` the one that hides a word; tokens below
    `first_word` are no words. Only loading tells by what inputs and values are normalised, which are then the
    `input_units` and the `target_units`.
    """

    ports: DataPorts
    target: TargetKind
    num_samples: Mapping[SplitName, int]
    class_names: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    value_names: tuple[str, ...] = ()
    input_names: tuple[str, ...] = ()
    fetch_bytes: int = 0
    padding: int | None = None
    mask: int | None = None
    first_word: int = 0
    input_units: Units | None = None
    target_units: Units | None = None


@dataclass(frozen=True)
class Arrays:
    """One split, sample first.

    inputs: images (N, C, H, W), vectors (N, F) and sequences (N, T, F) as uint8 or float32, tokens (N, T) as integers.
    targets: class (N,) int64; value (N, F) float32; next: empty (N, 0), since the tokens hold one more position
    than the port and are shifted per batch; tokens (N, T + 1) beginning with the start symbol; words (N, K) int64;
    none: empty (N, 0).
    """

    inputs: npt.NDArray[np.generic]
    targets: npt.NDArray[np.generic]

    def __len__(self) -> int:
        return len(self.inputs)


@dataclass(frozen=True)
class LoadedData:
    """A dataset in memory, or, where that may be too small, read by index: arrays may be mapped from files too.

    uint8 inputs become floats per batch as `x * scale + shift`; tokens stay integers.

    `symbols` are the words of the tokens where only loading could tell them, and empty otherwise; `input_units` and
    `target_units` are those of normalised inputs and values. `missing` counts, by feature, the training samples whose
    value was missing and has been made up.
    """

    splits: Mapping[SplitName, Arrays | SourceSplit]
    scale: float = 1.0
    shift: float = 0.0
    symbols: tuple[str, ...] = ()
    input_units: Units | None = None
    target_units: Units | None = None
    missing: tuple[int, ...] = ()

    def told(self, facts: DataFacts) -> DataFacts:
        """What was known of the data, with what only loading could tell."""
        return replace(
            facts, symbols=self.symbols or facts.symbols, input_units=self.input_units, target_units=self.target_units
        )


def scaling_of(wanted: ValueRange, brightest: int) -> tuple[float, float]:
    """Scale and shift of pictures of 0 to `brightest`, to be seen as 0 to 1 (unit) or -1 to 1 (signed)."""
    return (1 / brightest, 0.0) if wanted == "unit" else (2 / brightest, -1.0)


class DatasetSpec(Spec):
    """A dataset as a person chose it. `facts` is instant and torch-free; `load` may take seconds.

    Members add `kind`, their fields, `facts` and `splits`. The split depends on `split_seed` alone.
    """

    offline: ClassVar[bool] = True
    is_own: ClassVar[bool] = False  # a person's own files, which have to be chosen and scanned first

    kind: str
    split_seed: int = Field(
        0, ge=0, title="Split seed", description="Decides which samples are for training, validation and test."
    )

    def facts(self) -> DataFacts:
        """What is known without loading."""
        raise NotImplementedError

    def problems(self) -> tuple[Problem, ...]:
        """What keeps these data from being loaded, as far as a glance at the disk tells."""
        return ()

    def splits(self) -> dict[SplitName, Arrays]:
        """All splits as arrays; the same spec gives the same bytes on every machine.

        Exported scripts hold the text of this method, with all that it uses, and settings of `self` as constants:
        it may use nothing of this program but what needs numpy alone.

        Raises:
            InputError: when files are damaged, with what to do about it.
        """
        raise NotImplementedError

    def scaling(self) -> tuple[float, float]:
        """Scale and shift that turn uint8 inputs into what a network sees."""
        return 1.0, 0.0

    def paper_and_ink(self) -> tuple[float, float]:
        """What a network sees where a picture of floats is empty, and where it is full."""
        return 0.0, 1.0

    def load(self) -> LoadedData:
        """Everything in memory; may take seconds.

        Raises:
            InputError: when files are missing or damaged, with what to do about it.
        """
        if problems := self.problems():
            raise InputError(problems)
        return LoadedData(self.splits(), *self.scaling())
