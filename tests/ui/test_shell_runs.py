"""Runs in the window, with an engine that the test speaks for."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from explorer import edits
from explorer.changes import LearningRate, Setting
from explorer.check import check_spec
from explorer.commands import (
    Acknowledge,
    Change,
    Command,
    Load,
    Pause,
    Pin,
    PinGiven,
    Play,
    StepOnce,
    StepUnit,
    Stop,
    Watch,
)
from explorer.early_stopping import Patience, StoppingMemory
from explorer.events import (
    EndedEarly,
    EngineFailed,
    EngineSilent,
    MetricsRecorded,
    ProblemsFound,
    Progress,
    RunLoaded,
    Series,
    SnapshotTaken,
    StateChanged,
)
from explorer.gallery import load
from explorer.problems import LOSS_NOT_FINITE
from explorer.runs.problems import DISK_FULL
from explorer.runs.run_folder import RunFolder
from explorer.snapshots import ActivationsSnapshot, Sample
from ui.run_controller import TOO_LATE_S


def test_a_step_can_be_asked_for_during_another_one(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    bar, action = desk.window.workspace.train_page.transport, desk.window.commands.step_batch
    assert not bar.step.isEnabled()
    assert not action.isEnabled()
    desk.engine.say(StateChanged(run_id, "stepping"))
    desk.until(action.isEnabled)
    assert bar.stop.isEnabled()
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F10)
    assert desk.sent(StepOnce) == StepOnce(run_id, "batch")


@pytest.mark.parametrize(
    ("unit", "speed", "words", "command"),
    [("batch", None, "Run", Play), ("batch", 2.0, "Pause", Pause), ("epoch", None, "Pause", Pause)],
)
def test_the_space_bar_during_a_step_pauses_only_what_takes_a_while(
    desk: Any, unit: StepUnit, speed: float | None, words: str, command: type
) -> None:
    desk.open()
    run_id = desk.start()
    controller = desk.window.workspace.controller
    controller.conditions.set_speed(speed)
    desk.engine.say(StateChanged(run_id, "paused"))
    desk.until(lambda: controller.state == "paused")
    controller.step(unit)
    desk.engine.say(StateChanged(run_id, "stepping"))
    desk.until(lambda: controller.state == "stepping")
    assert desk.window.workspace.train_page.transport.run.text() == words
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Space)
    assert desk.sent(command) == command(run_id)


def test_run_pause_and_go_on(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    button = desk.window.workspace.train_page.transport.run
    assert button.text() == "Pause"
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.sent(Pause) == Pause(run_id)
    desk.engine.say(StateChanged(run_id, "paused"))
    desk.until(lambda: button.text() == "Run")
    desk.window.commands.run.trigger()
    assert desk.sent(Play) == Play(run_id)


def test_a_step_without_a_run_begins_one_and_stands_still(desk: Any) -> None:
    desk.open()
    desk.window.commands.step_phase.trigger()
    command = desk.sent(Load)
    assert isinstance(command, Load)
    desk.engine.say(
        RunLoaded(command.run_id, command.folder, "cpu", 1, 1000, 40, 400), StateChanged(command.run_id, "paused")
    )
    assert desk.sent(StepOnce) == StepOnce(command.run_id, "phase")


def test_the_bars_show_what_the_engine_tells(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    series = Series("train/loss", np.arange(3, dtype=np.int64), np.array([2.0, 1.0, 0.5]))
    desk.engine.say(
        MetricsRecorded(run_id, (series,)), Progress(run_id, 1234, 4, 3.0, 81.0, 31417.0, 0.021, 412_000_000)
    )
    desk.until(lambda: "1:21 left" in _texts(desk))
    texts = _texts(desk)
    assert "31\u202f400 samples/s" in texts
    assert "watching costs 2.1 %" in texts
    assert "412 MB" in texts
    assert "step 1\u202f234" in desk.window.workspace.train_page.transport._step_label.text()
    assert [loss for _, loss in desk.window.workspace.train_page.transport.timeline.losses] == [2.0, 1.0, 0.5]


def _texts(desk: Any) -> list[str]:
    return [label.text() for label in desk.window.status._labels.values()]


def test_visible_views_are_watched_and_their_snapshots_acknowledged(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    while not any(isinstance(c, Watch) and c.watch_id == "feature_maps" for c in desk.history):
        desk.sent(Watch)
    sample = Sample("validation", 0, np.zeros(64, np.float32))
    snapshot = ActivationsSnapshot("architecture.network.blocks.0", sample, np.ones(8, np.float32), 8)
    desk.engine.say(SnapshotTaken(run_id, "feature_maps", 3, snapshot))
    assert desk.sent(Acknowledge) == Acknowledge(run_id, ("feature_maps",))
    numbers = desk.window.workspace.train_page.docks.views["feature_maps"].numbers()
    assert any(np.array_equal(values.ravel(), np.ones(8)) for values in numbers.values())


def test_what_another_run_tells_is_dropped(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(StateChanged("another", "failed"), StateChanged(run_id, "paused"))
    desk.until(lambda: desk.window.workspace.controller.state == "paused")


def test_a_learning_rate_changes_in_place_and_anything_else_differs(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    store, bar = desk.window.workspace.store, desk.window.workspace.train_page.transport
    store.set(edits.replace(store.experiment, "training.optimizer.learning_rate", 0.5))
    assert desk.sent(Change) == Change(run_id, LearningRate(network="network", value=0.5))
    assert bar._note.text() == "running"
    store.set(edits.replace(store.experiment, "seed", 7))
    assert bar._note.text() == "differs from the spec"
    desk.window.commands.undo.trigger()
    assert bar._note.text() == "running"


def test_live_settings_change_in_place_and_what_does_not_fit_waits_for_another_value(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    store, bar = desk.window.workspace.store, desk.window.workspace.train_page.transport
    store.set(edits.replace(store.experiment, "training.batch_size", 17))
    assert desk.sent(Change) == Change(run_id, Setting(path="training.batch_size", value=17))
    assert bar._note.text() == "running"
    assert desk.window.workspace.controller.experiment == store.experiment
    store.set(edits.replace(store.experiment, "training.batch_size", 60000))
    assert check_spec(store.experiment), "there are not so many samples"
    assert bar._note.text() == "differs from the spec"
    store.set(edits.replace(store.experiment, "training.batch_size", 18))
    assert desk.sent(Change) == Change(run_id, Setting(path="training.batch_size", value=18))
    desk.window.commands.undo.trigger()
    desk.window.commands.undo.trigger()
    assert desk.sent(Change) == Change(run_id, Setting(path="training.batch_size", value=17))
    assert bar._note.text() == "running"


def test_run_again_keeps_the_run_before(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.window.commands.run_again.trigger()
    commands: list[Command] = []
    desk.until(lambda: commands.extend(desk.engine.commands()) or any(isinstance(c, Load) for c in commands))
    kinds = [type(command) for command in commands]
    assert kinds.index(Stop) < kinds.index(Load)
    (again,) = [command for command in commands if isinstance(command, Load)]
    assert again.run_id != run_id
    assert again.folder != str(desk.window.workspace.controller.folder).replace(again.run_id, run_id)


def test_an_early_end_is_told_with_its_reason(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    rule = Patience(epochs=4)
    reason = rule.reason(StoppingMemory(best=0.25, step=120, waited=4))
    desk.engine.say(EndedEarly(run_id, reason), StateChanged(run_id, "finished"))
    desk.until(lambda: "patience 4" in desk.window.status._hint.text())
    assert "0.25 at step 120" in desk.window.status._hint.text()


def test_a_problem_is_told_with_its_remedy(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    problem = LOSS_NOT_FINITE.at("training.optimizer.learning_rate", value="nan", step=4)
    desk.engine.say(ProblemsFound(run_id, (problem,)), StateChanged(run_id, "paused"))
    desk.until(lambda: bool(desk.window.messages))
    (box,) = desk.window.messages
    assert "nan" in box.text()
    assert "Lower the learning rate" in box.informativeText()


def test_a_lost_engine_is_replaced_on_request(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.end(0)
    desk.until(lambda: bool(desk.window.messages))
    (box,) = desk.window.messages
    assert "The engine was lost" in box.text()
    assert desk.window.workspace.controller.state == "failed"
    button = box.defaultButton()
    assert button is not None
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.engine.num_starts == 2
    desk.engine.is_ready()
    desk.until(lambda: desk.window.top_bar.device.count() == 3)
    assert desk.start() != run_id


def test_a_lost_engine_whose_message_was_closed_is_replaced_by_the_next_run(desk: Any) -> None:
    desk.open()
    desk.start()
    desk.engine.end(0)
    desk.until(lambda: bool(desk.window.messages))
    desk.window.messages[0].button(QMessageBox.StandardButton.Close).click()
    assert desk.engine.num_starts == 1
    desk.window.commands.run_again.trigger()
    assert desk.engine.num_starts == 2
    desk.sent(Play)


def test_a_pause_that_comes_just_after_the_end_begins_no_other_run(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    controller = desk.window.workspace.controller
    desk.engine.say(StateChanged(run_id, "finished"))
    desk.until(lambda: controller.state == "finished")
    desk.window.commands.run.trigger()
    assert controller.run_id == run_id
    desk.qtbot.wait(round(1000 * TOO_LATE_S) + 50)
    desk.window.commands.run.trigger()
    command = desk.sent(Load)
    assert isinstance(command, Load)
    assert command.run_id == controller.run_id != run_id


def test_a_finished_run_has_finished_whatever_becomes_of_the_engine(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(StateChanged(run_id, "finished"))
    desk.until(lambda: desk.window.workspace.controller.state == "finished")
    assert desk.window.commands.evaluate.isEnabled()
    desk.engine.end(0)
    desk.until(lambda: bool(desk.window.messages))
    assert desk.window.workspace.controller.state == "finished"
    assert desk.window.commands.evaluate.isEnabled(), "its weights are saved"


def test_one_question_about_a_silent_engine_is_enough(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(EngineSilent(75.0), EngineSilent(135.0), StateChanged(run_id, "paused"))
    desk.until(lambda: desk.window.workspace.controller.state == "paused")
    assert len(desk.window.messages) == 1
    desk.window.messages[0].defaultButton().click()
    desk.engine.say(EngineSilent(200.0))
    desk.until(lambda: bool(desk.window.messages))


@pytest.mark.parametrize("restarts", [True, False])
def test_an_engine_that_does_not_answer_is_waited_for_or_replaced(desk: Any, restarts: bool) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(EngineSilent(75.0), StateChanged(run_id, "paused"))
    desk.until(lambda: bool(desk.window.messages))
    (box,) = desk.window.messages
    assert "75" in box.text()
    button = next(one for one in box.buttons() if (one is not box.defaultButton()) is restarts)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.engine.num_starts == 1 + restarts
    assert desk.window.workspace.controller.state == ("failed" if restarts else "paused")


def saved_run(desk: Any, step: int) -> str:
    """A run that has come to step 9 and was saved at an earlier one; returns its id."""
    desk.open()
    run_id: str = desk.start()
    controller = desk.window.workspace.controller
    with RunFolder.create(controller.folder, controller.experiment, device="cpu", num_threads=1) as run:
        run.write_checkpoint(step, {"w": np.ones(2)}, {"s": np.ones(1)}, {"step": step})
    desk.engine.say(Progress(run_id, 9, 0, 3.0, 81.0, 31417.0, 0.021, 412_000_000))
    desk.until(lambda: controller.timeline.now.head == 9)
    return run_id


def test_a_run_that_does_not_pause_is_taken_up_where_it_was_saved(desk: Any) -> None:
    run_id = saved_run(desk, 7)
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "seed", 7))
    desk.window.workspace.controller.pause()
    desk.engine.say(EngineSilent(3.1, is_pausing=True))
    desk.until(lambda: bool(desk.window.messages))
    (box,) = desk.window.messages
    assert "3 seconds" in box.text()
    assert "step 7" in box.informativeText()
    assert "lost: 2" in box.informativeText()
    button = next(one for one in box.buttons() if one.text() == "Stop the step")
    desk.engine.commands()
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.engine.num_starts == 2
    (load,) = [one for one in desk.engine.commands() if isinstance(one, Load | Play)]
    assert load == Load(run_id, desk.window.workspace.controller.experiment, "auto", load.folder, resume=True)
    assert store.experiment.seed == 7, "what is open stays open"
    desk.engine.say(RunLoaded(run_id, load.folder, "cpu", 1, 1000, 40, 400, step=7), StateChanged(run_id, "paused"))
    desk.until(lambda: "steps lost: 2" in desk.window.status._hint.text())
    assert not desk.window.messages


def test_the_question_goes_when_the_pause_has_come_after_all(desk: Any) -> None:
    run_id = saved_run(desk, 9)
    desk.engine.say(EngineSilent(3.1, is_pausing=True))
    desk.until(lambda: bool(desk.window.messages))
    assert "No other step is lost" in desk.window.messages[0].informativeText()
    desk.engine.say(StateChanged(run_id, "paused"))
    desk.until(lambda: not desk.window.messages)
    assert desk.engine.num_starts == 1


def test_a_window_that_waits_for_the_pause_to_close_can_do_without_it(desk: Any) -> None:
    saved_run(desk, 7)
    assert not desk.window.close()
    desk.window.messages[0].defaultButton().click()
    desk.engine.say(EngineSilent(3.1, is_pausing=True))
    desk.until(lambda: bool(desk.window.messages))
    next(one for one in desk.window.messages[0].buttons() if one.text() == "Stop the step").click()
    desk.until(lambda: not desk.window.isVisible())


def test_what_could_not_be_saved_of_the_run_before_is_told(desk: Any) -> None:
    desk.open()
    desk.start()
    problem = DISK_FULL.at("", folder="somewhere")
    desk.engine.say(ProblemsFound("the-run-before", (problem,)))
    desk.until(lambda: bool(desk.window.messages))
    assert "somewhere" in desk.window.messages[0].text()


def test_a_sample_is_pinned_in_the_data_that_are_shown(desk: Any) -> None:
    """Those of the run, also when the experiment's have been edited since."""
    desk.open()
    desk.start()
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "data.form", "rows"))
    desk.window.workspace.train_page.docks.views["feature_maps"].pin_requested.emit("train", 7)
    desk.history.clear()
    desk.window.commands.run_again.trigger()
    load = desk.sent(Load)
    assert isinstance(load, Load)
    desk.sent(Play)
    assert not any(isinstance(command, Pin) and command.run_id == load.run_id for command in desk.history)


