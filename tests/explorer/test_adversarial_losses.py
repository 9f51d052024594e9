"""The adversarial losses are those of their papers, written out once more here; the penalties are checked by hand."""

from typing import Any, get_args

import pytest
import torch
from torch.nn import functional as F

from explorer.adversarial_losses import (
    AdversarialLoss,
    interpolation_penalty,
    loss_of_generator,
    loss_of_made,
    loss_of_real,
    squared_gradient,
)
from explorer.check import check
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.gallery import cards, load
from explorer.no_effect import no_effect
from explorer.options import OPTION_LABELS
from explorer.spec import Experiment

pytestmark = pytest.mark.usefixtures("one_thread")

LOSSES: tuple[AdversarialLoss, ...] = get_args(AdversarialLoss)
SCORES = torch.linspace(-3, 3, 13).unsqueeze(1)
ONES, ZEROS = torch.ones_like(SCORES), torch.zeros_like(SCORES)
BCE = F.binary_cross_entropy_with_logits
WRITTEN_OUT = {
    "bce": (BCE(SCORES, ONES), BCE(SCORES, ZEROS), BCE(SCORES, ONES)),
    "lsgan": tuple(F.mse_loss(SCORES, target) / 2 for target in (ONES, ZEROS, ONES)),
    "wgan_gp": (-SCORES.mean(), SCORES.mean(), -SCORES.mean()),
    "hinge": (
        F.margin_ranking_loss(SCORES, ZEROS, ONES, margin=1),
        F.margin_ranking_loss(ZEROS, SCORES, ONES, margin=1),
        -SCORES.mean(),
    ),
}


def experiment(discriminator: list[dict[str, Any]] | None = None, **objective: Any) -> Experiment:
    dense, one = {"kind": "dense", "units": 32}, {"kind": "dense", "units": 1}
    leaky = {"kind": "activation", "function": "leaky_relu"}
    return Experiment.model_validate(
        {
            "data": {"kind": "ring", "num_samples": 200},
            "architecture": {
                "kind": "gan",
                "noise": 4,
                "generator": {"blocks": [dense, {"kind": "activation"}, {"kind": "dense", "units": 2}]},
                "discriminator": {"blocks": discriminator or [dense, leaky, one]},
            },
            "training": {"objective": {"kind": "adversarial", **objective}, "batch_size": 16},
            "seed": 3,
        }
    )


def learner_of(one: Experiment) -> Learner:
    return make_learner(one, one.data.load(), torch.device("cpu"))


@pytest.mark.parametrize("loss", LOSSES)
def test_every_loss_is_that_of_its_paper(loss: AdversarialLoss) -> None:
    found = [part(loss, SCORES).mean() for part in (loss_of_real, loss_of_made, loss_of_generator)]
    assert all(torch.allclose(one, other) for one, other in zip(found, WRITTEN_OUT[loss], strict=True))
    assert loss in OPTION_LABELS


def test_the_penalty_of_a_line_is_known() -> None:
    """The gradient of a linear score is its weight everywhere, here of length 5: penalty 16, R1 25."""
    weight = torch.tensor([[3.0], [4.0]], requires_grad=True)
    real, made = torch.randn(7, 2), torch.randn(7, 2)
    penalty = interpolation_penalty(lambda samples: samples @ weight, real, made)
    assert penalty.item() == pytest.approx(16)
    penalty.backward()  # through the gradient, to the weights: 2 (|w| - 1) w / |w|
    assert weight.grad is not None
    assert torch.allclose(weight.grad, 2 * 4 * weight.detach() / 5)
    real.requires_grad_()
    assert squared_gradient(real @ weight, real).item() == pytest.approx(25)


def test_the_penalty_looks_between_real_and_made_samples() -> None:
    seen: list[torch.Tensor] = []

    def score(samples: torch.Tensor) -> torch.Tensor:
        seen.append(samples.detach())
        return samples.flatten(1).sum(1, keepdim=True)

    real, made = torch.zeros(200, 1, 2, 2), torch.ones(200, 1, 2, 2)
    interpolation_penalty(score, real, made)
    shares = seen[0].flatten(1)
    assert torch.equal(shares, shares[:, :1].expand_as(shares))  # one share for all values of a sample
    assert 0 <= shares.min() < 0.1
    assert 0.9 < shares.max() <= 1


