"""Which settings change nothing, and why; and the curve of the learning rate before training."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import edits
from explorer.check import check
from explorer.early_stopping import STOPPINGS
from explorer.gallery import cards, load
from explorer.no_effect import no_effect
from explorer.objectives import OBJECTIVES
from explorer.optimizers import OPTIMIZERS
from explorer.rate_curve import NUM_POINTS, rate_curve
from explorer.run_length import steps_per_epoch
from explorer.schedules import SCHEDULES
from explorer.spec import Experiment
from explorer.training import LIMITS
from models.network import ARCHITECTURES
from models.spec import Spec

GAN = {"architecture": {"kind": "gan"}}


def experiment(training: dict[str, Any], **parts: Any) -> Experiment:
    return Experiment.model_validate({"data": {"kind": "points", "num_samples": 200}, "training": training, **parts})


NO_DISCRIMINATOR = "training.discriminator_optimizer"
SGD = {"kind": "sgd", "nesterov": True}


@pytest.mark.parametrize(
    ("one", "wanted"),
    [
        (experiment({}, **GAN), set()),
        (experiment({}), {NO_DISCRIMINATOR}),
        (experiment({"optimizer": SGD}, **GAN), {"training.optimizer.nesterov"}),
        (experiment({"optimizer": {**SGD, "momentum": 0.5}}, **GAN), set()),
        (experiment({"discriminator_optimizer": SGD}, **GAN), {"training.discriminator_optimizer.nesterov"}),
        (
            experiment({"schedule": {"kind": "warm_up", "steps": 30}, "limit": {"kind": "steps", "count": 30}}, **GAN),
            {"training.schedule.then"},
        ),
        (
            experiment({"schedule": {"kind": "warm_up", "steps": 29}, "limit": {"kind": "steps", "count": 30}}, **GAN),
            set(),
        ),
        (experiment({"schedule": {"kind": "warm_up"}, "limit": {"kind": "seconds"}}, **GAN), set()),
    ],
)
def test_settings_without_effect_are_named(one: Experiment, wanted: set[str]) -> None:
    assert set(no_effect(one)) == wanted


def kinds(members: tuple[type[Spec], ...]) -> st.SearchStrategy[dict[str, str]]:
    return st.sampled_from([{"kind": member.model_fields["kind"].default} for member in members])


@given(
    st.fixed_dictionaries(
        {
            "objective": kinds(OBJECTIVES),
            "optimizer": kinds(OPTIMIZERS),
            "discriminator_optimizer": st.none() | kinds(OPTIMIZERS),
            "schedule": kinds(SCHEDULES),
            "limit": kinds(LIMITS),
            "early_stopping": kinds(STOPPINGS),
            "batch_size": st.integers(1, 65536),
        }
    ),
    kinds(ARCHITECTURES),
)
def test_whatever_is_chosen_together_is_told_about_and_drawn(training: dict[str, Any], architecture: Any) -> None:
    one = experiment(training, architecture=architecture)
    assert all(edits.get(one, place) is not one for place in no_effect(one))
    assert all(problem.place and str(problem.message) for problem in check(one))
    assert rate_curve(one, one.data.facts().num_samples["train"]).num_steps >= 1


@pytest.mark.parametrize("card", cards(), ids=lambda card: card.id)
def test_every_place_without_effect_is_a_place(card: Any) -> None:
    one = load(card.id)
    for place, reason in no_effect(one).items():
        edits.get(one, place)
        assert str(reason).endswith(".")


@given(st.integers(1, 5000), st.integers(1, 300), st.integers(1, 200))
def test_the_curve_has_every_step_of_a_short_run_and_the_ends_of_a_long_one(
    num_samples: int, batch_size: int, epochs: int
) -> None:
    training = {"schedule": {"kind": "cosine"}, "batch_size": batch_size, "limit": {"kind": "epochs", "count": epochs}}
    curve = rate_curve(experiment(training), num_samples)
    assert curve.num_steps == epochs * steps_per_epoch(num_samples, batch_size)
    assert len(curve.steps) == min(curve.num_steps, NUM_POINTS)
    assert (curve.steps[0], curve.steps[-1]) == (0, curve.num_steps - 1)
    assert np.all(np.diff(curve.steps) > 0)
    assert curve.rates[""][0] == 0.001


@pytest.mark.parametrize("schedule", [{"kind": "step", "every": 10**9}, {"kind": "warm_up", "steps": 10**9}])
@pytest.mark.parametrize("limit", ["epochs", "steps", "seconds"])
def test_the_longest_run_still_has_a_curve(schedule: dict[str, Any], limit: str) -> None:
    longest = {"epochs": 10**9, "steps": 10**15, "seconds": 1e9}[limit]
    one = experiment({"schedule": schedule, "limit": {"kind": limit, "count": longest}, "batch_size": 1})
    curve = rate_curve(one, 10**7)
    assert len(curve.steps) == len(curve.rates[""]) == NUM_POINTS
    assert np.all(np.isfinite(curve.rates[""]))
    assert set(no_effect(one)) <= {NO_DISCRIMINATOR, "training.schedule.then"}


@pytest.mark.parametrize(
    ("schedule", "length"),
    [
        ({"kind": "one_cycle"}, 1000),
        ({"kind": "warm_up", "steps": 4000}, 20_000),
        ({"kind": "step", "every": 10}, 10 * 4 * 5),
        ({"kind": "step", "every": 10, "unit": "steps"}, 50),
    ],
)
def test_under_a_limit_of_time_a_length_is_supposed(schedule: dict[str, Any], length: int) -> None:
    curve = rate_curve(experiment({"schedule": schedule, "limit": {"kind": "seconds"}}), 200)
    assert (curve.num_steps, curve.is_supposed) == (length, True)
