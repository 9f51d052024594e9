"""Closing the window in mid-run: it asks, pauses and saves, and the next start offers to go on exactly there."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from explorer import edits
from explorer.commands import Load, Pause, Play, SetSpeed
from explorer.events import Series, StateChanged
from explorer.files import write_atomically
from explorer.gallery import load
from explorer.runs.run_folder import RunFolder
from ui.document import autosave_folder
from ui.left_runs import notes_folder
from ui.speed_slider import SPEEDS, UNLIMITED

NO_PROCESS = 2**22 + 1  # above every process id


def question(desk: Any) -> QMessageBox:
    assert not desk.window.close()
    (box,) = desk.window.messages
    assert box.text().startswith("The training of")
    return box  # type: ignore[no-any-return]


def press(desk: Any, box: QMessageBox, words: str) -> None:
    desk.qtbot.mouseClick(next(one for one in box.buttons() if one.text() == words), Qt.MouseButton.LeftButton)


def test_a_window_without_a_run_in_its_course_closes_at_once(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(StateChanged(run_id, "paused"))
    desk.until(lambda: desk.window.workspace.controller.state == "paused")
    assert desk.window.close()


def test_whoever_wants_to_go_on_training_does(desk: Any) -> None:
    desk.open()
    desk.start()
    press(desk, question(desk), "Go on training")
    assert desk.window.isVisible()
    assert not any(isinstance(command, Pause) for command in desk.engine.commands())
    assert question(desk), "it asks again"


def test_the_run_is_paused_before_the_window_closes(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    box = question(desk)
    assert not desk.window.close(), "one question is enough"
    assert len(desk.window.messages) == 1
    press(desk, box, "Pause, save and close")
    assert desk.sent(Pause) == Pause(run_id)
    assert desk.window.isVisible()
    desk.engine.say(StateChanged(run_id, "paused"))
    desk.until(lambda: not desk.window.isVisible())
    (note,) = notes_folder().glob("*.json")
    assert json.loads(note.read_text())["was_moving"]


def test_the_run_goes_on_when_closing_is_given_up(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    press(desk, question(desk), "Pause, save and close")
    desk.sent(Pause)
    progress = desk.window.closing._progress
    assert progress is not None
    progress.canceled.emit()
    assert desk.sent(Play) == Play(run_id)
    desk.engine.say(StateChanged(run_id, "paused"))
    desk.until(lambda: desk.window.workspace.controller.state == "paused")
    assert desk.window.isVisible()


def test_what_is_unsaved_is_asked_about_first(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open()
    desk.start()
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "seed", 7))
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Cancel)
    assert not desk.window.close()
    assert not desk.window.messages
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Discard)
    assert question(desk)


def test_the_end_of_the_session_asks_nothing_and_loses_nothing(desk: Any) -> None:
    desk.open()
    desk.start()
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "seed", 7))
    desk.window.closing.expect_session_end()
    assert list(autosave_folder().glob("*.json"))
    assert desk.window.close()
    assert list(autosave_folder().glob("*.json")), "for the next start"
    (note,) = notes_folder().glob("*.json")
    assert json.loads(note.read_text())["was_moving"]


def test_a_session_that_goes_on_after_all_asks_again(desk: Any) -> None:
    desk.open()
    desk.start()
    desk.window.closing.expect_session_end()
    desk.window.closing._stay()
    assert question(desk)


@pytest.mark.parametrize("state", ["finished", "stopped"])
def test_of_a_run_that_has_ended_there_is_nothing_to_go_on_with(desk: Any, state: str) -> None:
    desk.open()
    run_id = desk.start()
    assert list(notes_folder().glob("*.json"))
    desk.engine.say(StateChanged(run_id, state))
    desk.until(lambda: desk.window.workspace.controller.state == state)
    assert not list(notes_folder().glob("*.json"))


def left_behind(
    folder: Path, was_moving: bool = True, number: int = 0, status: str = "stopped", **more: object
) -> None:
    """A run that a window held when it was closed."""
    with RunFolder.create(folder, load("mlp-moons"), device="cpu", num_threads=1) as run:
        run.write_metrics((Series("train/loss", np.arange(1, 9), np.ones(8)),))
        run.write_checkpoint(8, {"w": np.ones(2)}, {"s": np.ones(1)}, {"step": 8})
        run.set_status(status)  # type: ignore[arg-type]
    note = {"folder": str(folder), "was_moving": was_moving, **more}
    write_atomically(notes_folder() / f"{NO_PROCESS + number}-1.0.json", json.dumps(note).encode())


@pytest.mark.parametrize("was_moving", [True, False])
def test_the_next_start_goes_on_exactly_there(desk: Any, tmp_path: Path, was_moving: bool) -> None:
    left_behind(tmp_path / "run", was_moving)
    desk.window.files.offer_left_run()
    (box,) = desk.window.messages
    assert "step 8" in box.informativeText()
    press(desk, box, "Go on training" if was_moving else "Open the run")
    command = desk.sent(Load)
    assert isinstance(command, Load)
    assert command.resume
    assert command.folder == str(tmp_path / "run")
    assert command.experiment == load("mlp-moons"), "not a step more than it was to have"
    rest = [*desk._unread, *desk.engine.commands()]
    assert any(isinstance(one, Play) for one in rest) == was_moving


def test_slow_motion_goes_on_as_slowly(desk: Any, tmp_path: Path) -> None:
    desk.open()
    desk.window.workspace.train_page.transport.speed.slider.setValue(SPEEDS.index(2.0))
    desk.start()
    (note,) = notes_folder().glob("*.json")
    speed = json.loads(note.read_text())["speed"]
    assert speed == 2.0
    desk.window.workspace.train_page.transport.speed.slider.setValue(UNLIMITED)
    left_behind(tmp_path / "run", speed=speed)
    desk.window.files.offer_left_run()
    press(desk, desk.window.messages[-1], "Go on training")
    load_command, speed_command = desk.sent(Load), desk.sent(SetSpeed)
    assert isinstance(load_command, Load)
    assert speed_command == SetSpeed(load_command.run_id, 2.0)
    assert desk.window.workspace.train_page.transport.speed.speed == 2.0


def test_a_run_whose_engine_was_lost_can_be_gone_on_with(desk: Any) -> None:
    desk.open()
    desk.start()
    controller = desk.window.workspace.controller
    with RunFolder.create(controller.folder, controller.experiment, device="cpu", num_threads=1) as run:
        run.metrics_file.note(writer=(NO_PROCESS, 1.0))
    desk.engine.end(0)
    desk.until(lambda: controller.state == "failed")
    for box in desk.window.messages:
        box.close()
    (note,) = notes_folder().glob("*.json")
    note.rename(notes_folder() / f"{NO_PROCESS}-1.0.json")
    desk.window.files.offer_left_run()
    (offer,) = desk.window.messages
    assert "was training" in offer.text()


def test_an_offer_is_made_once_and_only_of_what_can_go_on(desk: Any, tmp_path: Path) -> None:
    left_behind(tmp_path / "finished", number=1, status="finished")
    desk.window.files.offer_left_run()
    assert not desk.window.messages
    left_behind(tmp_path / "run", number=2)
    (notes_folder() / f"{NO_PROCESS + 3}-1.0.json").write_text("{")
    desk.window.files.offer_left_run()
    (box,) = desk.window.messages
    press(desk, box, "Not now")
    assert not list(notes_folder().glob("*.json"))
    desk.window.files.offer_left_run()
    assert not desk.window.messages
