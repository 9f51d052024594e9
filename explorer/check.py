"""Every rule that spans the parts of an experiment: what is wrong, where, and what helps."""

from explorer.dataset import DataFacts
from explorer.problems import BATCH_TOO_LARGE, WRONG_ARCHITECTURE, WRONG_TARGET
from explorer.spec import Experiment
from models.network import ARCHITECTURES
from models.problem import Problem
from models.resolve import Resolved, resolve
from models.text import Text


def check(experiment: Experiment) -> tuple[Problem, ...]:
    """All problems that can be told without loading data or building networks; never raises."""
    return (*experiment.data.problems(), *check_spec(experiment))


def check_spec(experiment: Experiment) -> tuple[Problem, ...]:
    """The problems of the experiment itself, the same on every machine; never raises."""
    facts = experiment.data.facts()
    resolved = resolve(experiment.architecture, facts.ports)
    return (
        *resolved.problems,
        *_objective_problems(experiment, resolved, facts),
        *_batch_problems(experiment, facts),
    )


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
    batch_size, num_samples = experiment.training.batch_size, facts.num_samples["train"]
    if batch_size <= num_samples or num_samples == 0 or experiment.training.objective.takes_all:
        return []
    return [BATCH_TOO_LARGE.at("training.batch_size", batch_size=batch_size, num_samples=num_samples)]
