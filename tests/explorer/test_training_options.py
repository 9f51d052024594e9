"""Options of training beside optimiser and schedule: smoothing, weights, temperature, clipping, precision."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from explorer.check import check
from explorer.engine import devices
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.look import Look
from explorer.engine.loop import train
from explorer.gallery import load
from explorer.objectives.classify import balanced_weights
from explorer.spec import Experiment
from models.problem import InputError

pytestmark = pytest.mark.usefixtures("one_thread")

TANH = {"kind": "activation", "function": "tanh"}
DENSE, CLASSES = {"kind": "dense", "units": 8}, {"kind": "dense", "units": "classes"}
OFFLINE = ("cnn-digits", "lstm-waves", "gru-waves", "rnn-waves", "transformer-reversal", "transformer-lm", "gan-digits")


def classify(*blocks: Mapping[str, Any], **training: Any) -> Experiment:
    return Experiment.model_validate(
        {
            "data": {"kind": "points", "num_samples": 200},
            "architecture": {"kind": "single", "network": {"blocks": blocks or (DENSE, TANH, CLASSES)}},
            "training": {"batch_size": 16, **training},
        }
    )


def learner_of(one: Experiment) -> Learner:
    return make_learner(one, one.data.load(), torch.device("cpu"))


def first_step(learner: Learner) -> dict[str, float]:
    for moment in train(learner):
        if moment.name == "step":
            return {name: float(value) for name, value in moment.metrics.items()}
    raise AssertionError("training ended before its first step")


def test_classes_are_weighted_as_scikit_learn_balances_them() -> None:
    sklearn = pytest.importorskip("sklearn.utils.class_weight")
    targets = torch.tensor([0, 0, 0, 1, 2, 2])
    wanted = sklearn.compute_class_weight("balanced", classes=np.arange(3), y=targets.numpy())
    assert balanced_weights(targets, 3).tolist() == pytest.approx(wanted.tolist())
    assert balanced_weights(targets, 4)[3].isfinite()  # a class without samples


@pytest.mark.parametrize("temperature", [1.0, 2.5])
@pytest.mark.parametrize("label_smoothing", [0.0, 0.2])
@pytest.mark.parametrize("class_weights", ["none", "balanced"])
def test_training_minimises_torchs_cross_entropy(
    temperature: float, label_smoothing: float, class_weights: str
) -> None:
    options = {"temperature": temperature, "label_smoothing": label_smoothing, "class_weights": class_weights}
    learner = learner_of(classify(objective={"kind": "classify", **options}))
    uneven = learner.splits["train"]
    uneven.targets[: len(uneven) // 3] = 1
    learner.objective.start(learner)
    batch = learner.data.batch("train", learner.epoch_batches()[0])
    weight = balanced_weights(uneven.targets, 2) if class_weights == "balanced" else None
    reference = torch.nn.CrossEntropyLoss(weight=weight, label_smoothing=label_smoothing)
    logits = learner.networks["network"](batch.inputs)
    assert first_step(learner)["train/loss"] == pytest.approx(reference(logits / temperature, batch.targets).item())


def test_validation_tells_the_plain_loss_at_the_temperature() -> None:
    options = {"temperature": 3.0, "label_smoothing": 0.3, "class_weights": "balanced"}
    learner = learner_of(classify(objective={"kind": "classify", **options}))
    learner.train_mode(False)
    batch = learner.data.batch("validation", slice(0, 20))
    with torch.no_grad():
        wanted = F.cross_entropy(learner.networks["network"](batch.inputs) / 3, batch.targets).item()
        scored = learner.objective.score(learner, batch)
        answer = learner.objective.output(learner, batch)
    assert scored["loss"] / scored["count"] == pytest.approx(wanted)
    assert torch.equal(answer, learner.networks["network"](batch.inputs) / 3)


@pytest.mark.parametrize("function", ["sigmoid", "softmax"])
def test_what_squashes_before_cross_entropy_is_a_problem(function: str) -> None:
    squashing = {"kind": "activation", "function": function}
    problems = check(classify(DENSE, CLASSES, squashing))
    assert [(problem.code, problem.place) for problem in problems] == [
        ("squashed_twice", "architecture.network.blocks.2")
    ]
    assert check(classify(squashing, DENSE, CLASSES)) == ()


@pytest.mark.parametrize("after", ["dropout", "noise", "flatten", {"kind": "repeat", "blocks": [{"kind": "dropout"}]}])
def test_what_keeps_the_bounds_of_a_softmax_does_not_hide_it(after: Any) -> None:
    softmax, last = {"kind": "activation", "function": "softmax"}, {"kind": after} if isinstance(after, str) else after
    inside = {"kind": "repeat", "blocks": [{"kind": "dense", "units": 2}, softmax]}
    for blocks, place in (((softmax, last), "2"), ((inside, last), "2.blocks.1")):
        (problem,) = check(classify(DENSE, CLASSES, *blocks))
        assert (problem.code, problem.place) == ("squashed_twice", f"architecture.network.blocks.{place}")
    assert check(classify(DENSE, CLASSES, {"kind": "residual", "blocks": [softmax]}, last)) == ()


@pytest.mark.parametrize("clip_norm", [0.01, 1000.0])
def test_gradients_are_clipped_as_torch_clips_them(clip_norm: float) -> None:
    plain, clipped = learner_of(classify()), learner_of(classify(clip_norm=clip_norm))
    gradients = {}
    for name, learner in {"plain": plain, "clipped": clipped}.items():
        batch = learner.data.batch("train", slice(0, 16))
        phases = list(learner.objective.step(learner, batch))
        gradients[name] = [weight.grad for weight in learner.networks["network"].parameters()]
        metrics = {key: value for phase in phases for key, value in phase.metrics.items()}
    weights = list(plain.networks["network"].parameters())
    norm = torch.nn.utils.clip_grad_norm_(weights, clip_norm)
    assert metrics["gradient_norm"].item() == norm.item()
    assert all(torch.equal(weight.grad, found) for weight, found in zip(weights, gradients["clipped"], strict=True))


def test_the_gradients_length_is_recorded_only_where_it_is_clipped() -> None:
    assert "train/gradient_norm" not in first_step(learner_of(classify()))
    assert first_step(learner_of(classify(clip_norm=1.0)))["train/gradient_norm"] > 0


def test_the_networks_of_a_gan_are_clipped_one_by_one_and_those_of_a_transformer_together() -> None:
    for name, wanted in {
        "gan-ring": {"train/gradient_norm/generator", "train/gradient_norm/discriminator"},
        "transformer-reversal": {"train/gradient_norm"},
    }.items():
        one = load(name)
        training = one.training.model_copy(update={"clip_norm": 0.5})
        metrics = first_step(learner_of(one.model_copy(update={"training": training})))
        assert {key for key in metrics if "gradient" in key} == wanted


def in_bfloat16(name: str) -> Experiment:
    one = load(name)
    return one.model_copy(update={"training": one.training.model_copy(update={"precision": "bf16"})})


@pytest.mark.parametrize("name", OFFLINE)
def test_every_family_trains_in_bfloat16(name: str) -> None:
    """The loss begins near that of 32-bit floats, but is another number: the arithmetic is not the same."""
    plain, short = learner_of(load(name)), learner_of(in_bfloat16(name))
    found, wanted = first_step(short), first_step(plain)
    losses = [key for key in wanted if "loss" in key]
    assert [found[key] for key in losses] == pytest.approx([wanted[key] for key in losses], rel=0.05)
    assert [found[key] for key in losses] != [wanted[key] for key in losses]
    for network in short.networks.values():
        assert {weight.dtype for weight in network.parameters()} == {torch.float32}


@pytest.mark.parametrize("name", ["cnn-digits", "gan-digits"])
def test_views_see_32_bit_floats_whatever_the_precision(name: str) -> None:
    learner = learner_of(in_bfloat16(name))
    moments = train(learner)
    while next(moments).phase is not None or learner.step < 1:  # also in the middle of a step
        record = Look(learner).recorded()
        tensors = [value for outputs in record.outputs.values() for value in outputs.values()]
        assert {tensor.dtype for tensor in (record.answer, *tensors)} == {torch.float32}


def test_penalties_on_gradients_work_in_bfloat16() -> None:
    one = in_bfloat16("gan-ring")
    objective = one.training.objective.model_copy(update={"loss": "wgan_gp", "gradient_penalty": 1.0})
    training = one.training.model_copy(update={"objective": objective})
    metrics = first_step(learner_of(one.model_copy(update={"training": training})))
    assert all(torch.tensor(list(metrics.values())).isfinite())


def test_a_device_without_bfloat16_is_a_problem_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "_has_bfloat16", lambda device: False)
    with pytest.raises(InputError) as refused:
        learner_of(classify(precision="bf16"))
    (problem,) = refused.value.problems
    assert (problem.code, problem.place) == ("precision_absent", "training.precision")
    learner_of(classify())
