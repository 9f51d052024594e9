"""Every rule that spans the parts of an experiment: what is wrong, where, and what helps."""

from explorer.dataset import DataFacts
from explorer.early_stopping import METRIC_WORDS, Patience
from explorer.preparation_check import preparation_problems
from explorer.problems import (
    ADDED_DOES_NOT_FIT,
    ADDED_WITHOUT_CLASSES,
    BATCH_TAKES_TOO_MUCH,
    BATCH_TOO_LARGE,
    EMPTY_SPLIT,
    METRIC_ABSENT,
    NOTHING_TO_LEARN,
    STEP_TOO_LARGE,
    WRONG_ARCHITECTURE,
    WRONG_TARGET,
)
from explorer.spec import Experiment
from models.costs import num_values
from models.limits import MAX_GIGABYTES, value_gigabytes
from models.network import ARCHITECTURES
from models.problem import Problem
from models.resolve import Resolved, resolve
from models.text import Text


def check(experiment: Experiment) -> tuple[Problem, ...]:
    """All problems that can be told without loading data or building networks; never raises."""
    return (*experiment.data.problems(), *check_spec(experiment))


def check_spec(experiment: Experiment) -> tuple[Problem, ...]:
    """The problems of the experiment itself, the same on every machine; never raises."""
    facts = experiment.facts()
    return check_resolved(experiment, facts, resolve(experiment.architecture, facts.ports))


def check_resolved(experiment: Experiment, facts: DataFacts, resolved: Resolved) -> tuple[Problem, ...]:
    """The problems of an experiment whose data and networks are already resolved; never raises."""
    return (
        *resolved.problems,
        *_split_problems(experiment, facts),
        *preparation_problems(experiment, facts),
        *_added_problems(experiment, facts),
        *_objective_problems(experiment, resolved, facts),
        *_learning_problems(resolved),
        *_batch_problems(experiment, facts),
        *_stopping_problems(experiment),
        *_memory_problems(experiment, resolved),
    )


def _split_problems(experiment: Experiment, facts: DataFacts) -> list[Problem]:
    """Splits without a sample, unless the data are not there at all."""
    empty = [name for name, count in facts.num_samples.items() if count == 0]
    if not empty or experiment.data.problems():
        return []
    return [EMPTY_SPLIT.at("data", split=Text(name)) for name in empty]


def _added_problems(experiment: Experiment, facts: DataFacts) -> list[Problem]:
    """Added samples that are none of these data."""
    if not experiment.added:
        return []
    if facts.target != "class":
        return [ADDED_WITHOUT_CLASSES.at("added", count=len(experiment.added))]
    port, count = facts.ports.input, len(facts.class_names)
    return [
        ADDED_DOES_NOT_FIT.at(f"added.{number}", number=number + 1)
        for number, sample in enumerate(experiment.added)
        if not sample.fits(port.size, count, port.vocabulary)
    ]


def _learning_problems(resolved: Resolved) -> list[Problem]:
    """Networks without weights, which no optimiser takes; of those with problems not all is known."""
    return [
        NOTHING_TO_LEARN.at(f"architecture.{network.name}", network=Text(network.name))
        for network in resolved.networks.values()
        if network.num_params == 0 and not network.problems and network.out_port is not None
    ]


def _objective_problems(experiment: Experiment, resolved: Resolved, facts: DataFacts) -> list[Problem]:
    objective = experiment.training.objective
    place, label = "training.objective", Text(objective.label)
    if objective.architecture != experiment.architecture.kind:
        labels = {architecture.model_fields["kind"].default: architecture.label for architecture in ARCHITECTURES}
        actual, wanted = Text(experiment.architecture.label), Text(labels[objective.architecture])
        return [WRONG_ARCHITECTURE.at(place, objective=label, wanted=wanted, actual=actual)]
    if facts.target not in objective.targets:
        return [WRONG_TARGET.at(place, objective=label, data=Text(experiment.data.label))]
    return objective.check(resolved, facts)


def _batch_problems(experiment: Experiment, facts: DataFacts) -> list[Problem]:
    training, num_samples = experiment.training, facts.num_samples["train"] + len(experiment.added)
    size, count, place = training.batch_size, training.objective.batches_per_step, "training.batch_size"
    if num_samples == 0 or size * count <= num_samples or training.objective.takes_all:
        return []
    if size > num_samples:
        return [BATCH_TOO_LARGE.at(place, batch_size=size, num_samples=num_samples)]
    return [STEP_TOO_LARGE.at(place, count=count, batch_size=size, num_samples=num_samples)]


def _stopping_problems(experiment: Experiment) -> list[Problem]:
    stopping, objective = experiment.training.early_stopping, experiment.training.objective
    if not isinstance(stopping, Patience) or stopping.metric in objective.watchable:
        return []
    metric, label = METRIC_WORDS[stopping.metric], Text(objective.label)
    return [METRIC_ABSENT.at("training.early_stopping.metric", metric=metric, objective=label)]


def _memory_problems(experiment: Experiment, resolved: Resolved) -> list[Problem]:
    """A batch whose values would fill any memory; of networks with problems of their own not all is known."""
    if resolved.problems:
        return []
    values = sum(num_values(network.blocks, network.context) for network in resolved.networks.values())
    batch_size = experiment.training.batch_size
    gigabytes = value_gigabytes(values * batch_size)
    if gigabytes <= MAX_GIGABYTES:
        return []
    place = "training.batch_size"
    return [BATCH_TAKES_TOO_MUCH.at(place, batch_size=batch_size, gigabytes=gigabytes)]
