"""Watching over runs: broken experiments raise their alarm at its block, and no loss changes by a bit."""

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
import torch

from explorer.alarm import Alarm
from explorer.changes import LearningRate
from explorer.commands import Change, Fork, Play, Rewind, StepOnce, Stop
from explorer.engine import alarm_watch, checkup
from explorer.engine.alarm_watch import AlarmWatch
from explorer.engine.building import make_learner
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.recorder import Recorder
from explorer.events import AlarmsChanged, ProblemsFound
from explorer.gallery import cards, load
from explorer.problems import READER_LOST
from explorer.spec import Experiment
from models.problem import InputError
from tests.explorer.talk import Talk, experiment, is_event
from tests.explorer.talk import load as loaded

BLOCKS = "architecture.network.blocks"


def watched(spec: Experiment, num_steps: int, sees_each_loss: bool = True) -> tuple[list[float], AlarmWatch]:
    """Train so many steps with a checkup at every second one; the losses, and what was seen."""
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    watch, recorder = AlarmWatch(learner, lambda alarms: None, fastest_s=0.0), Recorder()
    watch._sees_each_loss = sees_each_loss
    losses = []
    for moment in train(learner):
        watch.follow(moment)
        if moment.name in ("step", "epoch"):
            recorder.record(learner.step, moment.metrics)
            series = recorder.flush()
            watch.take(series)
            losses += [float(one.values[0]) for one in series if one.name.startswith("train/loss")]
        if moment.name == "step" and learner.step >= num_steps:
            break
    return losses, watch


def on(watch: AlarmWatch) -> dict[str, Alarm]:
    return {alarm.code: alarm for alarm in reversed(watch.alarms)}


def test_samples_that_cannot_be_read_put_a_checkup_off_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = InputError((READER_LOST.at("data", split="train", first=0, code=-9),))
    answers: list[Exception | None] = [lost, None, lost]

    def passing(learner: Learner) -> None:
        answer = answers.pop(0) if answers else None
        if answer is not None:
            raise answer

    monkeypatch.setattr(checkup, "pass_samples", passing)
    monkeypatch.setattr(alarm_watch, "UNREADABLE_S", 0.0)
    _, watch = watched(experiment(2), 12)
    assert [health.step for health in watch._healths] == [4, 8, 10, 12]


@pytest.mark.parametrize(
    "name",
    ["cnn-digits", "lstm-waves", "transformer-digits", "gan-digits"],
)
def test_no_loss_changes_by_a_bit(name: str) -> None:
    spec = load(name)
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    alone: list[float] = []
    for moment in islice((moment for moment in train(learner) if moment.name == "step"), 4):
        alone += [float(value) for key, value in moment.metrics.items() if key.startswith("train/loss")]
    losses, watch = watched(spec, 4)
    assert len(watch._healths) == 2
    assert losses == alone


@pytest.mark.parametrize(
    ("name", "num_steps", "place"),
    [
        ("alarm-dead-relu", 60, f"{BLOCKS}.2"),
        ("alarm-saturated", 120, f"{BLOCKS}.3"),
        ("alarm-vanishing", 8, f"{BLOCKS}.1"),
        ("alarm-exploding", 8, f"{BLOCKS}.1"),
        ("alarm-rate-high", 40, "training.optimizer.learning_rate"),
        ("alarm-rate-low", 40, "training.optimizer.learning_rate"),
        ("alarm-diverging", 60, f"{BLOCKS}.3"),
    ],
)
def test_a_broken_experiment_raises_its_alarm_at_once(name: str, num_steps: int, place: str) -> None:
    (code,) = (card.alarm for card in cards() if card.id == name)
    _, watch = watched(load(name), num_steps)
    assert on(watch)[code].place == place


@pytest.mark.parametrize("sees_each_loss", [True, False])
def test_a_loss_that_is_no_number_names_the_block_where_it_broke(sees_each_loss: bool) -> None:
    losses, watch = watched(load("alarm-not-finite"), 60, sees_each_loss)
    alarm = on(watch)["not_finite"]
    assert alarm.place.startswith(f"{BLOCKS}.")
    first = next(step for step, loss in enumerate(losses, 1) if loss != loss or abs(loss) == float("inf"))
    if sees_each_loss:
        assert f"At step {first}" in str(alarm.problem.message)


def test_the_guilty_block_is_the_first_whose_weights_are_broken() -> None:
    spec = experiment()
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    watch = AlarmWatch(learner, lambda alarms: None, fastest_s=0.0)
    with torch.no_grad():
        next(iter(learner.networks["network"].get_submodule("blocks.3").parameters()))[0, 0] = float("nan")
    for moment in islice(train(learner), 2):
        watch.follow(moment)
    (alarm,) = watch.alarms
    assert (alarm.code, alarm.place, alarm.step) == ("not_finite", f"{BLOCKS}.3", 1)


