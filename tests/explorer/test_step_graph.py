"""Steps that are recorded and replayed give the losses of steps that are not, to the last bit on the processor."""

from itertools import islice, takewhile
from typing import Any

import pytest
import torch
from torch import Tensor

from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.edits import replace, replace_each
from explorer.engine import fast_path
from explorer.engine.building import make_learner
from explorer.engine.device_recorder import DeviceRecorder, make_recorder
from explorer.engine.fast_path import NUM_WARM, FastPath
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.state import restore, state_of
from explorer.gallery import load
from explorer.spec import Experiment
from tests.explorer.tape import TapeCapturing, held

pytestmark = pytest.mark.usefixtures("one_thread")

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


def experiment(family: str) -> Experiment:
    name, settings = FAMILIES[family]
    return replace_each(load(name), settings)


def plain(spec: Experiment) -> Learner:
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    learner.stops_at_phases = False
    return learner


def fast(spec: Experiment) -> tuple[Learner, TapeCapturing]:
    """A learner on the processor that is treated as if that could record."""
    learner = plain(spec)
    capturing = TapeCapturing(lambda: held(learner))
    learner.fast_path = FastPath(learner, capturing)
    return learner, capturing


def losses(learner: Learner, num_steps: int = NUM_STEPS) -> list[dict[str, float]]:
    """The metrics of the next steps."""
    steps = (moment.metrics for moment in train(learner) if moment.name == "step")
    return [{name: float(metrics[name]) for name in metrics} for metrics in islice(steps, num_steps)]


def path_of(learner: Learner) -> FastPath:
    assert learner.fast_path is not None
    return learner.fast_path


def num_replays(capturing: TapeCapturing) -> list[int]:
    """How often each recording was replayed."""
    return [tape.num_replays for tape in capturing.tapes]


@pytest.mark.parametrize("family", FAMILIES)
def test_a_replayed_step_is_the_step(family: str) -> None:
    wanted = losses(plain(experiment(family)))
    learner, capturing = fast(experiment(family))
    assert losses(learner) == wanted
    assert num_replays(capturing) == [NUM_STEPS - NUM_WARM]
    assert path_of(learner).words == fast_path.RECORDED


@pytest.mark.parametrize("rest", [0, 1, 50])  # a single sample joins the batch before it
def test_the_last_batch_of_an_epoch_is_computed_as_ever(rest: int) -> None:
    spec = experiment("cnn")
    num_samples = spec.data.facts().num_samples["train"]
    size = next(size for size in range(100, num_samples) if num_samples % size == rest)
    spec = replace(spec, "training.batch_size", size)
    wanted = losses(plain(spec), 20)
    learner, capturing = fast(spec)
    assert losses(learner, 20) == wanted
    sizes = (learner.batch_sizes * 20)[:20]
    assert num_replays(capturing) == [sizes.count(size) - NUM_WARM]


def test_a_learning_rate_is_told_to_the_recording() -> None:
    def life(learner: Learner) -> list[dict[str, float]]:
        before = losses(learner)
        learner.changes[learner.step] = [LearningRate(network="network", value=0.3)]
        return before + losses(learner, 3)

    wanted = life(plain(experiment("clipped")))
    learner, capturing = fast(experiment("clipped"))
    assert life(learner) == wanted
    assert num_replays(capturing) == [NUM_STEPS + 3 - NUM_WARM]


def test_after_another_change_the_step_is_recorded_anew() -> None:
    learner, capturing = fast(experiment("cnn"))
    losses(learner)
    learner.fast_path, path = None, learner.fast_path  # the change itself is not what is tried here
    assert isinstance(path, FastPath)
    learner.changes[learner.step] = [Setting(path="training.clip_norm", value=1.0)]
    path._notice_changes()
    learner.changes.clear()
    learner.fast_path = path
    losses(learner, NUM_WARM + 1)
    assert num_replays(capturing) == [NUM_STEPS - NUM_WARM, 1]


def test_a_restored_state_goes_on_as_it_did() -> None:
    learner, capturing = fast(experiment("transformer"))
    losses(learner, 5)
    kept = state_of(learner)
    wanted = losses(learner)
    restore(learner, kept)
    assert losses(learner) == wanted
    assert len(capturing.tapes) == 2, "the optimiser has other tensors"


@pytest.mark.parametrize("num_steps", [1, 2, 3, 4])
def test_a_state_restored_while_it_warms_up_only_delays_the_recording(num_steps: int) -> None:
    learner, capturing = fast(experiment("cnn"))
    losses(learner, 1)
    kept = state_of(learner)
    wanted = losses(learner)
    restore(learner, kept)
    losses(learner, num_steps)
    restore(learner, kept)
    assert losses(learner) == wanted
    assert path_of(learner).words == fast_path.RECORDED
    assert capturing.tapes[-1].num_replays == NUM_STEPS - 2


