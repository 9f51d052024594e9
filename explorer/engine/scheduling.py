"""Sets the learning rates of the coming step, by the schedule and by how many steps the run has or comes to."""

import math
from typing import TYPE_CHECKING

from torch import Tensor

from explorer.schedules import counts_epochs

if TYPE_CHECKING:
    from explorer.engine.learner import Learner

NUM_PACES = 1000


def apply_schedule(learner: "Learner") -> dict[str, Tensor | float]:
    """Set the learning rates of the coming step; returns them as metrics."""
    _keep_pace(learner)
    schedule = learner.experiment.training.schedule
    # epochs may have had batches of other sizes: a schedule that counts them is told of where this one begins
    step = learner.epoch * learner.lengths.steps_per_epoch if counts_epochs(schedule) else learner.step
    factor = schedule.factor(step, learner.expected_steps, learner.lengths.steps_per_epoch)
    rates = {name: rate * factor for name, rate in learner.learning_rates.items()}
    for name, optimizer in learner.optimizers.items():
        for group in optimizer.param_groups:
            group["lr"] = rates[name]
    if len(set(rates.values())) == 1:
        return {"learning_rate": next(iter(rates.values()))}
    return {f"learning_rate/{name}": rate for name, rate in rates.items()}


def _keep_pace(learner: "Learner") -> None:
    """Count with as many steps as the run has, or comes to at its speed so far.

    What a speed tells is recorded, since a replay has to count with the same; a thousand records are fine enough.
    """
    lengths, step = learner.lengths, learner.step
    if step < learner.replays_until:
        learner.expected_steps = learner.paces.get(step, learner.expected_steps)
    elif lengths.num_steps is not None:
        if learner.expected_steps != lengths.num_steps:
            learner.expected_steps = learner.paces[step] = lengths.num_steps
    elif learner.stopwatch.seconds >= learner.pace_due:
        seconds = learner.stopwatch.seconds
        learner.pace_due = seconds + lengths.max_seconds / NUM_PACES
        share = min(1.0, seconds / lengths.max_seconds)
        learner.expected_steps = learner.paces[step] = step / share if step and share else math.inf
