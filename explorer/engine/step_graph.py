"""A whole step, recorded once on the device and replayed: batch, forward, loss, backward, update and metrics."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from explorer.engine.capturing import Capturing
from explorer.engine.ring import Ring, Row
from explorer.engine.transforming import Drawn
from explorer.objective import Phase

if TYPE_CHECKING:
    from explorer.engine.learner import Learner


class StepGraph:
    """The step of one learner, for batches of one size.

    What changes from step to step lies in tensors that stay where they are: the batch's rows, what transforms drew for
    it, the learning rates, the row of the ring. Gradients are made anew by the recorded backward phase, so that nothing
    has to be zeroed.
    """

    def __init__(self, learner: "Learner", capturing: Capturing, size: int, ring: Ring) -> None:
        """Record the step, which is not taken by that; `ring` has a place for each of its metrics.

        Raises:
            RuntimeError: when it cannot be recorded.
        """
        self.size = size
        self._learner = learner
        self._ring = ring
        self._rows = torch.zeros(size, dtype=torch.int64, device=learner.device)
        self._drawn = tuple(tuple(one.to(learner.device) for one in drawn) for drawn in self._draw())
        self._rates = _Rates(learner, capturing.rate_dtype)
        self._phases: list[Phase] = []
        with self._rates.in_force():
            self._recording = capturing.capture(self._take)
        self._updated = [phase.network for phase in self._phases if phase.name == "update"]
        self._gradients = _gradients(learner)

    def replay(self, rows: Tensor) -> None:
        """Take a step with the samples of these rows, (size,) int64; its metrics lie in a row of the ring then."""
        learner = self._learner
        self._rows.copy_(rows, non_blocking=True)
        for places, values in zip(self._drawn, self._draw(), strict=True):
            for place, value in zip(places, values, strict=True):
                place.copy_(value, non_blocking=True)
        self._rates.follow()
        self._ring.aim()
        self._recording.replay()
        for network in self._updated:
            learner.num_updates[network] += 1
        learner.phase = self._phases[-1]

    def row(self, known: Mapping[str, float]) -> Row:
        """The metrics of the step that was just taken, with those that the processor knows."""
        return Row(known, self._ring, self._ring.advance())

    def retract(self) -> None:
        """Nobody needs the metrics of the step that was just taken."""
        self._ring.retract()

    def show_gradients(self) -> None:
        """After other steps: let the weights' gradients be those that the replays make."""
        for weight, gradient in self._gradients:
            weight.grad = gradient

    def _draw(self) -> Drawn:
        return self._learner.drawn(self.size) if self._learner.draws_lots else ()

    def _take(self) -> None:
        data = self._learner.data
        batch = data.training_batch(self._rows, self._drawn) if self._drawn else data.batch("train", self._rows)
        self._phases = list(self._learner.objective.step(self._learner, batch))
        metrics = metrics_of(self._phases)
        self._ring.write([metrics[name] for name in self._ring.names])


def metrics_of(phases: list[Phase]) -> dict[str, Tensor]:
    """Everything that a step's phases made known, named "train/..."."""
    return {f"train/{name}": value for phase in phases for name, value in phase.metrics.items()}


class _Rates:
    """The learning rates of a learner's optimisers as tensors on its device."""

    def __init__(self, learner: "Learner", dtype: torch.dtype) -> None:
        groups = [group for optimizer in learner.optimizers.values() for group in optimizer.param_groups]
        self._rates = [(group, torch.tensor(group["lr"], dtype=dtype, device=learner.device)) for group in groups]
        self._last = [float(group["lr"]) for group in groups]

    def follow(self) -> None:
        """Take over the rates that are set."""
        for index, (group, rate) in enumerate(self._rates):
            if group["lr"] != self._last[index]:
                self._last[index] = group["lr"]
                rate.fill_(group["lr"])

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """The optimisers read the tensors meanwhile."""
        before = [group["lr"] for group, _ in self._rates]
        try:
            for group, rate in self._rates:
                group["lr"] = rate
            yield
        finally:
            for (group, _), rate in zip(self._rates, before, strict=True):
                group["lr"] = rate


def lists_of(learner: "Learner") -> list[object]:
    """What a learner's optimisers work on: other lists after a state was restored, None before the next step."""
    return [getattr(optimizer, "lists", None) for optimizer in learner.optimizers.values()]


def _gradients(learner: "Learner") -> list[tuple[Tensor, Tensor | None]]:
    return [(weight, weight.grad) for network in learner.networks.values() for weight in network.parameters()]
