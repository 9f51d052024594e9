"""Rewind and fork through the engine: what is replayed is the same, writes nothing, and ends at the head again."""

from pathlib import Path

import numpy as np

from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.changes.weight_edit import WeightEdit
from explorer.commands import Change, Fork, Load, Pause, PinGiven, Play, Rewind, StepOnce, Stop, Watch
from explorer.engine.server import without_superseded
from explorer.events import (
    MetricsRecorded,
    ProblemsFound,
    Progress,
    RunLoaded,
    SnapshotTaken,
    StateChanged,
    TimelineChanged,
)
from explorer.probes.activations import Activations
from explorer.runs.run_folder import RunFolder
from tests.explorer.talk import Talk, experiment, is_event, load

EPOCH = 20  # steps of one in this experiment


def test_a_run_that_was_brought_back_ends_as_if_nothing_had_been(talk: Talk, tmp_path: Path) -> None:
    talk.send(load(experiment(3), str(tmp_path / "plain")), Play("r"))
    talk.until_state("finished")
    folder = tmp_path / "rewound"
    talk.send(load(experiment(3), str(folder), run_id="s"), StepOnce("s", "epoch"), StepOnce("s"), StepOnce("s"))
    talk.until(stands("s", "paused"))  # as it is loaded
    talk.until(stands("s", "paused"))
    for step in (5, 21, 0, 22, 13):
        rewind(talk, "s", step)
    talk.send(Play("s"))
    talk.until(stands("s", "finished"))
    talk.send(Stop("s"))
    talk.until(stands("s", "finished"))
    assert recorded(folder) == recorded(tmp_path / "plain")


def test_a_replay_tells_no_metrics_but_shows_what_was(talk: Talk) -> None:
    talk.send(load(experiment(100)), Watch("r", "view", Activations()), *(StepOnce("r") for _ in range(12)))
    talk.until_state("paused")
    talk.until_state("paused")
    shown = {}
    told = len([event for event in talk.heard if isinstance(event, MetricsRecorded)])
    for step in (12, 4, 12, 4, 7):
        rewind(talk, "r", step)
        view = talk.until(lambda event, step=step: isinstance(event, SnapshotTaken) and event.step == step)  # type: ignore[misc]
        assert isinstance(view, SnapshotTaken)
        assert (view.snapshot.values == shown.setdefault(step, view.snapshot.values)).all()
    talk.send(StepOnce("r"))
    talk.until_state("paused")
    assert told == len([event for event in talk.heard if isinstance(event, MetricsRecorded)])
    assert where(talk) == 8


def test_phases_of_the_past_can_be_stepped_through(talk: Talk) -> None:
    talk.send(load(experiment(100)), *(StepOnce("r") for _ in range(5)))
    talk.until_state("paused")
    talk.until_state("paused")
    rewind(talk, "r", 2)
    told = []
    for _ in range(4):
        talk.send(StepOnce("r", "phase"))
        talk.until_state("stepping")
        told.append(talk.until_state("paused").phase)
    assert told == ["forward", "loss", "backward", "update"]
    talk.send(StepOnce("r", "phase"))
    talk.until_state("stepping")
    talk.until_state("paused")
    rewind(talk, "r", 4)  # from the middle of a step
    rewind(talk, "r", 5)
    talk.send(StepOnce("r"))
    talk.until_state("paused")
    assert talk.losses()[-1][0] == 6


