"""A learner: everything live that a training run changes - networks, optimisers, data on the device, counters."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from explorer.check import check
from explorer.dataset import DataFacts, LoadedData, SplitName
from explorer.engine.optimizers import make_optimizer
from explorer.engine.seeding import epoch_order, seed_everything
from explorer.engine.stopwatch import Stopwatch
from explorer.folders import data_folder
from explorer.objective import Batch, ObjectiveSpec
from explorer.spec import Experiment
from explorer.training import Epochs, Seconds, Steps
from models.build import build
from models.modules.stack import Stack
from models.problem import InputError
from models.resolve import resolve

EVALUATION_BATCH = 1024


@dataclass
class DeviceSplit:
    """One split as tensors on the device; inputs stay in the type they were loaded in."""

    inputs: Tensor
    targets: Tensor

    def __len__(self) -> int:
        return len(self.inputs)


@dataclass
class Learner:
    """Networks, optimisers and data of one run. `step` counts finished steps, `position` the steps of this epoch.

    `memory` belongs to the objective: what it must remember between steps, saved with every checkpoint.
    """

    experiment: Experiment
    device: torch.device
    networks: dict[str, Stack]
    optimizers: dict[str, torch.optim.Optimizer]
    splits: dict[SplitName, DeviceSplit]
    scale: float
    shift: float
    facts: DataFacts
    learning_rates: dict[str, float]
    step: int = 0
    epoch: int = 0
    position: int = 0
    stopwatch: Stopwatch = field(default_factory=Stopwatch)
    memory: dict[str, Tensor] = field(default_factory=dict)

    @property
    def objective(self) -> ObjectiveSpec:
        return self.experiment.training.objective

    @cached_property
    def batch_sizes(self) -> list[int]:
        """The sizes of an epoch's batches.

        A single sample that would be left over joins the batch before it: batch normalisation needs two.
        """
        size, num_samples = self.experiment.training.batch_size, len(self.splits["train"])
        if self.objective.takes_all:
            return [num_samples]
        sizes = [min(size, num_samples - start) for start in range(0, num_samples, size)]
        if len(sizes) > 1 and size > 1 and sizes[-1] == 1:
            sizes[-2:] = [size + 1]
        return sizes

    @property
    def steps_per_epoch(self) -> int:
        return len(self.batch_sizes)

    @property
    def num_samples(self) -> int:
        """How many training samples the finished steps have taken."""
        return self.epoch * len(self.splits["train"]) + sum(self.batch_sizes[: self.position])

    @cached_property
    def num_steps(self) -> int | None:
        """How many steps the limit allows; None when the limit is time."""
        if self.objective.takes_all:
            return 1
        match self.experiment.training.limit:
            case Epochs(count=count):
                return count * self.steps_per_epoch
            case Steps(count=count):
                return count
            case _:
                return None

    @cached_property
    def max_seconds(self) -> float:
        """How many seconds the limit allows; infinite when the limit is a number of steps."""
        limit = self.experiment.training.limit
        return limit.count if isinstance(limit, Seconds) else float("inf")

    def apply_schedule(self) -> dict[str, "Tensor | float"]:
        """Set the learning rates of the coming step; returns them as metrics."""
        factor = self.experiment.training.schedule.factor(self.step, self.num_steps)
        rates = {name: rate * factor for name, rate in self.learning_rates.items()}
        for name, optimizer in self.optimizers.items():
            for group in optimizer.param_groups:
                group["lr"] = rates[name]
        if len(set(rates.values())) == 1:
            return {"learning_rate": next(iter(rates.values()))}
        return {f"learning_rate/{name}": rate for name, rate in rates.items()}

    def set_learning_rate(self, network: str, learning_rate: float) -> None:
        """Change one network's learning rate from the next step on; the schedule's factor still applies."""
        self.learning_rates[network] = learning_rate

    def batch(self, split: SplitName, rows: Tensor | slice) -> Batch:
        """Samples of a split as the networks receive them: uint8 pictures become floats here, texts are shifted."""
        data = self.splits[split]
        inputs, targets = _selected(data.inputs, rows), _selected(data.targets, rows)
        if self.facts.ports.input.kind != "tokens":
            return Batch(self._as_floats(inputs), targets)
        tokens = inputs.long()
        if self.facts.target == "next":
            return Batch(tokens[:, :-1], tokens[:, 1:])
        return Batch(tokens, targets)

    def _as_floats(self, values: Tensor) -> Tensor:
        if self.scale == 1.0 and self.shift == 0.0:
            return values.float()
        floats = values.to(torch.float32, copy=True).mul_(self.scale)
        return floats.add_(self.shift) if self.shift else floats

    def epoch_batches(self) -> Iterator[Tensor]:
        """The rows of the batches that are left in this epoch; any step's batch can be named again."""
        order = epoch_order(self.experiment.seed, self.epoch, len(self.splits["train"])).to(self.device)
        yield from order.split(self.batch_sizes)[self.position :]

    def evaluation_batches(self, split: SplitName) -> Iterator[Batch]:
        """The whole split in order, in large batches."""
        for start in range(0, len(self.splits[split]), EVALUATION_BATCH):
            yield self.batch(split, slice(start, start + EVALUATION_BATCH))

    def train_mode(self, training: bool) -> None:
        """Switch every network between training and evaluation mode (dropout, batch normalisation)."""
        for network in self.networks.values():
            network.train(training)


def make_learner(experiment: Experiment, data: LoadedData, device: torch.device) -> Learner:
    """Seed, build and initialise; the same experiment gives the same learner on every call.

    Raises:
        InputError: when data, architecture and training do not go together.
    """
    problems = check(experiment)
    if problems:
        raise InputError(problems)
    seed_everything(experiment.seed)
    facts = experiment.data.facts()
    torch.hub.set_dir(str(data_folder() / "hub"))  # pretrained weights are data like others
    facts = replace(facts, symbols=data.symbols or facts.symbols)
    networks = build(resolve(experiment.architecture, facts.ports))
    for network in networks.values():
        network.to(device)
    training = experiment.training
    specs = dict.fromkeys(networks, training.optimizer)
    if training.discriminator_optimizer is not None and "discriminator" in specs:
        specs["discriminator"] = training.discriminator_optimizer
    optimizers = {name: make_optimizer(specs[name], network) for name, network in networks.items()}
    splits = {
        name: DeviceSplit(_on_device(part.inputs, device), _targets_on_device(part.targets, device))
        for name, part in data.splits.items()
    }
    learner = Learner(
        experiment=experiment,
        device=device,
        networks=networks,
        optimizers=optimizers,
        splits=splits,
        scale=data.scale,
        shift=data.shift,
        facts=facts,
        learning_rates={name: spec.learning_rate for name, spec in specs.items()},
    )
    learner.objective.start(learner)
    return learner


def _selected(values: Tensor, rows: Tensor | slice) -> Tensor:
    # index_select is ten times as fast as values[rows] for bytes on a processor
    return values[rows] if isinstance(rows, slice) else values.index_select(0, rows)


def _on_device(values: npt.NDArray[np.generic], device: torch.device) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values)).to(device)


def _targets_on_device(values: npt.NDArray[np.generic], device: torch.device) -> Tensor:
    targets = _on_device(values, device)
    return targets.float() if targets.is_floating_point() else targets.long()
