"""The timeline of a run that is let go stays with the run: on disk, within a budget, and whole or absent."""

from pathlib import Path

import pytest

from explorer.commands import Play, Rewind, StepOnce, Stop
from explorer.engine.learner import Learner
from explorer.engine.loop import train
from explorer.engine.moments import write_moments
from explorer.engine.state import num_bytes, state_of
from explorer.engine.timeline import Timeline
from explorer.events import ProblemsFound, Progress, RunLoaded, TimelineChanged
from explorer.runs.library import delete_run
from explorer.runs.run_folder import RunFolder
from tests.explorer.talk import Talk, experiment, is_event, load
from tests.explorer.test_timeline import learner_of, step_metrics

STEPS = (4, 8, 12, 16, 20)


@pytest.fixture
def lived() -> tuple[Learner, Timeline]:
    """A learner that has come to step 20 and kept every fourth."""
    learner = learner_of("cnn")
    timeline, life = Timeline(learner), train(learner)
    for until in STEPS:
        step_metrics(life, learner, until)
        timeline.keep()
    return learner, timeline


def folder_of(learner: Learner, path: Path, last: int = STEPS[-1]) -> RunFolder:
    folder = RunFolder.create(path, learner.experiment, device="cpu", num_threads=1)
    saved = state_of(learner)
    folder.write_checkpoint(last, saved.weights, saved.state, saved.scalars)
    return folder


def test_what_is_kept_fits_the_budget_and_nothing_is_later_than_the_checkpoint(
    lived: tuple[Learner, Timeline], tmp_path: Path
) -> None:
    learner, timeline = lived
    with folder_of(learner, tmp_path / "run", last=16) as folder:
        one = max(num_bytes(state) for state in timeline.states.values())
        write_moments(folder, timeline.states, 60.0, most_bytes=3 * one)
        few = folder.moments()
        assert few == (4, 12, 16)
        write_moments(folder, timeline.states, 60.0)
        assert folder.moments() == STEPS[:4]
        write_moments(folder, {}, 0.0, most_bytes=2)
        assert folder.moments() == (4, 16), "those of an earlier life count"


def test_without_time_nothing_is_written(lived: tuple[Learner, Timeline], tmp_path: Path) -> None:
    learner, timeline = lived
    with folder_of(learner, tmp_path / "run") as folder:
        write_moments(folder, timeline.states, 0.0)
        assert folder.moments() == ()


def test_another_life_comes_back_to_them_exactly(lived: tuple[Learner, Timeline], tmp_path: Path) -> None:
    learner, timeline = lived
    with folder_of(learner, tmp_path / "run") as folder:
        write_moments(folder, timeline.states, 60.0)
        again = Timeline(learner, folder, timeline.states[0])
        assert again.steps == (0, 20)
        assert again.moments == (0, *STEPS)
        for step in (13, 8):
            timeline.restore(step)
            wanted = step_metrics(train(learner), learner, 20)
            timeline.arrive()
            again.restore(step)
            assert learner.step == {13: 12, 8: 8}[step]
            found = step_metrics(train(learner), learner, 20)
            assert {at: found[at] for at in wanted} == wanted
            again.arrive()


def test_a_run_goes_on_with_its_timeline_and_takes_damage_in_its_stride(talk: Talk, tmp_path: Path) -> None:
    path = tmp_path / "run"
    talk.send(load(experiment(3), str(path)))
    for head in (20, 40):
        talk.send(StepOnce("r", "epoch"))
        talk.until_state("stepping")
        talk.until_state("paused")
        go_to(talk, 0)  # which keeps the head
        go_to(talk, head)
    talk.send(Play("r"))
    talk.until_state("finished")
    talk.send(Stop("r"), load(experiment(4), str(path), resume=True))
    talk.until(is_event(RunLoaded))
    with RunFolder.open(path) as folder:
        assert {20, 40} <= set(folder.moments())
    go_to(talk, 40)
    assert {0, 20, 40, 60} <= set(told(talk).moments)
    (path / "moments" / "step-20.safetensors").write_bytes(b"half")
    talk.send(Rewind("r", 20))
    found = talk.until(is_event(ProblemsFound))
    assert isinstance(found, ProblemsFound)
    assert [problem.code for problem in found.problems] == ["moment_damaged"]
    talk.until_state("paused")
    assert next(event.step for event in reversed(talk.heard) if isinstance(event, Progress)) == 20
    talk.send(Stop("r"))
    talk.until_state("stopped")
    talk.client.close()
    delete_run(path)
    assert not path.exists()


def go_to(talk: Talk, step: int) -> None:
    talk.send(Rewind("r", step))
    talk.until_state("rewinding")
    talk.until_state("paused")


def told(talk: Talk) -> TimelineChanged:
    """What was told of the timeline last."""
    return next(event for event in reversed(talk.heard) if isinstance(event, TimelineChanged))


def test_what_training_takes_anew_is_forgotten(lived: tuple[Learner, Timeline], tmp_path: Path) -> None:
    learner, timeline = lived
    with folder_of(learner, tmp_path / "run") as folder:
        write_moments(folder, timeline.states, 60.0)
        folder.forget_after(10)
        assert folder.moments() == (4, 8)
