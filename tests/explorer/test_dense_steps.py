"""Steps with the gradients written out give autograd's own numbers, to the last bit, alone and several at once."""

import math
from typing import Any
from unittest.mock import patch

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.changes import AnyChange
from explorer.changes.freeze import Freeze
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.changes.weight_edit import WeightEdit
from explorer.edits import replace
from explorer.engine.building import make_learner
from explorer.engine.dense_steps import DenseSteps, dense_steps
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.recorder import Recorder
from explorer.events import Series
from explorer.gallery import load
from explorer.runs.marks import Changes
from explorer.spec import Experiment

FUNCTIONS = ("relu", "leaky_relu", "tanh", "sigmoid")
OPTIMIZERS = ("sgd", "adam", "adamw", "rmsprop")


@st.composite
def dense_experiments(draw: st.DrawFn) -> Experiment:
    """Dense networks of every kind that the written-out steps know, with optimisers, schedules and odd last batches."""
    blocks: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 3))):
        blocks.append({"kind": "dense", "units": draw(st.integers(1, 9)), "bias": draw(st.booleans())})
        blocks += [
            {"kind": "activation", "function": one} for one in draw(st.lists(st.sampled_from(FUNCTIONS), max_size=1))
        ]
    experiment = load("mlp-points")
    network = {"blocks": [*blocks, {"kind": "dense", "units": "classes"}]}
    experiment = replace(experiment, "architecture", {"kind": "single", "network": network})
    kind = draw(st.sampled_from(OPTIMIZERS))
    experiment = replace(experiment, "training.optimizer", {"kind": kind, "learning_rate": 0.01})
    experiment = replace(experiment, "training.batch_size", draw(st.integers(30, 200)))
    experiment = replace(experiment, "training.clip_norm", draw(st.sampled_from((0.0, 0.1))))
    schedule = draw(st.sampled_from(("constant", "cosine")))
    return replace(
        replace(experiment, "training.schedule", {"kind": schedule}), "training.limit", {"kind": "steps", "count": 40}
    )


def life(
    experiment: Experiment, goes_until: float = 0, *, is_usual: bool = False, changes: Changes | None = None
) -> tuple[Learner, tuple[Series, ...]]:
    """A whole run: by autograd where it is the usual one, else step by step, or several at once."""
    learner, recorder = make_learner(experiment, experiment.data.load(), torch.device("cpu")), Recorder()
    learner.stops_at_phases, learner.goes_until, learner.step_seconds = False, goes_until, 0.0005
    learner.changes = changes or {}
    with patch("explorer.engine.loop.dense_steps", (lambda learner: None) if is_usual else dense_steps):
        for moment in train(learner):
            if moment.name in ("step", "epoch"):
                recorder.record(learner.step, moment.metrics, moment.before)
    return learner, recorder.flush()


def assert_same(one: tuple[Learner, tuple[Series, ...]], other: tuple[Learner, tuple[Series, ...]]) -> None:
    for mine, theirs in zip(one[1], other[1], strict=True):
        assert (mine.name, mine.steps.tolist()) == (theirs.name, theirs.steps.tolist())
        assert mine.values.tolist() == theirs.values.tolist()
    networks = one[0].networks["network"], other[0].networks["network"]
    for weight, same in zip(*(network.parameters() for network in networks), strict=True):
        assert torch.equal(weight, same)
        assert weight.grad is not None
        assert same.grad is not None
        assert torch.equal(weight.grad, same.grad)
    assert (one[0].step, one[0].num_updates) == (40, other[0].num_updates)


@given(dense_experiments())
@settings(max_examples=25, deadline=None)
def test_the_numbers_are_those_of_autograd(experiment: Experiment) -> None:
    first = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    assert isinstance(dense_steps(first), DenseSteps)
    usual = life(experiment, is_usual=True)
    assert_same(usual, life(experiment))
    assert_same(usual, life(experiment, math.inf))


@pytest.mark.parametrize("name", ["mlp-digits", "gru-waves"])
def test_pictures_and_values(name: str) -> None:
    experiment = replace(load(name), "training.limit", {"kind": "steps", "count": 40})
    if name == "gru-waves":
        dense = ({"kind": "flatten"}, {"kind": "dense", "units": 5}, {"kind": "dense", "units": 1})
        experiment = replace(experiment, "architecture.network.blocks", dense)
    assert_same(life(experiment, is_usual=True), life(experiment, math.inf))


def test_several_steps_are_taken_at_once_only_where_nobody_looks() -> None:
    experiment = replace(load("mlp-points"), "training.limit", {"kind": "steps", "count": 60})
    experiment = replace(experiment, "training.batch_size", 10)
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    learner.stops_at_phases, learner.goes_until = False, 23
    sizes = {}
    for moment in train(learner):
        learner.step_seconds = 0.0005  # eight at once
        learner.is_examined = learner.step < 15
        if moment.name == "step":
            sizes[learner.step] = 1 + len(moment.before)
    assert sum(sizes.values()) == 60
    assert sizes[23] > 1
    assert all(step <= 23 or size == 1 for step, size in sizes.items())
    assert all(sizes[step] == 1 for step in range(1, 16))


def test_a_loss_that_is_not_finite_is_met_before_its_step() -> None:
    learner = make_learner(load("mlp-points"), load("mlp-points").data.load(), torch.device("cpu"))
    learner.stops_at_phases, learner.goes_until = False, math.inf
    moments = train(learner)
    for moment in moments:
        learner.step_seconds = 0.0005
        if moment.before:
            break
    weight = next(learner.networks["network"].parameters())
    with torch.no_grad():
        weight.fill_(math.nan)
    step, moment = learner.step, next(moments)
    assert moment.name == "phase"
    assert moment.phase is not None
    assert moment.phase.name == "loss"
    assert learner.step == step
    assert learner.is_in_step


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("training.precision", "bf16"),
        ("training.objective.label_smoothing", 0.1),
        ("architecture.network.blocks.1", {"kind": "dropout"}),
    ],
)
def test_other_networks_take_their_usual_steps(path: str, value: object) -> None:
    experiment = replace(load("mlp-points"), path, value)
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    assert dense_steps(learner) is None


def test_who_listens_to_a_block_hears_it() -> None:
    learner = make_learner(load("mlp-points"), load("mlp-points").data.load(), torch.device("cpu"))
    learner.networks["network"].blocks[0].register_forward_hook(lambda *told: None)
    assert dense_steps(learner) is None


@pytest.mark.parametrize(
    "change",
    [
        Freeze(block="architecture.network.blocks.0"),
        Silence(block="architecture.network.blocks.1", numbers=(0, 3)),
        Setting(path="training.batch_size", value=7),
        WeightEdit(block="architecture.network.blocks.0", weight="weight", index=(0, 1), value=2.0),
    ],
)
def test_changes_count_from_their_step_on(change: AnyChange) -> None:
    experiment = replace(load("mlp-points"), "training.limit", {"kind": "steps", "count": 40})
    changes = {13: [change]}
    if isinstance(change, Freeze):
        changes[29] = [Freeze(block=change.block, is_frozen=False)]
    assert_same(life(experiment, is_usual=True, changes=changes), life(experiment, math.inf, changes=changes))
