"""The learning rate over a whole run, worked out before it begins; torch-free."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from explorer.run_length import num_steps, steps_per_epoch
from explorer.schedules import AnySchedule, StepDecay, WarmUp
from explorer.spec import Experiment
from models.network import Gan

NUM_POINTS = 512  # more than a drawing has pixels
USUAL_STEPS = 1000
COUNTED_SHARE = 5  # what is counted in steps shall fill a fifth of a run whose length nobody knows


@dataclass(frozen=True)
class RateCurve:
    """`rates` (N,) at `steps` (N,), counted from 0, by network; all networks that learn alike are one, named "".

    num_steps: the run's length. is_supposed: whether that is only supposed, since the limit is a time.
    """

    steps: npt.NDArray[np.int64]
    rates: dict[str, npt.NDArray[np.float64]]
    num_steps: int
    steps_per_epoch: int
    is_supposed: bool


def rate_curve(experiment: Experiment, num_samples: int) -> RateCurve:
    """The learning rate at every step of a run on so many training samples, or at evenly spaced ones of a long run."""
    training = experiment.training
    per_epoch = max(1, steps_per_epoch(num_samples, training.samples_per_step))
    known = num_steps(training.limit, per_epoch)
    length = _supposed_steps(training.schedule, per_epoch) if known is None else known
    steps = np.unique(np.linspace(0, length - 1, min(length, NUM_POINTS)).round().astype(np.int64))
    factors = np.array([training.schedule.factor(int(step), length, per_epoch) for step in steps])
    rates = {name: rate * factors for name, rate in learning_rates(experiment).items()}
    return RateCurve(steps, rates, length, per_epoch, known is None)


def learning_rates(experiment: Experiment) -> dict[str, float]:
    """The learning rates that were set, by network; "" stands for all networks where they are the same."""
    training = experiment.training
    rate, own = training.optimizer.learning_rate, training.discriminator_optimizer
    if not isinstance(experiment.architecture, Gan) or own is None or own.learning_rate == rate:
        return {"": rate}
    return {"generator": rate, "discriminator": own.learning_rate}


def _supposed_steps(schedule: AnySchedule, steps_per_epoch: int) -> int:
    match schedule:
        case StepDecay(every=every, unit=unit):
            return every * (steps_per_epoch if unit == "epochs" else 1) * COUNTED_SHARE
        case WarmUp(steps=steps):
            return steps * COUNTED_SHARE
        case _:
            return USUAL_STEPS
