"""What a run takes over while its experiment is edited: learning rates and live settings. Else it is another run."""

from collections.abc import Iterable, Iterator

from explorer import edits
from explorer.changes import Mark
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting, Value
from explorer.in_force import in_force
from explorer.spec import Experiment
from models.network import Gan
from models.spec import Spec

BLOCKS = "architecture."

RunChange = LearningRate | Setting


def live_settings(experiment: Experiment) -> dict[str, Value]:
    """Every setting that can change while a run goes on, by its path, except learning rates."""
    parts = (("architecture", experiment.architecture), ("training", experiment.training))
    return {path: value for place, part in parts for path, value in _live(part, place)}


def changes_between(run: Experiment, edited: Experiment) -> list[RunChange]:
    """What a run has to change to be the edited experiment, as far as it can."""
    rates = [LearningRate(network=network, value=rate) for network, rate in changed_rates(run, edited).items()]
    return [*rates, *(Setting(path=path, value=value) for path, value in changed_settings(run, edited).items())]


def changed_settings(run: Experiment, edited: Experiment) -> dict[str, Value]:
    """The live settings that have another value in the edited experiment, by path.

    Those of blocks count only where nothing else about the networks differs: else a path may name another block.
    """
    ours, theirs = live_settings(run), live_settings(edited)
    changed = {path: theirs[path] for path in ours.keys() & theirs.keys() if ours[path] != theirs[path]}
    found = {path: changed[path] for path in ours if path in changed and _is_same_kind(run, edited, path)}
    if edited.architecture != edits.replace_each(run, found).architecture:
        return {path: value for path, value in found.items() if not path.startswith(BLOCKS)}
    return found


def changed_rates(run: Experiment, edited: Experiment) -> dict[str, float]:
    """The learning rates that were set to something else, by network of the run: the edited one may have others."""
    paths = {network: _rate_path(run, network) for network in run.architecture.parts}
    return {
        network: edits.get(edited, path)
        for network, path in paths.items()
        if _rate_path(edited, network) == path and edits.get(edited, path) != edits.get(run, path)
    }


def with_live(run: Experiment, edited: Experiment) -> Experiment:
    """The run's experiment with the learning rates and live settings of the edited one."""
    run = edits.replace_each(run, changed_settings(run, edited))
    for name in ("optimizer", "discriminator_optimizer"):
        ours, theirs = getattr(run.training, name), getattr(edited.training, name)
        if ours is not None and theirs is not None:
            run = edits.replace(run, f"training.{name}.learning_rate", theirs.learning_rate)
    return run


def moved(run: Experiment, edited: Experiment, here: Experiment) -> Experiment:
    """What the edited experiment is where the run is as `here`: what differs from the run still does, and no more."""
    return with_changes(with_live(edited, here), changes_between(run, edited))


def with_changes(experiment: Experiment, changes: Iterable[RunChange]) -> Experiment:
    """The experiment with other learning rates and live settings."""
    for change in changes:
        path = change.path if isinstance(change, Setting) else _rate_path(experiment, change.network)
        experiment = edits.replace(experiment, path, change.value)
    return experiment


def experiment_at(experiment: Experiment, marks: Iterable[Mark], step: int) -> Experiment:
    """The experiment with the rates and settings that count for the run's steps up to `step`, as its marks tell."""
    marks = tuple(marks)
    rates = (mark.change for mark in marks if mark.step < step and isinstance(mark.change, LearningRate))
    return with_changes(in_force(experiment, marks, step).experiment, rates)


def is_same_run(one: Experiment, other: Experiment) -> bool:
    """Whether both train the same: a title or a summary makes no difference."""
    words = {"title": "", "summary": ""}
    return one.model_copy(update=words) == other.model_copy(update=words)


def _live(spec: Spec, place: str) -> Iterator[tuple[str, Value]]:
    for name in type(spec).model_fields:
        value, path = getattr(spec, name), f"{place}.{name}"
        if name in spec.live:
            yield path, value
        elif isinstance(value, Spec):
            yield from _live(value, path)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Spec):
                    yield from _live(item, f"{path}.{index}")


def _is_same_kind(run: Experiment, edited: Experiment, path: str) -> bool:
    """Whether both have the same kind of thing at the place whose setting it is."""
    owner = path.rpartition(".")[0]
    return type(edits.get(run, owner)) is type(edits.get(edited, owner))


def _rate_path(experiment: Experiment, network: str) -> str:
    """Where the learning rate of a network stands."""
    own = isinstance(experiment.architecture, Gan) and network == "discriminator"
    if own and experiment.training.discriminator_optimizer is not None:
        return "training.discriminator_optimizer.learning_rate"
    return "training.optimizer.learning_rate"
