"""Keeps every step's metrics where they are made and hands them over in bulk, so that no step waits for them."""

import math
from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

from explorer.events import Series
from explorer.problems import LOSS_NOT_FINITE
from models.problem import Problem


class Recorder:
    """Collects metrics per step; tensors stay on the device until flush(), which moves all of them at once."""

    def __init__(self) -> None:
        self.latest: dict[str, float] = {}
        self._values: dict[str, list[Tensor | float]] = {}
        self._steps: dict[str, list[int]] = {}

    def record(self, step: int, metrics: Mapping[str, Tensor | float]) -> None:
        """Keep the metrics of one step; tensors are zero-dimensional, detached and all on one device."""
        for name, value in metrics.items():
            self._values.setdefault(name, []).append(value)
            self._steps.setdefault(name, []).append(step)

    def flush(self, *, wait: bool = True) -> tuple[Series, ...]:
        """Everything since the last flush, every step's value; `latest` then holds the last one of each metric.

        Without `wait` what is still on its way from the device comes with a later flush.
        """
        if not self._values:
            return ()
        steps, values = self._steps, _as_floats(self._values)
        self._steps, self._values = {}, {}
        self.latest.update({name: float(column[-1]) for name, column in values.items()})
        return tuple(Series(name, np.asarray(steps[name], dtype=np.int64), column) for name, column in values.items())


def loss_problem(series: tuple[Series, ...]) -> Problem | None:
    """The first training loss that is not a finite number, as a problem that names its step."""
    bad = [
        (int(one.steps[row]), float(one.values[row]))
        for one in series
        if one.name == "train/loss" or one.name.startswith("train/loss/")
        for row in np.flatnonzero(~np.isfinite(one.values))[:1]
    ]
    if not bad:
        return None
    step, value = min(bad, key=lambda found: found[0])
    shown = "NaN" if math.isnan(value) else "infinite"
    return LOSS_NOT_FINITE.at("training.optimizer.learning_rate", value=shown, step=step)


def _as_floats(columns: Mapping[str, list[Tensor | float]]) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """All columns as arrays (N,); the tensors among the values cross from the device in one transfer."""
    tensors = [value for column in columns.values() for value in column if isinstance(value, Tensor)]
    moved = iter(torch.stack(tensors).tolist() if tensors else ())  # double by now; not every device has doubles
    return {
        name: np.array([next(moved) if isinstance(value, Tensor) else value for value in column], dtype=np.float64)
        for name, column in columns.items()
    }
