"""Data: a short motif somewhere in a long noisy signal, for networks that find it wherever it lies."""

# N signals, T time steps

from collections.abc import Callable
from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.splitting import split_counts, stratified_rows
from models.port import DataPorts, Port

SHORTEST, LONGEST = 10, 20  # time steps of a motif
WEAKEST, STRONGEST = 0.8, 1.2  # its height
SWINGS = 3  # of a ringing
PRECISION = 256  # values are whole numbers of 1/256, as a converter gives them, and alike on every machine

Floats = npt.NDArray[np.float64]


class Signals(DatasetSpec):
    """One of five motifs at a random place, as long and as high as chance will have it, on a drifting ground.

    A motif is told by its form alone: neither by where it lies nor by how long or high it is. Ramp and cliff differ
    only in the direction of time.
    """

    label: ClassVar[str] = "Signals"
    about: ClassVar[str] = "A short motif somewhere in a noisy signal: what a filter finds wherever it lies."

    kind: Literal["signals"] = "signals"
    task: Literal["motif", "place"] = Field(
        "motif", title="Task", description="Name the motif, or tell where its middle lies, from 0 to 1."
    )
    length: int = Field(96, ge=32, le=2048, title="Length", description="Number of time steps of a signal.")
    num_samples: int = Field(
        4000, ge=100, le=100_000, title="Signals", description="Number of signals in all splits together."
    )
    noise: float = Field(
        0.15, ge=0, le=2, title="Noise", description="Standard deviation of the noise; a motif is about 1 high."
    )
    drift: float = Field(
        0.5, ge=0, le=5, title="Drift", description="How far the ground rises, sinks or bends at most over a signal."
    )

    def facts(self) -> DataFacts:
        counts, port = split_counts(self.num_samples), Port("sequence", (self.length, 1))
        if self.task == "motif":
            return DataFacts(DataPorts(port, num_classes=len(MOTIFS)), "class", counts, class_names=tuple(MOTIFS))
        return DataFacts(DataPorts(port), "value", counts, value_names=("place",))

    def splits(self) -> dict[SplitName, Arrays]:
        rng = np.random.default_rng(self.split_seed)
        classes_N = np.arange(self.num_samples) % len(MOTIFS)
        width_N = rng.integers(SHORTEST, LONGEST + 1, self.num_samples)
        start_N = np.floor((self.length - width_N + 1) * rng.random(self.num_samples))
        height_N1 = WEAKEST + (STRONGEST - WEAKEST) * rng.random((self.num_samples, 1))
        signals_NT = height_N1 * _motifs(classes_N, start_N, width_N, self.length)
        signals_NT = signals_NT + self.drift * _ground(self.num_samples, self.length, rng)
        signals_NT = signals_NT + rng.normal(0, self.noise, signals_NT.shape)
        inputs_NT1 = (np.rint(signals_NT * PRECISION) / PRECISION).astype(np.float32)[..., None]
        middle_N1 = ((start_N + width_N / 2) / self.length).astype(np.float32)[:, None]
        targets = classes_N if self.task == "motif" else middle_N1
        rows = stratified_rows(classes_N, self.split_seed)
        return {name: Arrays(inputs_NT1[part], targets[part]) for name, part in rows.items()}


def _motifs(classes_N: npt.NDArray[np.int64], start_N: Floats, width_N: npt.NDArray[np.int64], length: int) -> Floats:
    """(N, T): motifs of height 1, and 0 before and after them."""
    share_NT = (np.arange(length) + 0.5 - start_N[:, None]) / width_N[:, None]
    motifs_NT = np.zeros_like(share_NT)
    for number, form in enumerate(MOTIFS.values()):
        mine = classes_N == number
        motifs_NT[mine] = form(share_NT[mine])
    return np.where((share_NT > 0) & (share_NT < 1), motifs_NT, 0)


def _ground(num_samples: int, length: int, rng: np.random.Generator) -> Floats:
    """(N, T): parabolas, of which each part moves by 1 at most."""
    time_T = 2 * (np.arange(length) + 0.5) / length - 1
    level_N1, slope_N1, bend_N1 = 2 * rng.random((3, num_samples, 1)) - 1
    return np.asarray(level_N1 / 2 + slope_N1 / 2 * time_T + bend_N1 / 2 * time_T * time_T)


def _hill(share: Floats) -> Floats:
    return 4 * share * (1 - share)


def _two_hills(share: Floats) -> Floats:
    return _hill(2 * share % 1)


def _ramp(share: Floats) -> Floats:
    return share


def _cliff(share: Floats) -> Floats:
    return 1 - share


def _ringing(share: Floats) -> Floats:
    """Swings that die away, of straight lines: 0 in the beginning, then up."""
    turns = SWINGS * share + 0.75
    return np.asarray((1 - share) * (4 * np.abs(turns % 1 - 0.5) - 1))


MOTIFS: dict[str, Callable[[Floats], Floats]] = {
    "hill": _hill, "two hills": _two_hills, "ramp": _ramp, "cliff": _cliff, "ringing": _ringing,
}  # fmt: skip
