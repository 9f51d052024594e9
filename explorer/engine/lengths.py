"""How long a learner's epochs and its run are, in steps and seconds, from where it stands now."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.run_length import batch_sizes, num_steps, steps_per_epoch
from explorer.training import Epochs, Seconds, Training

if TYPE_CHECKING:
    from explorer.engine.learner import Learner


@dataclass(frozen=True)
class Lengths:
    """An epoch has `steps_per_epoch`, all of the size that is set by now.

    The limit allows `num_steps`, None when it is a time, and `max_seconds`, infinite when it is a number of steps.
    """

    steps_per_epoch: int
    num_steps: int | None
    max_seconds: float


def lengths_of(learner: "Learner") -> Lengths:
    """The lengths as they are by now. Epochs may have had batches of other sizes."""
    limit, num_samples = learner.experiment.training.limit, len(learner.splits["train"])
    return Lengths(
        steps_per_epoch=_num_batches(learner.experiment.training, num_samples),
        num_steps=_num_steps(learner, num_samples),
        max_seconds=limit.count if isinstance(limit, Seconds) else math.inf,
    )


def num_alike(learner: "Learner") -> float:
    """How many steps come before one that something was changed for, and before the end of the run or a replay."""
    ends: list[float] = [step for step in learner.changes if step > learner.step]
    if learner.lengths.num_steps is not None:
        ends.append(learner.lengths.num_steps)
    if learner.step < learner.replays_until:
        ends.append(learner.replays_until)
    return min(ends, default=math.inf) - learner.step


def sizes_of_batches(training: Training, num_samples: int) -> list[int]:
    """The sizes of the batches that so many samples make."""
    if training.objective.takes_all:
        return [num_samples]
    return batch_sizes(num_samples, training.samples_per_step)


def _num_batches(training: Training, num_samples: int) -> int:
    return 1 if training.objective.takes_all else steps_per_epoch(num_samples, training.samples_per_step)


def _num_steps(learner: "Learner", num_samples: int) -> int | None:
    training = learner.experiment.training
    if training.objective.takes_all:
        return 1
    limit, per_epoch = training.limit, _num_batches(training, num_samples)
    if not isinstance(limit, Epochs):
        return num_steps(limit, per_epoch)
    left = _num_batches(training, num_samples - learner.position)
    return learner.step + left + (limit.count - learner.epoch - 1) * per_epoch