@pytest.mark.parametrize("loss", LOSSES)
def test_every_loss_learns_to_tell_made_points_from_real_ones(loss: str) -> None:
    learner = learner_of(experiment(loss=loss))
    learner.set_learning_rate("generator", 1e-12)
    learner.set_learning_rate("discriminator", 0.01)
    seen = [moment.metrics for moment in train(learner) if moment.name == "step"]
    first, last = ({name: float(value) for name, value in metrics.items()} for metrics in (seen[0], seen[-1]))
    assert last["train/loss/discriminator"] < first["train/loss/discriminator"]
    real, made = ("d_real", "d_fake") if loss == "bce" else ("score_real", "score_fake")
    assert last[f"train/{real}"] > last[f"train/{made}"]


@pytest.mark.parametrize("loss", LOSSES)
def test_validation_tells_the_same_numbers_as_training(loss: str) -> None:
    learner = learner_of(experiment(loss=loss))
    names: dict[str, set[str]] = {"train": set(), "validation": set()}
    for moment in train(learner):
        for name in moment.metrics:
            split, _, rest = name.partition("/")
            if split in names:
                names[split].add(rest)
        if moment.name == "epoch":
            break
    assert names["train"] == names["validation"] >= {"loss/generator", "loss/discriminator"}


def test_the_discriminator_takes_its_updates_from_batches_of_its_own() -> None:
    learner = learner_of(experiment(loss="wgan_gp", critic_steps=3))
    assert learner.batch_sizes == [48, 48, 44]
    real = learner.data.batch("train", slice(0, 48))
    updates = [phase.network for phase in learner.objective.step(learner, real) if phase.name == "update"]
    assert updates == ["discriminator"] * 3 + ["generator"]


def test_few_samples_make_fewer_updates_of_two_samples_each() -> None:
    learner = learner_of(experiment(critic_steps=5))
    for num_samples, num_updates in ((1, 1), (3, 1), (4, 2), (9, 4), (11, 5)):
        phases = list(learner.objective.step(learner, learner.data.batch("train", slice(0, num_samples))))
        assert sum(phase.name == "update" for phase in phases) == num_updates + 1


DENSE, ONE = {"kind": "dense", "units": 8}, {"kind": "dense", "units": 1}
NORM = {"kind": "batch_norm"}


def activation(function: str) -> dict[str, Any]:
    return {"kind": "activation", "function": function}


@pytest.mark.parametrize(
    ("objective", "blocks", "wanted"),
    [
        ({}, [DENSE, ONE, activation("sigmoid")], [("squashed_twice", 2)]),
        ({}, [DENSE, ONE, activation("tanh")], []),
        ({}, [DENSE, activation("sigmoid"), ONE], []),
        ({"loss": "lsgan"}, [DENSE, ONE, activation("sigmoid")], []),
        ({"loss": "hinge"}, [DENSE, ONE, activation("tanh")], [("score_bounded", 2)]),
        ({"loss": "wgan_gp"}, [DENSE, NORM, ONE, activation("sigmoid")], [("score_bounded", 3), ("batch_mixed", 1)]),
        ({"loss": "wgan_gp", "interpolation_penalty": 0}, [DENSE, NORM, ONE], []),
        ({"loss": "wgan_gp"}, [DENSE, {"kind": "layer_norm"}, ONE], []),
        ({"critic_steps": 9}, [DENSE, ONE], [("step_too_large", None)]),
    ],
)
def test_what_cannot_work_is_a_problem_at_its_block(
    objective: dict[str, Any], blocks: list[dict[str, Any]], wanted: list[tuple[str, int | None]]
) -> None:
    found = [(problem.code, problem.place) for problem in check(experiment(blocks, **objective))]
    places = ["training.batch_size" if at is None else f"architecture.discriminator.blocks.{at}" for _, at in wanted]
    assert found == [(code, place) for (code, _), place in zip(wanted, places, strict=True)]


def test_options_of_other_losses_have_no_effect() -> None:
    place = "training.objective"
    no_labels = "preparation.label_noise"  # whose noise would change nothing
    assert set(no_effect(experiment())) == {
        no_labels, f"{place}.interpolation_penalty", f"{place}.instance_noise_steps",
    }  # fmt: skip
    assert set(no_effect(experiment(loss="wgan_gp", instance_noise=0.1))) == {no_labels}


def test_the_gallery_makes_none_of_these_mistakes() -> None:
    codes = {problem.code for card in cards() for problem in check(load(card.id))}
    assert not codes & {"squashed_twice", "score_bounded", "batch_mixed", "metric_absent"}
