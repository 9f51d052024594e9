"""The one training loop: a generator of moments, so that not calling next() is a pause."""

import math
import time
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from typing import Literal, NamedTuple

import torch
from torch import Tensor

from explorer.dataset import SplitName
from explorer.engine.coming_batches import ComingBatches
from explorer.engine.dense_steps import dense_steps
from explorer.engine.learner import Learner, Metrics
from explorer.engine.lengths import num_alike
from explorer.objective import NO_METRICS, Phase

TOGETHER_S = 0.008  # that steps may be taken at once: commands wait so long
LONG_S = 0.01  # a step that takes longer can be left after every phase in any case

MomentName = Literal["block", "phase", "step", "evaluating", "epoch", "finished"]


class Moment(NamedTuple):
    """A point at which training may be paused, looked at, or left.

    block: a block of a forward phase is done, where the learner stops at blocks; the last one is the phase itself.
    phase: a phase of a step is done, where the learner stops at phases, steps are long, or what it made known
    is not finite.
    step: a whole step is done, `phase` was its last one, `metrics` are named "train/...": numbers, or tensors on an
    accelerator. `before` has those of the steps that were taken at once with it. Not `is_sound`: one of them is not
    finite, as far as that may be read without waiting for the device.
    evaluating: one batch of an evaluation is done. epoch: an epoch is done and validated, `metrics` are floats named
    "validation/...". finished: the limit is reached or patience has run out, and the last, perhaps incomplete,
    epoch is validated.
    """

    name: MomentName
    phase: Phase | None = None
    metrics: Metrics = NO_METRICS
    before: Sequence[Metrics] = ()
    is_sound: bool = True

    @property
    def is_stop(self) -> bool:
        """Whether a person can stand here who goes on by the smallest steps.

        A step's last phase and its end are one: the window shall not name weights after the step before.
        """
        if self.name == "phase":
            return self.phase is not None and not self.phase.ends_step
        return self.name in ("block", "step")


EVALUATING = Moment("evaluating")


def train(learner: Learner) -> Generator[Moment, None, None]:
    """Train until the limit or early stopping, from wherever the learner stands; its stopwatch tells the time."""
    learner.train_mode(True)
    learner.shortcut = dense_steps(learner)
    while not learner.is_done or learner.position == len(learner.splits["train"]):  # an epoch has to be validated
        yield from _rest_of_epoch(learner)
        metrics = {} if _knows_already(learner) else (yield from evaluate(learner, "validation"))
        learner.judge(metrics)
        if learner.position == len(learner.splits["train"]):  # only now: what is saved before is validated again
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
    belongs to the thread, and somebody else may compute while this generator waits. Changes that were made since the
    last step do not count yet: a validation belongs to that step, whenever it is replayed.
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


def _rest_of_epoch(learner: Learner) -> Iterator[Moment]:
    coming = ComingBatches(learner)
    while coming.num_left and not learner.is_done:
        if learner.make_changes():  # batches may be others now, and so may be the kind of steps
            coming, learner.shortcut = ComingBatches(learner), dense_steps(learner)
        together, fault = _taken_together(learner, coming)
        if together:
            yield Moment("step", learner.phase, together[-1], together[:-1])
        elif fault is None:
            yield from _one_step(learner, coming.next())
        if fault is not None:
            learner.is_in_step = True  # half way through the step after those
            raise fault


def _taken_together(learner: Learner, coming: ComingBatches) -> tuple[Sequence[Metrics], Exception | None]:
    """Take several steps at once where they are short and nobody has to do anything in between.

    Their metrics, and what went wrong in the step after them.
    """
    shortcut, room = learner.shortcut, learner.goes_until - learner.step
    if shortcut is None or room < 2 or learner.stops_at_phases or learner.is_examined or coming.are_streamed:
        return (), None
    count = int(min(coming.num_left, room, num_alike(learner), TOGETHER_S // learner.step_seconds))
    if count < 2:
        return (), None
    began = time.perf_counter()
    rows = [coming.next() for _ in range(count)]
    taken: list[Metrics] = []
    try:
        shortcut.take(learner, learner.training_batch(*rows), [len(one) for one in rows], taken)
    except Exception as fault:
        return taken, fault
    coming.put_back(rows[len(taken) :])
    if taken:
        learner.step_seconds = (time.perf_counter() - began) / len(taken)
    return taken, None


def _one_step(learner: Learner, rows: Tensor) -> Iterator[Moment]:
    learner.is_in_step = True
    began = time.perf_counter()
    metrics: dict[str, Tensor | float] = learner.apply_schedule()
    fast_path, is_step_sound = learner.fast_path, True
    for phase in _phases(learner, rows, metrics):
        learner.phase = phase
        if phase.name == "update":
            learner.num_updates[phase.network] += 1
        is_sound = not phase.metrics or _record(phase, metrics, reads=fast_path is None)
        is_step_sound = is_step_sound and is_sound
        if learner.stops_at_phases or not is_sound or learner.step_seconds > LONG_S:
            yield Moment("phase" if phase.is_whole else "block", phase)
    learner.count_step(len(rows))
    learner.is_in_step = False
    learner.step_seconds = time.perf_counter() - began
    kept = metrics if fast_path is None else fast_path.kept(metrics)
    yield Moment("step", learner.phase, kept, is_sound=is_step_sound)


def _phases(learner: Learner, rows: Tensor, metrics: dict[str, Tensor | float]) -> Iterator[Phase]:
    """The phases of one step; none where an accelerator has taken it as a whole."""
    fast_path = learner.fast_path
    if fast_path is not None and fast_path.step(rows, metrics):
        return iter(())
    method = learner.objective if learner.shortcut is None or learner.stops_at_blocks else learner.shortcut
    return method.step(learner, learner.training_batch(rows))


def _record(phase: Phase, metrics: dict[str, Tensor | float], *, reads: bool) -> bool:
    """Keep what a phase made known; whether that is finite, as far as it may be read without waiting for the device."""
    is_sound = True
    for name, tensor in phase.metrics.items():
        value: Tensor | float = tensor
        if reads:  # on a processor that is cheaper than keeping a tensor
            value = tensor.item()
            is_sound = is_sound and math.isfinite(value)
        metrics[f"train/{name}"] = value
    return is_sound
