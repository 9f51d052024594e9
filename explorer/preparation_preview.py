"""A look at samples before and after their preparation, computed by the very code that prepares them in training."""

# N samples, C classes

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from explorer.dataset import DatasetSpec, LoadedData
from explorer.jobs.job import Job, Report
from explorer.preparation_check import preparation_problems
from explorer.spec import Experiment
from models.problem import InputError
from models.text import Text

MOST_SHOWN, MOST_POINTS = 16, 256


@dataclass(frozen=True)
class Preview:
    """The first samples of the batch that a step takes; `rows` tell which of the training samples they are.

    inputs: (N, ...) float32 as they were loaded, tokens as integers; `prepared` as that step receives them.
    targets: as `Arrays` tells, before any label noise; `noisy` afterwards. `shares` (N, C) where classes are mixed.
    `symbols` are what the tokens stand for. Later steps belong to the epoch of that number, from 0.
    """

    step: int
    epoch: int
    rows: npt.NDArray[np.int64]
    inputs: npt.NDArray[np.generic]
    prepared: npt.NDArray[np.generic]
    targets: npt.NDArray[np.generic]
    noisy: npt.NDArray[np.generic]
    shares: npt.NDArray[np.float32] | None = None
    symbols: tuple[str, ...] = ()


@dataclass(frozen=True)
class PreviewTransforms(Job):
    """Computes the preview of the step that follows `step` others."""

    title: ClassVar[str] = "Preparing samples"

    experiment: Experiment
    step: int = 0

    def run(self, report: Report) -> Preview:
        experiment = self.experiment
        facts = experiment.data.facts()
        if problems := tuple(preparation_problems(experiment, facts)):
            raise InputError(problems)
        report(None, Text("Loading samples …"))
        loaded = _loaded(experiment.data)
        report(None, Text("Changing samples …"))
        return preview(experiment, loaded, self.step)


@lru_cache(maxsize=1)
def _loaded(data: DatasetSpec) -> LoadedData:
    """The data that were looked at last stay in memory, so that the next look begins at once."""
    return data.load()


def preview(experiment: Experiment, loaded: LoadedData, step: int) -> Preview:
    """What the step that follows so many others takes, as long as batches stay as large as they are.

    Raises:
        InputError: when samples cannot be read.
    """
    import torch

    from explorer.engine.device_data import DeviceData
    from explorer.engine.lengths import sizes_of_batches
    from explorer.engine.seeding import epoch_order
    from explorer.prepared_splits import prepared

    preparation, spec = experiment.preparation, experiment.data
    facts, quiet = spec.facts(), preparation.model_copy(update={"label_noise": 0.0})
    right = prepared(loaded, quiet, facts, spec.split_seed).splits["train"].targets
    changed = prepared(loaded, preparation, facts, spec.split_seed)
    data = DeviceData.of(changed, experiment.facts(), torch.device("cpu"), preparation.transforms)
    try:
        sizes = sizes_of_batches(experiment.training, len(right))
        epoch, number = divmod(step, len(sizes))
        rows = epoch_order(experiment.seed, epoch, len(right)).split(sizes)[number]
        before = data.loaded("train", rows)
        after = before
        if data.transforming is not None:
            after = data.training_batch(rows, data.transforming.draw(experiment.seed, step, len(rows)))
    finally:
        data.close()
    shown = slice(MOST_POINTS if data.facts.ports.input.kind == "vector" else MOST_SHOWN)
    chosen = rows[shown].numpy()
    has_shares = data.transforming is not None and data.transforming.mixes_classes
    return Preview(
        step,
        epoch,
        chosen,
        before.inputs[shown].numpy(),
        after.inputs[shown].numpy(),
        right[chosen],
        changed.splits["train"].targets[chosen],
        after.targets[shown].numpy() if has_shares else None,
        data.facts.symbols,
    )
