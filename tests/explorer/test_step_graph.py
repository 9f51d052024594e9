"""Steps that are recorded and replayed give the losses of steps that are not, to the last bit on the processor."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
import torch
from torch import Tensor

from explorer.changes import LearningRate, Setting
from explorer.edits import replace
from explorer.engine import fast_path
from explorer.engine.device_recorder import DeviceRecorder, make_recorder
from explorer.engine.fast_path import NUM_WARM, FastPath
from explorer.engine.learner import Learner, make_learner
from explorer.engine.loop import train
from explorer.engine.state import restore, state_of
from explorer.gallery import load
from explorer.spec import Experiment
from tests.explorer.tape import TapeCapturing

DROPOUT = {"kind": "dropout", "p": 0.2}
FAMILIES: dict[str, tuple[str, dict[str, Any]]] = {
    "cnn": ("cnn-digits", {}),
    "clipped": ("mlp-digits", {"training.clip_norm": 0.5, "training.schedule": {"kind": "cosine"}}),
    "bf16": ("mlp-digits", {"training.precision": "bf16"}),
    "lstm": ("lstm-waves", {}),
    "transformer": ("transformer-reversal", {}),
    "gan": ("gan-digits", {}),
}
NUM_STEPS = 9


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def experiment(family: str) -> Experiment:
    name, edits = FAMILIES[family]
    found = load(name)
    for path, value in edits.items():
        found = replace(found, path, value)
    return found


def plain(spec: Experiment) -> Learner:
    return make_learner(spec, spec.data.load(), torch.device("cpu"))


def held(learner: Learner) -> list[Tensor]:
    """What a step changes and nobody but the device would have changed."""
    weights = [one for network in learner.networks.values() for one in network.state_dict().values()]
    states = [one for optimizer in learner.optimizers.values() for state in optimizer.state.values() for one in state.values()]
    return weights + [one for one in states if isinstance(one, Tensor)]


def fast(spec: Experiment) -> tuple[Learner, TapeCapturing]:
    """A learner on the processor that is treated as if that could record."""
    learner = plain(spec)
    capturing = TapeCapturing(lambda: held(learner))
    learner.fast_path = FastPath(learner, capturing)
    return learner, capturing


def losses(learner: Learner, num_steps: int = NUM_STEPS) -> list[dict[str, float]]:
    steps = (moment.metrics for moment in train(learner) if moment.name == "step")
    return [{name: float(metrics[name]) for name in metrics} for metrics in islice(steps, num_steps)]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_replayed_step_is_the_step(family: str) -> None:
    wanted = losses(plain(experiment(family)))
    learner, capturing = fast(experiment(family))
    assert losses(learner) == wanted
    assert [tape.num_replays for tape in capturing.tapes] == [NUM_STEPS - NUM_WARM]
    assert learner.fast_path is not None
    assert learner.fast_path.words == fast_path.RECORDED
