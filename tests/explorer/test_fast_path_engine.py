"""A run whose steps are replayed, through the whole engine: the same run, told late, wound back, seen by phases."""

from pathlib import Path

import pytest

from explorer.changes.learning_rate import LearningRate
from explorer.commands import Change, Play, Rewind, StepOnce, Stop
from explorer.engine.fast_path import RECORDED
from explorer.events import AlarmsChanged, ProblemsFound, Progress
from explorer.runs.run_folder import RunFolder
from tests.explorer.talk import Talk, experiment, is_event, load
from tests.explorer.tape import treat_as_accelerator

EPOCH = 20  # steps of one in this experiment
NAMES = ("train/loss", "learning_rate", "validation/loss")


def recorded(folder: Path) -> dict[str, tuple[list[int], list[float]]]:
    with RunFolder.open(folder) as run:
        return {name: (run.metrics(name).steps.tolist(), run.metrics(name).values.tolist()) for name in NAMES}


def live(talk: Talk, folder: Path, run_id: str) -> None:
    """A run that is stepped through, changed, wound back, and played to its end."""
    talk.send(load(experiment(3), str(folder), run_id=run_id), StepOnce(run_id, "epoch"))
    talk.until_state("paused")
    talk.until_state("paused")
    talk.send(Change(run_id, LearningRate(network="network", value=0.1)))
    talk.send(StepOnce(run_id), StepOnce(run_id, "phase"), StepOnce(run_id, "phase"))
    talk.until_state("paused")
    for step in (3, 21, 14):
        talk.send(Rewind(run_id, step))
        talk.until_state("rewinding")
        talk.until_state("paused")
    talk.send(Play(run_id))
    talk.until_state("finished")
    talk.send(Stop(run_id))
    talk.until_state("finished")


def test_a_run_is_the_same_run(talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live(talk, tmp_path / "plain", "p")
    capturings = treat_as_accelerator(monkeypatch)
    live(talk, tmp_path / "fast", "f")
    assert recorded(tmp_path / "fast") == recorded(tmp_path / "plain")
    assert sum(tape.num_replays for tape in capturings[0].tapes) > 40
    words = [event.computing for event in talk.heard if isinstance(event, Progress) and event.run_id == "f"]
    assert words[-1] == (RECORDED,)
    assert any(isinstance(event, Progress) and event.computing == () for event in talk.heard)


def test_a_loss_that_is_not_finite_is_found_when_it_comes_over(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    capturings = treat_as_accelerator(monkeypatch)
    talk.send(load(experiment(1000), str(tmp_path / "run")), StepOnce("r", "epoch"))
    talk.until_state("paused")
    talk.until_state("paused")
    talk.send(Change("r", LearningRate(network="network", value=1e38)), Play("r"))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert found.problems[0].code == "loss_not_finite"
    losses = dict(talk.losses())
    step = min(step for step, loss in losses.items() if loss != loss or abs(loss) == float("inf"))
    assert f"step {step}," in str(found.problems[0].message)
    assert step > EPOCH
    assert sum(tape.num_replays for tape in capturings[0].tapes) > 0
    alarms = [alarm for event in talk.heard if isinstance(event, AlarmsChanged) for alarm in event.alarms]
    assert {alarm.step for alarm in alarms if alarm.code == "not_finite"} == {step}
