"""The job that evaluates saved weights, against what torch says of the same weights, family by family."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from explorer.commands import Pause, Play, Rewind, SaveWeights, StepOnce
from explorer.dataset import SplitName
from explorer.edits import replace
from explorer.engine.building import make_learner
from explorer.engine.headless import train_headless
from explorer.engine.learner import Learner
from explorer.engine.loop import evaluate
from explorer.engine.state import restore, state_from_arrays
from explorer.evaluation.answers import ClassAnswers, TokenAnswers, ValueAnswers
from explorer.evaluation.evaluate_run import EvaluateRun
from explorer.evaluation.step_wish import StepWish
from explorer.evaluation.verdict import Verdict
from explorer.events import StateChanged, WeightsSaved
from explorer.gallery import load as open_gallery
from explorer.jobs.job import Cancelled
from explorer.objectives.translate import greedy_decode
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from explorer.training import Steps
from models.problem import InputError
from tests.explorer.talk import Talk, experiment, is_event, load

pytestmark = pytest.mark.usefixtures("one_thread")


def told(done: float | None, text: object = None, part: object = None) -> None:
    assert done is None or 0 <= done <= 1


def trained(folder: Path, spec: Experiment, steps: int = 12) -> Path:
    train_headless(spec, "cpu", folder, limit=Steps(count=steps))
    return folder


def small(name: str, **settings: Any) -> Experiment:
    spec = open_gallery(name)
    for path, value in settings.items():
        spec = replace(spec, path.replace("__", "."), value)
    return spec


def judged(folder: Path, step: StepWish = "newest", split: SplitName = "test") -> Verdict:
    verdict = EvaluateRun(folder, step, split).run(told)
    assert isinstance(verdict, Verdict)
    return verdict


def reference(folder: Path) -> Learner:
    """The learner put together by hand from the newest checkpoint."""
    with RunFolder.open(folder) as run:
        spec = run.experiment
        learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
        restore(learner, state_from_arrays(*run.read_checkpoint(run.checkpoints()[-1])))
    learner.train_mode(False)
    return learner


def figures(verdict: Verdict) -> dict[str, float]:
    return {one.name: one.value for one in verdict.figures}


def check_metrics(verdict: Verdict, folder: Path) -> None:
    """What training itself would have told of these weights."""
    course = evaluate(reference(folder), verdict.split)
    while True:
        try:
            next(course)
        except StopIteration as end:
            metrics = end.value
            break
    found = figures(verdict)
    for name, value in metrics.items():
        assert found[name.removeprefix(f"{verdict.split}/")] == pytest.approx(value, rel=1e-5), name


def test_a_classifier(tmp_path: Path) -> None:
    folder = trained(tmp_path / "run", small("cnn-digits"))
    verdict = judged(folder)
    check_metrics(verdict, folder)
    learner = reference(folder)
    batch = learner.data.batch("test", slice(None))
    with torch.no_grad():
        logits = learner.networks["network"](batch.inputs)
    answers = verdict.answers
    assert isinstance(answers, ClassAnswers)
    assert answers.probabilities is not None
    np.testing.assert_allclose(answers.probabilities, logits.softmax(-1).numpy(), atol=1e-6)
    assert answers.answers.tolist() == logits.argmax(-1).tolist()
    assert answers.targets.tolist() == batch.targets.tolist()
    losses = F.cross_entropy(logits, batch.targets, reduction="none").numpy()
    np.testing.assert_allclose(verdict.losses, losses, atol=1e-5)
    assert figures(verdict)["accuracy"] == (logits.argmax(-1) == batch.targets).double().mean().item()
    assert answers.confusion is not None
    assert answers.confusion.sum() == verdict.num_samples == len(batch)
    # Every cell that is not empty has samples to show, and they are those of the data.
    for target, answer in np.argwhere(answers.confusion).tolist():
        rows = answers.cell(target, answer)
        shown = verdict.shown.find(rows)
        assert len(shown) >= min(24, len(rows))
    np.testing.assert_array_equal(verdict.shown.inputs, batch.inputs[verdict.shown.rows].numpy())
    assert verdict.shown.rows[0] == losses.argmax()


def test_the_verdict_is_the_same_every_time_and_the_folder_is_left_alone(tmp_path: Path) -> None:
    folder = trained(tmp_path / "run", experiment(), 40)
    files = {path: path.read_bytes() for path in folder.rglob("*") if path.suffix in (".safetensors", ".json", ".txt")}
    state, threads = torch.get_rng_state(), torch.get_num_threads()
    first, second = judged(folder), judged(folder)
    assert pickle.dumps(first) == pickle.dumps(second)
    assert torch.equal(state, torch.get_rng_state())
    assert threads == torch.get_num_threads()
    assert files == {path: path.read_bytes() for path in files}
    crossed = pickle.loads(pickle.dumps(first))
    assert crossed.figures == first.figures


def test_any_step_the_best_and_any_split(tmp_path: Path) -> None:
    spec = small("mlp-digits")
    early, late = trained(tmp_path / "early", spec, 7), trained(tmp_path / "late", spec, 40)
    assert judged(late, 7).losses.tolist() == judged(early).losses.tolist(), "7 steps were replayed from the start"
    assert judged(late, 40).step == judged(late).step == 40
    with RunFolder.open(late) as run:
        assert judged(late, "best").step == (run.kept.best or 40)
    assert judged(late, 0, "validation").num_samples == len(reference(late).splits["validation"])
    check_metrics(judged(late, split="train"), late)


def test_a_language_model(tmp_path: Path) -> None:
    folder = trained(tmp_path / "run", small("transformer-lm"), 3)
    verdict = judged(folder)
    check_metrics(verdict, folder)
    learner = reference(folder)
    batch = learner.data.batch("test", slice(0, 20))
    with torch.no_grad():
        logits = learner.networks["network"](batch.inputs)
    losses = F.cross_entropy(logits.transpose(1, 2), batch.targets, reduction="none").mean(-1)
    np.testing.assert_allclose(verdict.losses[:20], losses.numpy(), rtol=1e-4)
    assert verdict.headline.name == "perplexity"
    assert verdict.headline.value == pytest.approx(np.exp(verdict.losses.astype(np.float64).mean()), rel=1e-5)
    assert isinstance(verdict.answers, TokenAnswers)
    assert verdict.answers.answered[:20].tolist() == logits.argmax(-1).tolist()


def test_a_translator(tmp_path: Path) -> None:
    folder = trained(tmp_path / "run", small("transformer-reversal"), 60)
    verdict = judged(folder)
    check_metrics(verdict, folder)
    learner = reference(folder)
    batch = learner.data.batch("test", slice(None))
    with torch.no_grad():
        written = greedy_decode(learner, batch)[:, 1:]
    wanted = batch.targets[:, 1:]
    assert isinstance(verdict.answers, TokenAnswers)
    assert verdict.answers.answered.tolist() == written.tolist()
    found = figures(verdict)
    assert found["exact_match"] == (written == wanted).all(-1).double().mean().item()
    assert 0 < found["bleu"] < 1


def test_real_values(tmp_path: Path) -> None:
    folder = trained(tmp_path / "run", small("lstm-adding"), 5)
    verdict = judged(folder)
    check_metrics(verdict, folder)
    learner = reference(folder)
    batch = learner.data.batch("test", slice(None))
    with torch.no_grad():
        answers = learner.networks["network"](batch.inputs)
    assert isinstance(verdict.answers, ValueAnswers)
    np.testing.assert_allclose(verdict.answers.answers, answers.numpy(), atol=1e-5)
    spread = (batch.targets - batch.targets.mean(0)).square().sum()
    assert verdict.headline.value == pytest.approx(
        (1 - (answers - batch.targets).square().sum() / spread).item(), abs=1e-4
    )


@pytest.mark.parametrize("name", ["naive-bayes", "autoencoder-digits", "bert-mini", "word2vec-cbow", "gan-ring"])
def test_every_other_objective_has_a_verdict_too(name: str, tmp_path: Path) -> None:
    folder = trained(tmp_path / "run", small(name), 2)
    verdict = judged(folder)
    check_metrics(verdict, folder)
    assert pickle.loads(pickle.dumps(verdict)).figures == verdict.figures
    assert len(verdict.losses) == (0 if name == "gan-ring" else verdict.num_samples)
    if name == "gan-ring":
        assert verdict.headline.name == "diversity"
        assert 0 <= verdict.headline.value <= 1


def test_what_cannot_be_evaluated_is_said(tmp_path: Path) -> None:
    RunFolder.create(tmp_path / "bare", experiment(), device="cpu", num_threads=1).close()
    folder = trained(tmp_path / "run", experiment(), 3)
    for job, code in (
        (EvaluateRun(tmp_path / "bare"), "no_weights"),
        (EvaluateRun(folder, 1000), "not_reached"),
        (EvaluateRun(tmp_path / "absent"), "run_damaged"),
    ):
        with pytest.raises(InputError) as refused:
            job.run(told)
        assert refused.value.problems[0].code == code
        assert str(refused.value.problems[0].remedy)
    for path in (folder / "checkpoints").glob("*.safetensors"):
        path.write_bytes(b"nothing")
    with pytest.raises(InputError) as refused:
        EvaluateRun(folder).run(told)
    assert refused.value.problems[0].code == "no_weights"


def test_it_can_be_cancelled_between_two_batches(tmp_path: Path) -> None:
    folder = trained(tmp_path / "run", small("lstm-adding"), 2)
    told_so_far: list[float | None] = []

    def enough(done: float | None, text: object = None, part: object = None) -> None:
        told_so_far.append(done)
        if len(told_so_far) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        EvaluateRun(folder).run(enough)
    assert len(told_so_far) == 3


def test_the_engine_saves_weights_where_the_run_stands(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "r"
    talk.send(load(experiment(epochs=2), str(folder)), SaveWeights("r", 5))
    assert talk.until(is_event(WeightsSaved)) == WeightsSaved("r", 5, 0)
    talk.send(StepOnce("r", "phase"))
    talk.until_state("paused")
    talk.send(SaveWeights("r", 5))
    saved = talk.until(is_event(WeightsSaved))
    assert saved == WeightsSaved("r", 5, 1), "the step that was under way is ended first"
    at_one = judged(folder, 1)
    talk.send(Play("r"))
    talk.until_state("finished")
    talk.send(SaveWeights("r", 5))
    assert talk.until(is_event(WeightsSaved)) == WeightsSaved("r", 5, 40)
    talk.send(Rewind("r", 25))
    talk.until(lambda event: isinstance(event, StateChanged) and event.state == "paused")
    talk.send(SaveWeights("r", 5))
    assert talk.until(is_event(WeightsSaved)) == WeightsSaved("r", 5, 25)
    with RunFolder.open(folder) as run:
        assert {0, 1, 25, 40} <= set(run.checkpoints()), "each is kept for good"
    assert judged(folder, 1).losses.tolist() == at_one.losses.tolist()
    assert judged(folder, 25).figures != judged(folder, 40).figures
    talk.send(load(experiment(), run_id="s"), SaveWeights("s", 5))
    assert talk.until(is_event(WeightsSaved)) == WeightsSaved("s", 5, None), "it has no folder"


def test_saving_weights_lets_a_run_go_on(talk: Talk, tmp_path: Path) -> None:
    talk.send(load(experiment(epochs=100_000), str(tmp_path / "r")), Play("r"))
    talk.until_state("running")
    talk.send(SaveWeights("r", 5))
    saved = talk.until(is_event(WeightsSaved))
    assert isinstance(saved, WeightsSaved)
    assert saved.step is not None
    assert judged(tmp_path / "r", saved.step).step == saved.step, "while it is written"
    talk.send(Pause("r"))
    talk.until_state("paused")
    assert not any(isinstance(event, StateChanged) and event.state == "failed" for event in talk.heard)


def test_the_command_line_tells_what_the_job_finds(
    scripted: Callable[..., Any], command: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    folder = trained(tmp_path / "run", experiment(), 20)
    verdict = judged(folder)
    found = scripted("evaluate", str(folder))
    assert (found["step"], found["split"], found["samples"]) == (20, "test", verdict.num_samples)
    assert found["measures"]["accuracy"]["value"] == verdict.headline.value
    assert found["measures"]["accuracy"]["low"] < verdict.headline.value < found["measures"]["accuracy"]["high"]
    assert np.array(found["confusion"]).sum() == verdict.num_samples
    assert len(found["classes"]) == 10
    assert found["worst"][0]["index"] == int(verdict.losses.argmax())
    code, out, err = command("evaluate", str(folder), "--split", "validation", "--step", "5")
    assert (code, "step 5" in out, "Replaying" in err) == (0, True, True)
    assert command("evaluate", str(folder), "--step", "soon")[0] == 2
    assert command("evaluate", "no-such-run")[0] == 2
    values = trained(tmp_path / "values", small("lstm-adding"), 2)
    assert [one["name"] for one in scripted("evaluate", str(values))["values"]] == ["sum"]
