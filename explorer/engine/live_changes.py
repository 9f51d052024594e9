"""Changes while a run goes on: brings into force what counts at a step, told by the marks up to there alone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import torch
from torch import nn

from explorer import edits
from explorer.change_check import check_change
from explorer.changes import AnyChange
from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.weight_edit import WeightEdit
from explorer.engine.fused_steps import Uncompiled
from explorer.engine.interventions import begin_velocities, set_everywhere, set_options, set_weight
from explorer.in_force import InForce, Silenced, attention_name, feature_shapes, in_force, module_names
from explorer.live_edits import BLOCKS
from explorer.probe import network_and_module
from explorer.problems import NO_SUCH_INDEX, NO_SUCH_WEIGHT, WEIGHT_TOO_LARGE
from explorer.runs.marks import Changes, Paces, as_marks
from models.modules.attention import Attention
from models.problem import InputError, Problem
from models.text import Text

if TYPE_CHECKING:
    from explorer.engine.learner import Learner


def refuse_unfit(learner: "Learner", change: AnyChange) -> None:
    """Check that a change fits the learner as it will be when the change counts.

    Raises:
        InputError: when it does not; nothing has been changed then.
    """
    experiment = in_force(learner.began_as, as_marks(learner.changes), learner.step + 2).experiment
    problems = check_change(experiment, change)
    if not problems and isinstance(change, WeightEdit):
        problems = _weight_problems(learner, change)
    if problems:
        raise InputError(problems)


def _weight_problems(learner: "Learner", change: WeightEdit) -> tuple[Problem, ...]:
    weights = dict(_modules(learner, change.block)[0].named_parameters())
    label = Text(edits.get(learner.began_as, change.block).label)
    if change.weight not in weights:
        return (NO_SUCH_WEIGHT.at(change.block, label=label, weight=change.weight, weights=", ".join(weights)),)
    weight = weights[change.weight]
    shape, index = tuple(weight.shape), change.index
    if len(index) != len(shape) or not all(0 <= at < size for at, size in zip(index, shape, strict=True)):
        place = ", ".join(map(str, index))
        return (NO_SUCH_INDEX.at(change.block, label=label, weight=change.weight, shape=shape, index=place),)
    if abs(change.value) > torch.finfo(weight.dtype).max:
        return (WEIGHT_TOO_LARGE.at(change.block, value=change.value),)
    return ()


def take_up(learner: "Learner", changes: Changes, paces: Paces) -> None:
    """Give a learner the marks of a run that it goes on with, before the state of that run is put back.

    Raises:
        InputError: when a change does not fit the run, as in a folder that somebody has edited.
    """
    learner.changes, learner.paces = {}, paces
    for mark in as_marks(changes):
        learner.step = mark.step
        refuse_unfit(learner, mark.change)
        learner.changes.setdefault(mark.step, []).append(mark.change)


def make_changes(learner: "Learner") -> None:
    """Before a step is taken: make every change that counts from this one on.

    What was in force before is known from the marks alone, so that a replay makes the same of it, however it got here.
    """
    changes = learner.changes.get(learner.step, ())
    optimizers = {name: learner.experiment.training.optimizer_of(name) for name in learner.optimizers}
    bring_into_force(learner, learner.step + 1)
    for name, optimizer in learner.optimizers.items():
        options = learner.experiment.training.optimizer_of(name).options()
        if options != optimizers[name].options():
            set_options(optimizer, **options)
        elif any(isinstance(change, Freeze) for change in changes):
            begin_velocities(optimizer)
    for change in changes:
        if isinstance(change, LearningRate):
            learner.set_learning_rate(change.network, change.value)
    _edit_weights(learner, changes)


def bring_into_force(learner: "Learner", before: int) -> None:
    """Let everything count for the learner that was changed before it had taken `before` steps, and nothing else.

    That are settings, what is frozen and what is silenced; rates and weights are among what a state holds.
    """
    if not learner.changes and not learner.in_force.is_anything:
        return
    now = in_force(learner.began_as, as_marks(learner.changes), before)
    if now != learner.in_force:
        _put(learner, now)


@contextmanager
def ahead(learner: "Learner") -> Iterator[None]:
    """Between two steps, for whoever looks: what was changed here counts already, as it will in the next step."""
    changes = () if learner.is_in_step else learner.changes.get(learner.step, ())
    if not changes:
        yield
        return
    edited = [change for change in changes if isinstance(change, WeightEdit)]
    weights = [_modules(learner, change.block)[0].get_parameter(change.weight) for change in edited]
    before, was = [weight.detach().clone() for weight in weights], learner.in_force
    bring_into_force(learner, learner.step + 1)
    _edit_weights(learner, changes)
    try:
        yield
    finally:
        with torch.no_grad():
            for weight, values in zip(weights, before, strict=True):
                weight.copy_(values)
        _put(learner, was)


def _put(learner: "Learner", now: InForce) -> None:
    was, learner.in_force, learner.experiment = learner.in_force, now, now.experiment
    learner.forget_lengths()
    _intervene(learner, now)
    for path in {**was.changed, **now.changed}:
        if path.startswith(BLOCKS):
            owner, _, name = path.rpartition(".")
            attribute = edits.get(now.experiment, owner).live[name]
            for module in _modules(learner, owner):
                set_everywhere(module, attribute, edits.get(now.experiment, path))
    for network, optimizer in learner.optimizers.items():
        for group in optimizer.param_groups:
            group.update(now.experiment.training.optimizer_of(network).options())
        if isinstance(optimizer, Uncompiled):
            optimizer.relist()


def _intervene(learner: "Learner", now: InForce) -> None:
    """Hold what is frozen, silence what is silenced, and nothing else."""
    learner.interventions.lift()
    for path in now.frozen:
        for module in _modules(learner, path):
            learner.interventions.freeze(module)
    shapes = feature_shapes(now) if now.silenced else {}
    for silenced in now.silenced:
        for module in _modules(learner, silenced.block):
            if silenced.part == "head":
                learner.interventions.silence_heads(attention_of(module, silenced), silenced.numbers)
            else:
                learner.interventions.silence(module, silenced.numbers, shapes[silenced.block], learner.device)


def attention_of(module: nn.Module, silenced: Silenced) -> nn.Module:
    """The attention of a block whose heads are meant: the block itself, or one inside it."""
    return module if isinstance(module, Attention) else module.get_submodule(attention_name(silenced.attention))


def _edit_weights(learner: "Learner", changes: Sequence[AnyChange]) -> None:
    for change in changes:
        if isinstance(change, WeightEdit):
            set_weight(_modules(learner, change.block)[0], change.weight, change.index, change.value)


def _modules(learner: "Learner", path: str) -> list[nn.Module]:
    """The modules of a block; within a repeat there is one for every time."""
    network = network_and_module(path)[0]
    return [learner.networks[network].get_submodule(name) for name in module_names(learner.began_as, path)]
