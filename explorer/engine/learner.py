"""A learner: everything live that a training run changes - networks, optimisers, data on the device, counters."""

import math
from collections import Counter
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import torch
from torch import Tensor

from explorer.changes import AnyChange
from explorer.dataset import SplitName
from explorer.early_stopping import Patience, StoppingMemory
from explorer.engine.compiling import Compiler
from explorer.engine.device_data import DeviceData, DeviceSplit
from explorer.engine.fast_path import FastPath
from explorer.engine.forward_phase import forward_phase
from explorer.engine.interventions import Interventions
from explorer.engine.lengths import Lengths, lengths_of, sizes_of_batches
from explorer.engine.live_changes import make_changes
from explorer.engine.scheduling import apply_schedule
from explorer.engine.seeding import epoch_order
from explorer.engine.shortcut import Shortcut
from explorer.engine.stopwatch import Stopwatch
from explorer.engine.streaming import StreamedSplit
from explorer.engine.transforming import Drawn
from explorer.in_force import InForce
from explorer.objective import Batch, ObjectiveSpec, Phase
from explorer.spec import Experiment
from models.code import made
from models.modules.stack import Stack
from models.network import Baseline, Gan
from models.text import Text

Metrics = Mapping[str, Tensor | float]


@dataclass
class Learner:
    """Networks, optimisers and data of one run. `step` counts finished steps, `position` this epoch's samples so far.

    `changes` were made, and `paces` counted with, after so many steps: both are applied before the next one, also when
    it is replayed. `experiment` is as it is by now, `began_as` as it was before any change. Steps up to `replays_until`
    have been taken before, whatever the limit says.
    `memory` belongs to the objective: what it must remember between steps, saved with every checkpoint; so is
    `stopping`, what early stopping remembers of the validations.
    """

    experiment: Experiment
    device: torch.device
    networks: dict[str, Stack]
    optimizers: dict[str, torch.optim.Optimizer]
    data: DeviceData
    learning_rates: dict[str, float]
    step: int = 0
    epoch: int = 0
    position: int = 0
    is_in_step: bool = False  # half way through one: no state to save
    replays_until: int = 0
    changes: dict[int, list[AnyChange]] = field(default_factory=dict)
    paces: dict[int, float] = field(default_factory=dict)
    expected_steps: float = math.inf  # how many steps the run has, or seems to come to
    stops_at_blocks: bool = False  # a forward phase can be left after every block
    stops_at_phases: bool = True  # a step can be left after every phase
    goes_until: float = 0  # up to this step nobody needs to know of every single one
    is_examined: bool = False  # somebody compares two steps that follow each other
    shortcut: Shortcut | None = None
    step_seconds: float = math.inf  # what the last step took, with the pauses in it
    phase: Phase | None = None  # the last one that was computed
    num_updates: Counter[str] = field(default_factory=Counter)  # of every network, to tell one from the next
    stopwatch: Stopwatch = field(default_factory=Stopwatch)
    memory: dict[str, Tensor] = field(default_factory=dict)
    stopping: StoppingMemory = field(default_factory=StoppingMemory)
    interventions: Interventions = field(default_factory=Interventions)
    began_as: Experiment = field(init=False)
    in_force: InForce = field(init=False)  # of the changes
    compiler: Compiler | None = None  # of the networks' forward phases
    fast_path: FastPath | None = None  # how an accelerator takes whole steps
    pace_due: float = 0.0  # the training time at which the run's speed is measured next

    def __post_init__(self) -> None:
        self.began_as, self.in_force = self.experiment, InForce(self.experiment)

    @property
    def objective(self) -> ObjectiveSpec:
        return self.experiment.training.objective

    # What objectives ask of the data and the networks: flat, since exported scripts have the same names.

    @property
    def splits(self) -> Mapping[SplitName, DeviceSplit | StreamedSplit]:
        """The data's splits, whose targets are on the device."""
        return self.data.splits

    @property
    def input_shape(self) -> tuple[int, ...]:
        """The shape of one sample of the data."""
        return self.data.facts.ports.input.shape

    @property
    def num_classes(self) -> int | None:
        """How many classes the data have."""
        return self.data.facts.ports.num_classes

    @property
    def vocabulary(self) -> int:
        """How many symbols the data's tokens have."""
        return self.data.facts.ports.vocabulary or 1

    @property
    def padding(self) -> int | None:
        """The token that fills up short texts."""
        return self.data.facts.padding

    @property
    def mask(self) -> int | None:
        """The token that hides a word."""
        return self.data.facts.mask

    @property
    def first_word(self) -> int:
        """Tokens below it are no words."""
        return self.data.facts.first_word

    @property
    def estimator(self) -> Any:
        """The estimator of a baseline as scikit-learn has it, not fitted."""
        architecture = self.experiment.architecture
        return made(architecture.estimator.code()) if isinstance(architecture, Baseline) else None

    @property
    def num_noise_values(self) -> int:
        """How many random values a generator receives."""
        architecture = self.experiment.architecture
        return architecture.noise if isinstance(architecture, Gan) else 0

    @property
    def batch_sizes(self) -> list[int]:
        """The sizes of an epoch's batches, all of the size that is set by now."""
        return sizes_of_batches(self.experiment.training, len(self.splits["train"]))

    @cached_property
    def lengths(self) -> Lengths:
        """How long an epoch and the run are, as worked out where the learner stood when somebody asked first."""
        return lengths_of(self)

    def forget_lengths(self) -> None:
        """Work out anew, where the learner stands now, how long an epoch and the run are."""
        self.__dict__.pop("lengths", None)

    @property
    def num_samples(self) -> int:
        """How many training samples the finished steps have taken."""
        return self.epoch * len(self.splits["train"]) + self.position

    def count_step(self, num_samples: int) -> None:
        """A step that took so many samples is done."""
        self.step += 1
        self.position += num_samples

    def apply_schedule(self) -> dict[str, "Tensor | float"]:
        """Set the learning rates of the coming step; returns them as metrics."""
        return apply_schedule(self)

    def set_learning_rate(self, network: str, learning_rate: float) -> None:
        """Change one network's learning rate from the next step on; the schedule's factor still applies."""
        self.learning_rates[network] = learning_rate

    def epoch_batches(self) -> tuple[Tensor, ...]:
        """The rows of the batches that are left in this epoch; any step's batch can be named again.

        What was changed before a step has to be made before its batch is named: another size splits what is left.
        """
        order = epoch_order(self.experiment.seed, self.epoch, len(self.splits["train"])).to(self.data.order_device)
        left = order[self.position :]
        batches: tuple[Tensor, ...] = left.split(sizes_of_batches(self.experiment.training, len(left)))
        return batches

    def training_batch(self, *batches: Tensor) -> Batch:
        """The samples of the coming step as the networks receive them, or of several steps, one after the other.

        `batches` are their rows, (B,) int64 each.

        Raises:
            InputError: when they are streamed and cannot be read.
        """
        if not self.draws_lots:
            return self.data.batch("train", batches[0] if len(batches) == 1 else torch.cat(batches))
        steps = enumerate(batches)
        parts = [self.data.training_batch(rows, self.drawn(len(rows), number)) for number, rows in steps]
        if len(parts) == 1:
            return parts[0]
        return Batch(torch.cat([part.inputs for part in parts]), torch.cat([part.targets for part in parts]))

    @property
    def draws_lots(self) -> bool:
        """Whether transforms leave something about a training batch to chance."""
        return self.data.transforming is not None and self.data.transforming.is_random

    def drawn(self, num_samples: int, num_steps: int = 0) -> Drawn:
        """What transforms draw for a batch of so many samples, so many steps after the coming one."""
        if self.data.transforming is None:
            return ()
        return self.data.transforming.draw(self.experiment.seed, self.step + num_steps, num_samples)

    def make_changes(self) -> bool:
        """Make what was changed before the coming step; whether there is anything."""
        if self.step not in self.changes:
            return False
        make_changes(self)
        return True

    @property
    def is_done(self) -> bool:
        """Whether training has come to its limit, or to the end of its patience."""
        if self.step < self.replays_until:
            return False
        if self.early_end is not None:
            return True
        if self.lengths.num_steps is not None:
            return self.step >= self.lengths.num_steps
        return self.stopwatch.seconds >= self.lengths.max_seconds

    @property
    def early_end(self) -> Text | None:
        """Why training has ended before its limit; None as long as patience lasts."""
        rule = self.experiment.training.early_stopping
        if isinstance(rule, Patience) and rule.is_over(self.stopping):
            return rule.reason(self.stopping)
        return None

    def judge(self, validation: Mapping[str, float]) -> None:
        """Let early stopping remember a validation, of which it is told the metrics."""
        rule = self.experiment.training.early_stopping
        if isinstance(rule, Patience):
            self.stopping = rule.after(self.stopping, validation[f"validation/{rule.metric}"], self.step)

    def forward(self, network: str, *inputs: Tensor) -> Generator[Phase, None, Tensor]:
        """The forward phase of a network: yields it, and returns the network's output in training.

        It is computed in the experiment's precision; what comes out is float32 in any case. Evaluation and views call
        the network itself: the weights are float32, and so is all that is looked at.
        """
        return forward_phase(self, network, inputs)

    def clip(self, *networks: str) -> dict[str, Tensor]:
        """Shorten the gradient of these networks together to the length that is set; returns its length before.

        That is a metric, named after the network where there are others; none where clipping is off.
        """
        longest = self.experiment.training.clip_norm
        if not longest:
            return {}
        weights = [weight for name in networks for weight in self.networks[name].parameters()]
        norm = torch.nn.utils.clip_grad_norm_(weights, longest)
        name = "gradient_norm" if len(networks) == len(self.networks) else f"gradient_norm/{networks[0]}"
        return {name: norm.detach()}

    @property
    def computing(self) -> tuple[Text, ...]:
        """How steps are computed, for people, where there are several ways."""
        return tuple(one.words for one in (self.fast_path, self.compiler) if one is not None)

    def train_mode(self, training: bool) -> None:
        """Switch every network between training and evaluation mode (dropout, batch normalisation)."""
        for network in self.networks.values():
            network.train(training)
