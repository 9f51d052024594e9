"""A baseline: scikit-learn's own answers, in the same loop, run folder and engine as networks."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.numpy import load_file

from explorer import gallery
from explorer.check import check_spec
from explorer.engine.building import make_learner
from explorer.engine.headless import train_headless
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.state import restore, state_from_arrays
from explorer.objectives.fit import count_words
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from models.resolve import resolve

BASELINES = ["bag-of-words", "naive-bayes"]


def learner_of(name: str) -> Learner:
    experiment = gallery.load(name)
    return make_learner(experiment, experiment.data.load(), torch.device("cpu"))


def logits(learner: Learner) -> np.ndarray:
    with torch.no_grad():
        return np.asarray(learner.objective.output(learner, learner.data.batch("test", slice(None))).double())


@pytest.mark.parametrize("name", BASELINES)
def test_the_answers_are_scikit_learns(name: str) -> None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.naive_bayes import MultinomialNB

    learner = learner_of(name)
    moments = [moment.name for moment in train(learner)]
    assert moments.count("step") == 1
    assert (learner.step, learner.epoch) == (1, 1)
    rows = learner.data.batch("train", slice(None))
    counts, classes = count_words(learner, rows), rows.targets.numpy()
    if name == "naive-bayes":
        reference: Any = MultinomialNB(alpha=1.0).fit(counts, classes)
    else:
        strength = learner.experiment.architecture.estimator.strength  # type: ignore[union-attr]
        reference = LogisticRegression(C=strength, max_iter=10_000).fit(counts, classes)
    wanted = reference.predict_log_proba(count_words(learner, learner.data.batch("test", slice(None))))
    found = torch.from_numpy(logits(learner)).log_softmax(-1).numpy()
    assert np.allclose(found, wanted, atol=2e-2)
    assert (found.argmax(1) == wanted.argmax(1)).mean() > 0.99


def test_words_are_counted_and_padding_is_not() -> None:
    learner = learner_of("naive-bayes")
    batch = learner.data.batch("train", slice(0, 20))
    counts = count_words(learner, batch)
    assert counts.nnz <= batch.inputs.numel(), "most words are in no text, and take no memory"
    for row, text in zip(torch.from_numpy(counts.toarray()).long(), batch.inputs, strict=True):
        wanted = torch.bincount(text[text != learner.padding], minlength=len(row))
        assert torch.equal(row, wanted)


@pytest.mark.parametrize("name", BASELINES)
def test_a_run_is_kept_without_pickle_and_comes_back(name: str, tmp_path: Path) -> None:
    experiment = gallery.load(name)
    result = train_headless(experiment, "cpu", tmp_path / "run")
    assert (result.steps, result.epochs) == (1, 1)
    assert set(result.metrics) == {
        "train/loss", "validation/loss", "validation/accuracy", "test/loss", "test/accuracy",
    }  # fmt: skip
    state = load_file(tmp_path / "run" / "checkpoints" / "step-1.state.safetensors")
    assert {"memory.weights", "memory.bias"} <= set(state)
    learner = make_learner(experiment, experiment.data.load(), torch.device("cpu"))
    assert not logits(learner).any()
    with RunFolder.open(tmp_path / "run") as folder:
        assert folder.metrics("validation/accuracy").steps.tolist() == [1]
        restore(learner, state_from_arrays(*folder.read_checkpoint(1)))
    accuracy = (logits(learner).argmax(1) == learner.splits["test"].targets.numpy()).mean()
    assert accuracy == pytest.approx(result.metrics["test/accuracy"])


def test_batch_size_limit_and_seed_change_nothing() -> None:
    experiment = gallery.load("naive-bayes")
    training = experiment.training.model_copy(update={"batch_size": 7})
    other = experiment.model_copy(update={"seed": 9, "training": training})
    first, second = train_headless(experiment, "cpu"), train_headless(other, "cpu")
    assert first.metrics == pytest.approx(second.metrics, rel=1e-5)


def test_a_baseline_has_no_networks(scripted: Callable[..., Any]) -> None:
    description = scripted("describe", "bag-of-words")
    assert (description["family"], description["num_params"], description["networks"]) == ("Baseline", 0, {})
    experiment = gallery.load("bag-of-words")
    assert resolve(experiment.architecture, experiment.data.facts().ports).problems == ()


def test_pictures_are_not_counted_as_words() -> None:
    spec = {"architecture": {"kind": "baseline"}, "training": {"objective": {"kind": "fit"}}}
    assert [problem.code for problem in check_spec(Experiment.model_validate(spec))] == ["not_words"]


def test_a_network_is_not_fitted_at_once_and_a_baseline_takes_no_steps() -> None:
    for changed in ({"architecture": {"kind": "baseline"}}, {"training": {"objective": {"kind": "fit"}}}):
        spec = {"data": {"kind": "sentences"}} | changed
        codes = [problem.code for problem in check_spec(Experiment.model_validate(spec))]
        assert "wrong_architecture" in codes
