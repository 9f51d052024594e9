"""A learner's batches, limits and learning rates."""

from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.check import check
from explorer.dataset import Arrays, LoadedData
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.seeding import epoch_order
from explorer.spec import Experiment
from models.problem import InputError

BLOCKS = [{"kind": "flatten"}, {"kind": "dense", "units": "classes"}]
CPU = torch.device("cpu")


def make(num_samples: int = 100, **training: Any) -> Learner:
    """A learner of made-up digits whose first pixel names the sample."""
    architecture = {"kind": "single", "network": {"blocks": BLOCKS}}
    experiment = Experiment.model_validate({"architecture": architecture, "training": training})
    pixels = np.zeros((num_samples, 1, 8, 8), dtype=np.uint8)
    pixels[:, 0, 0, 0] = np.arange(num_samples) % 256
    part = Arrays(pixels, np.arange(num_samples) % 10)
    splits = {"train": part, "validation": part, "test": part}
    return make_learner(experiment, LoadedData(splits, scale=0.5, shift=-1.0), CPU)


@given(num_samples=st.integers(1, 300), batch_size=st.integers(1, 80))
@settings(max_examples=25, deadline=None)
def test_an_epoch_takes_every_sample_once(num_samples: int, batch_size: int) -> None:
    learner = make(num_samples, batch_size=batch_size)
    batches = list(learner.epoch_batches())
    assert sorted(torch.cat(batches).tolist()) == list(range(num_samples))
    assert [len(rows) for rows in batches] == learner.batch_sizes
    assert learner.lengths.steps_per_epoch == len(batches)
    assert all(len(rows) == batch_size for rows in batches[:-1])
    if batch_size > 1 and num_samples > 1:
        assert min(learner.batch_sizes) > 1


@given(seed=st.integers(0, 2**32 - 1), epoch=st.integers(0, 1000), num_samples=st.integers(2, 200))
@settings(max_examples=25, deadline=None)
def test_the_order_of_an_epoch_is_a_function_of_seed_and_epoch(seed: int, epoch: int, num_samples: int) -> None:
    torch.manual_seed(1)
    order = epoch_order(seed, epoch, num_samples)
    torch.manual_seed(2)
    assert torch.equal(order, epoch_order(seed, epoch, num_samples))
    assert sorted(order.tolist()) == list(range(num_samples))


def test_another_epoch_has_another_order() -> None:
    assert not torch.equal(epoch_order(0, 0, 100), epoch_order(0, 1, 100))
    assert not torch.equal(epoch_order(0, 1, 100), epoch_order(1, 0, 100))


def test_bytes_become_floats_per_batch_and_stay_bytes_on_the_device() -> None:
    learner = make()
    batch = learner.data.batch("train", torch.tensor([4, 2]))
    assert batch.inputs[:, 0, 0, 0].tolist() == [1.0, 0.0]
    assert batch.inputs[:, 0, 1, 1].tolist() == [-1.0, -1.0]
    assert batch.targets.tolist() == [4, 2]
    assert learner.splits["train"].inputs.dtype == torch.uint8
    assert learner.splits["train"].inputs[4, 0, 0, 0] == 4


def test_rows_and_slices_give_the_same_batch() -> None:
    learner = make()
    assert torch.equal(
        learner.data.batch("test", slice(3, 6)).inputs, learner.data.batch("test", torch.arange(3, 6)).inputs
    )


@pytest.mark.parametrize(
    ("limit", "num_steps", "max_seconds"),
    [
        ({"kind": "epochs", "count": 3}, 6, float("inf")),
        ({"kind": "steps", "count": 5}, 5, float("inf")),
        ({"kind": "seconds", "count": 1.5}, None, 1.5),
    ],
)
def test_limits(limit: dict[str, Any], num_steps: int | None, max_seconds: float) -> None:
    learner = make(limit=limit, batch_size=64)
    assert (learner.lengths.num_steps, learner.lengths.max_seconds) == (num_steps, max_seconds)


