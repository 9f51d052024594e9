"""On a real CUDA device: replayed steps, states on their way, compiled networks. Skipped where there is none.

Tolerance: a replay runs the very kernels of an eager step with a learning rate of 32 bits instead of 64, so that losses
of the first twenty steps agree to 1e-3, and those of steps taken again from the same state to 1e-4 of their value.
"""

from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.changes.learning_rate import LearningRate
from explorer.edits import replace, replace_each
from explorer.engine.building import make_learner
from explorer.engine.crossing import Arriving
from explorer.engine.device_recorder import make_recorder
from explorer.engine.fast_path import NUM_WARM, RECORDED
from explorer.engine.headless import train_headless
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.state import num_bytes, restore, state_of
from explorer.gallery import load
from explorer.spec import Experiment
from explorer.training import Steps

pytestmark = pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")

EAGER, AGAIN = 1e-3, 1e-4
NUM_STEPS = 20
AUGMENTED = ("crop", "flip", "rotate", "cutout", "normalise", "noise", "mixup")
FAMILIES: dict[str, tuple[str, dict[str, Any]]] = {
    "mlp": ("mlp-digits", {"training.clip_norm": 0.5, "training.schedule": {"kind": "cosine"}}),
    "cnn": ("cnn-digits", {}),
    "augmented": ("cnn-digits", {"preparation.transforms": [{"kind": kind} for kind in AUGMENTED]}),
    "lstm": ("lstm-waves", {}),
    "transformer": ("transformer-reversal", {}),
    "gan": ("gan-digits", {}),
}


def learner_of(spec: Experiment) -> Learner:
    learner = make_learner(spec, spec.data.load(), torch.device("cuda:0"))
    learner.stops_at_phases = False
    return learner


def experiment(family: str) -> Experiment:
    name, settings = FAMILIES[family]
    return replace_each(load(name), settings)


def losses(learner: Learner, num_steps: int = NUM_STEPS) -> list[float]:
    recorder = make_recorder(learner)
    for moment in islice((one for one in train(learner) if one.name == "step"), num_steps):
        recorder.record(learner.step, moment.metrics)
    return [float(value) for series in recorder.flush() if "loss" in series.name for value in series.values]


def eager(spec: Experiment) -> Learner:
    learner = learner_of(spec)
    learner.stops_at_phases = True
    return learner


def words(learner: Learner) -> str:
    return " ".join(map(str, learner.computing))


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_a_replayed_step_is_the_step(family: str, precision: str) -> None:
    spec = replace(experiment(family), "training.precision", precision)
    wanted = losses(eager(spec))
    learner = learner_of(spec)
    found = losses(learner)
    assert words(learner) == str(RECORDED)
    assert found == pytest.approx(wanted, rel=EAGER if precision == "fp32" else 2e-2)


@pytest.mark.parametrize("family", ["cnn", "transformer", "gan"])
def test_random_numbers_go_on_where_a_state_was_kept(family: str) -> None:
    learner = learner_of(experiment(family))
    losses(learner, NUM_WARM + 5)
    kept = state_of(learner)
    wanted = losses(learner, 20)
    restore(learner, kept)
    assert losses(learner, 20) == pytest.approx(wanted, rel=AGAIN)
    restore(learner, kept)
    learner.stops_at_phases = True
    assert losses(learner, 20) == pytest.approx(wanted, rel=EAGER)


def test_a_learning_rate_of_zero_keeps_the_weights() -> None:
    learner = learner_of(load("mlp-digits"))
    losses(learner, NUM_WARM + 3)
    learner.changes[learner.step] = [LearningRate(network="network", value=0.0)]
    before = [weight.clone() for weight in learner.networks["network"].parameters()]
    losses(learner, 3)
    after = learner.networks["network"].parameters()
    assert words(learner) == str(RECORDED)
    assert all(one.equal(other) for one, other in zip(before, after, strict=True))


def test_a_state_crosses_beside_the_steps_and_is_what_it_was() -> None:
    learner = learner_of(load("cnn-digits"))
    losses(learner, NUM_WARM + 3)
    wanted = {name: value.cpu() for name, value in learner.networks["network"].state_dict().items()}
    kept = state_of(learner)
    losses(learner, 10)
    assert isinstance(kept.weights, Arriving)
    assert num_bytes(kept) > 0
    assert all(kept.weights[f"network.{name}"].equal(value) for name, value in wanted.items())


def test_no_step_waits_for_the_device() -> None:
    learner = learner_of(load("cnn-digits"))
    losses(learner, NUM_WARM + 3)
    steps = (one for one in train(learner) if one.name == "step")
    next(steps)  # the order of the epoch's samples has been brought there
    torch.cuda.set_sync_debug_mode("error")
    try:
        list(islice(steps, 5))
    finally:
        torch.cuda.set_sync_debug_mode("default")


def test_a_run_without_a_window(tmp_path: Path) -> None:
    result = train_headless(load("cnn-digits"), "cuda", tmp_path / "run", limit=Steps(count=60))
    assert result.steps == 60
    assert result.metrics["train/loss"] < 2.3


def test_compiled_networks_are_replayed_too() -> None:
    spec = load("mlp-digits")
    wanted = losses(eager(spec), 10)
    learner = learner_of(replace(spec, "training.compiled", True))
    assert losses(learner, 10) == pytest.approx(wanted, rel=1e-3)
    assert str(RECORDED) in words(learner)