def test_going_back_in_the_run_forgets_what_came_later() -> None:
    spec = load("alarm-vanishing")
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    told: list[tuple[Alarm, ...]] = []
    watch = AlarmWatch(learner, told.append, fastest_s=0.0)
    steps = (moment for moment in train(learner) if moment.name == "step")
    for moment in islice(steps, 12):
        watch.follow(moment)
    assert watch.alarms
    learner.step = 0
    for moment in islice(steps, 1):
        watch.follow(moment)
    assert watch.alarms == told[-1] == ()


def test_a_fork_begins_with_the_alarms_that_were_on_where_it_begins(talk: Talk, tmp_path: Path) -> None:
    talk.send(loaded(load("alarm-not-finite"), str(tmp_path / "run")), Play("r"))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    talk.until_state("paused")
    assert [alarm.code for alarm in alarms_told(talk) if alarm.code == "not_finite"]
    talk.send(Rewind("r", 0))
    talk.until_state("rewinding")
    talk.until_state("paused")
    assert alarms_told(talk), "they are of the run, wherever it stands"
    talk.send(Fork("r", "f", str(tmp_path / "fork")), Change("f", LearningRate(network="network", value=0.01)))
    talk.until(lambda event: isinstance(event, AlarmsChanged) and event.run_id == "f")
    assert alarms_told(talk) == ()
    talk.send(*(StepOnce("f", "epoch") for _ in range(3)))
    talk.until_state("stepping")
    talk.until_state("paused")
    assert "not_finite" not in [alarm.code for alarm in alarms_told(talk)]


def alarms_told(talk: Talk) -> tuple[Alarm, ...]:
    """The alarms that were told last."""
    return next(event.alarms for event in reversed(talk.heard) if isinstance(event, AlarmsChanged))


def test_a_fork_keeps_what_is_known_up_to_its_step() -> None:
    spec = load("alarm-vanishing")
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    first: list[tuple[Alarm, ...]] = []
    second: list[tuple[Alarm, ...]] = []
    watch = AlarmWatch(learner, first.append, fastest_s=0.0)
    steps = (moment for moment in train(learner) if moment.name == "step")
    for moment in islice(steps, 12):
        watch.follow(moment)
    num_told, known = len(first), watch.alarms
    assert known
    watch.fork(second.append)
    assert second == [known]
    learner.step = known[0].step - 1
    watch.fork(second.append)
    assert known[0] not in second[-1]
    for moment in islice(steps, 12):
        watch.follow(moment)
    assert [alarm.code for alarm in second[-1]] == [alarm.code for alarm in known], "it is seen again"
    assert len(first) == num_told, "the run before hears nothing"


def test_a_baseline_has_nothing_to_look_at() -> None:
    spec = load("naive-bayes")
    learner = make_learner(spec, spec.data.load(), torch.device("cpu"))
    watch = AlarmWatch(learner, lambda alarms: None, fastest_s=0.0)
    for moment in train(learner):
        watch.follow(moment)
    assert watch.alarms == ()


def test_the_engine_tells_alarms_and_keeps_them_in_the_log(talk: Talk, tmp_path: Path) -> None:
    talk.send(
        loaded(experiment(epochs=1000), str(tmp_path / "run")),
        Change("r", LearningRate(network="network", value=1e38)),
        Play("r"),
    )
    told = talk.until(is_event(AlarmsChanged))
    assert isinstance(told, AlarmsChanged)
    assert told.alarms[-1].place.startswith(f"{BLOCKS}.")
    talk.until(is_event(ProblemsFound))
    talk.send(Stop("r"))
    talk.until_state("stopped")
    talk.client.close()
    assert "alarms: not_finite at architecture" in (tmp_path / "run" / "log.txt").read_text("utf-8")


def test_the_command_line_prints_alarms(
    command: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("explorer.engine.alarm_watch.FASTEST_S", 0.0)  # a checkup at every second step
    wishes = ("--device", "cpu", "--steps", "40", "--json", "--out", str(tmp_path / "run"))
    code, out, err = command("train", "alarm-rate-high", *wishes)
    assert code == 0
    alarms: list[dict[str, Any]] = json.loads(out.splitlines()[-1])["alarms"]
    (alarm,) = [alarm for alarm in alarms if alarm["code"] == "rate_high"]
    assert set(alarm) == {"code", "place", "step", "until", "message", "figure", "threshold"}
    assert alarm["figure"] >= alarm["threshold"]
    assert "Learning rate too high (training.optimizer.learning_rate)." in err
    assert alarm["message"] in err
