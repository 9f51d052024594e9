"""Preparation: fewer training samples, wrong labels, what goes with what, and what a person is told about it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer import edits
from explorer.check import check_spec
from explorer.dataset import Arrays
from explorer.engine.building import make_learner
from explorer.files import load_experiment, save_experiment
from explorer.gallery import load
from explorer.no_effect import no_effect
from explorer.preparation_preview import PreviewTransforms
from explorer.prepared_splits import ChosenRows, chosen_rows, prepared, wrong_classes
from explorer.remedies import remedies
from explorer.runs.run_folder import RunFolder
from explorer.source import ArraySource, SourceSplit
from explorer.spec import Experiment
from models.problem import InputError
from tests.explorer.pictures import as_sources

TRANSFORMS = "preparation.transforms"
Command = Callable[..., tuple[int, str, str]]
Scripted = Callable[..., Any]


def with_kinds(name: str, *kinds: str, **more: Any) -> Experiment:
    return edits.replace_each(load(name), {TRANSFORMS: [{"kind": kind} for kind in kinds], **more})


@given(st.lists(st.integers(0, 4), min_size=2, max_size=300), st.integers(0, 99), st.data())
@settings(max_examples=60, deadline=None)
def test_fewer_samples_are_among_more_of_them_and_of_every_class_alike(
    classes: list[int], seed: int, data: st.DataObject
) -> None:
    targets = np.array(classes)
    less, more = sorted(data.draw(st.tuples(*[st.integers(1, len(classes))] * 2)))
    few, many = (chosen_rows(targets, count, seed) for count in (less, more))
    assert (len(few), len(many)) == (less, more)
    assert set(few) <= set(many)
    assert (np.diff(many) > 0).all()
    shares = np.bincount(targets[many], minlength=5) - more * np.bincount(targets, minlength=5) / len(targets)
    assert np.abs(shares).max() <= 2


@given(st.integers(2, 7), st.floats(0, 1), st.floats(0, 1), st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_wrong_classes_are_other_ones_and_more_of_them_keep_those_that_were(
    num_classes: int, one: float, other: float, seed: int
) -> None:
    classes = np.random.default_rng(seed).integers(0, num_classes, 150)
    little, much = (wrong_classes(classes, share, num_classes, seed) for share in sorted((one, other)))
    is_wrong = little != classes
    assert is_wrong.sum() == round(min(one, other) * 150)
    assert (much[is_wrong] == little[is_wrong]).all()
    assert ((much >= 0) & (much < num_classes)).all()


def test_samples_that_stream_are_chosen_as_those_in_memory(tmp_path: Path) -> None:
    experiment = edits.replace_each(
        load("cnn-digits"), {"preparation.training_samples": 300, "preparation.label_noise": 0.4}
    )
    data, facts = experiment.data.load(), experiment.data.facts()
    found = [prepared(one, experiment.preparation, facts, 0).splits["train"] for one in (data, as_sources(data))]
    arrays, source = found
    assert isinstance(arrays, Arrays)
    assert isinstance(source, SourceSplit)
    assert (source.inputs[:] == arrays.inputs).all()
    assert (source.targets == arrays.targets).all()
    assert not source.inputs.is_costly
    assert ChosenRows(ArraySource(arrays.inputs), np.arange(3)).is_costly
    inputs = data.splits["train"].inputs[:]
    mapped = np.memmap(tmp_path / "inputs", inputs.dtype, "w+", shape=inputs.shape)
    mapped[:] = inputs
    part = Arrays(mapped, data.splits["train"].targets)
    again = prepared(type(data)({**data.splits, "train": part}, data.scale), experiment.preparation, facts, 0).splits[
        "train"
    ]
    assert isinstance(again, SourceSplit), "a file that is mapped is not read as a whole"
    assert (again.inputs[5:9] == arrays.inputs[5:9]).all()


def test_steps_follow_the_samples_that_are_used() -> None:
    experiment = edits.replace(load("cnn-digits"), "preparation.training_samples", 100)
    whole = experiment.data.facts().num_samples
    assert experiment.facts().num_samples == {**whole, "train": 100}
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    assert len(learner.splits["train"]) == 100
    assert learner.lengths.steps_per_epoch == 4  # of 32
    assert len(learner.splits["test"]) == whole["test"]
    more = edits.replace(experiment, "preparation.training_samples", 10**6)
    assert more.facts().num_samples == whole
    few = edits.replace(experiment, "preparation.training_samples", 20)
    (problem,) = check_spec(few)
    assert problem.code == "batch_too_large"
    assert problem.message.params["num_samples"] == 20


@pytest.mark.parametrize(
    ("experiment", "code", "places"),
    [
        (with_kinds("mlp-moons", "flip", "noise", "crop"), "transform_unfit", ("0", "2")),
        (with_kinds("lstm-sentences", "normalise"), "transform_unfit", ("0",)),
        (with_kinds("cnn-digits", "flip", "crop", "flip"), "transform_twice", ("2",)),
        (with_kinds("gan-digits", "mixup"), "transform_needs_classes", ("0",)),
        (with_kinds("cnn-digits", "normalise", "colour"), "transform_needs_range", ("1",)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_does_not_go_together_is_named_with_what_helps(
    experiment: Experiment, code: str, places: tuple[str, ...]
) -> None:
    problems = check_spec(experiment)
    assert [(one.code, one.place) for one in problems] == [(code, f"{TRANSFORMS}.{place}") for place in places]
    best = remedies(experiment, problems[0])[0]
    assert not check_spec(best.experiment)


def test_settings_without_effect_are_named() -> None:
    assert "preparation.label_noise" in no_effect(load("gan-digits"))
    assert "preparation.label_noise" in no_effect(load("transformer-lm"))
    assert "preparation.label_noise" not in no_effect(load("cnn-digits"))
    assert f"{TRANSFORMS}.1.saturation" in no_effect(with_kinds("cnn-digits", "flip", "colour"))
    assert f"{TRANSFORMS}.0.saturation" not in no_effect(with_kinds("cnn-shapes", "colour"))


def test_files_from_before_load_unchanged_and_all_defaults_are_saved(tmp_path: Path) -> None:
    experiment = load("cnn-digits")
    save_experiment(experiment, tmp_path / "new.json")
    content = json.loads((tmp_path / "new.json").read_text(encoding="utf-8"))
    assert content.pop("preparation") == {"transforms": [], "training_samples": "all", "label_noise": 0.0}
    (tmp_path / "old.json").write_text(json.dumps(content), encoding="utf-8")
    assert load_experiment(tmp_path / "old.json") == experiment
    full = with_kinds("cnn-digits", "crop", "mixup", **{"preparation.label_noise": 0.25})
    save_experiment(full, tmp_path / "full.json")
    assert load_experiment(tmp_path / "full.json") == full


def test_the_command_line_trains_with_transforms_and_names_what_does_not_fit(
    command: Command, scripted: Scripted, tmp_path: Path
) -> None:
    sets = [
        'preparation.transforms=[{"kind": "crop", "padding": 1}, {"kind": "normalise"}, {"kind": "mixup"}]',
        "preparation.training_samples=200",
        "preparation.label_noise=0.1",
    ]
    given = [word for one in sets for word in ("--set", one)]
    out = tmp_path / "run"
    result = scripted("train", "cnn-digits", "--device", "cpu", "--epochs", "1", "--out", str(out), *given)
    assert result["samples"] == 200
    assert result["steps"] == 7
    with RunFolder.open(out) as folder:
        assert [one.kind for one in folder.experiment.preparation.transforms] == ["crop", "normalise", "mixup"]
    code, _, err = command("train", "mlp-moons", "--set", 'preparation.transforms=[{"kind": "flip"}]')
    assert code == 2
    assert "Flip cannot work on" in err
    assert "Remove it" in err


@pytest.mark.parametrize("step", [0, 21])
def test_the_preview_shows_what_training_will_see(step: int) -> None:
    experiment = with_kinds("cnn-digits", "crop", "normalise", "mixup", **{"preparation.label_noise": 0.5})
    found = PreviewTransforms(experiment, step).run(lambda done, text=None, part=None: None)
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    rows: list[int] = []
    while learner.step < step:
        rows = rows or [len(one) for one in learner.epoch_batches()]
        learner.count_step(rows.pop(0))
        if not rows:
            learner.epoch, learner.position = learner.epoch + 1, 0
    batch = learner.training_batch(learner.epoch_batches()[0])
    assert found.epoch == learner.epoch
    assert np.array_equal(found.prepared, batch.inputs[:16].numpy())
    assert found.shares is not None
    assert np.array_equal(found.shares, batch.targets[:16].numpy())
    assert np.array_equal(found.targets, experiment.data.load().splits["train"].targets[found.rows])
    assert np.array_equal(found.noisy, learner.splits["train"].targets[found.rows].numpy())


def test_a_preview_of_what_does_not_fit_is_a_problem() -> None:
    with pytest.raises(InputError) as caught:
        PreviewTransforms(with_kinds("mlp-moons", "flip")).run(lambda done, text=None, part=None: None)
    assert caught.value.problems[0].code == "transform_unfit"
