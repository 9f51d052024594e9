"""Every rule that spans the parts of an experiment: what is wrong, where, and what helps."""

from explorer.dataset import DataFacts
from explorer.early_stopping import METRIC_WORDS, Patience
from explorer.problems import BATCH_TOO_LARGE, METRIC_ABSENT, STEP_TOO_LARGE, WRONG_ARCHITECTURE, WRONG_TARGET
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
    return check_resolved(experiment, facts, resolve(experiment.architecture, facts.ports))


def check_resolved(experiment: Experiment, facts: DataFacts, resolved: Resolved) -> tuple[Problem, ...]:
    """The problems of an experiment whose data and networks are already resolved; never raises."""
    return (
        *resolved.problems,
        *_objective_problems(experiment, resolved, facts),
        *_batch_problems(experiment, facts),
        *_stopping_problems(experiment),
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
    training, num_samples = experiment.training, facts.num_samples["train"]
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
