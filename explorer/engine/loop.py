"""The one training loop: a generator of moments, so that not calling next() is a pause."""

from collections import Counter
from collections.abc import Generator, Iterator, Mapping
from typing import Literal, NamedTuple

import torch
from torch import Tensor

from explorer.dataset import SplitName
from explorer.engine.learner import Learner
from explorer.objective import NO_METRICS, Phase

MomentName = Literal["block", "phase", "step", "evaluating", "epoch", "finished"]


class Moment(NamedTuple):
    """A point at which training may be paused, looked at, or left.

    block: a block of a forward phase is done, where the learner stops at blocks; the last one is the phase itself.
    phase: a phase of a step is done. step: a whole step is done, `phase` was its last one, `metrics` are tensors named
    "train/...".
    evaluating: one batch of an evaluation is done. epoch: an epoch is done and validated, `metrics` are floats named
    "validation/...". finished: the limit is reached or patience has run out, and the last, perhaps incomplete,
    epoch is validated.
    """

    name: MomentName
    phase: Phase | None = None
    metrics: Mapping[str, Tensor | float] = NO_METRICS

    @property
    def is_stop(self) -> bool:
        """Whether a person can stand here who goes on by the smallest steps.

        A step's last phase and its end are one: the window shall not name weights after the step before.
        """
        if self.name == "phase":
            return self.phase is not None and not self.phase.ends_step
        return self.name in ("block", "step")


EVALUATING = Moment("evaluating")
WAITING = Moment("finished")  # nothing is left to be done until something is asked for


def train(learner: Learner) -> Iterator[Moment]:
    """Train until the limit or early stopping, from wherever the learner stands; its stopwatch tells the time."""
    learner.train_mode(True)
    while not learner.is_done:
        for rows in learner.epoch_batches():
            yield from _one_step(learner, rows)
            if learner.is_done:
                break
        metrics = {} if _knows_already(learner) else (yield from evaluate(learner, "validation"))
        learner.judge(metrics)
        if learner.position == learner.steps_per_epoch:  # only now: what is saved before is validated again
            learner.epoch += 1
            learner.position = 0
        yield Moment("epoch", metrics=metrics)
    yield Moment("finished")


def _knows_already(learner: Learner) -> bool:
    """Whether a replay can do without this validation: its metrics are recorded, and nobody judges by them."""
    is_judged = learner.experiment.training.early_stopping.kind != "off"
    return learner.step <= learner.replays_until and not is_judged


def evaluate(learner: Learner, split: SplitName) -> Generator[Moment, None, dict[str, float]]:
    """Evaluate a whole split, yielding after each batch; returns its metrics, named "validation/loss" and so on.

    The stopwatch stands still meanwhile. Gradients are switched off per batch, never across a yield: the mode
    belongs to the thread, and somebody else may compute while this generator waits.
    """
    was_running = learner.stopwatch.is_running
    learner.stopwatch.stop()
    learner.train_mode(False)
    totals: Counter[str] = Counter()
    try:
        for batch in learner.data.evaluation_batches(split):
            with torch.no_grad():
                totals.update(learner.objective.score(learner, batch))
            yield EVALUATING
    finally:
        learner.train_mode(True)
        if was_running:
            learner.stopwatch.start()
    return {f"{split}/{name}": value for name, value in learner.objective.summarise(totals).items()}


def _one_step(learner: Learner, rows: Tensor) -> Iterator[Moment]:
    learner.is_in_step = True
    metrics: dict[str, Tensor | float] = learner.apply_schedule()
    for phase in learner.objective.step(learner, learner.data.batch("train", rows)):
        learner.phase = phase
        if phase.name == "update":
            learner.num_updates[phase.network] += 1
        for name, value in phase.metrics.items():
            metrics[f"train/{name}"] = value
        yield Moment("phase" if phase.is_whole else "block", phase)
    learner.step += 1
    learner.position += 1
    learner.is_in_step = False
    yield Moment("step", learner.phase, metrics)
