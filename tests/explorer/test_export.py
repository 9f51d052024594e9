"""Exported scripts: every experiment of the gallery prints the program's losses to the last bit, without it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from explorer import edits, idx
from explorer.added import AddedSample
from explorer.check import check_spec
from explorer.datasets import ag_news, cifar10
from explorer.export.script import python_script
from explorer.gallery import cards, load
from explorer.spec import Experiment
from explorer.transforms import TRANSFORMS
from tests.explorer.fetched_files import write_fetched_files

NUM_STEPS, NUM_STEPS_OF_OTHERS = 4, 20  # 200 of every experiment among the acceptance tests
NUM_PARTS = 3  # each has a process of its own, which has to import torch
THIRTY_STEPS = {"kind": "steps", "count": 30}
PATIENT = {"kind": "patience", "epochs": 50, "metric": "accuracy"}
KINDS = [kind.model_fields["kind"].default for kind in TRANSFORMS]
RESIDUAL = {"kind": "residual", "blocks": [{"kind": "activation"}, {"kind": "dropout", "probability": 0.1}]}
# Fewer samples than the files of the data have; scripts hold the same names.
FEWER = {"NUM_OFFICIAL": 1200, "NUM_VALIDATION": 120, "NUM_TEST": 200, "PER_FILE": 240}
SCRIPTS = {card.id: load(card.id) for card in cards() if not check_spec(load(card.id))}

# What the gallery does not use: experiment, then settings.
VARIANTS: dict[str, tuple[str, dict[str, object]]] = {
    "lsgan": ("gan-ring", {"training.objective.loss": "lsgan", "training.clip_norm": 0.5}),
    "wgan_gp": ("gan-ring", {"training.objective.loss": "wgan_gp", "training.objective.critic_steps": 3}),
    "hinge": ("gan-ring", {"training.objective.loss": "hinge", "training.objective.gradient_penalty": 1.0}),
    "two_optimisers": ("gan-ring", {"training.discriminator_optimizer": {"kind": "rmsprop", "momentum": 0.5}}),
    "smooth": ("mlp-moons", {"training.objective.label_smoothing": 0.1, "training.objective.temperature": 2.0}),
    "balanced": ("mlp-digits", {"training.objective.class_weights": "balanced"}),
    "bf16": ("mlp-digits", {"training.precision": "bf16"}),
    "clipped": ("rnn-digits", {"training.clip_norm": 0.1}),
    "sgd": ("mlp-moons", {"training.optimizer": {"kind": "sgd", "momentum": 0.9, "nesterov": True}}),
    "adamw": ("mlp-moons", {"training.optimizer": {"kind": "adamw", "amsgrad": True}}),
    "cosine": (
        "mlp-moons",
        {"training.schedule": {"kind": "cosine"}, "training.limit": {"kind": "steps", "count": 30}},
    ),
    "warm_up": ("mlp-moons", {"training.schedule": {"kind": "warm_up", "steps": 10, "then": "inverse_sqrt"}}),
    "one_cycle": ("gan-ring", {"training.schedule": {"kind": "one_cycle"}}),
    "step": ("mlp-moons", {"training.schedule": {"kind": "step", "every": 1}, "training.early_stopping": PATIENT}),
    "seconds": ("mlp-moons", {"training.limit": {"kind": "seconds", "count": 60.0}, "training.batch_size": 699}),
    "added": ("mlp-moons", {"added": [AddedSample.of(np.array([x, 0.5], np.float32), x) for x in (0, 1, 1)]}),
    "drawn": ("mlp-digits", {"added": [AddedSample.of(np.arange(64, dtype=np.uint8) % 17, 3)]}),
    "added and prepared": (
        "mlp-digits",
        {
            "added": [AddedSample.of(np.arange(64, dtype=np.uint8) % 17, 3)],
            "preparation": {"transforms": [{"kind": "normalise"}], "training_samples": 200, "label_noise": 0.2},
        },
    ),
    "augmented": ("cnn-digits", {"preparation.transforms": [{"kind": kind} for kind in KINDS]}),
    "moved": ("cnn-shapes", {"preparation.transforms": [{"kind": "normalise"}, {"kind": "crop"}, {"kind": "cutout"}]}),
    "normalised": ("lstm-waves", {"preparation.transforms": [{"kind": "normalise"}]}),
    "noisy": ("mlp-moons", {"preparation.transforms": [{"kind": "noise"}], "preparation.label_noise": 0.3}),
    "fewer": ("mlp-digits", {"preparation.training_samples": 100, "preparation.label_noise": 0.5}),
    "few windows": ("transformer-lm", {"preparation.training_samples": 90}),
    "residual": ("mlp-moons", {"architecture.network.blocks.1": RESIDUAL, "seed": 7}),
}

Losses = list[tuple[float, ...]]


@pytest.fixture
def small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of the formats that have to be fetched, with random pictures and as many samples as FEWER says."""
    for module in (idx, cifar10, ag_news):
        for name, count in FEWER.items():
            if hasattr(module, name):
                monkeypatch.setattr(module, name, count)
    counts = FEWER["NUM_OFFICIAL"], FEWER["NUM_TEST"]
    write_fetched_files(counts, counts, FEWER["PER_FILE"])


