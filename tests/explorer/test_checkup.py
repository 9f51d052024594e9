"""A checkup measures what it says: gradients, updates, dead and saturated units, diversity; by references in torch."""

# N samples, F values

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from explorer.alarms import ALARMS
from explorer.changes.freeze import Freeze
from explorer.edits import replace
from explorer.engine.blocks import Blocks
from explorer.engine.building import make_learner
from explorer.engine.checkup import Checkup
from explorer.engine.diversity import Kinds
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.gallery import load
from explorer.health import Course, Health
from explorer.spec import Experiment
from models.modules.stack import Stack
from tests.explorer.talk import experiment

DENSE, RELU, LAST = (f"architecture.network.blocks.{index}" for index in (1, 2, 3))


def learner_of(spec: Experiment) -> Learner:
    return make_learner(spec, spec.data.load(), torch.device("cpu"))


def checked(learner: Learner) -> Health:
    """The health after the next step."""
    checkup, moments = Checkup(learner, Blocks.of(learner)), train(learner)
    checkup.begin()
    next(moment for moment in moments if moment.name == "step")
    return checkup.end()


def weights_of(stack: Stack, block: int) -> list[torch.Tensor]:
    return [weight.detach().flatten() for weight in stack.get_submodule(f"blocks.{block}").parameters()]


def test_gradient_and_update_are_those_of_the_step() -> None:
    learner = learner_of(experiment())
    before = torch.cat(weights_of(learner.networks["network"], 1))
    health = checked(learner)
    dense, last = health.learning
    after = torch.cat(weights_of(learner.networks["network"], 1))
    module = learner.networks["network"].get_submodule("blocks.1")
    gradient = torch.cat([weight.grad.flatten() for weight in module.parameters() if weight.grad is not None])
    assert (dense.path, last.path, health.step) == (DENSE, LAST, 1)
    assert dense.num_weights == len(before) == 64 * 16 + 16
    assert dense.gradient == pytest.approx(gradient.square().mean().sqrt().item(), rel=1e-5)
    assert dense.update == pytest.approx(((after - before).norm() / after.norm()).item(), rel=1e-5)
    assert dense.update == pytest.approx((0.01 * gradient.norm() / after.norm()).item(), rel=1e-3)


def test_a_frozen_block_is_not_said_to_learn_badly() -> None:
    learner = learner_of(experiment())
    learner.changes[0] = [Freeze(block=DENSE)]
    assert [block.path for block in checked(learner).learning] == [LAST]
    learner.changes[1] = [Freeze(block=LAST)]
    health = checked(learner)
    assert health.learning == ()
    assert not [sighting for alarm in ALARMS for sighting in alarm.see(Course((health,)))]


def test_units_whose_bias_keeps_them_down_are_dead() -> None:
    learner = learner_of(experiment())
    dense = learner.networks["network"].get_submodule("blocks.1")
    with torch.no_grad():
        for weight in dense.parameters():
            weight[:4] = 0.0 if weight.ndim == 2 else -1.0
            weight[4:] = 0.0 if weight.ndim == 2 else 1.0
    (relu,) = checked(learner).activities
    assert (relu.path, relu.function, relu.num_units, relu.dead, relu.saturated) == (RELU, "ReLU", 16, 0.25, None)


@pytest.mark.parametrize("function", ["tanh", "sigmoid"])
def test_units_that_only_know_extremes_are_saturated(function: str) -> None:
    learner = learner_of(replace(experiment(), f"{RELU}.function", function))
    dense = learner.networks["network"].get_submodule("blocks.1")
    with torch.no_grad():
        for weight in dense.parameters():
            weight.zero_()
            if weight.ndim == 1:
                weight[:8], weight[8:12] = 50.0, -50.0
    (activity,) = checked(learner).activities
    assert (activity.saturated, activity.dead) == (0.75, None)


@pytest.mark.parametrize("name", ["cnn-digits", "transformer-seq2seq", "gan-digits", "resnet-digits", "lstm-waves"])
def test_every_block_that_learns_is_looked_at(name: str) -> None:
    learner = learner_of(load(name))
    health = checked(learner)
    blocks = {block.path for block in health.learning}
    owners = {
        Blocks.of(learner).owner(network, weight)
        for network, stack in learner.networks.items()
        for weight, _ in stack.named_parameters()
    }
    assert blocks == owners
    assert "" not in blocks
    assert sum(block.num_weights for block in health.learning) == sum(
        weight.numel() for stack in learner.networks.values() for weight in stack.parameters()
    )
    assert all(0 <= block.update < 1 for block in health.learning)
    assert (health.rivalry is not None) == (name == "gan-digits")


def test_what_ends_a_network_may_be_extreme() -> None:
    spec = load("gan-digits")
    paths = {activity.path for activity in checked(learner_of(spec)).activities}
    assert "architecture.generator.blocks.7" not in paths  # tanh, before the reshaping
    assert {path.split(".")[1] for path in paths} == {"generator"}  # leaky units of the discriminator cannot die


@given(st.integers(1, 8), st.integers(0, 2**31))
def test_diversity_counts_the_kinds_that_are_made(num_made: int, seed: int) -> None:
    """Eight clouds far apart: whoever makes some of them has so many eighths of the variety."""
    generator = torch.Generator().manual_seed(seed)
    centres = 100 * torch.eye(8)
    real_NF = centres.repeat(64, 1) + torch.randn(512, 8, generator=generator)
    made_NF = centres[:num_made].repeat(64, 1) + torch.randn(64 * num_made, 8, generator=generator)
    kinds = Kinds(real_NF, num_kinds=8)
    assert kinds.diversity(made_NF).item() == pytest.approx(num_made / 8)
    assert kinds.diversity(real_NF).item() == pytest.approx(1.0)


def test_samples_that_are_all_the_same_have_no_more_than_one_kind() -> None:
    assert Kinds(torch.zeros(20, 3)).diversity(torch.zeros(5, 3)).item() == 1.0
