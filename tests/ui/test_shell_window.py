"""The window: pages, menus, keyboard, language, files and the run library."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.events import MetricsRecorded, Series
from explorer.files import save_experiment, write_atomically
from explorer.folders import runs_folder
from explorer.gallery import load
from explorer.runs.run_folder import RunFolder
from ui import theme
from ui.dialogs.run_library_dialog import RunLibraryDialog
from ui.dialogs.save_dialog import ask_where_to_save
from ui.dialogs.shortcuts_dialog import ShortcutsDialog
from ui.document import autosave_folder
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.text import language
from ui.tour import Tour, run_tour
from ui.views.curves import Curves


def test_a_click_on_a_card_opens_its_experiment(desk: Any) -> None:
    card = desk.window.gallery.cards[0]
    desk.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert desk.window.workspace.store.experiment == load(card.card.id)
    assert desk.window.is_training_page
    assert card.card.title in desk.window.windowTitle()


def test_the_keyboard_walks_through_the_cards(desk: Any) -> None:
    first, second = desk.window.gallery.cards[:2]
    desk.window.activateWindow()
    first.setFocus()
    desk.qtbot.keyClick(first, Qt.Key.Key_Right)
    desk.until(second.hasFocus)
    desk.qtbot.keyClick(second, Qt.Key.Key_Return)
    assert desk.window.workspace.store.experiment == load(second.card.id)


def test_chips_show_one_family(desk: Any) -> None:
    gallery = desk.window.gallery
    gallery.show_family("GAN")
    shown = [card.card.family for card in gallery.cards if card.isVisible()]
    assert shown
    assert set(shown) == {"GAN"}


def test_the_language_switches_live_and_keeps_the_run(desk: Any) -> None:
    desk.open()
    desk.start()
    desk.qtbot.mouseClick(desk.window.top_bar.language, Qt.MouseButton.LeftButton)
    assert language.name == "zh_CN"
    assert desk.window.workspace.train_page.transport.run.text() == "暂停"
    assert desk.window.commands.save.text() == "保存"
    assert desk.window.workspace.controller.state == "running"
    assert Settings().language == "zh_CN"


def test_zoom_and_theme_are_remembered(desk: Any) -> None:
    desk.window.commands.larger.trigger()
    assert theme.theme.scale == pytest.approx(1.125)
    desk.window.look.choose_theme("light")
    assert theme.theme.colors == theme.LIGHT
    desk.window._settings.save()
    assert Settings().scale == pytest.approx(1.125)
    assert Settings().theme == "light"
    desk.window.commands.usual_size.trigger()
    assert theme.theme.scale == 1.0


def test_closing_asks_about_unsaved_changes(desk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    desk.open()
    store, file = desk.window.workspace.store, tmp_path / "mine.json"
    store.set(edits.replace(store.experiment, "seed", 7))
    assert desk.window.windowTitle().startswith(f"{store.experiment.title} *")
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Cancel)
    assert not desk.window.close()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Save)
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: dialog.selectFile(str(file)) or 1)
    assert desk.window.close()
    assert file.is_file()
    assert Settings().recent == (file,)


def test_recovering_two_experiments_asks_about_the_first(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    copies = [left_behind(seed) for seed in (7, 8)]
    monkeypatch.setattr("ui.file_commands.ask_to_recover", lambda *_args: True)
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Cancel)
    desk.window.files.recover()
    assert len(asked) == 1
    assert desk.window.workspace.store.experiment.seed == 7
    assert desk.window.workspace.document.is_modified
    assert [copy.exists() for copy in copies] == [False, True], "the second was not decided about"
    assert len(list(autosave_folder().glob("*.json"))) == 2, "the first is this window's now"


def test_what_is_not_wanted_back_is_forgotten(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = left_behind(7)
    monkeypatch.setattr("ui.file_commands.ask_to_recover", lambda *_args: False)
    desk.window.files.recover()
    assert not copy.exists()


def left_behind(seed: int) -> Path:
    """The copy of an experiment whose window ended without asking."""
    copy = autosave_folder() / f"{2**22 + seed}-1.0.json"
    experiment = edits.replace(load("mlp-digits"), "seed", seed)
    write_atomically(copy, json.dumps({"path": "", "experiment": experiment.model_dump(mode="json")}).encode())
    return copy


def test_the_tour_leaves_a_person_s_things_alone(
    qtbot: QtBot, engine: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy, runs, offered = left_behind(7), runs_folder(), []

    def look_around(tour: Tour, _experiments: object, _seconds: float) -> None:
        with qtbot.waitSignal(tour._window.warmed_up, timeout=20_000):
            pass
        assert runs_folder() != runs

    monkeypatch.setattr("explorer.engine.host.make_host", lambda _kind: engine)
    monkeypatch.setattr("ui.file_commands.ask_to_recover", lambda *_args: offered.append(True))
    monkeypatch.setattr(Tour, "take", look_around)
    assert run_tour(["--out", str(tmp_path / "tour")]) == 0
    assert not offered
    assert copy.exists()


def test_what_is_discarded_stays_safe_until_the_next_is_open(
    desk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.open()
    workspace, file = desk.window.workspace, tmp_path / "broken.json"
    file.write_text("{")
    workspace.store.set(edits.replace(workspace.store.experiment, "seed", 7))
    workspace.document.autosave()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Discard)
    desk.window.files.open_file(file)
    assert list(autosave_folder().glob("*.json")), "it is still open"
    workspace.store.undo_stack.undo()
    desk.window.close()
    assert not list(autosave_folder().glob("*.json"))


def test_a_run_that_was_asked_for_goes_with_what_could_not_be_opened(
    qtbot: QtBot, engine: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = MainWindow(engine, Settings())
    window.open_at_start("no such experiment")
    window.show()
    window.commands.run.trigger()
    qtbot.waitUntil(lambda: window.has_workspace, timeout=20_000)
    (box,) = window.messages
    box.close()
    assert not window.commands.run.isEnabled(), "there is nothing to run"
    window.files.open_named("mlp-digits")
    assert window.workspace.controller.state == ""
    window.close()
    window.end_engine()
    window.deleteLater()


def test_a_file_that_cannot_be_read_is_a_named_problem(desk: Any, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text("{")
    desk.open()
    before = desk.window.workspace.store.experiment
    desk.window.files.open_file(file)
    (box,) = desk.window.messages
    assert "not JSON" in box.text()
    assert desk.window.workspace.store.experiment == before


def test_recent_files_are_cards(desk: Any, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    save_experiment(load("mlp-digits"), file)
    desk.window.files.open_file(file)
    desk.window.show_gallery()
    desk.window.gallery.show_recent()
    (card,) = desk.window.gallery._recent
    desk.qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert desk.window.workspace.document.path == file


def test_a_view_is_copied_and_saved(desk: Any, tmp_path: Path) -> None:
    desk.open()
    run_id = desk.start()
    series = Series("train/loss", np.arange(3, dtype=np.int64), np.array([2.0, 1.0, 0.5]))
    desk.engine.say(MetricsRecorded(run_id, (series,)))
    view = desk.window.workspace.train_page.docks.views["curves"]
    desk.until(lambda: bool(view.numbers()))
    view.setFocus()
    desk.window.commands.copy_picture.trigger()
    assert not QGuiApplication.clipboard().pixmap().isNull()
    for suffix in (".png", ".svg", ".pdf", ".csv", ".npz"):
        desk.window.view_commands.save_to(view, tmp_path / f"curves{suffix}")
        assert (tmp_path / f"curves{suffix}").stat().st_size > 20
    assert "0.5" in (tmp_path / "curves.csv").read_text()
    desk.window.view_commands.save_to(view, tmp_path / "absent" / "curves.svg")
    assert "cannot be written" in desk.window.messages[0].text()
    desk.window.view_commands.save_to(view, tmp_path / "curves.jpg")
    assert ".png" in desk.window.messages[1].informativeText()
    assert not (tmp_path / "curves.jpg").exists()


def test_a_view_without_numbers_leaves_the_clipboard_alone(desk: Any) -> None:
    desk.open()
    QGuiApplication.clipboard().setText("mine")
    desk.window.commands.copy_numbers.trigger()
    assert QGuiApplication.clipboard().text() == "mine"
    assert "no numbers yet" in desk.window.status._hint.text()


def test_a_file_is_replaced_only_when_asked(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    taken = tmp_path / "mine.csv"
    taken.write_text("before")
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[str] = []

    def refuse() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            box.button(QMessageBox.StandardButton.No).click()
        elif isinstance(box, QFileDialog) and asked:
            box.reject()
        elif isinstance(box, QFileDialog):
            box.selectNameFilter("CSV (*.csv)")
            box.filterSelected.emit("CSV (*.csv)")
            box.findChild(QLineEdit).setText(str(tmp_path / "mine"))
            QTimer.singleShot(50, refuse)
            box.accept()

    timer = QTimer(interval=50)
    timer.timeout.connect(refuse)
    timer.start()
    assert ask_where_to_save(parent, "Save", "mine.png", ".png", ".csv") is None
    assert "mine.csv" in asked[0]


def test_the_library_lists_renames_and_deletes(desk: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "runs" / "20260101-000000-a-0000"
    with RunFolder.create(folder, load("mlp-digits"), device="cpu", num_threads=1) as run:
        run.write_metrics((Series("train/loss", np.arange(5, dtype=np.int64), np.linspace(2, 1, 5)),))
        run.set_status("finished")
    dialog = RunLibraryDialog(desk.window)
    assert [run.id for run in dialog.runs] == [folder.name]
    monkeypatch.setattr("ui.dialogs.run_library_dialog.QInputDialog.getText", lambda *_a, **_k: ("Renamed", True))
    dialog.rename_button.click()
    assert dialog.table.item(0, 0).text() == "Renamed"
    opened: list[Path] = []
    dialog.open_requested.connect(opened.append)
    dialog.open_button.click()
    assert opened == [folder]
    desk.window.files.open_run(folder)
    losses = [loss for _, loss in desk.window.workspace.train_page.transport.timeline.losses]
    assert losses == pytest.approx(np.linspace(2, 1, 5))
    curves = desk.window.workspace.train_page.docks.views["curves"]
    desk.until(lambda: "train/loss" in curves.numbers())
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, "training.batch_size", 16))
    assert "train/loss" in curves.numbers(), "an edit took the reopened run's curves away"
    dialog = RunLibraryDialog(desk.window)
    yes = QMessageBox.StandardButton.Yes
    monkeypatch.setattr("ui.dialogs.run_library_dialog.QMessageBox.question", lambda *_args: yes)
    dialog.delete_button.click()
    assert not folder.exists()
    assert dialog.table.rowCount() == 0
    dialog.close()


def test_shortcuts_are_listed(desk: Any) -> None:
    desk.window.commands.shortcuts.trigger()
    (dialog,) = desk.window.findChildren(ShortcutsDialog)
    texts = {label.text() for label in dialog.findChildren(type(desk.window.status._hint))}
    assert {"Save", "Ctrl+S", "Run or pause", "One step back"} <= texts
    assert dialog.sizeHint().height() < 680, "it has to fit on a small screen"
    dialog.close()
    desk.until(lambda: not desk.window.findChildren(ShortcutsDialog))


def test_views_nobody_sees_follow_edits_when_they_are_seen(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    resets: list[int] = []
    reset = Curves.reset
    monkeypatch.setattr(Curves, "reset", lambda view, spec: resets.append(spec.seed) or reset(view, spec))
    desk.open()
    desk.window.show_build()
    store = desk.window.workspace.store
    resets.clear()
    for seed in (7, 8):
        store.set(edits.replace(store.experiment, "seed", seed))
    assert resets == []
    store.set(edits.replace(store.experiment, "data.kind", "points"))
    desk.window.show_train()
    assert resets == [8], "once, although all views are new"
    assert "boundary" in desk.window.workspace.train_page.docks.views


def test_the_arrangement_of_views_is_remembered(desk: Any) -> None:
    desk.open()
    docks = desk.window.workspace.train_page.docks
    desk.until(lambda: docks._is_arranged)
    docks._docks["curves"].hide()
    docks.remember()
    desk.open("gan-digits")
    desk.until(lambda: docks._is_arranged)
    desk.open()
    desk.until(lambda: docks._is_arranged)
    assert docks._docks["curves"].isHidden()
    desk.window.commands.reset_layout.trigger()
    assert not docks._docks["curves"].isHidden()