def test_a_failure_of_training_keeps_the_window(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(EngineFailed(run_id, "report", is_lost=False), StateChanged(run_id, "failed"))
    desk.until(lambda: bool(desk.window.messages))
    assert desk.window.messages[0].detailedText() == "report"


def test_a_run_is_continued_with_what_was_changed_on_its_way(desk: Any, tmp_path: Path) -> None:
    folder, spec = tmp_path / "run", load("mlp-moons")
    with RunFolder.create(folder, spec, device="cpu", num_threads=1) as run:
        run.write_metrics((Series("train/loss", np.arange(1, 9), np.ones(8)),))
        run.write_marks({3: [LearningRate(network="network", value=0.25)]}, {})
    desk.window.files.continue_run(folder, 5)
    command = desk.sent(Load)
    assert command.experiment.training.optimizer == spec.training.optimizer
    store, controller = desk.window.workspace.store, desk.window.workspace.controller
    assert store.experiment.training.optimizer.learning_rate == 0.25
    assert controller.experiment == store.experiment
    assert desk.window.workspace.train_page.transport._note.text() == "loading"  # not: differs from the spec


def test_a_run_is_continued_for_more_epochs(desk: Any, tmp_path: Path) -> None:
    experiment = load("mlp-digits")
    folder = tmp_path / "runs" / "20260101-000000-a-0000"
    with RunFolder.create(folder, experiment, device="cpu", num_threads=1) as run:
        run.set_status("stopped")
    desk.window.files.continue_run(folder, 5)
    command = desk.sent(Load)
    assert isinstance(command, Load)
    assert command.resume
    assert command.folder == str(folder)
    limit = command.experiment.training.limit
    assert limit.count == experiment.training.limit.count + 5


def test_a_run_whose_metrics_cannot_be_read_leaves_open_what_is_open(desk: Any, tmp_path: Path) -> None:
    folder = tmp_path / "runs" / "20260101-000000-a-0000"
    with RunFolder.create(folder, load("mlp-digits"), device="cpu", num_threads=1) as run:
        run.set_status("stopped")
    with closing(sqlite3.connect(folder / "metrics.sqlite")) as metrics:
        metrics.execute("DROP TABLE scalars")
    desk.open("gan-digits")
    before = desk.window.workspace.store.experiment
    desk.window.files.open_run(folder)
    assert desk.window.messages
    assert desk.window.workspace.store.experiment == before


def test_a_learning_rate_concerns_only_networks_of_the_run(desk: Any) -> None:
    desk.open()
    desk.start()
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "architecture", load("gan-ring").architecture.model_dump()))
    store.set(edits.replace(store.experiment, "training.optimizer.learning_rate", 0.5))
    command = desk.sent(Change)
    assert isinstance(command, Change)
    assert command.change.network == "network"


