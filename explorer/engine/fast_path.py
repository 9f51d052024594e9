"""Steps on an accelerator: metrics wait in rings there, and where it can be, a whole step is one recorded piece."""

from collections.abc import Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from torch import Tensor

from explorer.changes.learning_rate import LearningRate
from explorer.engine.capturing import Capturing, CudaCapturing
from explorer.engine.leash import Leash
from explorer.engine.ring import Ring, Row
from explorer.engine.step_graph import StepGraph, lists_of, metrics_of
from models.text import Text

if TYPE_CHECKING:
    from explorer.engine.learner import Learner

# What torch calls the places where functions of Python wait for a gradient.
GRADIENT_HOOKS = ("_backward_hooks", "_backward_pre_hooks", "_post_accumulate_grad_hooks")
NUM_WARM = 3  # steps before a recording: libraries choose and load their kernels in them

RECORDED = Text("Steps are recorded on the device and replayed as a whole (CUDA graph).")
NOT_YET = Text("Steps are computed one operation at a time; the next ones are recorded.")
NO_GRAPHS = Text("This kind of device has no graphs.")
STREAMED = Text("The data are not on the device.")
SLOW = Text("Training can stop between the phases of a step.")


class FastPath:
    """How a learner on an accelerator takes its steps. `words` tell it to people, with the reason where it is slow."""

    def __init__(self, learner: "Learner", capturing: Capturing | None) -> None:
        """`capturing` is None where the device cannot record."""
        self.words = NOT_YET
        self._learner = learner
        self._capturing = capturing
        self._leash = None if capturing is None else Leash(capturing.mark)
        self._rings: dict[tuple[str, ...], Ring] = {}
        self._graph: StepGraph | None = None
        self._refusal = None if capturing is not None else NO_GRAPHS  # until something else is changed
        self._ring: Ring | None = None  # of the steps that are recorded
        self._size = self._last_size = 0  # of the batches that are recorded, and of the last one
        self._num_warm = 0
        self._lists: list[object] = []  # what the optimisers worked on
        self._is_replayed = False  # the last step was
        self._is_between = False  # there were other steps since the last replay

    def step(self, rows: Tensor, metrics: "dict[str, Tensor | float]") -> bool:
        """Take the whole step with the samples of these rows, if it may be taken so; whether it has been.

        Metrics that are not in a ring yet are put among `metrics`.
        """
        self._notice_changes()
        self._is_replayed = False
        reason = self._obstacle()
        if reason is not None:
            self.words = Text("Steps are computed one operation at a time: {reason}", {"reason": reason})
        elif not self._is_usual(rows):
            pass  # the last batch of an epoch, which is shorter or longer than the others
        elif self._has_graph():
            self._replay(rows)
        else:
            metrics.update(self._warm_up(rows))
            return True
        self._is_between = not self._is_replayed
        return self._is_replayed

    def kept(self, metrics: "dict[str, Tensor | float]") -> "Mapping[str, Tensor | float]":
        """The metrics of the step that was just taken, as they are handed on: those of the device in a ring."""
        if self._leash is not None:
            self._leash.step()
        is_known = self._learner.replays_until > 0  # a step that is replayed has been recorded before
        if self._is_replayed and self._graph is not None:
            if is_known:
                self._graph.retract()
                return metrics
            return self._graph.row({name: float(value) for name, value in metrics.items()})
        made = {name: value for name, value in metrics.items() if isinstance(value, Tensor)}
        if is_known or not made or any(value.device.type != self._learner.device.type for value in made.values()):
            return metrics
        ring = self._ring_of(tuple(made))
        known = {name: value for name, value in metrics.items() if not isinstance(value, Tensor)}
        return Row(known, ring, ring.put(list(made.values())))

    def _notice_changes(self) -> None:
        """Learning rates are told to a recording; with any other change there has to be another one."""
        changes = self._learner.changes.get(self._learner.step, ())
        if any(not isinstance(change, LearningRate) for change in changes):
            self._forget()

    def _forget(self) -> None:
        self._graph = None
        self._size = self._num_warm = 0
        self._refusal = None if self._capturing is not None else NO_GRAPHS

    def _obstacle(self) -> Text | None:
        """Why the coming step cannot be a replay, or one that leads to a recording."""
        learner = self._learner
        if self._refusal is not None:
            return self._refusal
        if learner.stops_at_phases:
            return SLOW
        inputs = learner.splits["train"].inputs
        if not isinstance(inputs, Tensor) or inputs.device != learner.device:
            return STREAMED
        return learner.objective.unrepeatable(learner.step)

    def _is_usual(self, rows: Tensor) -> bool:
        """Whether the batch has the size that is recorded: that of the first one, or of two in a row."""
        size, before, self._last_size = len(rows), self._last_size, len(rows)
        if size != self._size and (self._size == 0 or size == before):
            self._graph, self._size, self._num_warm = None, size, 0
        return size == self._size

    def _has_graph(self) -> bool:
        """Whether the step can be replayed; it is recorded when it is time."""
        before, self._lists = self._lists, lists_of(self._learner)
        if any(old is not None and old is not new for old, new in zip(before, self._lists, strict=False)):
            # A state was restored, after which optimisers begin with a step that cannot be recorded.
            self._graph, self._num_warm = None, min(self._num_warm, NUM_WARM - 2)
        if self._graph is None and self._num_warm >= NUM_WARM:
            self._record()
        return self._graph is not None

    def _record(self) -> None:
        assert self._capturing is not None
        assert self._ring is not None
        self._refusal = _hindrance(self._learner)
        if self._refusal is not None:
            return
        try:
            self._graph = StepGraph(self._learner, self._capturing, self._size, self._ring)
        except RuntimeError as error:
            cause = (str(error).splitlines() or [type(error).__name__])[0]
            self._refusal = Text("The device could not record a step: {cause}", {"cause": cause})

    def _replay(self, rows: Tensor) -> None:
        assert self._graph is not None
        self._graph.replay(rows)
        if self._is_between:
            self._graph.show_gradients()
        self.words, self._is_replayed, self._is_between = RECORDED, True, False

    def _warm_up(self, rows: Tensor) -> dict[str, Tensor]:
        """A step as it will be recorded; the last one before that shows whether it can be."""
        learner, capturing = self._learner, self._capturing
        assert capturing is not None
        self._num_warm += 1
        is_last = self._num_warm == NUM_WARM
        with capturing.aside(), capturing.rehearsing() if is_last else nullcontext([]) as waits:
            phases = []
            for phase in learner.objective.step(learner, learner.training_batch(rows)):
                learner.num_updates[phase.network] += phase.name == "update"
                learner.phase = phase
                phases.append(phase)
        if waits:
            self._refusal = Text("The step waits for the device in its course: {cause}", {"cause": waits[0]})
        self.words = NOT_YET
        metrics = metrics_of(phases)
        self._ring, self._lists = self._ring_of(tuple(metrics)), lists_of(learner)
        return metrics

    def _ring_of(self, names: tuple[str, ...]) -> Ring:
        if names not in self._rings:
            self._rings[names] = Ring(names, self._learner.device)
        return self._rings[names]


def _hindrance(learner: "Learner") -> Text | None:
    """What of a learner would not happen in a replay."""
    for optimizer in learner.optimizers.values():
        if getattr(optimizer, "lists", None) is None:
            return Text("The optimiser {optimizer} cannot be recorded.", {"optimizer": type(optimizer).__name__})
    for network in learner.networks.values():
        watched: list[Any] = [*network.modules(), *network.parameters()]
        if any(getattr(one, name, None) for one in watched for name in GRADIENT_HOOKS):
            return Text("Gradients are watched in the course of a step.")
    return None


def fast_path_of(learner: "Learner") -> FastPath | None:
    """How this learner takes its steps; None on the processor, where there is nothing to wait for."""
    match learner.device.type:
        case "cpu":
            return None
        case "cuda":
            return FastPath(learner, CudaCapturing(learner.device))
        case _:
            return FastPath(learner, None)
