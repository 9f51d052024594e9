"""Early stopping: the rule, the run that it ends, and that a run taken up again ends at the same step."""

import math
from pathlib import Path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from explorer.check import check
from explorer.cli.training import Wishes, with_wishes
from explorer.early_stopping import Patience, StoppingMemory
from explorer.engine.building import make_learner
from explorer.engine.headless import train_headless
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.state import restore, state_of
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from explorer.training import Epochs

PATIENCE = {"kind": "patience", "epochs": 3}


def experiment(stopping: dict[str, Any] = PATIENCE, **training: Any) -> Experiment:
    """So high a learning rate that validation soon gets no better."""
    return Experiment.model_validate(
        {
            "data": {"kind": "points", "num_samples": 200},
            "architecture": {"kind": "single", "network": {"blocks": [{"kind": "dense", "units": "classes"}]}},
            "training": {
                "optimizer": {"kind": "adam", "learning_rate": 0.3},
                "limit": {"kind": "epochs", "count": 200},
                "early_stopping": stopping,
                **training,
            },
        }
    )


def learner_of(one: Experiment) -> Learner:
    return make_learner(one, one.data.load(), torch.device("cpu"))


def waited(rule: Patience, values: list[float]) -> int | None:
    """After how many validations the rule ends training."""
    memory = StoppingMemory()
    for index, value in enumerate(values):
        memory = rule.after(memory, value, index)
        if rule.is_over(memory):
            return index + 1
    return None


def test_the_rule_counts_validations_that_do_not_improve() -> None:
    rule = Patience(epochs=2)
    assert waited(rule, [5, 4, 3, 2, 1]) is None
    assert waited(rule, [5, 5, 5]) == 3
    assert waited(rule, [5, 6, 4, 5, 5]) == 5
    assert waited(rule, [math.nan, math.inf]) == 2
    assert waited(Patience(epochs=2, min_delta=0.5), [5, 4.6, 4.4, 4.2, 4.1]) == 5
    assert waited(Patience(epochs=2, metric="accuracy"), [0.1, 0.5, 0.4, 0.5]) == 4


@given(st.lists(st.floats(0, 10), max_size=40), st.integers(1, 6), st.floats(0, 2))
def test_the_best_is_the_best_but_for_small_changes(values: list[float], epochs: int, min_delta: float) -> None:
    rule, memory = Patience(epochs=epochs, min_delta=min_delta), StoppingMemory()
    for index, value in enumerate(values):
        memory = rule.after(memory, value, index)
        assert memory.best is not None
        assert memory.best == values[memory.step]
        assert memory.best <= min(values[: index + 1]) + min_delta
        assert memory.waited == index - memory.step


def test_the_run_ends_at_an_epochs_end_and_says_why(tmp_path: Path) -> None:
    result = train_headless(experiment(), device="cpu", folder=tmp_path / "run")
    assert result.steps < 200 * 3
    assert result.ended_early is not None
    with RunFolder.open(tmp_path / "run") as folder:
        losses = folder.metrics("validation/loss")
        best = int(losses.steps[losses.values.argmin()])
        assert folder.status == "finished"
        assert folder.kept.best == best  # its weights are kept
    assert len(losses.values) - 1 - int(losses.values.argmin()) == 3
    assert str(result.ended_early).startswith("Stopped early, patience 3:")
    assert f"at step {best}." in str(result.ended_early)
    assert str(result.ended_early) in (tmp_path / "run" / "log.txt").read_text("utf-8")


def test_without_it_the_run_goes_on_to_its_limit(tmp_path: Path) -> None:
    result = train_headless(experiment({"kind": "off"}, limit={"kind": "epochs", "count": 12}), device="cpu")
    assert (result.epochs, result.ended_early) == (12, None)


def test_a_limit_that_is_asked_for_replaces_both() -> None:
    assert train_headless(experiment({**PATIENCE, "epochs": 1}), device="cpu", limit=Epochs(count=30)).epochs == 30
    for wishes in (Wishes(epochs=9), Wishes(steps=9), Wishes(seconds=9)):
        training = with_wishes(experiment(), wishes).training
        assert (training.early_stopping.kind, training.limit.count) == ("off", 9)
    assert with_wishes(experiment(), Wishes(seed=1)).training.early_stopping == Patience(epochs=3)


@pytest.mark.parametrize("moment_name", ["step", "evaluating", "epoch"])
def test_a_run_taken_up_again_ends_at_the_same_step(moment_name: str) -> None:
    whole = learner_of(experiment())
    for _ in train(whole):
        pass
    begun, seen = learner_of(experiment()), 0
    for moment in train(begun):
        seen += moment.name == moment_name
        if seen == 2 and begun.stopping.waited < 2 and begun.step > 3:
            break
    taken_up = learner_of(experiment())
    restore(taken_up, state_of(begun))
    for _ in train(taken_up):
        pass
    assert (taken_up.step, taken_up.stopping, taken_up.epoch) == (whole.step, whole.stopping, whole.epoch)


def test_a_checkpoint_from_before_early_stopping_remembers_nothing() -> None:
    saved = state_of(learner_of(experiment()))
    for name in ("stopping.step", "stopping.waited"):
        del saved.scalars[name]
    learner = learner_of(experiment())
    learner.stopping = StoppingMemory(1.0, 2, 3)
    restore(learner, saved)
    assert learner.stopping == StoppingMemory()


def test_a_metric_that_nobody_tells_is_a_problem() -> None:
    regress = experiment({**PATIENCE, "metric": "accuracy"}).model_copy(
        update={"data": Experiment.model_validate({"data": {"kind": "waves", "task": "cycles"}}).data}
    )
    training = regress.training.model_validate({**regress.training.model_dump(), "objective": {"kind": "regress"}})
    problems = check(regress.model_copy(update={"training": training}))
    assert ("metric_absent", "training.early_stopping.metric") in [(one.code, one.place) for one in problems]