def test_a_pinned_sample_stays_pinned_in_the_next_run_on_the_same_data(desk: Any) -> None:
    desk.open()
    view = desk.window.workspace.train_page.docks.views["feature_maps"]
    view.pin_requested.emit("train", 7)
    first = desk.start()
    assert Pin(first, "train", 7) in desk.history
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "data.form", "rows"))
    desk.window.commands.run_again.trigger()
    desk.sent(Load)
    desk.history.clear()
    desk.sent(Watch)
    assert not any(isinstance(command, Pin) for command in desk.history), "other data have other samples"


def test_a_sample_of_ones_own_stays_in_the_next_run_and_on_data_of_the_same_shape(desk: Any) -> None:
    desk.open()
    docks, store = desk.window.workspace.train_page.docks, desk.window.workspace.store
    view = docks.views["draw"]
    docks.bring_forward("draw")
    with desk.qtbot.waitSignal(view.give_requested):
        view.tool.paper.invert()
    first = desk.start()
    given = next(command for command in desk.history if isinstance(command, PinGiven))
    assert (given.run_id, given.inputs.dtype, given.inputs.max()) == (first, np.uint8, 16)
    store.set(edits.replace(store.experiment, "data.range", "signed"))
    desk.window.commands.run_again.trigger()
    load = desk.sent(Load)
    assert isinstance(load, Load)
    assert view is docks.views["draw"]
    given = desk.sent(PinGiven)
    assert isinstance(given, PinGiven)
    assert (given.run_id, given.inputs.max()) == (load.run_id, 16)
    view.pin_requested.emit("train", 7)
    assert desk.sent(Pin) == Pin(load.run_id, "train", 7)


