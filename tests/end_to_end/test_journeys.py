"""Journeys through the real window with a real engine: from the gallery to numbers, and every change of mind."""

import json
import os
import re
import signal
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QMessageBox

from explorer import edits
from explorer.files import load_experiment
from explorer.gallery import load
from explorer.runs.run_folder import RunFolder
from ui import theme
from ui.evaluation.evaluation_dialog import EvaluationDialog
from ui.text import language
from ui.view import View

FAMILIES = ("cnn-digits", "lstm-digits", "transformer-reversal", "gan-ring")
NAMES = {"Neural Explorer", "Adam", "ReLU", "Beta 1", "Beta 2", "Transformer"}  # the same in every language
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def has_numbers(view: View) -> bool:
    """Whether a view shows numbers, all of them real ones where they are numbers at all."""
    arrays = view.numbers()
    real = [array for array in arrays.values() if array.dtype.kind == "f"]
    return bool(arrays) and all(np.isfinite(array).any() for array in real if array.size)


def test_from_the_gallery_to_numbers_step_by_step(person: Any) -> None:
    person.open_card("cnn-digits")
    assert person.runs() == []
    person.click(person.workspace.train_page.transport.run)
    person.until_step(30)
    for kind in ("curves", "feature_maps", "predictions"):
        view = person.show_view(kind)
        person.until(lambda view=view: has_numbers(view))
    person.pause()

    before = person.step
    person.press("F10")
    person.until(lambda: person.step > before)
    person.until_state("paused")
    assert person.step == before + 1
    (folder,) = person.runs()
    assert person.series(folder)["train/loss"][-1][0] == before + 1

    for phase in ("forward", "loss", "backward"):
        person.press("F9")
        person.until(lambda phase=phase: phase in person.workspace.train_page.transport._note.text())
        assert person.step == before + 1
    person.press("F9")
    person.until(lambda: person.step == before + 2)
    person.until_state("paused")

    end_of_epoch = -(-person.step // 40) * 40  # 1 258 samples in batches of 32; here already, only validation is left
    person.press("F11")
    person.until(lambda: person.series(folder).get("validation/loss", [(0, 0.0)])[-1][0] == end_of_epoch)
    person.until(lambda: person.step == end_of_epoch and person.controller.state == "paused")
    written = person.series(folder)

    assert not any(name.startswith("test/") for name in written), "nobody has asked for the test split yet"
    person.press("Ctrl+T")
    person.until(lambda: "Accuracy" in person.note())
    dialog = person.window.findChild(EvaluationDialog)
    assert (dialog.verdict.step, dialog.verdict.split) == (person.step, "test")
    assert dialog.headline.text() in person.note()
    assert person.controller.state == "paused"
    dialog.close()
    assert person.series(folder) == written, "a run that is judged stays as it was"
    person.stop()
    with RunFolder.open(folder) as run:
        assert run.status == "stopped"
        assert run.checkpoints() == (person.step,)


@pytest.mark.parametrize("name", FAMILIES)
def test_every_view_of_a_family_shows_numbers(name: str, person: Any) -> None:
    person.open_card(name)
    person.train_for_long()
    person.until_step(20)
    for kind in person.views:
        view = person.show_view(kind)
        person.until(lambda view=view: has_numbers(view) or person.window.messages)
        assert not person.window.messages, [box.text() for box in person.window.messages]
    person.pause()
    for kind, view in person.views.items():
        picture = person.show_view(kind).grab().toImage()
        assert picture.width() > 100, f"{kind} has no room"
        assert view.numbers()
    person.stop()


def test_a_learning_rate_changes_in_place_and_the_rest_makes_another_run(person: Any) -> None:
    person.open_card("cnn-digits")
    person.train_for_long()
    person.until_step(10)
    person.press("Ctrl+1")
    form = person.workspace.build_page.training
    rate = form.row("optimizer.learning_rate").field.line
    person.type_into(rate, "0.0005")
    assert person.workspace.store.experiment.training.optimizer.learning_rate == 0.0005
    person.press("Ctrl+2")
    (folder,) = person.runs()
    person.until(lambda: 0.0005 in dict(person.series(folder).get("learning_rate", ())).values())
    person.pause()
    transport = person.workspace.train_page.transport
    assert "differs" not in transport._note.text()
    rates = dict(person.series(folder)["learning_rate"])
    assert rates[1] == 0.001
    assert rates[max(rates)] == 0.0005

    person.press("Ctrl+1")
    seed = form.row("seed").field
    person.type_into(seed.findChild(QLineEdit) or seed, "16")
    assert person.workspace.store.experiment.seed == 16
    person.press("Ctrl+2")
    assert transport._note.text() == "differs from the spec"
    first_run = person.series(folder)["train/loss"]

    person.press("Ctrl+R")
    person.until_state("running")
    person.until_step(3)
    person.pause()
    assert transport._note.text() == "paused"
    old, new = person.runs()
    assert old == folder
    assert person.series(old)["train/loss"][: len(first_run)] == first_run
    with RunFolder.open(new) as run:
        assert run.experiment.seed == 16
    with RunFolder.open(old) as run:
        assert (run.status, run.experiment.seed) == ("stopped", 0)


def test_language_theme_and_size_change_while_training(person: Any) -> None:
    person.open_card("cnn-digits")
    person.train_for_long()
    person.until_step(5)
    person.show_view("predictions")
    run_id = person.controller.run_id
    person.click(person.window.top_bar.language)
    assert language.name == "zh_CN"
    person.until_step(person.step + 5)
    person.until(lambda: has_numbers(person.views["predictions"]))
    for show in (person.window.show_train, person.window.show_build, person.window.show_gallery):
        show()
        assert not [text for text in person.texts() if is_english(text)]
    assert not [action.text() for action in person.window.actions() if is_english(action.text())]
    assert person.controller.run_id == run_id
    assert person.controller.state == "running"

    person.window.show_train()
    person.window.look.choose_theme("light")
    assert theme.theme.name == "light"
    person.until_step(person.step + 5)
    assert person.window.grab().toImage().pixelColor(3, 3).lightness() > 128
    height = person.workspace.train_page.transport.run.height()
    person.press("Ctrl+Equal")
    person.until(lambda: person.workspace.train_page.transport.run.height() > height)
    person.press("Ctrl+0")
    person.until(lambda: person.workspace.train_page.transport.run.height() == height)
    assert person.controller.run_id == run_id
    person.until_step(person.step + 5)


def is_english(text: str) -> bool:
    """Two and more small Latin letters without any Chinese around."""
    return text not in NAMES and bool(re.search(r"[a-z]{2,}", text)) and not CHINESE.search(text)


def test_new_save_open_and_unsaved_changes(person: Any, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    person.open_card("gan-ring")
    person.press("Ctrl+1")
    seed = person.workspace.build_page.training.row("seed").field
    person.type_into(seed.findChild(QLineEdit), "5")
    assert "*" in person.window.windowTitle()
    with person.answering(QFileDialog, person.choosing_file(file)):
        person.press("Ctrl+S")
    assert load_experiment(file).seed == 5
    assert "*" not in person.window.windowTitle()

    person.type_into(seed.findChild(QLineEdit), "6")
    with person.answering(QMessageBox, person.pressing(QMessageBox.StandardButton.Cancel)) as said:
        person.press("Ctrl+N")
    assert any("Save changes" in text for text in said)
    assert person.workspace.store.experiment.seed == 6
    with person.answering(QMessageBox, person.pressing(QMessageBox.StandardButton.Save)):
        person.press("Ctrl+N")
    assert load_experiment(file).seed == 6
    assert person.workspace.store.experiment.title != load_experiment(file).title

    with person.answering(QFileDialog, person.choosing_file(file)):
        person.press("Ctrl+O")
    assert person.workspace.store.experiment == load_experiment(file)
    person.window._menus.recent.aboutToShow.emit()
    person.open_card("mlp-moons")
    recent = next(action for action in person.window._menus.recent.actions() if action.text() == "mine.json")
    recent.trigger()
    assert person.workspace.document.path == file


def test_a_broken_file_keeps_what_is_open(person: Any, tmp_path: Path) -> None:
    content = load("mlp-moons").model_dump(mode="json")
    content["training"]["batch_size"] = -3
    wrong, torn = tmp_path / "wrong.json", tmp_path / "torn.json"
    wrong.write_text(json.dumps(content))
    torn.write_text('{"title": ')
    person.open_card("cnn-digits")
    before = person.workspace.store.experiment
    for file in (wrong, torn):
        with person.answering(QFileDialog, person.choosing_file(file)):
            person.press("Ctrl+O")
        (box,) = person.window.messages
        assert box.text()
        assert box.informativeText(), "a remedy"
        assert "Place" in box.detailedText()
        if file == wrong:
            assert "training.batch_size" in box.detailedText()
        assert "Traceback" not in box.text() + box.informativeText() + box.detailedText()
        box.close()
        assert person.workspace.store.experiment == before


def test_missing_data_are_named_with_their_folder(person: Any, tmp_path: Path) -> None:
    person.open_card("mlp-mnist")
    person.press("Space")
    person.until(lambda: person.window.messages)
    (box,) = person.window.messages
    words = f"{box.text()} {box.informativeText()} {box.detailedText()}"
    assert str(tmp_path / "data") in words
    person.until(lambda: person.controller.state == "failed")
    box.close()
    person.open_card("mlp-moons")
    person.press("Space")
    person.until_step(3)


def test_a_killed_engine_is_replaced_and_its_run_goes_on(person: Any) -> None:
    person.open_card("cnn-digits")
    person.train_for_long()
    person.until_step(60)
    (folder,) = person.runs()
    person.until(lambda: person.series(folder).get("train/loss"))
    assert person.host.pid is not None
    os.kill(person.host.pid, signal.SIGKILL)
    person.until(lambda: person.window.messages)
    (box,) = person.window.messages
    assert "lost" in box.text()
    assert person.controller.state == "failed"
    kept = person.series(folder)["train/loss"]
    assert [step for step, _ in kept] == list(range(1, len(kept) + 1))
    person.click(box.defaultButton())
    person.until(lambda: person.note() == "Engine ready")

    with RunFolder.open(folder) as run:
        assert run.status == "interrupted"
    person.continue_run(5)
    person.until_state("running")
    person.until_step(20)
    person.pause()
    again = dict(person.series(folder)["train/loss"])
    shared = [step for step, _ in kept if step in again]
    assert [again[step] for step in shared] == [dict(kept)[step] for step in shared], "it goes on as it would have"
    steps = person.views["curves"].numbers()["train/loss/step"]
    assert (np.diff(steps) == 1).all(), "the curve goes on without turning back, and without a hole"


def test_the_library_keeps_renames_reopens_continues_and_deletes(person: Any) -> None:
    store = person.workspace.store
    person.open_card("cnn-digits")
    predictions = person.workspace.train_page.docks._docks["predictions"].toggleViewAction()
    predictions.trigger()
    store.set(edits.replace(store.experiment, "training.limit", {"kind": "epochs", "count": 1}))
    person.press("Space")
    person.until_state("finished")
    (folder,) = person.runs()
    person.until(lambda: len(person.series(folder)["train/loss"]) == 40)
    whole = person.series(folder)["train/loss"]
    assert not person.views["predictions"].isVisible()
    predictions.trigger()
    person.until(lambda: has_numbers(person.views["predictions"]))  # the network is still there to be looked at

    store.set(edits.replace(store.experiment, "training.optimizer.learning_rate", 0.01))
    assert person.workspace.train_page.transport._note.text() == "differs from the spec"
    assert len(person.views["curves"].numbers()["train/loss"]) == 40, "an edit leaves what was learnt on screen"

    with person.library() as dialog, person.answering(QInputDialog, person.typing("My first run")):
        person.click(dialog.rename_button)
    assert dialog_title(folder) == "My first run"

    person.forget_changes()
    person.open_card("gan-ring")
    with person.library() as dialog:
        person.click(dialog.open_button)
    person.until(lambda: person.window.is_training_page)
    shown = person.views["curves"].numbers()
    assert shown["train/loss"].tolist() == [loss for _, loss in whole]

    for more in (1, 2):  # again after it was continued once
        person.continue_run(1)
        person.until_state("finished")
        person.until(lambda more=more: len(person.series(folder)["train/loss"]) == 40 * (1 + more))
        assert person.series(folder)["train/loss"][:40] == whole
        wanted = list(range(1, 40 * (1 + more) + 1))
        person.until(lambda wanted=wanted: person.views["curves"].numbers()["train/loss/step"].tolist() == wanted)

    with person.library() as dialog, person.answering(QMessageBox, person.pressing(QMessageBox.StandardButton.Yes)):
        person.click(dialog.delete_button)
    assert not folder.exists()
    person.press("Ctrl+R")
    person.until_state("running")
    assert not person.window.messages


def dialog_title(folder: Path) -> str:
    from explorer.runs.library import list_runs

    return next(run.title for run in list_runs() if run.folder == folder)


def test_views_are_copied_as_pictures_and_as_numbers(person: Any) -> None:
    person.open_card("mlp-moons")
    person.train_for_long()
    person.until_step(10)
    person.until(lambda: has_numbers(person.views["curves"]))
    person.pause()
    curves = person.show_view("curves")
    curves.setFocus()
    clipboard = QGuiApplication.clipboard()
    person.press("Ctrl+C")
    assert clipboard.image().size() == curves.grab().toImage().size()
    person.press("Ctrl+Shift+C")
    losses = curves.numbers()["train/loss"].tolist()
    lines = clipboard.text().splitlines()
    start = lines.index(f"train/loss\t{len(losses)}") + 1
    assert [float(line) for line in lines[start : start + len(losses)]] == losses


def test_closing_in_mid_run_saves_it(person: Any) -> None:
    person.open_card("lstm-digits")
    person.train_for_long()
    person.until_step(15)
    (folder,) = person.runs()
    assert not person.window.close(), "it asks"
    (question,) = person.window.messages
    person.click(question.defaultButton())
    person.until(lambda: not person.window.isVisible())
    person.window.end_engine()
    losses = person.series(folder)["train/loss"]
    with RunFolder.open(folder) as run:
        assert run.status == "stopped"
        assert run.kept.last == losses[-1][0]
    assert not person.host.is_alive()