def script_of(experiment: Experiment) -> str:
    """The script, for as many samples as the small files have."""
    text = python_script(experiment).text
    for whole, names in (
        ("60_000, 6_000, 10_000", ("NUM_OFFICIAL", "NUM_VALIDATION", "NUM_TEST")),
        ("120_000, 12_000, 7_600", ("NUM_OFFICIAL", "NUM_VALIDATION", "NUM_TEST")),
        ("10_000, 5_000", ("PER_FILE", "NUM_VALIDATION")),
    ):
        line = f"{', '.join(names)} = "
        text = text.replace(f"{line}{whole}", line + ", ".join(str(FEWER[name]) for name in names))
    return text


@pytest.mark.usefixtures("small_files")
@pytest.mark.parametrize("part", range(NUM_PARTS))
def test_scripts_print_the_losses_of_the_program(
    part: int,
    script_losses: Callable[[dict[str, str], int], dict[str, Losses]],
    program_losses: Callable[[Experiment, int], Losses],
) -> None:
    experiments = {name: SCRIPTS[name] for name in list(SCRIPTS)[part::NUM_PARTS]}
    printed = script_losses({name: script_of(one) for name, one in experiments.items()}, NUM_STEPS)
    for name, experiment in experiments.items():
        ours = program_losses(experiment, NUM_STEPS)
        assert len(ours) == (1 if experiment.training.objective.takes_all else NUM_STEPS), name
        assert printed[name] == ours, name


def variant(name: str) -> Experiment:
    experiment_id, settings = VARIANTS[name]
    experiment = edits.replace_each(load(experiment_id), settings)
    assert not check_spec(experiment), name
    return experiment


def test_scripts_of_other_settings_print_the_losses_of_the_program(
    script_losses: Callable[[dict[str, str], int], dict[str, Losses]],
    program_losses: Callable[[Experiment, int], Losses],
) -> None:
    experiments = {name: variant(name) for name in VARIANTS}
    printed = script_losses({name: script_of(one) for name, one in experiments.items()}, NUM_STEPS_OF_OTHERS)
    for name, experiment in experiments.items():
        assert printed[name] == program_losses(experiment, NUM_STEPS_OF_OTHERS), name


def test_scripts_lint_clean(tmp_path: Path) -> None:
    experiments = SCRIPTS | {name: variant(name) for name in VARIANTS}
    for name, experiment in experiments.items():
        (tmp_path / f"{name.replace('-', '_')}.py").write_text(python_script(experiment).text, encoding="utf-8")
    for command in (["check", "--isolated"], ["format", "--isolated", "--line-length", "120", "--diff"]):
        done = subprocess.run([sys.executable, "-m", "ruff", *command, tmp_path], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout
