"""Steps that really take longer than four seconds: a pause is asked about, and the run survives its engine.

pytest -m accept -s tests/accept/test_slow_steps.py
"""

import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
import torch

from explorer.commands import Load, Pause, Play, StepOnce
from explorer.engine.building import make_learner
from explorer.engine.client import EngineClient, start_engine
from explorer.engine.loop import train
from explorer.events import EngineSilent, RunLoaded
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from tests.explorer.talk import Talk, is_event

pytestmark = pytest.mark.accept

LONG_S, NUM_STEPS = 6.0, 3


@pytest.fixture
def client() -> Iterator[EngineClient]:
    client = start_engine("process")
    yield client
    client.close()


def wide(channels: int) -> Experiment:
    """An epoch has two batches, and most of the time goes into the second convolution."""
    convolutions = [{"kind": "conv2d", "out_channels": channels, "padding": "same"}] * 2
    blocks = [*convolutions, {"kind": "flatten"}, {"kind": "dense", "units": "classes"}]
    training = {"batch_size": 629, "limit": {"kind": "steps", "count": NUM_STEPS}, "num_threads": 1}
    architecture = {"kind": "single", "network": {"blocks": blocks}}
    return Experiment.model_validate({"architecture": architecture, "training": training})


def slow() -> Experiment:
    """The narrowest of these networks whose step is long enough on this machine."""
    torch.set_num_threads(1)
    for channels in (64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048):
        experiment = wide(channels)
        learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
        steps = (moment for moment in train(learner) if moment.name == "step")
        next(steps)
        began = time.perf_counter()
        list(islice(steps, 1))
        if time.perf_counter() - began >= LONG_S:
            print(f"\n{channels} channels: {time.perf_counter() - began:.1f} s a step")
            return experiment
    raise AssertionError("this machine is too fast for this test")


def test_a_long_step_is_ended_and_the_run_goes_on_exactly(client: EngineClient, tmp_path: Path) -> None:
    talk, experiment = Talk(client), slow()
    talk.send(Load("whole", experiment, "cpu", str(tmp_path / "whole")), Play("whole"))
    talk.until_state("finished")
    talk.send(Load("run", experiment, "cpu", str(tmp_path / "run")))
    for unit in ("batch", "phase", "phase"):  # forward and loss of the second step
        talk.send(StepOnce("run", unit))
        talk.until_state("stepping")
        talk.until_state("paused")
    talk.send(Play("run"))
    talk.until_state("running")
    time.sleep(0.2)  # the backward phase is under way, which takes two thirds of the step
    talk.send(Pause("run"))
    silent = talk.until(is_event(EngineSilent))
    assert isinstance(silent, EngineSilent)
    assert silent.is_pausing
    began = time.perf_counter()
    client.restart()
    talk.send(Load("run", experiment, "cpu", str(tmp_path / "run"), resume=True))
    loaded = talk.until(is_event(RunLoaded))
    assert isinstance(loaded, RunLoaded)
    talk.until_state("paused")
    tell = f"asked after {silent.seconds:.1f} s; stands at step {loaded.step} {time.perf_counter() - began:.1f} s later"
    print(tell)
    assert loaded.step == 1
    talk.send(Play("run"))
    talk.until_state("finished")
    client.close()
    whole, disturbed = (recorded(tmp_path / name) for name in ("whole", "run"))
    assert disturbed == whole


def recorded(folder: Path) -> dict[str, list[tuple[int, float]]]:
    with RunFolder.open(folder) as run:
        found = {name: run.metrics(name) for name in run.metric_names()}
    return {name: list(zip(one.steps.tolist(), one.values.tolist(), strict=True)) for name, one in found.items()}
