"""The experiment as a file: unsaved changes, saving, the autosaved copy and recovery; and the settings file."""

import json
import os
import subprocess
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.files import load_experiment, write_atomically
from explorer.gallery import load
from models.problem import InputError
from ui.document import Document, LostExperiment, autosave_folder, lost_experiments
from ui.settings import MAX_RECENT, Settings
from ui.spec_store import SpecStore

NO_PROCESS = 2**22 + 1  # above every process id


@pytest.fixture
def store(qtbot: QtBot) -> SpecStore:
    return SpecStore(load("mlp-digits"))


def test_an_edit_is_unsaved_until_it_is_saved_or_undone(store: SpecStore, tmp_path: Path) -> None:
    document = Document(store)
    assert not document.is_modified
    store.set(edits.replace(store.experiment, "seed", 7))
    assert document.is_modified
    store.undo_stack.undo()
    assert not document.is_modified
    store.undo_stack.redo()
    document.save(tmp_path / "mine.json")
    assert not document.is_modified
    assert load_experiment(tmp_path / "mine.json").seed == 7


def test_what_cannot_be_written_stays_unsaved(store: SpecStore, tmp_path: Path) -> None:
    document = Document(store)
    store.set(edits.replace(store.experiment, "seed", 7))
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError):
        document.save(tmp_path / "file" / "mine.json")
    assert document.is_modified
    assert document.path is None


def test_a_crash_leaves_a_copy_until_somebody_has_decided_about_it(store: SpecStore) -> None:
    document = Document(store)
    document.path = Path("mine.json")
    store.set(edits.replace(store.experiment, "seed", 7))
    document.autosave()
    (copy,) = autosave_folder().glob("*.json")
    assert lost_experiments() == [], "the window that wrote it still lives"
    lost = LostExperiment(store.experiment, Path("mine.json"), copy.with_name(f"{NO_PROCESS}-1.0.json"))
    copy.rename(lost.copy)
    assert lost_experiments() == [lost]
    assert lost_experiments() == [lost], "nobody has answered yet"
    lost.forget()
    assert lost_experiments() == []


def test_a_window_is_told_by_its_process_whatever_that_is_called(store: SpecStore) -> None:
    command = ["bash", "-c", "exec -a neural-explorer sleep 60"]
    with subprocess.Popen(command) as window:
        start = psutil.Process(window.pid).create_time()
        living, reused = (f"{window.pid}-{time}.json" for time in (start, start - 100))
        for name in (living, reused):
            content = {"path": "", "experiment": store.experiment.model_dump(mode="json")}
            write_atomically(autosave_folder() / name, json.dumps(content).encode())
        assert [lost.copy.name for lost in lost_experiments()] == [reused]
        window.kill()


def test_opening_another_experiment_leaves_nothing_to_recover(store: SpecStore) -> None:
    document = Document(store)
    store.set(edits.replace(store.experiment, "seed", 7))
    document.autosave()
    document.open(load("mlp-moons"), None)
    assert not list(autosave_folder().glob("*.json"))


def test_going_on_editing_does_not_put_autosaving_off(qtbot: QtBot, store: SpecStore) -> None:
    Document(store, store)
    editing = QTimer(interval=20)
    editing.timeout.connect(lambda: store.set(edits.replace(store.experiment, "seed", store.experiment.seed + 1)))
    editing.start()
    qtbot.waitUntil(lambda: bool(list(autosave_folder().glob("*.json"))), timeout=10_000)
    editing.stop()


def test_saving_leaves_nothing_to_recover(store: SpecStore, tmp_path: Path) -> None:
    document = Document(store)
    store.set(edits.replace(store.experiment, "seed", 7))
    document.autosave()
    document.save(tmp_path / "mine.json")
    assert not list(autosave_folder().glob("*.json"))


@pytest.mark.parametrize("content", ["", "[]", "{}", json.dumps({"path": "", "experiment": {"seed": -1}})])
def test_a_damaged_copy_is_dropped(content: str, store: SpecStore) -> None:
    autosave_folder().mkdir(parents=True)
    (autosave_folder() / f"{NO_PROCESS}.json").write_text(content)
    assert lost_experiments() == []
    assert not list(autosave_folder().glob("*.json"))


def test_an_autosave_that_cannot_be_written_stops_nothing(
    store: SpecStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEURAL_EXPLORER_CONFIG", str(tmp_path / "file"))
    document = Document(store)
    store.set(edits.replace(store.experiment, "seed", 7))
    document.autosave()
    assert document.is_modified


def test_settings_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings()
    settings.theme, settings.language, settings.scale = "light", "zh_CN", 1.5
    files = [tmp_path / f"{number}.json" for number in range(MAX_RECENT + 2)]
    for file in files:
        file.write_text("{}")
        settings.remember_recent(file)
    settings.save()
    again = Settings()
    assert (again.theme, again.language, again.scale) == ("light", "zh_CN", 1.5)
    assert again.recent == tuple(reversed(files[2:]))
    files[-1].unlink()
    assert again.recent[0] == files[-2]


def test_odd_settings_count_as_absent(qtbot: QtBot) -> None:
    folder = Path(os.environ["NEURAL_EXPLORER_CONFIG"])
    folder.mkdir(parents=True)
    (folder / "window.ini").write_text("[General]\ntheme=pink\nlanguage=xx\nscale=large\n")
    settings = Settings()
    assert (settings.theme, settings.language, settings.scale) == ("dark", "en", 1.0)
    assert settings.layout("window").isEmpty()
