"""Data: noisy waves, to be told apart by their shape or measured, for networks that remember."""

from typing import ClassVar, Literal

import numpy as np
import numpy.typing as npt
from pydantic import Field

from explorer.dataset import Arrays, DataFacts, DatasetSpec, SplitName
from explorer.splitting import split_counts, stratified_rows
from models.port import DataPorts, Port

WAVES = ("sine", "square", "saw", "chirp")
FEWEST_CYCLES, MOST_CYCLES = 2.0, 6.0

# N samples, T time steps.
Floats = npt.NDArray[np.float64]


class Waves(DatasetSpec):
    """Sine, square, saw and chirp (a sine that speeds up) with random phase, number of cycles and loudness."""

    label: ClassVar[str] = "Waves"
    about: ClassVar[str] = "Noisy sine, square, saw and chirp waves, one value per time step."

    kind: Literal["waves"] = "waves"
    task: Literal["shape", "cycles"] = Field(
        "shape", title="Task", description="Name the wave's shape, or tell how many cycles it makes."
    )
    length: int = Field(64, ge=16, le=1024, title="Length", description="Number of time steps.")
    num_samples: int = Field(
        2000, ge=50, le=100_000, title="Waves", description="Number of waves in all splits together."
    )
    noise: float = Field(
        0.1, ge=0, le=2, title="Noise", description="Standard deviation of the noise; a wave swings from −1 to 1."
    )

    def facts(self) -> DataFacts:
        counts, port = split_counts(self.num_samples), Port("sequence", (self.length, 1))
        if self.task == "shape":
            return DataFacts(DataPorts(port, num_classes=len(WAVES)), "class", counts, class_names=WAVES)
        return DataFacts(DataPorts(port), "value", counts, value_names=("cycles",))

    def splits(self) -> dict[SplitName, Arrays]:
        rng = np.random.default_rng(self.split_seed)
        classes_N = np.arange(self.num_samples) % len(WAVES)
        cycles_N = rng.uniform(FEWEST_CYCLES, MOST_CYCLES, self.num_samples)
        waves_NT = _draw(classes_N, cycles_N, self.length, rng)
        inputs_NT1 = (waves_NT + rng.normal(0, self.noise, waves_NT.shape)).astype(np.float32)[..., None]
        targets = classes_N if self.task == "shape" else cycles_N.astype(np.float32)[:, None]
        rows = stratified_rows(classes_N, self.split_seed)
        return {name: Arrays(inputs_NT1[part], targets[part]) for name, part in rows.items()}


def _draw(classes_N: npt.NDArray[np.int64], cycles_N: Floats, length: int, rng: np.random.Generator) -> Floats:
    """(N, T) without noise. A chirp makes as many cycles as the others, from half to one and a half times the pace."""
    time_T = np.arange(length) / length
    pace_NT = np.where(classes_N[:, None] == WAVES.index("chirp"), (time_T + time_T**2) / 2, time_T)
    turns_NT = cycles_N[:, None] * pace_NT + rng.random((len(classes_N), 1))
    sine_NT = np.sin(2 * np.pi * turns_NT)
    saw_NT = 2 * (turns_NT % 1) - 1
    waves_NT = np.choose(classes_N[:, None], [sine_NT, np.sign(sine_NT), saw_NT, sine_NT])
    loudness_N1 = rng.uniform(0.7, 1.0, (len(classes_N), 1))
    return np.asarray(loudness_N1 * waves_NT)