def test_a_finished_run_can_be_brought_back_and_finishes_again(talk: Talk, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    talk.send(load(experiment(1), str(folder)), Play("r"))
    talk.until_state("finished")
    before = recorded(folder)
    rewind(talk, "r", 7)
    talk.send(Watch("r", "view", Activations()))
    there = talk.until(is_event(SnapshotTaken))
    assert isinstance(there, SnapshotTaken)
    assert there.step == 7
    talk.send(Play("r"))
    talk.until_state("running")
    talk.until_state("finished")
    assert where(talk) == EPOCH
    rewind(talk, "r", 3)
    talk.send(Stop("r"))
    talk.until_state("finished")
    assert recorded(folder) == before
    with RunFolder.open(folder) as run:
        assert run.status == "finished"
        assert run.kept.last == EPOCH


def test_the_past_is_changed_in_a_fork_only(talk: Talk, tmp_path: Path) -> None:
    folder, other = tmp_path / "run", tmp_path / "fork"
    talk.send(load(experiment(2), str(folder)), Play("r"))
    talk.until_state("finished")
    whole = recorded(folder)
    rewind(talk, "r", 9)
    talk.send(rate("r", 0.5))
    refused = talk.until(is_event(ProblemsFound))
    assert isinstance(refused, ProblemsFound)
    assert refused.problems[0].code == "change_behind_head"
    talk.until_state("paused")
    talk.send(Fork("r", "f", str(other)), rate("f", 0.5), Play("f"))
    begun = talk.until(is_event(RunLoaded))
    assert isinstance(begun, RunLoaded)
    assert (begun.run_id, begun.folder, begun.step) == ("f", str(other), 9)
    talk.until(stands("f", "finished"))
    talk.send(Stop("f"))
    talk.until(stands("f", "finished"))
    assert recorded(folder) == whole
    theirs = recorded(other)
    assert theirs["train/loss"][:10] == whole["train/loss"][:10]  # the tenth is computed before its update
    assert all(one != two for one, two in zip(theirs["train/loss"][10:], whole["train/loss"][10:], strict=True))
    with RunFolder.open(other) as run:
        assert (run.record.parent, run.record.parent_step) == ("r", 9)
        assert run.checkpoints()[-1] == 2 * EPOCH
    with RunFolder.open(folder) as run:
        assert run.status == "finished"


def test_a_fork_that_changes_nothing_lives_the_same_life(talk: Talk, tmp_path: Path) -> None:
    folder, other = tmp_path / "run", tmp_path / "fork"
    talk.send(load(experiment(2), str(folder)), rate("r", 0.02), Play("r"))
    talk.until_state("finished")
    rewind(talk, "r", EPOCH + 3)
    talk.send(PinGiven("r", np.full((1, 8, 8), 9, np.uint8)))
    talk.send(Fork("r", "f", str(other)), Watch("f", "view", Activations()), Play("f"))
    seen = talk.until(lambda event: isinstance(event, SnapshotTaken) and event.run_id == "f")
    assert isinstance(seen, SnapshotTaken)
    assert seen.snapshot.sample.is_given, "what is looked at stays"
    talk.until(stands("f", "finished"))
    talk.send(Stop("f"))
    talk.until(stands("f", "finished"))
    assert recorded(other) == recorded(folder)
    with RunFolder.open(other) as run:
        changes, _ = run.read_marks(100)
        assert changes == {0: [LearningRate(network="network", value=0.02)]}


def test_a_resumed_run_can_be_brought_back_behind_its_changes(talk: Talk, tmp_path: Path) -> None:
    folder, other = str(tmp_path / "run"), tmp_path / "fork"
    talk.send(load(experiment(3), folder), StepOnce("r", "epoch"))
    talk.until_state("paused")
    talk.until_state("paused")
    talk.send(rate("r", 0.3), StepOnce("r"), Stop("r"))
    talk.until_state("stopped")
    talk.send(load(experiment(3), folder, resume=True), StepOnce("r"))
    talk.until_state("stepping")
    talk.until_state("paused")
    rewind(talk, "r", 4)
    talk.send(Fork("r", "f", str(other)), Stop("f"))
    talk.until(stands("f", "stopped"))
    assert recorded(other)["train/loss"] == recorded(tmp_path / "run")["train/loss"][:4]
    talk.send(load(experiment(3), folder, resume=True))
    talk.until_state("paused")
    rewind(talk, "r", EPOCH - 2)
    talk.send(Fork("r", "g", str(tmp_path / "late")), Play("g"))
    talk.until(stands("g", "finished"))
    talk.send(Stop("g"))
    talk.until(stands("g", "finished"))
    rates = [value for _, value in recorded(tmp_path / "late")["learning_rate"]]
    assert set(rates) == {0.01}  # the change came after the fork


def test_the_timeline_is_told(talk: Talk) -> None:
    talk.send(load(experiment(5)), StepOnce("r", "epoch"))
    talk.until_state("paused")
    talk.until_state("paused")
    talk.send(rate("r", 0.2))
    told = talk.until(lambda event: isinstance(event, TimelineChanged) and bool(event.marks))
    assert isinstance(told, TimelineChanged)
    assert (told.head, told.moments[0]) == (EPOCH, 0)
    assert str(told.marks[0].change.words()) == "learning rate of the network: 0.2"


def test_a_broken_run_can_be_left_in_mid_step(talk: Talk) -> None:
    talk.send(load(experiment(5)), rate("r", 1e38), StepOnce("r"))
    talk.until_state("stepping")
    talk.until_state("paused")
    talk.send(StepOnce("r", "phase"))
    talk.until_state("stepping")
    talk.until_state("paused")
    rewind(talk, "r", 0)
    found = next(event for event in talk.heard if isinstance(event, ProblemsFound))
    assert found.problems[0].code == "loss_not_finite"


def test_a_run_that_is_opened_again_tells_its_changes_before_it_stands(talk: Talk, tmp_path: Path) -> None:
    folder = str(tmp_path / "run")
    talk.send(load(experiment(1), folder), StepOnce("r"))
    talk.until_state("paused")
    talk.until_state("paused")
    talk.send(rate("r", 0.3), StepOnce("r"))
    talk.until_state("paused")
    talk.send(Stop("r"))
    talk.until_state("stopped")
    assert known_when_it_stands(talk, load(experiment(1), folder, resume=True)) == ([1], 2)
    talk.send(Play("r"))
    talk.until_state("finished")
    assert known_when_it_stands(talk, load(experiment(1), folder, resume=True)) == ([1], EPOCH)


def known_when_it_stands(talk: Talk, command: Load) -> tuple[list[int], int]:
    """Where the changes are that are told of a run before it stands, and how far it has come."""
    talk.send(command)
    talk.until(is_event(RunLoaded))
    num_heard = len(talk.heard)
    talk.until_state("paused")
    told = next(event for event in talk.heard[num_heard:] if isinstance(event, TimelineChanged))
    assert {0, told.head} <= set(told.moments)
    return [mark.step for mark in told.marks], told.head


def test_only_the_last_of_many_rewinds_is_done() -> None:
    first, last = Rewind("r", 1), Rewind("r", 2)
    assert without_superseded([Play("r"), first, first, last, Pause("r"), first]) == [
        Play("r"), last, Pause("r"), first,
    ]  # fmt: skip


def rewind(talk: Talk, run_id: str, step: int) -> None:
    talk.send(Rewind(run_id, step))
    talk.until(stands(run_id, "rewinding"))
    talk.until(lambda event: isinstance(event, StateChanged) and event.state in ("paused", "finished"))
    assert where(talk) == step


def where(talk: Talk) -> int:
    return next(event.step for event in reversed(talk.heard) if isinstance(event, Progress))


def stands(run_id: str, state: str):  # type: ignore[no-untyped-def]
    return lambda event: isinstance(event, StateChanged) and (event.run_id, event.state) == (run_id, state)


def rate(run_id: str, value: float) -> Change:
    return Change(run_id, LearningRate(network="network", value=value))


def recorded(folder: Path) -> dict[str, list[tuple[int, float]]]:
    with RunFolder.open(folder) as run:
        found = {name: run.metrics(name) for name in run.metric_names()}
    return {name: list(zip(one.steps.tolist(), one.values.tolist(), strict=True)) for name, one in found.items()}


def test_what_is_silenced_while_the_run_stands_is_seen_at_once_and_only_the_head_can_be_changed(talk: Talk) -> None:
    dense = "architecture.network.blocks.1"
    talk.send(load(experiment(100)), Watch("r", "view", Activations(path=dense)), *(StepOnce("r") for _ in range(3)))
    talk.until(lambda event: isinstance(event, SnapshotTaken) and event.step == 3)
    talk.send(
        Change("r", Silence(block=dense, numbers=(2, 5))), Change("r", Setting(path="training.batch_size", value=20))
    )
    seen = talk.until(lambda event: isinstance(event, SnapshotTaken) and not event.snapshot.values[[2, 5]].any())
    assert isinstance(seen, SnapshotTaken)
    assert seen.step == 3
    assert seen.snapshot.values.any()
    talk.send(StepOnce("r"))
    told = talk.until(lambda event: isinstance(event, TimelineChanged) and event.head == 4)
    assert isinstance(told, TimelineChanged)
    assert [mark.step for mark in told.marks] == [3, 3]
    assert told.num_steps is not None
    assert told.num_steps > 3 * 100 * EPOCH, "batches of 20 instead of 64"
    talk.send(Change("r", Silence(block=dense, numbers=(16,))))
    refused = talk.until(is_event(ProblemsFound))
    assert isinstance(refused, ProblemsFound)
    assert [(problem.code, problem.place) for problem in refused.problems] == [("no_such_unit", dense)]
    rewind(talk, "r", 2)
    before = talk.until(lambda event: isinstance(event, SnapshotTaken) and event.step == 2)
    assert isinstance(before, SnapshotTaken)
    assert before.snapshot.values[[2, 5]].any()


def test_a_changed_run_is_resumed_rewound_and_forked_with_all_that_was_changed(talk: Talk, tmp_path: Path) -> None:
    folder, other = tmp_path / "run", tmp_path / "fork"
    changes = (
        Setting(path="training.batch_size", value=100),
        Setting(path="training.optimizer.momentum", value=0.9),
        Freeze(block="architecture.network.blocks.1"),
        Silence(block="architecture.network.blocks.2", numbers=(0, 3)),
        WeightEdit(block="architecture.network.blocks.3", weight="bias", index=(4,), value=0.5),
    )
    talk.send(load(experiment(3), str(folder)), *(StepOnce("r") for _ in range(5)))
    talk.until(lambda event: isinstance(event, Progress) and event.step == 5)
    talk.until_state("paused")
    talk.send(*(Change("r", change) for change in changes), *(StepOnce("r") for _ in range(3)), Stop("r"))
    talk.until_state("stopped")
    talk.send(load(experiment(3), str(folder), resume=True), Play("r"))
    talk.until_state("finished")
    whole = recorded(folder)
    rewind(talk, "r", 11)
    talk.send(Fork("r", "f", str(other)), Play("f"))
    talk.until(stands("f", "finished"))
    talk.send(Stop("f"))
    talk.until(stands("f", "finished"))
    assert recorded(other) == whole
    with RunFolder.open(other) as run:
        marked, _ = run.read_marks(100)
        assert list(marked) == [5]
        assert marked[5] == list(changes)
        assert run.experiment == experiment(3), "a run's experiment is that which it began as"
        weights, _, _ = run.read_checkpoint(run.checkpoints()[-1])
    with RunFolder.open(folder) as run:
        ours, _, _ = run.read_checkpoint(run.checkpoints()[-1])
    assert all((weights[name] == ours[name]).all() for name in weights)
