"""Time in the window, with an engine that the test speaks for: rewinding, replaying, forking."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication

from explorer import edits
from explorer.changes import LearningRate, Mark
from explorer.changes.freeze import Freeze
from explorer.changes.setting import Setting
from explorer.commands import Change, Command, Fork, Load, Pause, Play, Rewind, StepOnce, Stop, Watch
from explorer.events import (
    EngineFailed,
    MetricsRecorded,
    ProblemsFound,
    Progress,
    RunLoaded,
    Series,
    StateChanged,
    TimelineChanged,
)
from explorer.gallery import load
from explorer.runs.branches import Branch
from explorer.runs.problems import DISK_FULL
from explorer.runs.run_folder import RunFolder
from ui.dialogs.run_library_dialog import ORIGIN, RunLibraryDialog

HEAD = 200


def progress(run_id: str, step: int) -> Progress:
    return Progress(run_id, step, 0, 3.0, 2.0, 1000.0, 0.0, 0)


def lived(desk: Any, state: str = "paused", marks: tuple[Mark, ...] = ()) -> str:
    """A run of 400 steps that has come to its step 200 and stands there, with losses up to there."""
    desk.open()
    run_id = desk.start()
    steps = np.arange(1, HEAD + 1, dtype=np.int64)
    desk.engine.say(
        MetricsRecorded(
            run_id, (Series("train/loss", steps, 2.0 / steps), Series("learning_rate", steps, np.full(HEAD, 0.001)))
        ),
        progress(run_id, HEAD),
        TimelineChanged(run_id, HEAD, (0, 50, 100, 150, 200), marks),
        StateChanged(run_id, state),
    )
    desk.until(lambda: desk.window.workspace.controller.state == state)
    desk.until(lambda: now(desk).head == HEAD)
    return str(run_id)


def rewound(desk: Any, step: int, **kwargs: Any) -> str:
    run_id = lived(desk, **kwargs)
    desk.window.workspace.controller.rewind(step)
    arrive(desk, run_id, step)
    return run_id


def arrive(desk: Any, run_id: str, step: int) -> None:
    """What the engine tells when a rewind has come to its end."""
    desk.engine.say(StateChanged(run_id, "rewinding"), progress(run_id, step), StateChanged(run_id, "paused"))
    desk.until(lambda: now(desk).target is None and desk.window.workspace.controller.state == "paused")


def now(desk: Any) -> Any:
    return desk.window.workspace.controller.timeline.now


def bar(desk: Any) -> Any:
    return desk.window.workspace.train_page.transport


def at(desk: Any, step: int) -> QPoint:
    strip = bar(desk).timeline
    return QPoint(round(strip.scale.x_of(step)), strip.height() // 2)


def drag(desk: Any, *steps: int) -> None:
    """Press at the first of these steps, move to the others; the hand still holds the knob."""
    strip = bar(desk).timeline
    desk.qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=at(desk, steps[0]))
    for step in steps[1:]:
        desk.qtbot.mouseMove(strip, at(desk, step))


def let_go(desk: Any, step: int) -> None:
    desk.qtbot.mouseRelease(bar(desk).timeline, Qt.MouseButton.LeftButton, pos=at(desk, step))


def sent_until(desk: Any, *kinds: type) -> list[Command]:
    """Everything that is sent until the last of these kinds has come."""
    found: list[Command] = []

    def look() -> bool:
        found.extend(desk.engine.commands())
        return any(isinstance(command, kinds[-1]) for command in found)

    desk.until(look)
    return [command for command in found if isinstance(command, kinds)]


def set_rate(desk: Any, rate: float) -> None:
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "training.optimizer.learning_rate", rate))


def test_a_drag_asks_for_few_steps_and_the_last_one_is_exact(desk: Any) -> None:
    run_id = lived(desk)
    strip = bar(desk).timeline
    desk.window.workspace.controller.timeline._pacer._timer.setInterval(60_000)  # nobody moves a mouse for so long
    drag(desk, HEAD, *range(190, 60, -1))
    let_go(desk, 61)
    wanted = strip.scale.step_at(at(desk, 61).x(), HEAD)
    rewinds: list[Command] = []
    desk.until(
        lambda: (
            rewinds.extend(c for c in desk.engine.commands() if isinstance(c, Rewind))
            or (bool(rewinds) and rewinds[-1] == Rewind(run_id, wanted))
        )
    )
    assert len(rewinds) == 2, "the first and the last"
    assert now(desk).place == wanted
    arrive(desk, run_id, wanted)
    assert bar(desk)._step_label.text() == f"step {wanted}"
    assert "of 200" in bar(desk).words.head.text()
    assert bar(desk)._note.text() == "paused · behind the head"
    assert not any(isinstance(c, Rewind) for c in desk.engine.commands()), "something was asked for afterwards"


def test_a_click_jumps_but_not_from_the_head_to_ahead_of_it_nor_on_the_knob(desk: Any) -> None:
    run_id = lived(desk, "running")
    for place in (at(desk, 300), at(desk, HEAD) + QPoint(-4, 0)):
        desk.qtbot.mouseClick(bar(desk).timeline, Qt.MouseButton.LeftButton, pos=place)
    desk.window.commands.run.trigger()
    desk.sent(Pause)
    assert not any(isinstance(command, Rewind) for command in desk.history)
    desk.qtbot.mouseClick(bar(desk).timeline, Qt.MouseButton.LeftButton, pos=at(desk, 80))
    assert desk.sent(Rewind) == Rewind(run_id, bar(desk).timeline.scale.step_at(at(desk, 80).x(), HEAD))


def test_the_knob_stays_under_the_hand_whatever_the_engine_tells(desk: Any) -> None:
    run_id = lived(desk, "running")
    strip = bar(desk).timeline
    drag(desk, HEAD, 120)
    wanted, scale = strip.time.place, strip.scale
    assert abs(wanted - 120) <= 1
    desk.engine.say(
        progress(run_id, 210),
        TimelineChanged(run_id, 210, (), ()),
        StateChanged(run_id, "rewinding"),
        progress(run_id, 150),
    )
    desk.until(lambda: desk.window.workspace.controller.state == "rewinding" and now(desk).head == 210)
    assert strip.time.place == wanted
    assert strip.scale == scale
    let_go(desk, 120)
    assert strip.time.place == wanted


def test_a_drag_that_is_cut_short_brings_the_run_to_where_the_hand_was(desk: Any) -> None:
    run_id = lived(desk)
    strip = bar(desk).timeline
    drag(desk, HEAD, 150, 120, 90)
    wanted = strip.time.place
    QApplication.sendEvent(strip, QEvent(QEvent.Type.WindowBlocked))  # a message has come up
    rewinds = sent_until(desk, Rewind)
    assert rewinds[-1] == Rewind(run_id, wanted)
    desk.qtbot.mouseMove(strip, at(desk, 20))
    assert now(desk).target == wanted, "nobody holds the knob any more"


KEYS = (
    (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 99),
    (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 101),
    (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, 90),
    (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 110),
    (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 90),
    (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 110),
    (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0),
    (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, HEAD),
)


def test_the_head_is_where_the_run_has_come_to_and_not_what_was_told_last(desk: Any) -> None:
    run_id = lived(desk, "running")
    controller = desk.window.workspace.controller
    controller.rewind(0, at_once=True)
    controller.rewind(HEAD, at_once=True)
    controller.step("batch")
    assert sent_until(desk, Rewind) == [Rewind(run_id, 0), Rewind(run_id, HEAD)]
    desk.engine.say(StateChanged(run_id, "rewinding"), progress(run_id, HEAD), TimelineChanged(run_id, 227, (), ()))
    desk.engine.say(StateChanged(run_id, "paused"))
    assert sent_until(desk, StepOnce, Rewind) == [Rewind(run_id, 227)]
    arrive(desk, run_id, 227)
    assert (now(desk).place, now(desk).head, now(desk).is_behind) == (227, 227, False)
    assert sent_until(desk, StepOnce) == [StepOnce(run_id, "batch")]
    desk.engine.say(StateChanged(run_id, "running"), TimelineChanged(run_id, 300, (), ()))
    desk.until(lambda: now(desk).head == 300)
    assert now(desk).target is None, "it is on the move again"


def test_keys_on_the_timeline_and_the_run_menu(desk: Any) -> None:
    run_id = rewound(desk, 100)
    desk.sent(Rewind)
    strip, actions = bar(desk).timeline, desk.window.commands
    ways = [(lambda key=key, held=held: desk.qtbot.keyClick(strip, key, held), step) for key, held, step in KEYS]
    ways += [(actions.step_back.trigger, 99), (actions.step_forward.trigger, 101)]
    ways += [(actions.to_start.trigger, 0), (actions.to_head.trigger, HEAD)]
    for go, step in ways:
        go()
        assert desk.sent(Rewind) == Rewind(run_id, step)
        arrive(desk, run_id, step)
        desk.window.workspace.controller.rewind(100)
        assert desk.sent(Rewind) == Rewind(run_id, 100)
        arrive(desk, run_id, 100)


def test_a_key_pressed_often_counts_every_time(desk: Any) -> None:
    run_id = rewound(desk, 100)
    for _ in range(7):
        desk.qtbot.keyClick(bar(desk).timeline, Qt.Key.Key_Left)
    assert now(desk).place == 93
    desk.until(lambda: Rewind(run_id, 93) in desk.engine.commands())


def test_the_menu_and_the_buttons_offer_what_makes_sense(desk: Any) -> None:
    actions = desk.window.commands
    back, on = (actions.step_back, actions.to_start), (actions.step_forward, actions.to_head)
    desk.open()
    assert not any(action.isEnabled() for action in (*back, *on))
    run_id = lived(desk)
    assert all(action.isEnabled() for action in back)
    assert not any(action.isEnabled() for action in on)
    desk.qtbot.mouseClick(bar(desk).to_start, Qt.MouseButton.LeftButton)
    assert desk.sent(Rewind) == Rewind(run_id, 0)
    arrive(desk, run_id, 0)
    assert not any(action.isEnabled() for action in back)
    assert all(action.isEnabled() for action in on)
    assert not bar(desk).to_start.isEnabled()
    desk.qtbot.mouseClick(bar(desk).to_head, Qt.MouseButton.LeftButton)
    assert desk.sent(Rewind) == Rewind(run_id, HEAD)
    arrive(desk, run_id, HEAD)
    assert not bar(desk).to_head.isEnabled()
    assert bar(desk)._note.text() == "paused"


@pytest.mark.parametrize(("state", "can"), [("finished", True), ("stopped", False), ("failed", False)])
def test_a_finished_run_can_be_rewound_and_one_that_was_let_go_cannot(desk: Any, state: str, can: bool) -> None:
    run_id = lived(desk, state)
    assert desk.window.commands.to_start.isEnabled() is can
    desk.qtbot.mouseClick(bar(desk).timeline, Qt.MouseButton.LeftButton, pos=at(desk, 80))
    assert (now(desk).target is not None) is can
    if can:
        assert desk.sent(Rewind).run_id == run_id


def test_playing_and_stepping_wait_until_the_run_has_arrived(desk: Any) -> None:
    run_id = lived(desk)
    desk.window.workspace.controller.rewind(100)
    desk.window.commands.run.trigger()
    desk.sent(Rewind)
    desk.engine.say(StateChanged(run_id, "paused"))  # of a rewind before
    desk.engine.say(StateChanged(run_id, "rewinding"))
    desk.until(lambda: desk.window.workspace.controller.state == "rewinding")
    assert not any(isinstance(command, Play) for command in desk.engine.commands()), "it would play on from half way"
    arrive(desk, run_id, 100)
    assert desk.sent(Play) == Play(run_id)


def test_a_step_behind_the_head(desk: Any) -> None:
    run_id = rewound(desk, 100)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F10)
    assert desk.sent(StepOnce) == StepOnce(run_id, "batch")
    desk.engine.say(StateChanged(run_id, "stepping"), progress(run_id, 101), StateChanged(run_id, "paused"))
    desk.until(lambda: bar(desk)._step_label.text() == "step 101")
    assert now(desk).is_behind


def test_a_run_that_cannot_be_left_stands_where_it_is(desk: Any) -> None:
    run_id = lived(desk)
    desk.window.workspace.controller.rewind(50)
    desk.sent(Rewind)
    problem = DISK_FULL.at("", folder="run")
    desk.engine.say(ProblemsFound(run_id, (problem,)), progress(run_id, HEAD), StateChanged(run_id, "paused"))
    desk.until(lambda: now(desk).target is None)
    desk.until(lambda: bar(desk)._step_label.text() == "step 200" and not now(desk).is_behind)
    desk.window.workspace.controller.rewind(50)
    assert desk.sent(Rewind) == Rewind(run_id, 50)


def test_pause_ends_a_rewind_where_it_is(desk: Any) -> None:
    run_id = lived(desk)
    desk.window.workspace.controller.rewind(100)
    desk.engine.say(StateChanged(run_id, "rewinding"))
    desk.until(lambda: desk.window.workspace.controller.state == "rewinding")
    desk.window.commands.run.trigger()
    desk.sent(Pause)
    desk.engine.say(progress(run_id, 60), StateChanged(run_id, "paused"))
    desk.until(lambda: bar(desk)._step_label.text() == "step 60")
    assert now(desk).is_behind


def test_playing_on_replays_up_to_the_head_and_is_live_from_there(desk: Any) -> None:
    run_id = rewound(desk, 100)
    note = bar(desk)._note
    plot = desk.window.workspace.train_page.docks.views["curves"]._plot
    assert plot._present == 100
    desk.window.commands.run.trigger()
    assert desk.sent(Play) == Play(run_id)
    desk.engine.say(StateChanged(run_id, "running"), progress(run_id, 150))
    desk.until(lambda: bar(desk)._step_label.text() == "step 150")
    assert note.text() == "replaying"
    assert plot._present == 150
    desk.engine.say(progress(run_id, 220), TimelineChanged(run_id, 225, (), ()))
    desk.until(lambda: now(desk).head == 225)
    assert note.text() == "running"
    assert bar(desk).words.head.text() == ""
    assert plot._present is None


def test_an_edit_at_the_head_changes_the_run_whatever_was_told_last(desk: Any) -> None:
    run_id = lived(desk, "running")
    desk.engine.say(TimelineChanged(run_id, 230, (), ()))  # ahead of the next Progress
    desk.until(lambda: now(desk).head == 230)
    set_rate(desk, 0.5)
    assert sent_until(desk, Fork, Change) == [Change(run_id, LearningRate(network="network", value=0.5))]


def forked(desk: Any, step: int = 100) -> tuple[str, Fork]:
    """A run that was forked by an edit, and the command."""
    run_id = rewound(desk, step)
    desk.engine.commands()
    set_rate(desk, 0.5)
    fork, change = sent_until(desk, Fork, Change)
    assert isinstance(fork, Fork)
    assert change == Change(fork.new_run_id, LearningRate(network="network", value=0.5))
    return run_id, fork


def answer(desk: Any, fork: Fork, step: int = 100) -> None:
    loaded = RunLoaded(fork.new_run_id, fork.folder, "cpu", 1, 1000, 40, 400, step)
    desk.engine.say(loaded, StateChanged(fork.new_run_id, "paused"))
    desk.until(lambda: not desk.window.workspace.controller.forks.is_waiting)


def make_folder(fork: Fork, parent: str, step: int) -> None:
    """What the engine writes: the metrics that both runs share."""
    steps = np.arange(1, step + 1, dtype=np.int64)
    with RunFolder.create(
        Path(fork.folder), load("mlp-digits"), device="cpu", num_threads=1, parent=parent, parent_step=step
    ) as run:
        run.write_metrics((Series("train/loss", steps, 2.0 / steps),))


def test_a_change_behind_the_head_forks_first_and_all_that_follows_names_the_new_run(desk: Any) -> None:
    run_id, fork = forked(desk)
    controller = desk.window.workspace.controller
    assert fork.run_id == run_id
    assert fork.new_run_id == Path(fork.folder).name != run_id
    assert (controller.run_id, str(controller.folder)) == (fork.new_run_id, fork.folder)
    make_folder(fork, run_id, 100)
    desk.engine.say(progress(run_id, 150))  # too late: nobody asks for the run before any more
    answer(desk, fork)
    assert (now(desk).place, now(desk).head, now(desk).is_behind) == (100, 100, False)
    assert now(desk).branches == (Branch(run_id, desk.window.workspace.store.experiment.title, 100, HEAD, True),)
    assert desk.window.status._hint.text() == "Forked at step 100: a new run"
    set_rate(desk, 0.25)
    desk.window.commands.run.trigger()
    later = sent_until(desk, Fork, Load, Watch, Change, Play)
    assert later == [
        Change(fork.new_run_id, LearningRate(network="network", value=0.25)),
        Play(fork.new_run_id),
    ], "the views are watched as before"
    desk.engine.say(progress(fork.new_run_id, 101))
    desk.until(lambda: bar(desk)._step_label.text() == "step 101")
    assert not desk.window.messages


def test_both_lives_are_drawn_after_a_fork_and_the_library_knows_its_parent(desk: Any) -> None:
    run_id, fork = forked(desk)
    make_folder(fork, run_id, 100)
    answer(desk, fork)
    curves = desk.window.workspace.train_page.docks.views["curves"]
    desk.until(lambda: len(curves.numbers().get("train/loss/step", ())) == 100)
    assert curves._past["train/loss"].raw.steps[-1] == HEAD
    assert curves._past["train/loss"].label == "training, the run that was forked"
    assert curves._past_rates["learning_rate"].raw.steps[-1] == HEAD
    assert curves._plot.full_window() == (1.0, float(HEAD)), "the run before is shown to its head"
    assert "the run that was forked" in curves._words.text
    assert bar(desk).timeline.losses[-1][0] == 100
    dialog = RunLibraryDialog(desk.window)
    assert not dialog.table.isColumnHidden(ORIGIN)
    assert dialog.table.item(0, ORIGIN).text() == f"step 100 of {run_id}"
    dialog.close()
    more = Series("train/loss", np.arange(101, 104, dtype=np.int64), np.full(3, 0.5))
    desk.engine.say(MetricsRecorded(fork.new_run_id, (more,)))
    desk.until(lambda: curves.numbers()["train/loss/step"][-1] == 103)
    assert len(curves.numbers()["train/loss"]) == 103


def test_a_fork_goes_on_though_its_folder_cannot_be_read_and_a_lost_engine_is_noticed(desk: Any) -> None:
    run_id, fork = forked(desk)
    answer(desk, fork)
    desk.until(lambda: bool(desk.window.messages))
    assert desk.window.workspace.controller.run_id == fork.new_run_id
    desk.engine.say(EngineFailed(run_id, "report", is_lost=True))  # the run that it was told to load
    desk.until(lambda: desk.window.workspace.controller.state == "failed")


def test_an_edit_on_the_way_counts_where_the_run_arrives(desk: Any) -> None:
    run_id = lived(desk)
    desk.engine.commands()
    desk.window.workspace.controller.rewind(100)
    set_rate(desk, 0.5)
    desk.engine.say(StateChanged(run_id, "rewinding"))
    desk.until(lambda: desk.window.workspace.controller.state == "rewinding")
    assert [command for command in desk.engine.commands() if not isinstance(command, Watch)] == [Rewind(run_id, 100)]
    arrive(desk, run_id, 100)
    fork, change = sent_until(desk, Fork, Change)
    assert fork.run_id == run_id
    assert change.run_id == fork.new_run_id


def test_a_fork_knows_nothing_of_what_was_changed_later(desk: Any) -> None:
    """The learning rate of the other network was changed after the step of the fork."""
    desk.open("gan-ring")
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "training.discriminator_optimizer", store.experiment.training.optimizer))
    run_id = desk.start()
    store.set(edits.replace(store.experiment, "training.discriminator_optimizer.learning_rate", 0.125))
    mark = Mark(150, LearningRate(network="discriminator", value=0.125))
    desk.engine.say(progress(run_id, HEAD), TimelineChanged(run_id, HEAD, (), (mark,)), StateChanged(run_id, "paused"))
    desk.until(lambda: now(desk).marks == (mark,) and desk.window.workspace.controller.state == "paused")
    desk.window.workspace.controller.rewind(100)
    arrive(desk, run_id, 100)
    desk.engine.commands()
    set_rate(desk, 0.5)
    store.set(edits.replace(store.experiment, "training.optimizer.learning_rate", 0.25))
    commands = sent_until(desk, Fork, Change)
    desk.until(lambda: commands.extend(desk.engine.commands()) or len(commands) >= 3)
    new = commands[0].new_run_id
    assert [command for command in commands[1:] if isinstance(command, Change)] == [
        Change(new, LearningRate(network="generator", value=0.5)),
        Change(new, LearningRate(network="generator", value=0.25)),
    ]
    assert now(desk).marks == ()
    assert (
        store.experiment.training.discriminator_optimizer
        == desk.window.workspace.controller.experiment.training.discriminator_optimizer
    )


def changed_later(desk: Any) -> str:
    """A run whose learning rate was changed from 0.001 to 0.05 at step 150, brought back to step 100."""
    run_id = lived(desk)
    set_rate(desk, 0.05)
    mark = Mark(150, LearningRate(network="network", value=0.05))
    desk.engine.say(TimelineChanged(run_id, HEAD, (), (mark,)))
    desk.until(lambda: now(desk).marks == (mark,))
    desk.window.workspace.controller.rewind(100)
    arrive(desk, run_id, 100)
    desk.engine.commands()
    return run_id


def settings(desk: Any) -> tuple[float, int]:
    """The learning rate and the batch size that the editors show, which are those of the run."""
    ours, store = desk.window.workspace.controller.experiment.training, desk.window.workspace.store
    shown = store.experiment.training
    assert (shown.optimizer.learning_rate, shown.batch_size) == (ours.optimizer.learning_rate, ours.batch_size)
    return shown.optimizer.learning_rate, shown.batch_size


def set_batch(desk: Any, size: int) -> None:
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "training.batch_size", size))


def test_a_block_frozen_before_a_rate_was_changed_trains_on_with_the_rate_that_the_window_shows(desk: Any) -> None:
    changed_later(desk)
    desk.window.workspace.controller.changes.toggle_freeze("architecture.network.blocks.1")
    fork, change = sent_until(desk, Fork, Change)
    assert change == Change(fork.new_run_id, Freeze(block="architecture.network.blocks.1"))
    assert settings(desk) == (0.001, 32)
    answer(desk, fork)
    set_rate(desk, 0.05)
    assert sent_until(desk, Change) == [Change(fork.new_run_id, LearningRate(network="network", value=0.05))]
    desk.window.commands.undo.trigger()
    assert sent_until(desk, Change) == [Change(fork.new_run_id, LearningRate(network="network", value=0.001))]
    assert settings(desk) == (0.001, 32)


def test_an_edit_behind_the_head_changes_only_what_was_edited(desk: Any) -> None:
    changed_later(desk)
    told: list[float] = []
    store = desk.window.workspace.store
    store.spec_changed.connect(lambda experiment: told.append(experiment.training.optimizer.learning_rate))
    set_batch(desk, 64)
    fork, change = sent_until(desk, Fork, Change)
    assert change == Change(fork.new_run_id, Setting(path="training.batch_size", value=64))
    assert settings(desk) == (0.001, 64)
    assert told == [0.05, 0.001], "whoever follows the experiment hears of the newest last"
    assert desk.window.workspace.train_page.transport._note.text() == "paused"
    answer(desk, fork)
    desk.window.commands.undo.trigger()
    assert sent_until(desk, Change) == [Change(fork.new_run_id, Setting(path="training.batch_size", value=32))]
    assert settings(desk) == (0.001, 32)
    desk.window.commands.undo.trigger()
    assert settings(desk) == (0.05, 32), "as it was before the fork"


def test_the_rate_of_a_step_that_is_typed_there_forks_and_is_no_change(desk: Any) -> None:
    changed_later(desk)
    set_rate(desk, 0.001)
    assert len(sent_until(desk, Fork)) == 1
    assert settings(desk) == (0.001, 32)
    assert not [command for command in desk.engine.commands() if isinstance(command, Change)]


def test_a_fork_that_fails_gives_back_the_experiment_with_what_was_edited(desk: Any) -> None:
    run_id = changed_later(desk)
    set_batch(desk, 64)
    desk.sent(Fork)
    problem = DISK_FULL.at("", folder="somewhere")
    desk.engine.say(ProblemsFound(run_id, (problem,)), StateChanged(run_id, "paused"))
    desk.until(lambda: bool(desk.window.messages))
    training = desk.window.workspace.store.experiment.training
    assert (training.optimizer.learning_rate, training.batch_size) == (0.05, 64)
    assert not [command for command in desk.engine.commands() if isinstance(command, Fork)]
    assert bar(desk)._note.text() == "differs from the spec"


def test_the_side_list_says_what_is_in_force_behind_the_head(desk: Any) -> None:
    run_id = changed_later(desk)
    document, rows = desk.window.workspace.document, desk.window.workspace.train_page.summary.training.rows

    def shown() -> dict[str, str]:
        return {row.name.text(): row.value.text() for row in rows if row.name.text().startswith("Learning rate")}

    assert shown() == {"Learning rate (0.05 at the head)": "0.001"}
    experiment, was_modified = desk.window.workspace.store.experiment, document.is_modified
    desk.window.workspace.controller.rewind(180)
    arrive(desk, run_id, 180)
    assert shown() == {"Learning rate": "0.05"}
    desk.window.workspace.controller.rewind(HEAD)
    arrive(desk, run_id, HEAD)
    assert desk.window.workspace.store.experiment is experiment
    assert document.is_modified == was_modified


def test_a_fork_that_fails_leaves_the_run_before(desk: Any) -> None:
    run_id, _fork = forked(desk)
    problem = DISK_FULL.at("", folder="somewhere")
    desk.engine.say(ProblemsFound(run_id, (problem,)), StateChanged(run_id, "paused"))
    desk.until(lambda: bool(desk.window.messages))
    controller = desk.window.workspace.controller
    assert controller.run_id == run_id
    assert (now(desk).place, now(desk).head, now(desk).is_behind) == (100, HEAD, True)
    assert bar(desk)._note.text() == "differs from the spec"
    controller.rewind(50)
    assert desk.sent(Rewind) == Rewind(run_id, 50)


def test_another_run_forgets_the_time_of_the_one_before(desk: Any) -> None:
    rewound(desk, 100)
    drag(desk, 100, 60)
    desk.window.commands.run_again.trigger()
    kinds = [type(command) for command in sent_until(desk, Rewind, Stop, Load)]
    assert kinds.index(Stop) < kinds.index(Load)
    assert (now(desk).head, now(desk).target, bar(desk)._step_label.text()) == (0, None, "step 0")
    desk.qtbot.mouseMove(bar(desk).timeline, at(desk, 0))
    let_go(desk, 0)
    assert now(desk).target is None


def test_a_run_of_the_library_shows_its_place_in_the_tree(desk: Any, tmp_path: Path) -> None:
    steps = np.arange(1, 61, dtype=np.int64)
    for name, parent in (("a", None), ("b", "a")):
        folder = tmp_path / "runs" / f"20260101-000000-{name}-0000"
        with RunFolder.create(
            folder, load("mlp-digits"), device="cpu", num_threads=1,
            parent=parent and f"20260101-000000-{parent}-0000", parent_step=parent and 20,
        ) as run:  # fmt: skip
            run.write_metrics((Series("train/loss", steps, 2.0 / steps),))
            run.set_status("stopped")
    desk.window.files.open_run(folder)
    assert (now(desk).head, [(one.step, one.head, one.is_parent) for one in now(desk).branches]) == (
        60,
        [(20, 60, True)],
    )
    assert not desk.window.commands.to_start.isEnabled(), "the engine does not hold it"
    desk.start()
    assert (now(desk).head, now(desk).branches) == (0, ())
