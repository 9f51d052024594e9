"""What a run takes over while its experiment is edited: learning rates. Any other edit asks for another run."""

from collections.abc import Iterable

from explorer import edits
from explorer.changes import LearningRate, Mark
from explorer.spec import Experiment
from models.network import Gan


def changed_rates(run: Experiment, edited: Experiment) -> dict[str, float]:
    """The learning rates that were set to something else, by network of the run: the edited one may have others."""
    paths = {network: _rate_path(run, network) for network in run.architecture.parts}
    return {
        network: edits.get(edited, path)
        for network, path in paths.items()
        if _rate_path(edited, network) == path and edits.get(edited, path) != edits.get(run, path)
    }


def with_rates(run: Experiment, edited: Experiment) -> Experiment:
    """The run's experiment with the learning rates of the edited one."""
    for name in ("optimizer", "discriminator_optimizer"):
        ours, theirs = getattr(run.training, name), getattr(edited.training, name)
        if ours is not None and theirs is not None:
            run = edits.replace(run, f"training.{name}.learning_rate", theirs.learning_rate)
    return run


def rates_at(experiment: Experiment, marks: Iterable[Mark], step: int) -> Experiment:
    """The experiment with the learning rates that count for the run's steps up to `step`, as its marks tell."""
    for mark in marks:
        if mark.step < step and isinstance(mark.change, LearningRate):
            path = _rate_path(experiment, mark.change.network)
            experiment = edits.replace(experiment, path, mark.change.value)
    return experiment


def is_same_run(one: Experiment, other: Experiment) -> bool:
    """Whether both train the same: a title or a summary makes no difference."""
    words = {"title": "", "summary": ""}
    return one.model_copy(update=words) == other.model_copy(update=words)


def _rate_path(experiment: Experiment, network: str) -> str:
    """Where the learning rate of a network stands."""
    own = isinstance(experiment.architecture, Gan) and network == "discriminator"
    if own and experiment.training.discriminator_optimizer is not None:
        return "training.discriminator_optimizer.learning_rate"
    return "training.optimizer.learning_rate"
