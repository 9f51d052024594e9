"""Every way in which data come: dropped, or fetched with a click or a command, and learned to better than chance."""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.cli.app import run as run_command
from explorer.engine.host import ThreadHost
from explorer.fetching import catalogue, download
from explorer.fetching.fetch import known
from explorer.fetching.servers import VARIABLE
from explorer.files import load_experiment, save_experiment
from explorer.folders import data_folder, runs_folder
from explorer.runs.run_folder import RunFolder
from explorer.spec import Experiment
from models.problem import InputError
from tests.end_to_end.conftest import series
from tests.explorer.file_server import serving
from tests.explorer.own_files import KINDS, write_own
from tests.explorer.small_data import expect_small_data
from tests.explorer.test_fetch import learnable
from tests.explorer.test_own_data import chance_and_score
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.settings import Settings

WAIT_MS = 60_000
FETCHED = [data.id for data in catalogue.FETCHABLES]


def validated(folder: Path) -> tuple[Experiment, dict[str, float]]:
    """A run's experiment, and what its last validation gave, named as the test's metrics are."""
    with RunFolder.open(folder) as run:
        experiment = run.experiment
    last = {name: values[-1][1] for name, values in series(folder).items() if name.startswith("validation/")}
    return experiment, {name.replace("validation/", "test/"): value for name, value in last.items()}


def num_finished() -> int:
    """How many runs lie in the library that came to their end."""
    folders = sorted(runs_folder().iterdir()) if runs_folder().is_dir() else []
    count = 0
    for folder in folders:
        with suppress(InputError), RunFolder.open(folder) as run:
            count += run.status == "finished"
    return count


def test_own_data_of_every_kind_are_dropped_and_learned(person: Any, tmp_path: Path) -> None:
    person.press("Ctrl+N")
    for number, kind in enumerate(KINDS, start=1):
        person.window.own_data.take_drop(write_own(kind, tmp_path / kind))
        dialog = person.window.own_data.dialog
        person.until(dialog.use.isEnabled)
        dialog.with_network.setChecked(True)
        person.click(dialog.use)
        assert person.workspace.store.experiment.data.kind == kind
        person.forget_changes()
        person.press("Ctrl+2")
        person.click(person.workspace.train_page.transport.run)
        person.until(lambda count=number: num_finished() == count or person.window.messages)
        assert not person.window.messages, [box.text() for box in person.window.messages]
        chance, score = chance_and_score(*validated(person.runs()[-1]))
        assert score > chance, kind


@pytest.fixture(scope="module")
def served() -> Iterator[None]:
    """A server with small data of every kind, and a catalogue that expects them."""
    with pytest.MonkeyPatch.context() as patch, serving(expect_small_data(patch)) as server:
        patch.setenv(VARIABLE, server.address)
        patch.setattr(download, "FIRST_PAUSE_S", 0.001)
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window whose engine and jobs are threads, which share what this process expects of the data's files."""
    window = MainWindow(ThreadHost(), Settings())
    window._jobs = Jobs("thread", window)
    window.show()
    qtbot.waitUntil(lambda: window.has_workspace, timeout=WAIT_MS)
    yield window
    window.workspace.document._saved = window.workspace.store.experiment
    window.closing.close_unasked()
    window.end_engine()


def test_everything_that_can_be_fetched_is_fetched_and_learned_in_the_window(
    window: MainWindow, served: None, qtbot: QtBot
) -> None:
    def until(condition: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(condition()) or bool(window.messages), timeout=WAIT_MS)
        assert not window.messages, [box.text() for box in window.messages]

    for number, kind in enumerate(FETCHED, start=1):
        window.commands.fetch_data.trigger()
        dialog = window.fetching.dialog
        assert dialog is not None
        dialog.select(kind)
        qtbot.mouseClick(dialog.fetch_button, Qt.MouseButton.LeftButton)
        until(lambda kind=kind: not known(kind).missing(data_folder()))  # type: ignore[misc]
        dialog.close()
        window.workspace.open(learnable(kind))
        window.show_train()
        qtbot.mouseClick(window.workspace.train_page.transport.run, Qt.MouseButton.LeftButton)
        until(lambda count=number: num_finished() == count)  # type: ignore[misc]
        assert_learned(*validated(sorted(runs_folder().iterdir())[-1]))


@pytest.mark.parametrize("kind", FETCHED)
def test_everything_that_can_be_fetched_is_fetched_and_learned_by_commands(
    kind: str, served: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "experiment.json"
    save_experiment(learnable(kind), file)
    assert run_command(["train", str(file), "--json"]) == 2, "the data are not there yet"
    assert run_command(["data", "fetch", kind, "--json"]) == 0
    capsys.readouterr()
    assert run_command(["train", str(file), "--json"]) == 0
    assert_learned(load_experiment(file), json.loads(capsys.readouterr().out)["metrics"])


def assert_learned(experiment: Experiment, metrics: dict[str, float]) -> None:
    facts = experiment.data.facts()
    chance = 1 / (facts.ports.num_classes or facts.ports.vocabulary or 1)
    assert metrics["test/accuracy"] > 1.5 * chance, (experiment.data.kind, metrics)
