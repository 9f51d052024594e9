"""Keeps every step's metrics where they are made and hands them over in bulk, so that no step waits for them."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from explorer.engine.learner import Metrics
from explorer.events import Series
from explorer.problems import LOSS_NOT_FINITE
from models.problem import Problem


class Recorder:
    """Collects metrics per step; tensors stay on the device until flush(), which moves all of them at once."""

    def __init__(self) -> None:
        self.latest: dict[str, float] = {}
        self._records: list[tuple[int, tuple[Metrics, ...]]] = []

    def record(self, step: int, metrics: Metrics, before: Sequence[Metrics] = ()) -> None:
        """Keep the metrics of one step, and of those just before it, which have the same ones.

        Tensors are zero-dimensional, detached and all on one device.
        """
        self._records.append((step, (*before, metrics)))

    def flush(self, *, wait: bool = True) -> tuple[Series, ...]:
        """Everything since the last flush, every step's value; `latest` then holds the last one of each metric.

        Without `wait` what is still on its way from the device comes with a later flush.
        """
        if not self._records:
            return ()
        records, self._records = self._records, []
        steps: dict[str, list[int]] = {}
        columns: dict[str, list[Tensor | float]] = {}
        for step, several in records:
            for name in several[0]:
                steps.setdefault(name, []).extend(range(step - len(several) + 1, step + 1))
                columns.setdefault(name, []).extend([metrics[name] for metrics in several])
        values = _as_floats(columns)
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
    of_tensors = {name for name, column in columns.items() if not {float, int}.issuperset(map(type, column))}
    tensors = [value for name in of_tensors for value in columns[name] if isinstance(value, Tensor)]
    moved = iter(torch.stack(tensors).tolist() if tensors else ())  # double by now; not every device has doubles
    floats: dict[str, Any] = dict(columns)
    for name in of_tensors:
        floats[name] = [next(moved) if isinstance(value, Tensor) else value for value in columns[name]]
    return {name: np.array(column, dtype=np.float64) for name, column in floats.items()}
