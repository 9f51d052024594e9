"""What a run goes through with a real engine: its engine is ended in mid-step, its window closed; not a bit differs."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.engine import patience
from explorer.engine.host import Host, ProcessHost
from explorer.folders import runs_folder
from explorer.gallery import load
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from tests.explorer.talk import experiment
from tests.ui.stuck_engine import StuckHost
from ui.left_runs import notes_folder
from ui.main_window import MainWindow
from ui.run_controller import RunController
from ui.settings import Settings

PATIENCE_MS = 60_000
EPOCH = 20
NO_PROCESS = 2**22 + 1  # above every process id


class Person:
    """At a window with a real engine."""

    def __init__(self, qtbot: QtBot, host: Host) -> None:
        self.qtbot = qtbot
        host.prepare()
        self.window = MainWindow(host, Settings())
        self.window.show()
        self.until(lambda: self.window.has_workspace and self.window._start_up.is_done)

    @property
    def run(self) -> RunController:
        return self.window.workspace.controller

    def until(self, condition: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def until_state(self, state: str) -> None:
        self.until(lambda: self.run.state == state or self.window.messages)
        assert self.run.state == state, [box.text() for box in self.window.messages]

    def stands_at(self, step: int) -> None:
        self.until(lambda: (self.run.state, self.run.timeline.now.step) == ("paused", step))

    def answer(self, words: str) -> None:
        """Press this button of the message that comes."""
        self.until(lambda: self.window.messages)
        (box,) = self.window.messages
        button = next(one for one in box.buttons() if one.text() == words)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def train(self, spec: Experiment) -> None:
        self.window.workspace.open(spec)
        self.window.show_train()
        self.run.start()

    def leave(self) -> None:
        for box in self.window.messages:
            box.close()
        self.window.closing.close_unasked()
        self.window.end_engine()
        self.window.deleteLater()


@pytest.fixture
def comes(qtbot: QtBot) -> Iterator[Callable[[Host], Person]]:
    with ExitStack() as leaving:

        def come(host: Host) -> Person:
            person = Person(qtbot, host)
            leaving.callback(person.leave)
            return person

        yield come


def lives() -> list[dict[str, list[tuple[int, float]]]]:
    """Every value of every metric of every run, the oldest run first."""
    found = []
    for folder in sorted(runs_folder().iterdir()):
        with RunFolder.open(folder) as run:
            series = {name: run.metrics(name) for name in run.metric_names()}
        found.append(
            {name: [*zip(one.steps.tolist(), one.values.tolist(), strict=True)] for name, one in series.items()}
        )
    return found


def test_a_step_that_does_not_end_is_ended_and_the_run_is_not(
    comes: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PAUSE_AFTER_S", 0.3)
    obstacle = tmp_path / "obstacle"
    person = comes(StuckHost(obstacle, EPOCH + 3))
    person.train(experiment(3))
    person.until_state("finished")
    obstacle.touch()
    person.run.step("epoch")  # of another run of the same
    person.stands_at(EPOCH)
    person.run.rewind(0, at_once=True)  # which saves it at its head
    person.stands_at(0)
    person.run.rewind(EPOCH, at_once=True)
    for step in range(EPOCH, EPOCH + 3):
        person.stands_at(step)
        person.run.step("batch")
    person.stands_at(EPOCH + 3)
    run_id, engine = person.run.run_id, person.window._host.pid
    person.run.toggle()
    person.until_state("running")
    person.run.toggle()
    person.until(lambda: person.window.messages)
    (box,) = person.window.messages
    assert not box.isModal()
    assert "has not paused" in box.text()
    assert "stands at step 20" in box.informativeText()
    assert "lost: 3" in box.informativeText()
    person.answer("Stop the step")
    person.stands_at(EPOCH)
    assert "steps lost: 3" in person.window.status._hint.text()
    assert person.run.run_id == run_id
    assert person.window._host.pid != engine
    obstacle.unlink()
    person.run.toggle()
    person.until_state("finished")
    undisturbed, disturbed = lives()
    assert disturbed == undisturbed


def test_a_window_that_is_closed_in_mid_epoch_loses_nothing(comes: Any) -> None:
    spec = edits.replace(load("cnn-digits"), "training.batch_size", 4)
    spec = edits.replace(spec, "training.limit", {"kind": "epochs", "count": 4})  # longer than it takes to close
    first = comes(ProcessHost())
    first.train(spec)
    first.until_state("finished")
    first.run.start()
    first.until(lambda: first.run.timeline.now.head >= 40)
    first.run.pause()
    first.until_state("paused")
    kept = first.run.timeline.now.head
    first.run.rewind(0, at_once=True)  # which keeps the head
    first.stands_at(0)
    first.run.toggle()
    first.until(lambda: first.run.timeline.now.head >= kept + 40)
    assert not first.window.close()
    first.answer("Pause, save and close")
    first.until(lambda: not first.window.isVisible())
    closed_at = first.run.timeline.now.head
    first.window.end_engine()
    (note,) = notes_folder().glob("*.json")
    note.rename(notes_folder() / f"{NO_PROCESS}-1.0.json")  # else this process's window is taken for a living one
    _, folder = sorted(runs_folder().iterdir())
    with RunFolder.open(folder) as run:
        moments = run.moments()
        assert run.last_step() == run.checkpoints()[-1] == closed_at
    assert kept in moments
    assert moments[-1] <= closed_at

    second = comes(ProcessHost())
    (offer,) = second.window.messages
    assert f"step {closed_at}" in offer.informativeText()
    second.answer("Go on training")
    second.until_state("finished")
    undisturbed, disturbed = lives()
    assert disturbed == undisturbed
    assert set(moments) <= set(second.run.timeline.now.moments)
    second.run.rewind(kept + 1, at_once=True)
    second.stands_at(kept + 1)
    second.run.toggle()
    second.until_state("finished")
    assert lives()[1] == undisturbed