def test_whoever_stops_at_phases_sees_them() -> None:
    wanted = losses(plain(experiment("gan")), NUM_STEPS + 3)
    learner, capturing = fast(experiment("gan"))
    assert losses(learner) == wanted[:NUM_STEPS]
    learner.stops_at_phases = True
    moments = list(takewhile(lambda moment: moment.name != "step", train(learner)))
    assert len({moment.phase.name for moment in moments if moment.phase is not None}) == 4
    assert path_of(learner).words.source.startswith("Steps are computed one operation at a time")
    learner.stops_at_phases = False
    assert losses(learner, 2) == wanted[NUM_STEPS + 1 :]
    assert num_replays(capturing) == [NUM_STEPS - NUM_WARM + 2]


def test_gradients_are_those_of_the_last_step() -> None:
    wanted = gradients(plain(experiment("cnn")))
    assert all(one.equal(other) for one, other in zip(gradients(fast(experiment("cnn"))[0]), wanted, strict=True))


def gradients(learner: Learner) -> list[Tensor]:
    """Those after a step that follows one of which the phases were seen."""
    losses(learner)
    learner.stops_at_phases = True
    losses(learner, 1)
    learner.stops_at_phases = False
    losses(learner, 1)
    return [weight.grad for weight in learner.networks["network"].parameters() if weight.grad is not None]


def test_updates_are_counted() -> None:
    learner = fast(experiment("gan"))[0]
    losses(learner)
    assert learner.num_updates == {"generator": NUM_STEPS, "discriminator": NUM_STEPS}
    assert learner.phase is not None
    assert learner.phase.ends_step


def reason(learner: Learner) -> str:
    return str(path_of(learner).words)


def test_an_optimiser_that_cannot_be_recorded_is_named() -> None:
    spec = replace(experiment("cnn"), "training.optimizer", {"kind": "rmsprop"})
    wanted = losses(plain(spec))
    learner, capturing = fast(spec)
    assert losses(learner) == wanted
    assert "RmsProp" in reason(learner)
    assert not capturing.tapes


@pytest.mark.parametrize("is_of_module", [True, False])
def test_whoever_watches_gradients_sees_each(is_of_module: bool) -> None:
    learner, capturing = fast(experiment("cnn"))
    seen: list[Any] = []
    network = learner.networks["network"]
    if is_of_module:
        network.blocks[-1].register_full_backward_hook(lambda *args: seen.append(args))
    else:
        next(network.parameters()).register_hook(seen.append)
    losses(learner)
    assert len(seen) == NUM_STEPS
    assert not capturing.tapes
    assert "Gradients are watched" in reason(learner)


def test_noise_that_fades_is_recorded_once_it_is_gone() -> None:
    spec = replace(experiment("gan"), "training.objective.instance_noise", 0.1)
    spec = replace(spec, "training.objective.instance_noise_steps", 4)
    wanted = losses(plain(spec))
    learner, capturing = fast(spec)
    assert losses(learner, 4) == wanted[:4]
    assert "noise" in reason(learner)
    assert losses(learner, NUM_STEPS - 4) == wanted[4:]
    assert num_replays(capturing) == [NUM_STEPS - 4 - NUM_WARM]


class AsksItsInput(torch.nn.Module):
    """What a block must not do that is to be recorded: it decides by its input."""

    def forward(self, x: Tensor) -> Tensor:
        return x if float(x.sum()) > 0 else x + 0.0


def test_a_network_that_reads_back_is_found_before_it_is_recorded() -> None:
    learner, capturing = fast(experiment("cnn"))
    learner.networks["network"].blocks.insert(0, AsksItsInput())
    losses(learner)
    assert "_local_scalar_dense" in reason(learner)
    assert not capturing.tapes


class Refusing(TapeCapturing):
    """A device that will not record."""

    def capture(self, work: Any) -> Any:
        raise RuntimeError("CUDA error: out of graphs\nCompile with TORCH_USE_CUDA_DSA")


def test_a_recording_that_fails_is_told_and_harms_nothing() -> None:
    wanted = losses(plain(experiment("cnn")))
    learner = fast(experiment("cnn"))[0]
    learner.fast_path = FastPath(learner, Refusing(lambda: held(learner)))
    assert losses(learner) == wanted
    assert reason(learner).endswith("The device could not record a step: CUDA error: out of graphs")


def test_a_device_without_graphs_keeps_its_metrics_in_a_ring() -> None:
    wanted = losses(plain(experiment("gan")))
    learner = plain(experiment("gan"))
    learner.fast_path = FastPath(learner, None)
    recorder = make_recorder(learner)
    assert isinstance(recorder, DeviceRecorder)
    for moment in islice((one for one in train(learner) if one.name == "step"), NUM_STEPS):
        recorder.record(learner.step, moment.metrics)
    for series in recorder.flush():
        assert series.steps.tolist() == list(range(1, NUM_STEPS + 1))
        assert series.values.tolist() == [row[series.name] for row in wanted]
    assert "no graphs" in reason(learner)
