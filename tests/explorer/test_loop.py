"""The training loop stops at its limit, validates every epoch, and can be left at any moment."""

from collections import Counter
from typing import Any

import torch

from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import evaluate, train
from explorer.spec import Experiment

BLOCKS = [
    {"kind": "flatten"},
    {"kind": "dense", "units": 8},
    {"kind": "dropout"},
    {"kind": "dense", "units": "classes"},
]


def make(limit: dict[str, Any], batch_size: int = 300) -> Learner:
    training = {"limit": limit, "batch_size": batch_size}
    architecture = {"kind": "single", "network": {"blocks": BLOCKS}}
    experiment = Experiment.model_validate({"architecture": architecture, "training": training})
    return make_learner(experiment, experiment.data.load(), torch.device("cpu"))


def test_epochs_are_counted_and_validated() -> None:
    learner = make({"kind": "epochs", "count": 3})
    names = Counter(moment.name for moment in train(learner))
    assert names["step"] == 3 * learner.lengths.steps_per_epoch
    assert names["phase"] == 4 * names["step"]
    assert (names["epoch"], names["finished"]) == (3, 1)
    assert (learner.epoch, learner.position, learner.step) == (3, 0, 15)


def test_an_incomplete_last_epoch_is_validated_too() -> None:
    learner = make({"kind": "steps", "count": 7})
    moments = list(train(learner))
    assert [moment.name for moment in moments if moment.name in ("epoch", "finished")] == ["epoch", "epoch", "finished"]
    assert (learner.epoch, learner.position, learner.step) == (1, 2 * learner.batch_sizes[0], 7)


def test_time_ends_training_between_two_steps() -> None:
    learner = make({"kind": "seconds", "count": 100})
    moments = train(learner)
    for moment in moments:
        if moment.name == "step" and learner.step == 4:
            learner.stopwatch.set(100.0)
            break
    assert "step" not in [moment.name for moment in moments]


def test_a_step_names_its_metrics_and_an_epoch_has_floats() -> None:
    learner = make({"kind": "epochs", "count": 1})
    for moment in train(learner):
        if moment.name == "step":
            assert set(moment.metrics) == {"learning_rate", "train/loss"}
        if moment.name == "epoch":
            assert set(moment.metrics) == {"validation/loss", "validation/accuracy"}
            assert all(isinstance(value, float) for value in moment.metrics.values())


def test_a_finished_learner_finishes_at_once() -> None:
    learner = make({"kind": "steps", "count": 2})
    for _ in train(learner):
        pass
    assert [moment.name for moment in train(learner)] == ["finished"]


def test_an_evaluation_counts_every_sample_and_stops_the_watch() -> None:
    learner = make({"kind": "epochs", "count": 1})
    learner.stopwatch.start()
    evaluation = evaluate(learner, "test")
    next(evaluation)
    assert not learner.stopwatch.is_running
    assert not learner.networks["network"].training
    try:
        while True:
            next(evaluation)
    except StopIteration as done:
        metrics = done.value
    assert learner.stopwatch.is_running
    assert learner.networks["network"].training
    part = learner.splits["test"]
    learner.train_mode(False)
    logits = learner.networks["network"](part.inputs.float() / 16)
    right = (logits.argmax(-1) == part.targets).float().mean().item()
    assert abs(metrics["test/accuracy"] - right) < 1e-6
    loss = torch.nn.functional.cross_entropy(logits, part.targets).item()
    assert abs(metrics["test/loss"] - loss) < 1e-5


def test_an_abandoned_evaluation_puts_everything_back() -> None:
    learner = make({"kind": "epochs", "count": 1})
    learner.train_mode(True)
    evaluation = evaluate(learner, "validation")
    next(evaluation)
    assert torch.is_grad_enabled()
    evaluation.close()
    assert learner.networks["network"].training
    assert not learner.stopwatch.is_running


def test_an_evaluation_in_between_does_not_change_training() -> None:
    def losses(with_evaluation: bool) -> list[float]:
        learner, found = make({"kind": "epochs", "count": 1}), []
        for moment in train(learner):
            if moment.name == "step":
                found.append(float(moment.metrics["train/loss"]))
                if with_evaluation:
                    list(evaluate(learner, "test"))
        return found

    assert losses(with_evaluation=True) == losses(with_evaluation=False)
