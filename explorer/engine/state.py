"""The whole state of a learner as tensors and numbers, so that training can go on exactly where it stood."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy.typing as npt
import torch
from torch import Tensor

from explorer.early_stopping import StoppingMemory
from explorer.engine.crossing import Arriving
from explorer.engine.learner import Learner
from explorer.engine.live_changes import bring_into_force
from explorer.engine.memory_layout import follow_weights

Scalar = int | float
Array = npt.NDArray[Any]


@dataclass(frozen=True)
class LearnerState:
    """A copy of everything that training changes.

    weights: "network.blocks.0.weight" -> tensor. state: "optimizer.network.0.exp_avg", "random.cpu", "memory.<name>".
    scalars: step, epoch, taken (samples of this epoch), seconds, expected_steps, "learning_rate.<network>" and what
    early stopping remembers, as "stopping.best" and so on; ready for JSON. `is_read`: the memory is a file's.
    """

    weights: Mapping[str, Tensor]
    state: Mapping[str, Tensor]
    scalars: dict[str, Scalar]
    is_read: bool = False

    def settle(self) -> None:
        """Wait for what is still on its way from a device, and give back the memory that was lent for that."""
        for part in (self.weights, self.state):
            if isinstance(part, Arriving):
                part.settle()


def state_of(learner: Learner, spare: LearnerState | None = None) -> LearnerState:
    """Copies on the CPU; take them between two steps. From a CUDA device they may still be on their way.

    `spare` is a state that nobody needs any more: what fits is written into its memory, which stays as it is then.
    """
    weights = {
        f"{name}.{key}": value
        for name, network in learner.networks.items()
        for key, value in network.state_dict().items()
    }
    state = _optimizer_tensors(learner) | {f"memory.{name}": value for name, value in learner.memory.items()}
    state["random.cpu"] = torch.get_rng_state()
    if learner.device.type == "cuda":
        state["random.cuda"] = torch.cuda.get_rng_state(learner.device)
    if learner.device.type == "mps":
        state["random.mps"] = torch.mps.get_rng_state()
    scalars: dict[str, Scalar] = {
        "step": learner.step,
        "epoch": learner.epoch,
        "taken": learner.position,
        "seconds": learner.stopwatch.seconds,
    }
    if math.isfinite(learner.expected_steps):
        scalars["expected_steps"] = learner.expected_steps
    if learner.stopping.best is not None:
        scalars["stopping.best"] = learner.stopping.best
    scalars |= {"stopping.step": learner.stopping.step, "stopping.waited": learner.stopping.waited}
    scalars |= {f"learning_rate.{name}": rate for name, rate in learner.learning_rates.items()}
    if spare is None or spare.is_read:
        return LearnerState(_copied(weights, {}), _copied(state, {}), scalars)
    return LearnerState(_copied(weights, spare.weights), _copied(state, spare.state), scalars)


def num_bytes(saved: LearnerState) -> int:
    """What a state takes in memory."""
    return sum(
        part.nbytes if isinstance(part, Arriving) else sum(value.nbytes for value in part.values())
        for part in (saved.weights, saved.state)
    )


def has_spoilt_weights(saved: LearnerState) -> bool:
    """Whether a weight is not a finite number: an update can ruin weights while the loss before it was finite."""
    return not all(bool(value.isfinite().all()) for value in saved.weights.values())


def state_from_arrays(
    weights: Mapping[str, Array], state: Mapping[str, Array], scalars: Mapping[str, Scalar]
) -> LearnerState:
    """A learner's state from the numpy arrays that a checkpoint holds."""
    return LearnerState(_as_tensors(weights), _as_tensors(state), dict(scalars), is_read=True)


def restore(learner: Learner, saved: LearnerState, *, is_same_moment: bool = False) -> None:
    """Put a learner of the same experiment where the saved one stood, torch's global random state included.

    Gradients are not saved: those of another moment are forgotten, where it `is_same_moment` they are right.
    """
    if not is_same_moment:
        _forget_gradients(learner)
    for name, network in learner.networks.items():
        network.load_state_dict(_under(f"{name}.", saved.weights))
    for name, optimizer in learner.optimizers.items():
        per_weight: dict[int, dict[str, Tensor]] = {}
        for key, value in _under(f"optimizer.{name}.", saved.state).items():
            index, part = key.split(".", 1)
            per_weight.setdefault(int(index), {})[part] = value.clone()
        groups = optimizer.state_dict()["param_groups"]
        optimizer.load_state_dict({"state": per_weight, "param_groups": groups})
        follow_weights(optimizer)
    for name in learner.networks:  # so that nobody takes weights seen before for those before the next update
        learner.num_updates[name] += 2
    memory = _under("memory.", saved.state)
    learner.memory = {key: value.to(learner.device, copy=True) for key, value in memory.items()}
    learner.learning_rates = {name: float(saved.scalars[f"learning_rate.{name}"]) for name in learner.networks}
    learner.step, learner.epoch = int(saved.scalars["step"]), int(saved.scalars["epoch"])
    learner.position = _taken(learner, saved.scalars)
    learner.is_in_step, learner.phase = False, None
    learner.forget_lengths()
    bring_into_force(learner, learner.step)
    learner.expected_steps = float(saved.scalars.get("expected_steps", math.inf))
    learner.stopping = _stopping(saved.scalars)
    learner.stopwatch.set(float(saved.scalars["seconds"]))
    torch.set_rng_state(saved.state["random.cpu"])
    if learner.device.type == "cuda" and "random.cuda" in saved.state:
        torch.cuda.set_rng_state(saved.state["random.cuda"], learner.device)
    if learner.device.type == "mps" and "random.mps" in saved.state:
        torch.mps.set_rng_state(saved.state["random.mps"])


def _forget_gradients(learner: Learner) -> None:
    for network in learner.networks.values():
        for weight in network.parameters():
            weight.grad = None


def _optimizer_tensors(learner: Learner) -> dict[str, Tensor]:
    return {
        f"optimizer.{name}.{index}.{part}": value
        for name, optimizer in learner.optimizers.items()
        for index, parts in optimizer.state_dict()["state"].items()
        for part, value in parts.items()
        if isinstance(value, Tensor)
    }


def _taken(learner: Learner, scalars: Mapping[str, Scalar]) -> int:
    """How many samples of its epoch a run had taken; where batches were counted instead, all were of one size."""
    if "taken" in scalars:
        return int(scalars["taken"])
    return sum(learner.batch_sizes[: int(scalars["position"])])


def _stopping(scalars: Mapping[str, Scalar]) -> StoppingMemory:
    """What early stopping remembered; nothing in checkpoints that were written before there was any."""
    best = scalars.get("stopping.best")
    best = None if best is None else float(best)
    return StoppingMemory(best, int(scalars.get("stopping.step", 0)), int(scalars.get("stopping.waited", 0)))


def _as_tensors(arrays: Mapping[str, Array]) -> dict[str, Tensor]:
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def _copied(tensors: Mapping[str, Tensor], spare: Mapping[str, Tensor]) -> Mapping[str, Tensor]:
    if any(value.device.type == "cuda" for value in tensors.values()):
        return Arriving(tensors)
    return {name: _copy(value.detach(), spare.get(name)) for name, value in tensors.items()}


def _copy(value: Tensor, spare: Tensor | None) -> Tensor:
    if spare is None or (spare.shape, spare.dtype) != (value.shape, value.dtype):
        return value.to("cpu", copy=True).contiguous()
    return spare.copy_(value)


def _under(prefix: str, tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {key.removeprefix(prefix): value for key, value in tensors.items() if key.startswith(prefix)}
