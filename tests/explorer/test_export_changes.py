"""Exported scripts of runs that were changed on their way: the same losses to the last bit, by the same changes."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch

from explorer.changes import AnyChange
from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.changes.weight_edit import WeightEdit
from explorer.engine.building import make_learner
from explorer.engine.live_changes import refuse_unfit
from explorer.engine.loop import train
from explorer.engine.threads import num_cores, num_threads
from explorer.events import Series
from explorer.export.course import Course, expected_steps, last_step
from explorer.export.script import python_script
from explorer.runs.marks import as_marks
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from tests.explorer.test_learner_state import CNN, GAN, LSTM, TRANSFORMER, trained_with

NUM_STEPS = 40
Changes = dict[int, list[AnyChange]]
Losses = list[tuple[float, ...]]

NETWORK, DECODER = "architecture.network.blocks", "architecture.decoder.blocks"
REPEATED = [
    {"kind": "conv2d", "out_channels": 4, "kernel_size": 3, "padding": 1},
    {"kind": "repeat", "blocks": [{"kind": "conv2d", "out_channels": 4, "padding": 1}, {"kind": "batch_norm"}]},
    {"kind": "dropout", "probability": 0.2},
    {"kind": "flatten"},
    {"kind": "dense", "units": "classes"},
]
RUNS: dict[str, tuple[dict[str, Any], Changes]] = {
    "cnn": (
        trained_with(
            CNN | {"architecture": {"kind": "single", "network": {"blocks": REPEATED}}},
            schedule={"kind": "cosine"},
            optimizer={"kind": "sgd", "learning_rate": 0.02, "momentum": 0.5},
            limit={"kind": "epochs", "count": 4},
            objective={"kind": "classify", "label_smoothing": 0.1},
        ),
        {
            0: [Freeze(block=f"{NETWORK}.1.blocks.0"), Freeze(block=f"{NETWORK}.1.blocks.1")],
            5: [Setting(path="training.batch_size", value=100), Setting(path=f"{NETWORK}.2.probability", value=0.6)],
            9: [
                Silence(block=f"{NETWORK}.0", numbers=(1, 3)),
                Freeze(block=f"{NETWORK}.1.blocks.0", is_frozen=False),
                LearningRate(network="network", value=0.05),
            ],
            17: [
                Setting(path="training.objective.label_smoothing", value=0.3),
                Setting(path="training.schedule.end", value=0.2),
                Setting(path="training.optimizer.momentum", value=0.0),
            ],
            26: [
                Silence(block=f"{NETWORK}.0", numbers=(1,), is_silent=False),
                Setting(path="training.batch_size", value=60),
                Setting(path="training.optimizer.momentum", value=0.9),
                Setting(path="training.clip_norm", value=0.5),
            ],
        },
    ),
    "lstm": (
        trained_with(LSTM, schedule={"kind": "step", "every": 1, "gamma": 0.7}),
        {
            3: [Setting(path=f"{NETWORK}.0.dropout", value=0.5), Silence(block=f"{NETWORK}.0", numbers=(0, 7))],
            8: [Setting(path="training.batch_size", value=300)],
            14: [WeightEdit(block=f"{NETWORK}.0", weight="layers.0.weight_ih_l0", index=(2, 1), value=0.75)],
            20: [Freeze(block=f"{NETWORK}.0"), Setting(path="training.optimizer.weight_decay", value=0.01)],
        },
    ),
    "transformer": (
        TRANSFORMER,
        {
            2: [
                Silence(block=f"{DECODER}.1", part="head", numbers=(1,), attention="cross"),
                Silence(block="architecture.encoder.blocks.1", part="head", numbers=(0,)),
                Setting(path=f"{DECODER}.1.dropout", value=0.4),
            ],
            6: [LearningRate(network="decoder", value=0.01), Freeze(block="architecture.encoder.blocks.1")],
            12: [Freeze(block="architecture.encoder.blocks.1", is_frozen=False)],
            20: [Setting(path="training.optimizer.beta1", value=0.5), Silence(block=f"{DECODER}.2", numbers=(3,))],
        },
    ),
    "gan": (
        trained_with(GAN, discriminator_optimizer={"kind": "rmsprop", "learning_rate": 0.001}),
        {
            4: [
                Setting(path="training.discriminator_optimizer.momentum", value=0.5),
                Setting(path="training.objective.instance_noise", value=0.05),
                Setting(path="training.objective.gradient_penalty", value=0.1),
            ],
            11: [Freeze(block="architecture.discriminator.blocks.0"), Setting(path="training.batch_size", value=20)],
            25: [Freeze(block="architecture.discriminator.blocks.0", is_frozen=False)],
        },
    ),
}


def spec_of(name: str) -> Experiment:
    return Experiment.model_validate(RUNS[name][0])


def lived(experiment: Experiment, changes: Mapping[int, list[AnyChange]]) -> tuple[Losses, Course, int | None]:
    """The losses of the program, what its folder keeps, and how many steps it comes to."""
    before = torch.get_num_threads()
    torch.set_num_threads(num_threads(experiment, num_cores()))
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    losses: Losses = []
    if 0 in changes:
        learner.changes[0] = changes[0]
    for moment in train(learner):
        if moment.name == "step":
            found = (value for name, value in moment.metrics.items() if name.startswith("train/loss"))
            losses.append(tuple(float(value) for value in found))
            for change in changes.get(learner.step, ()):
                refuse_unfit(learner, change)
                learner.changes.setdefault(learner.step, []).append(change)
            if learner.step == NUM_STEPS:
                break
    torch.set_num_threads(before)
    return losses, Course(as_marks(learner.changes), learner.paces), learner.lengths.num_steps


def test_scripts_of_changed_runs_print_the_losses_of_the_program(
    script_losses: Callable[[dict[str, str], int], dict[str, Losses]],
) -> None:
    wanted, scripts = {}, {}
    for name, (_, changes) in RUNS.items():
        wanted[name], course, num_steps = lived(spec_of(name), changes)
        assert last_step(spec_of(name), course) == num_steps
        scripts[name] = python_script(spec_of(name), course=course).text
    printed = script_losses(scripts, NUM_STEPS)
    for name, losses in wanted.items():
        assert len(losses) == NUM_STEPS
        pairs = zip(losses, printed[name], strict=True)
        assert not [step for step, (ours, theirs) in enumerate(pairs) if ours != theirs], name


def test_scripts_of_changed_runs_lint_clean(tmp_path: Path) -> None:
    for name, (_, changes) in RUNS.items():
        script = python_script(spec_of(name), course=Course(as_marks(changes)))
        (tmp_path / f"{name}.py").write_text(script.text, encoding="utf-8")
    for command in (["check", "--isolated"], ["format", "--isolated", "--line-length", "120", "--diff"]):
        done = subprocess.run([sys.executable, "-m", "ruff", *command, tmp_path], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def test_a_run_without_changes_is_written_as_its_experiment() -> None:
    plain = python_script(spec_of("cnn")).text
    assert python_script(spec_of("cnn"), course=Course((), {0: 48.0})).text == plain
    assert "make_changes" not in plain


def test_steps_of_a_run_that_waits_for_its_next_one_are_counted_too() -> None:
    changes: Changes = {5: [Setting(path="training.batch_size", value=1437)]}
    course = Course(as_marks(changes), {0: 48.0})
    assert expected_steps(spec_of("cnn"), course)[5] == last_step(spec_of("cnn"), course) == 5 + 1 + 3


def test_the_command_line_writes_what_was_changed(command: Callable[..., Any], tmp_path: Path) -> None:
    experiment, (_, changes) = spec_of("gan"), RUNS["gan"]
    with RunFolder.create(tmp_path / "run", experiment, device="cpu", num_threads=1) as folder:
        folder.write_marks(changes, {0: 160.0})
        folder.set_status("stopped")
    code, out, err = command("export", str(tmp_path / "run"), "--to", "python")
    assert code == 0, err
    assert "def make_changes" not in out, "no step was recorded, so that nothing has been changed yet"
    steps = np.arange(1, 31, dtype=np.int64)
    with RunFolder.resume(tmp_path / "run", experiment, device="cpu", num_threads=1) as folder:
        folder.write_metrics((Series("train/loss", steps, 1.0 / steps),))
    code, out, err = command("export", str(tmp_path / "run"), "--to", "python")
    assert code == 0, err
    course = Course(as_marks(changes), {0: 160.0})
    assert sorted(out.splitlines()) == sorted(python_script(experiment, threads=1, course=course).text.splitlines())
    assert "BATCH_SIZE = 20" in out
