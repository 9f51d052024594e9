"""A learner can be left and taken up again exactly: the losses are the same to the last bit."""

from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.state import restore, state_from_arrays, state_of
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment

pytestmark = pytest.mark.usefixtures("one_thread")

CLASSES = {"kind": "dense", "units": "classes"}
RECURRENT = {"kind": "recurrent", "cell": "lstm", "units": 8, "layers": 2, "dropout": 0.2}
DENSE = {"kind": "dense", "units": 16}
CNN = {
    "data": {"kind": "digits"},
    "architecture": {
        "kind": "single",
        "network": {
            "blocks": [
                {"kind": "conv2d", "out_channels": 4, "kernel_size": 3},
                {"kind": "batch_norm"},
                {"kind": "activation"},
                {"kind": "dropout"},
                {"kind": "flatten"},
                CLASSES,
            ]
        },
    },
    "training": {"batch_size": 128},  # ten steps an epoch, so that thirty cross two ends
}
LSTM = {
    "data": {"kind": "digits", "form": "rows"},
    "architecture": {
        "kind": "single",
        "network": {
            "blocks": [{"kind": "recurrent", "cell": "lstm", "units": 8, "layers": 2, "dropout": 0.2}, CLASSES]
        },
    },
    "training": {"batch_size": 128, "optimizer": {"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9}},
}
TRANSFORMER = {
    "data": {"kind": "reversal", "length": 4, "num_samples": 500},
    "architecture": {
        "kind": "encoder_decoder",
        "encoder": {
            "blocks": [{"kind": "embedding", "units": 16}, {"kind": "encoder_block", "heads": 2, "dropout": 0.1}]
        },
        "decoder": {
            "blocks": [
                {"kind": "embedding", "units": 16},
                {"kind": "decoder_block", "heads": 2, "dropout": 0.1},
                {"kind": "dense", "units": "vocabulary"},
            ]
        },
    },
    "training": {"objective": {"kind": "translate"}, "batch_size": 32},
}
GAN = {
    "data": {"kind": "ring", "num_samples": 500},
    "architecture": {
        "kind": "gan",
        "noise": 4,
        "generator": {"blocks": [DENSE, {"kind": "batch_norm"}, {"kind": "dense", "units": 2}]},
        "discriminator": {"blocks": [DENSE, {"kind": "activation"}, {"kind": "dense", "units": 1}]},
    },
    "training": {"objective": {"kind": "adversarial", "instance_noise": 0.2}, "batch_size": 32},
}


def trained_with(experiment: dict[str, Any], **training: Any) -> dict[str, Any]:
    return experiment | {"training": dict(experiment["training"]) | training}


AUGMENTED = {
    "transforms": [{"kind": kind} for kind in ("crop", "flip", "rotate", "cutout", "normalise", "noise", "mixup")],
    "training_samples": 500,
    "label_noise": 0.2,
}
EXPERIMENTS = {
    "cnn": CNN,
    "lstm": LSTM,
    "transformer": TRANSFORMER,
    "gan": GAN,
    "nesterov, step": trained_with(
        LSTM,
        optimizer={"kind": "sgd", "learning_rate": 0.1, "momentum": 0.9, "nesterov": True},
        schedule={"kind": "step", "every": 1, "gamma": 0.7},
    ),
    "amsgrad, cosine": trained_with(CNN, optimizer={"kind": "adam", "amsgrad": True}, schedule={"kind": "cosine"}),
    "adamw, warm-up": trained_with(
        TRANSFORMER,
        optimizer={"kind": "adamw"},
        schedule={"kind": "warm_up", "steps": 15, "then": "inverse_sqrt"},
    ),
    "rmsprop, one cycle": trained_with(
        GAN,
        optimizer={"kind": "rmsprop", "learning_rate": 0.001, "momentum": 0.5, "centered": True},
        discriminator_optimizer={"kind": "rmsprop", "learning_rate": 0.002},
        schedule={"kind": "one_cycle"},
    ),
    "smoothed, weighted, clipped": trained_with(
        CNN,
        objective={"kind": "classify", "label_smoothing": 0.1, "class_weights": "balanced", "temperature": 2},
        clip_norm=0.5,
    ),
    "augmented": CNN | {"preparation": AUGMENTED},
    "bf16": trained_with(TRANSFORMER, precision="bf16"),
    "early stopping": trained_with(CNN, early_stopping={"kind": "patience", "epochs": 4}),
    "lsgan": trained_with(GAN, objective={"kind": "adversarial", "loss": "lsgan"}),
    "wgan_gp": trained_with(GAN, objective={"kind": "adversarial", "loss": "wgan_gp", "critic_steps": 2}),
    "hinge, clipped": trained_with(GAN, objective={"kind": "adversarial", "loss": "hinge"}, clip_norm=0.1),
}


def make(name: str) -> Learner:
    experiment = Experiment.model_validate(EXPERIMENTS[name] | {"seed": 7})
    return make_learner(experiment, experiment.data.load(), torch.device("cpu"))


def losses_of(learner: Learner, num_steps: int) -> list[float]:
    losses: list[float] = []
    last_step = learner.step + num_steps
    for moment in train(learner):
        losses += [float(value) for name, value in moment.metrics.items() if "loss" in name]
        if moment.name == "step" and learner.step == last_step:
            return losses
    raise AssertionError("training ended before its steps were done")


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_restored_learner_goes_on_to_the_last_bit(name: str) -> None:
    wanted = losses_of(make(name), 30)
    begun = make(name)
    losses = losses_of(begun, 13)
    saved = state_of(begun)
    losses_of(begun, 3)  # what goes on elsewhere must not reach the saved state
    taken_up = make(name)
    restore(taken_up, saved)
    assert losses + losses_of(taken_up, 17) == wanted


@pytest.mark.parametrize("name", ["cnn", "lstm", "transformer", "gan"])
def test_the_state_survives_the_disk(name: str, tmp_path: Path) -> None:
    wanted = losses_of(make(name), 12)
    begun = make(name)
    losses = losses_of(begun, 10)  # the last step of an epoch, not yet validated
    saved = state_of(begun)
    with RunFolder.create(tmp_path / "run", begun.experiment, device="cpu", num_threads=1) as folder:
        folder.write_checkpoint(10, saved.weights, saved.state, saved.scalars)
        restored = state_from_arrays(*folder.read_checkpoint(10))
    taken_up = make(name)
    restore(taken_up, restored)
    assert losses + losses_of(taken_up, 2) == wanted


def test_a_changed_learning_rate_and_the_counters_are_part_of_the_state() -> None:
    begun = make("gan")
    begun.set_learning_rate("generator", 0.5)
    begun.stopwatch.set(12.5)
    losses_of(begun, 3)
    taken_up = make("gan")
    restore(taken_up, state_of(begun))
    assert taken_up.learning_rates == {"generator": 0.5, "discriminator": 0.001}
    assert (taken_up.step, taken_up.epoch, taken_up.position) == (3, 0, 96)
    assert taken_up.stopwatch.seconds == 12.5


def test_the_memory_of_an_objective_is_part_of_the_state() -> None:
    begun, taken_up = make("cnn"), make("cnn")
    begun.memory["average"] = torch.tensor([1.0, 2.0])
    restore(taken_up, state_of(begun))
    assert taken_up.memory["average"].tolist() == [1.0, 2.0]


def test_weights_are_named_by_network_and_block() -> None:
    weights = state_of(make("gan")).weights
    assert weights["generator.blocks.0.weight"].shape == (16, 4)
    assert weights["discriminator.blocks.2.bias"].shape == (1,)


def test_a_saved_state_does_not_follow_the_weights() -> None:
    learner = make("cnn")
    saved: dict[str, Any] = dict(state_of(learner).weights)
    before = {name: weight.clone() for name, weight in saved.items()}
    losses_of(learner, 2)
    assert all(torch.equal(before[name], weight) for name, weight in saved.items())
