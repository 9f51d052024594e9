"""Networks whose weights lie channels last learn the same, nearly, and their states are those of any other."""

from itertools import islice

import pytest
import torch

from explorer.edits import replace
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.memory_layout import channels_last, lay_out
from explorer.engine.state import restore, state_of
from explorer.gallery import load
from explorer.spec import Experiment


def losses(learner: Learner, num_steps: int = 6) -> list[float]:
    steps = islice((one.metrics for one in train(learner) if one.name == "step"), num_steps)
    return [float(row[name]) for row in steps for name in row if name.startswith("train/loss")]


def learner_of(spec: Experiment, is_last: bool) -> Learner:
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    for network in learner.networks.values() if is_last else ():
        channels_last(network)
    return learner


@pytest.mark.parametrize("name", ["cnn-digits", "resnet-digits", "dcgan-digits", "unet-digits", "vit-digits"])
def test_nothing_changes_but_the_last_bits(name: str) -> None:
    spec = replace(load(name), "training.batch_size", 16)
    wanted = losses(learner_of(spec, False))
    learner = learner_of(spec, True)
    assert losses(learner, 2) == pytest.approx(wanted[: len(wanted) // 3], rel=1e-3)
    kept = state_of(learner)
    assert losses(learner, 4) == pytest.approx(wanted[len(wanted) // 3 :], rel=1e-3)
    assert all(value.is_contiguous() for value in (*kept.weights.values(), *kept.state.values()))
    restore(learner, kept)
    assert losses(learner, 4) == pytest.approx(wanted[len(wanted) // 3 :], rel=1e-3)
    weights = [weight for one in learner.networks.values() for weight in one.parameters() if weight.dim() == 4]
    assert weights
    assert all(weight.is_contiguous(memory_format=torch.channels_last) for weight in weights)


@pytest.mark.parametrize(
    ("device", "precision", "is_last"), [("cuda:0", "bf16", True), ("cuda:0", "fp32", False), ("cpu", "bf16", False)]
)
def test_it_is_done_where_it_pays(device: str, precision: str, is_last: bool) -> None:
    network = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3))
    lay_out([network], torch.device(device), precision)
    assert network[0].weight.is_contiguous(memory_format=torch.channels_last) == is_last
