"""A person goes back on the timeline, watches it again, and lives another life from there."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from explorer import edits
from explorer.held import BlockPart
from explorer.runs.run_folder import RunFolder


def drag_to(person: Any, *steps: int) -> int:
    """Take the knob and drag it over these steps; returns the step at which it is let go."""
    strip = person.workspace.train_page.transport.timeline

    def at(step: int) -> QPoint:
        return QPoint(round(strip.scale.x_of(step)), strip.height() // 2)

    person.qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=at(strip.time.place))
    for step in steps:
        person.qtbot.mouseMove(strip, at(step))
        QApplication.processEvents()
    wanted: int = strip.time.place
    person.qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=at(steps[-1]))
    arrive(person)
    return wanted


def arrive(person: Any) -> None:
    person.until(lambda: person.controller.timeline.now.target is None)
    person.until_state("paused", "finished")


def curve(person: Any, name: str = "train/loss") -> dict[int, float]:
    numbers = person.views["curves"].numbers()
    return dict(zip(numbers[f"{name}/step"].tolist(), numbers[name].tolist(), strict=True))


def test_rewind_replay_and_fork(person: Any) -> None:
    person.open_card("gan-digits")
    person.train_for_long()
    person.until_step(120)
    person.pause()
    transport, time = person.workspace.train_page.transport, person.controller.timeline
    metric = "train/loss/generator"
    person.until(lambda: time.now.head == person.step and max(curve(person, metric)) == time.now.head)
    head, lived = time.now.head, curve(person, metric)
    (first,) = person.runs()

    back = drag_to(person, 110, 90, 70, 100, 60, 40)
    assert person.step == back < head
    assert transport._note.text() == "paused · behind the head"
    assert f"of {head}" in transport.words.head.text()
    assert curve(person, metric) == lived, "a rewind draws nothing"

    person.press("Ctrl+Left")
    arrive(person)
    assert person.step == back - 1
    person.press("F10")
    person.until(lambda: person.step == back)

    person.press("Space")
    person.until_step(head + 1)
    person.pause()
    person.until(lambda: max(curve(person, metric)) == person.step)
    longer = curve(person, metric)
    assert list(longer) == list(range(1, person.step + 1)), "every step once"
    assert {step: longer[step] for step in lived} == lived
    assert person.runs() == [first]
    head = person.step

    person.press("Ctrl+Home")
    arrive(person)
    assert person.step == 0
    back = drag_to(person, 20, 50)
    person.press("Ctrl+1")
    person.type_into(person.workspace.build_page.training.row("optimizer.learning_rate").field.line, "0.05")
    person.press("Ctrl+2")
    person.until(lambda: not person.controller.forks.is_waiting and len(person.runs()) == 2)
    second = next(folder for folder in person.runs() if folder != first)
    assert person.controller.folder == second
    person.until(lambda: metric in person.views["curves"].numbers() and max(curve(person, metric)) == back)
    assert person.note() == f"Forked at step {back}: a new run"
    assert not person.window.messages
    person.press("Space")
    person.until_step(back + 30)
    person.pause()
    person.until(lambda: max(curve(person, metric)) == person.step)
    other = curve(person, metric)
    assert {step: other[step] for step in range(1, back + 1)} == {step: longer[step] for step in range(1, back + 1)}
    assert other[back + 5] != longer[back + 5]
    assert list(other) == list(range(1, person.step + 1))
    with RunFolder.open(second) as run:
        assert (run.record.parent, run.record.parent_step) == (first.name, back)
    assert dict(person.series(first)[metric]) == pytest.approx(longer)
    past = person.views["curves"]._past[metric].raw
    assert dict(zip(past.steps.tolist(), past.values.tolist(), strict=True)) == longer
    person.until(lambda: time.now.marks)
    assert time.now.marks[0].step == back


def test_a_hand_that_drags_a_running_run_to_and_fro(person: Any) -> None:
    person.open_card("mlp-digits")
    person.train_for_long()
    person.until_step(200)
    numbers = [150, 20, 180, 3, 90, 91, 92, 60, 170, 40, 39, 38, 120, 1, 110]
    back = drag_to(person, *(step for step in numbers for _ in range(3)))
    head = person.controller.timeline.now.head
    assert (person.controller.state, person.step) == ("paused", back)
    person.until(lambda: max(curve(person)) == head)
    before = curve(person)
    person.press("Space")
    person.until_step(head + 20)
    back = drag_to(person, 100)
    person.press("Space")
    person.until(lambda: "replaying" in person.workspace.train_page.transport._note.text())
    store = person.workspace.store
    store.set(edits.replace(store.experiment, "training.optimizer.learning_rate", 0.02))
    person.until(lambda: not person.controller.forks.is_waiting and len(person.runs()) == 2)
    fork = person.controller.timeline.now.branches[0].step
    assert fork >= back
    person.until_step(fork + 50)
    person.pause()
    person.until(lambda: max(curve(person)) == person.step)
    after = curve(person)
    assert list(after) == list(range(1, person.step + 1))
    shared = min(fork, head)
    assert {step: after[step] for step in range(1, shared + 1)} == {step: before[step] for step in range(1, shared + 1)}
    assert not person.window.messages


def test_a_finished_run_goes_back_forks_and_is_found_in_the_library(person: Any) -> None:
    person.open_card("mlp-digits")
    store = person.workspace.store
    store.set(edits.replace(store.experiment, "training.limit", {"kind": "steps", "count": 120}))
    person.forget_changes()
    person.press("Space")
    person.until_state("finished")
    person.until(lambda: person.step == 120)
    person.press("Ctrl+Left")
    arrive(person)
    assert (person.step, person.controller.state) == (119, "paused")
    person.press("Ctrl+End")
    arrive(person)
    assert (person.step, person.controller.state) == (120, "finished")
    drag_to(person, 60)
    person.press("Space")
    person.until_state("finished")
    assert len(person.runs()) == 1
    back = drag_to(person, 60)
    (first,) = person.runs()
    store.set(edits.replace(store.experiment, "training.optimizer.learning_rate", 0.02))
    person.until(lambda: len(person.runs()) == 2 and not person.controller.forks.is_waiting)
    second = person.controller.folder
    person.press("Space")
    person.until_state("finished")
    assert person.step == 120
    branches = person.controller.timeline.now.branches
    assert [(one.run_id, one.step, one.head, one.is_parent) for one in branches] == [(first.name, back, 120, True)]
    person.forget_changes()
    for folder, other, is_parent in ((first, second, False), (second, first, True)):
        person.window.files.continue_run(folder, 40)
        person.until_state("finished")
        person.until(lambda: person.step == 160)
        branches = person.controller.timeline.now.branches
        assert [(one.run_id, one.step, one.is_parent) for one in branches] == [(other.name, back, is_parent)]
        drag_to(person, 10)
        assert not person.window.messages


def test_a_run_that_is_opened_again_shows_its_changes_and_restores_what_is_silenced(person: Any) -> None:
    person.open_card("mlp-digits")
    person.press("F10")
    person.until(lambda: person.step == 1)
    unit, changes = BlockPart("architecture.network.blocks.1", 3), person.controller.changes
    changes.toggle_silence(unit)
    person.press("F10")
    person.until(lambda: person.step == 2)
    folder = person.controller.folder
    person.stop()
    person.workspace.continue_run(folder, plays=False)
    person.until_state("paused")
    time = person.controller.timeline
    assert [mark.step for mark in time.now.marks] == [1]
    assert {0, 2} <= set(time.now.moments)
    assert changes.in_force.silent == {unit}
    changes.toggle_silence(unit)
    person.until(lambda: not changes.in_force.silent)
    assert [mark.step for mark in time.now.marks] == [1, 2]