def test_what_is_drawn_is_added_to_the_data_and_taken_back(desk: Any) -> None:
    desk.open("cnn-digits")
    docks, store = desk.window.workspace.train_page.docks, desk.window.workspace.store
    docks.bring_forward("draw")
    view = docks.views["draw"]
    desk.until(view.add.isVisible)
    view.tool.paper.invert()
    view.target.setCurrentIndex(7)
    for count in (1, 2):
        desk.qtbot.mouseClick(view.add, Qt.MouseButton.LeftButton)
        assert len(store.experiment.added) == count
    assert view.take_back.text() == "2 added: take back"
    assert not check_spec(store.experiment)
    assert docks.views["draw"] is view
    assert view.tool.sample().all(), "the drawing stays"
    desk.qtbot.mouseClick(view.take_back, Qt.MouseButton.LeftButton)
    store.undo_stack.undo()
    store.undo_stack.undo()
    desk.start()
    load = next(command for command in desk.history if isinstance(command, Load))
    assert [sample.target for sample in load.experiment.added] == [7]
    assert view.take_back.text() == "1 added: take back"


def test_the_canvas_of_the_build_page_asks_once_however_often_the_views_change(desk: Any) -> None:
    for name in ("mlp-digits", "gan-digits", "mlp-digits"):
        desk.open(name)
    run_id = desk.start()
    desk.window.workspace.build_page.model.live.pin_requested.emit("train", 7)
    desk.window.workspace.controller.stop()
    desk.sent(Stop)
    assert desk.history.count(Pin(run_id, "train", 7)) == 1


def test_a_run_in_mid_step_names_the_phase_and_its_network(desk: Any) -> None:
    desk.open("gan-ring")
    run_id, note = desk.start(), desk.window.workspace.train_page.transport._note
    desk.engine.say(StateChanged(run_id, "paused", "backward", "discriminator"))
    desk.until(lambda: note.text() == "paused · discriminator · backward")
    desk.qtbot.mouseClick(desk.window.top_bar.language, Qt.MouseButton.LeftButton)
    assert note.text() == "已暂停 · 判别器 · 反向"
    desk.engine.say(StateChanged(run_id, "paused", "forward", "network"))
    desk.until(lambda: note.text() == "已暂停 · 前向")
