"""A run folder with as many recorded steps as one likes, written in bulk by what records every run."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from explorer.events import Series
from explorer.gallery import load
from explorer.runs.run_folder import RunFolder

METRICS = ("train/loss", "train/accuracy", "learning_rate")
PIECE = 500_000  # steps that are written at once


def values_of(name: str, steps: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Made-up values (N,) of a metric at these steps (N,): noisy but for the learning rate, the same every time."""
    noise = np.random.default_rng(int(steps[0])).standard_normal(len(steps))
    match name:
        case "learning_rate":
            return 0.01 / (1 + steps / 1e6)
        case "train/accuracy":
            return np.clip(1 - 0.9 / np.sqrt(steps) + 0.05 * noise, 0, 1)
        case _:
            return 2.3 / steps**0.1 * np.exp(0.2 * noise)


def write_run(folder: Path, num_steps: int) -> None:
    """A finished run of mlp-digits, as far as its metrics go."""
    with RunFolder.create(folder, load("mlp-digits"), device="cpu", num_threads=1) as run:
        for start in range(0, num_steps, PIECE):
            steps = np.arange(start + 1, min(start + PIECE, num_steps) + 1)
            run.write_metrics(tuple(Series(name, steps, values_of(name, steps)) for name in METRICS))
        run.set_status("finished")