def test_samples_are_counted_within_and_across_epochs() -> None:
    learner = make(num_samples=100, batch_size=64)
    learner.epoch, learner.position = 2, 64
    assert learner.num_samples == 264
    learner.position = 100
    assert learner.num_samples == 300


def test_one_shared_learning_rate_is_one_metric() -> None:
    learner = make(optimizer={"kind": "sgd", "learning_rate": 0.25})
    assert learner.apply_schedule() == {"learning_rate": 0.25}
    learner.set_learning_rate("network", 0.125)
    assert learner.apply_schedule() == {"learning_rate": 0.125}
    assert learner.optimizers["network"].param_groups[0]["lr"] == 0.125


def test_different_learning_rates_are_named_by_network() -> None:
    one = {"blocks": [{"kind": "dense", "units": 1}]}
    architecture = {
        "kind": "gan",
        "noise": 2,
        "generator": {"blocks": [{"kind": "dense", "units": 2}]},
        "discriminator": one,
    }
    training = {
        "objective": {"kind": "adversarial"},
        "optimizer": {"kind": "adam", "learning_rate": 0.5},
        "discriminator_optimizer": {"kind": "sgd", "learning_rate": 0.25},
    }
    experiment = Experiment.model_validate(
        {"data": {"kind": "ring"}, "architecture": architecture, "training": training}
    )
    learner = make_learner(experiment, experiment.data.load(), CPU)
    assert learner.apply_schedule() == {"learning_rate/generator": 0.5, "learning_rate/discriminator": 0.25}
    learner.set_learning_rate("discriminator", 0.5)
    assert learner.apply_schedule() == {"learning_rate": 0.5}


@pytest.mark.parametrize("optimizer", [{"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9}, {"kind": "adam"}])
def test_the_optimiser_is_torchs(optimizer: dict[str, Any]) -> None:
    learner = make(optimizer=optimizer)
    twin = make(optimizer=optimizer).networks["network"]
    parameters = list(twin.parameters())
    reference: torch.optim.Optimizer = torch.optim.Adam(parameters, 0.001)
    if optimizer["kind"] == "sgd":
        reference = torch.optim.SGD(parameters, 0.1, 0.9)
    for at in (0, 16, 32):
        batch = learner.data.batch("train", slice(at, at + 16))
        list(learner.objective.step(learner, batch))
        reference.zero_grad()
        torch.nn.functional.cross_entropy(twin(batch.inputs), batch.targets).backward()
        reference.step()
    for mine, its in zip(learner.networks["network"].parameters(), parameters, strict=True):
        assert torch.allclose(mine, its, atol=1e-6)


def test_a_network_that_does_not_fit_is_refused() -> None:
    blocks = [{"kind": "dense", "units": 3}]
    experiment = Experiment.model_validate({"architecture": {"kind": "single", "network": {"blocks": blocks}}})
    with pytest.raises(InputError) as caught:
        make_learner(experiment, experiment.data.load(), CPU)
    assert [problem.code for problem in caught.value.problems] == ["wrong_kind"]


def test_batch_normalisation_on_vectors_takes_batches_of_one() -> None:
    blocks = [{"kind": "flatten"}, {"kind": "batch_norm"}, {"kind": "dense", "units": "classes"}]
    training = {"batch_size": 1, "limit": {"kind": "steps", "count": 3}}
    architecture = {"kind": "single", "network": {"blocks": blocks}}
    experiment = Experiment.model_validate({"architecture": architecture, "training": training})
    assert check(experiment) == ()
    learner = make_learner(experiment, experiment.data.load(), CPU)
    losses = [moment.metrics["train/loss"] for moment in train(learner) if moment.name == "step"]
    assert torch.isfinite(torch.tensor([float(loss) for loss in losses])).tolist() == [True] * 3
