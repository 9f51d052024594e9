"""The same experiment and seed give the same losses to the last bit, whoever trains it and however it is watched."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.cli.app import run as run_command
from explorer.commands import Load, Pause, Play, StepOnce, Stop, Watch
from explorer.engine.client import EngineClient, start_engine
from explorer.engine.headless import train_headless
from explorer.events import Event, ProbeFailed, SnapshotTaken, StateChanged
from explorer.files import save_experiment
from explorer.probes import PROBES
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from tests.explorer.talk import Talk

NUM_STEPS = 45
CLASSES = {"kind": "dense", "units": "classes"}
DENSE = {"kind": "dense", "units": 16}
CNN: dict[str, Any] = {
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
    "training": {"batch_size": 64},  # twenty steps an epoch, so that the run crosses two ends
}
LSTM: dict[str, Any] = {
    "data": {"kind": "digits", "form": "rows"},
    "architecture": {
        "kind": "single",
        "network": {
            "blocks": [{"kind": "recurrent", "cell": "lstm", "units": 8, "layers": 2, "dropout": 0.2}, CLASSES]
        },
    },
    "training": {"batch_size": 64},
}
TRANSFORMER: dict[str, Any] = {
    "data": {"kind": "reversal", "length": 4, "num_samples": 800},
    "architecture": {
        "kind": "encoder_decoder",
        "encoder": {
            "blocks": [
                {"kind": "embedding", "units": 16},
                {"kind": "positions"},
                {"kind": "encoder_block", "heads": 2, "dropout": 0.1},
            ]
        },
        "decoder": {
            "blocks": [
                {"kind": "embedding", "units": 16},
                {"kind": "positions"},
                {"kind": "decoder_block", "heads": 2, "dropout": 0.1},
                {"kind": "dense", "units": "vocabulary"},
            ]
        },
    },
    "training": {"objective": {"kind": "translate"}, "batch_size": 32},
}
GAN: dict[str, Any] = {
    "data": {"kind": "ring", "num_samples": 800},
    "architecture": {
        "kind": "gan",
        "noise": 4,
        "generator": {"blocks": [DENSE, {"kind": "batch_norm"}, {"kind": "dense", "units": 2}]},
        "discriminator": {"blocks": [DENSE, {"kind": "dropout"}, {"kind": "dense", "units": 1}]},
    },
    "training": {"objective": {"kind": "adversarial", "instance_noise": 0.2}, "batch_size": 32},
}
EXPERIMENTS = {"cnn": CNN, "lstm": LSTM, "transformer": TRANSFORMER, "gan": GAN}

Metrics = dict[str, list[tuple[int, float]]]


def experiment(name: str) -> Experiment:
    content = EXPERIMENTS[name]
    training = content["training"] | {"limit": {"kind": "steps", "count": NUM_STEPS}}
    return Experiment.model_validate(content | {"training": training, "seed": 11})


def recorded(folder: Path) -> Metrics:
    """Every value that training recorded; the test split is no part of training."""
    with RunFolder.open(folder) as run:
        found = {name: run.metrics(name) for name in run.metric_names() if not name.startswith("test/")}
    return {name: list(zip(one.steps.tolist(), one.values.tolist(), strict=True)) for name, one in found.items()}


class Course(Talk):
    """Takes an engine through one run, command by command; what it hears of others is passed over."""

    def __init__(self, client: EngineClient, folder: Path) -> None:
        super().__init__(client)
        self.folder, self.run_id = folder, folder.name

    def until(self, is_it: Callable[[Event], bool]) -> Event:
        return super().until(lambda event: getattr(event, "run_id", self.run_id) == self.run_id and is_it(event))

    def heard_of(self, kind: type[SnapshotTaken] | type[ProbeFailed]) -> list[SnapshotTaken | ProbeFailed]:
        """Everything of that kind that was told of this run."""
        return [event for event in self.heard if isinstance(event, kind) and event.run_id == self.run_id]

    def load(self, spec: Experiment) -> None:
        self.send(Load(self.run_id, spec, "cpu", str(self.folder)))
        self.until_state("paused")

    def finish(self) -> Metrics:
        self.send(Play(self.run_id))
        self.until_state("finished")
        self.send(Stop(self.run_id))
        self.until_state("finished")
        return recorded(self.folder)


@pytest.fixture(scope="module")
def client() -> Iterator[EngineClient]:
    """One engine in a process of its own for all these tests."""
    client = start_engine("process")
    yield client
    client.close()


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Metrics]:
    """What a run without engine and window records, each experiment trained once."""
    known: dict[str, Metrics] = {}

    def of(name: str) -> Metrics:
        if name not in known:
            known[name] = headless(name, tmp_path_factory.mktemp("reference") / name)
        return known[name]

    return of


def headless(name: str, folder: Path) -> Metrics:
    before = torch.get_num_threads()
    train_headless(experiment(name), "cpu", folder)
    torch.set_num_threads(before)
    return recorded(folder)


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_a_second_run_records_the_same(name: str, reference: Callable[[str], Metrics], tmp_path: Path) -> None:
    torch.rand(3)  # whatever was drawn before does not matter
    first, second = reference(name), headless(name, tmp_path / "run")
    assert any(len(points) == NUM_STEPS for points in first.values())
    assert second == first


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_the_engine_records_the_same(
    name: str, client: EngineClient, reference: Callable[[str], Metrics], tmp_path: Path
) -> None:
    course = Course(client, tmp_path / f"plain-{name}")
    course.load(experiment(name))
    assert course.finish() == reference(name)


@pytest.mark.parametrize("name", EXPERIMENTS)
def test_watching_pausing_and_steps_of_every_size_change_nothing(
    name: str, client: EngineClient, reference: Callable[[str], Metrics], tmp_path: Path
) -> None:
    course, spec = Course(client, tmp_path / f"watched-{name}"), experiment(name)
    probes = [probe() for probe in PROBES if probe.applies_to(spec)]
    course.load(spec)
    course.send(*(Watch(course.run_id, probe.kind, probe) for probe in probes))
    for unit in ("phase", "phase", "batch", "phase", "phase", "phase", "epoch", "phase"):
        course.send(StepOnce(course.run_id, unit))  # type: ignore[arg-type]
        course.until_state("paused")
    course.send(Play(course.run_id), Pause(course.run_id))
    course.until_state("running")
    course.until(lambda event: isinstance(event, StateChanged) and event.state in ("paused", "finished"))
    assert course.finish() == reference(name)
    assert not course.heard_of(ProbeFailed)
    assert {taken.watch_id for taken in course.heard_of(SnapshotTaken)} == {probe.kind for probe in probes}


def test_the_window_records_the_same_as_the_command_line(person: Any, tmp_path: Path) -> None:
    """With the views showing, a pause, and a step and a phase on their own."""
    device = person.window.top_bar.device
    person.until(lambda: device.findData("cpu") >= 0)
    device.setCurrentIndex(device.findData("cpu"))
    device.activated.emit(device.currentIndex())
    for name in EXPERIMENTS:
        file, out = tmp_path / f"{name}.json", tmp_path / f"trained-{name}"
        save_experiment(experiment(name), file)
        person.window.files.open_file(file)
        person.press("F10")
        person.until_step(1)
        person.until_state("paused")  # also before the step: the run that has been loaded is paused
        person.press("F9")
        person.until(lambda: "forward" in person.workspace.train_page.transport._note.text())
        person.press("Space")
        person.until_state("finished")
        person.press("Ctrl+T")
        person.until(lambda: "At step" in person.note())
        in_window = person.controller.folder
        threads = torch.get_num_threads()
        assert run_command(["train", str(file), "--device", "cpu", "--out", str(out)]) == 0
        torch.set_num_threads(threads)
        person.until(lambda in_window=in_window: len(person.series(in_window)["learning_rate"]) == NUM_STEPS)
        assert recorded(in_window) == recorded(out)
