"""Which settings of an experiment change nothing because of another setting, each with its reason; torch-free.

A setting below such a place changes nothing either. What only its own value makes idle is not named: it must stay
possible to change it.
"""

from collections.abc import Iterator

from explorer.optimizers import AnyOptimizer, Sgd
from explorer.preparation_check import PLACE, reads_classes
from explorer.run_length import num_steps, steps_per_epoch
from explorer.schedules import WarmUp
from explorer.spec import Experiment
from explorer.transforms.colour import Colour
from models.network import Gan
from models.text import Text

Found = Iterator[tuple[str, Text]]

STEPWISE = (
    "optimizer", "clip_norm", "schedule", "batch_size", "limit", "early_stopping",
    "num_threads", "precision", "compiled",
)  # fmt: skip


def no_effect(experiment: Experiment) -> dict[str, Text]:
    """Places such as "training.optimizer.nesterov", and why they do not matter; never raises."""
    return {place: reason for rule in RULES for place, reason in rule(experiment)}


def _optimizers(experiment: Experiment) -> Found:
    training = experiment.training
    yield from _optimizer("training.optimizer", training.optimizer)
    if not isinstance(experiment.architecture, Gan):
        yield "training.discriminator_optimizer", Text("There is no discriminator in this architecture.")
    elif training.discriminator_optimizer is not None:
        yield from _optimizer("training.discriminator_optimizer", training.discriminator_optimizer)


def _optimizer(place: str, optimizer: AnyOptimizer) -> Found:
    if isinstance(optimizer, Sgd) and optimizer.momentum == 0:
        yield f"{place}.nesterov", Text("There is no momentum to look along: it is 0.")


def _schedule(experiment: Experiment) -> Found:
    training = experiment.training
    per_epoch = steps_per_epoch(experiment.facts().num_samples["train"], training.samples_per_step)
    length = num_steps(training.limit, per_epoch)
    if isinstance(training.schedule, WarmUp) and length and length <= training.schedule.steps:
        reason = Text("The run ends at step {length}, while the learning rate still rises.", {"length": length})
        yield "training.schedule.then", reason


def _objective(experiment: Experiment) -> Found:
    for name, reason in experiment.training.objective.no_effect().items():
        yield f"training.objective.{name}", reason


def _baseline(experiment: Experiment) -> Found:
    if experiment.training.objective.takes_all:
        for name in STEPWISE:
            yield f"training.{name}", Text("The estimator is fitted to all samples in one step, without a gradient.")


def _preparation(experiment: Experiment) -> Found:
    facts = experiment.data.facts()
    if facts.target != "class":
        yield "preparation.label_noise", Text("The samples of these data have no classes.")
    elif not reads_classes(experiment, facts):
        words = {"objective": Text(experiment.training.objective.label)}
        yield "preparation.label_noise", Text("The objective {objective} does not look at classes.", words)
    for number, transform in enumerate(experiment.preparation.transforms):
        if isinstance(transform, Colour) and facts.ports.input.shape[0] != 3:
            yield f"{PLACE}.{number}.saturation", Text("These pictures are grey.")


RULES = (_objective, _optimizers, _schedule, _baseline, _preparation)
