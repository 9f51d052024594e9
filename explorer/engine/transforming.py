"""The transforms of a run at work: what every batch goes through on the device, and what is drawn for it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Generator, Tensor

from explorer.dataset import Arrays, DataFacts, LoadedData
from explorer.engine.read_worker import read_problems
from explorer.engine.seeding import step_seed
from explorer.objective import Batch
from explorer.prepared_splits import mean_and_deviation, measured_rows
from explorer.source import SourceSplit, Values
from explorer.transform import Known, TransformSpec, after_normalise
from models.problem import InputError

Drawn = tuple[tuple[Tensor, ...], ...]  # what each transform drew


@dataclass(frozen=True)
class Transforming:
    """Transforms with what each of them knows of the samples as it finds them.

    What is drawn for a step is a function of the run's seed and the step's number, so that a step is the same whenever
    and wherever it is taken, and nobody else's random numbers change.
    """

    transforms: tuple[TransformSpec, ...]
    known: tuple[Known, ...]
    num_classes: int
    sample_shape: tuple[int, ...]

    @classmethod
    def of(
        cls, transforms: tuple[TransformSpec, ...], data: LoadedData, facts: DataFacts, device: torch.device
    ) -> "Transforming | None":
        """The transforms of an experiment, for training samples that are prepared; None where it has none.

        Raises:
            InputError: when samples have to be measured and cannot be read.
        """
        if not transforms:
            return None
        axis = 2 if facts.ports.input.kind == "sequence" else 1
        if any(transform.everywhere for transform in transforms):
            found = known_of(_pieces(data.splits["train"]), axis, data.scale, data.shift, device)
        else:
            found = only_black(data.shift, device)
        knows = []
        for transform in transforms:
            knows.append(found)
            if transform.everywhere:
                found = after_normalise(found)
        return cls(transforms, tuple(knows), facts.ports.num_classes or 1, facts.ports.input.shape)

    @property
    def is_random(self) -> bool:
        """Whether training sees other samples than evaluation."""
        return not all(transform.everywhere for transform in self.transforms)

    @property
    def mixes_classes(self) -> bool:
        """Whether targets become shares of classes."""
        return any(transform.is_of_classes for transform in self.transforms)

    def everywhere(self, inputs: Tensor) -> Tensor:
        """Samples (B, ...) as evaluation and views see them."""
        for transform, known in zip(self.transforms, self.known, strict=True):
            if transform.everywhere:
                inputs = transform.apply(inputs, (), known)
        return inputs

    def draw(self, seed: int, step: int, num_samples: int) -> Drawn:
        """What is left to chance in the step that follows so many others, on the processor."""
        generator = Generator().manual_seed(step_seed(seed, step))
        shape = (num_samples, *self.sample_shape)
        return tuple(transform.draw(generator, shape) for transform in self.transforms)

    def train(self, batch: Batch, drawn: Drawn) -> Batch:
        """Samples as training sees them, given what was drawn for them."""
        inputs, targets = batch.inputs, batch.targets
        for transform, known, chance in zip(self.transforms, self.known, drawn, strict=True):
            inputs = transform.apply(inputs, chance, known)
            targets = transform.answers(targets, chance, self.num_classes)
        return Batch(inputs, targets)


def known_of(pieces: Iterator[Values], axis: int, scale: float, shift: float, device: torch.device) -> Known:
    """What is known of training samples whose values become floats by that scale and shift."""
    mean, deviation = mean_and_deviation(pieces, axis)
    values = (mean * scale + shift, deviation * abs(scale), np.full_like(mean, shift))
    return Known(*(torch.from_numpy(value).float().to(device) for value in values))


def only_black(shift: float, device: torch.device) -> Known:
    """What is known of samples that nobody has to measure."""
    return Known(*(torch.tensor(value, device=device) for value in (0.0, 1.0, float(shift))))


def _pieces(part: Arrays | SourceSplit) -> Iterator[Values]:
    for rows in measured_rows(len(part)):
        if isinstance(part, Arrays):
            yield part.inputs[rows]
        else:
            out = np.empty((len(rows), *part.inputs.shape[1:]), part.inputs.dtype)
            if problems := read_problems(part.inputs, "train", rows, out):
                raise InputError(problems)
            yield out
