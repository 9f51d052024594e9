"""Fetching data with real clicks, from a server of the test into the test's data folder."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from explorer.fetching import catalogue, download
from explorer.fetching.servers import VARIABLE
from explorer.problems import DATA_MISSING
from models.text import Text
from tests.explorer.file_server import FileServer, serving
from tests.explorer.small_data import expect_small_data
from ui.fetching.fetch_button import what_to_fetch
from ui.fetching.fetch_dialog import STATE, FetchDialog, state_words
from ui.fetching.fetches import Fetches, FetchState
from ui.jobs import Jobs
from ui.text import language

WAIT_MS = 20_000


@pytest.fixture(scope="module")
def served() -> Iterator[FileServer]:
    with pytest.MonkeyPatch.context() as patch, serving(expect_small_data(patch)) as server:
        patch.setenv(VARIABLE, server.address)
        patch.setattr(download, "FIRST_PAUSE_S", 0.001)
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            patch.delenv(name, raising=False)
        yield server


@pytest.fixture
def server(served: FileServer) -> Iterator[FileServer]:
    files = dict(served.files)
    yield served
    served.files.clear()
    served.files.update(files)
    served.moods.clear()
    served.before_piece = None


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs("thread")
    yield jobs
    jobs.close()


@pytest.fixture
def dialog(qtbot: QtBot, jobs: Jobs, server: FileServer) -> FetchDialog:
    dialog = FetchDialog(Fetches(jobs, jobs))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def state_of(dialog: FetchDialog, kind: str) -> str:
    row = [data.id for data in catalogue.FETCHABLES].index(kind)
    item = dialog.table.item(row, STATE)
    assert item is not None
    return item.text()


@pytest.fixture
def held(server: FileServer) -> Iterator[threading.Event]:
    """The server waits in the middle of every answer until this is set."""
    goes_on = threading.Event()
    server.before_piece = lambda place: goes_on.wait(20) and None if place else None
    yield goes_on
    goes_on.set()


def click(qtbot: QtBot, button: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_click_fetches_and_what_is_here_needs_none(qtbot: QtBot, dialog: FetchDialog) -> None:
    assert state_of(dialog, "mnist") == "not here"
    assert "70 000" in dialog.about.text()
    assert "http" in dialog.source.text()
    assert "MNIST" in dialog.folder.text()
    click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: state_of(dialog, "mnist") == "✓ here", timeout=WAIT_MS)
    assert not dialog.fetch_button.isEnabled()
    assert not dialog.bar.isVisible()


def test_several_wait_for_their_turn_and_can_be_cancelled(
    qtbot: QtBot, dialog: FetchDialog, held: threading.Event
) -> None:
    dialog.select("cifar10")
    click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: "being fetched: " in state_of(dialog, "cifar10"), timeout=WAIT_MS)
    assert dialog.bar.isVisible()
    for kind in ("shakespeare", "ag_news"):
        dialog.select(kind)
        click(qtbot, dialog.fetch_button)
    assert (state_of(dialog, "shakespeare"), state_of(dialog, "ag_news")) == ("waits for its turn",) * 2
    assert dialog.progress.text().startswith("4.1 KB of"), "the selected ones have nothing to tell: the current ones do"
    click(qtbot, dialog.cancel_button)
    assert state_of(dialog, "ag_news") == "not here"
    dialog.select("cifar10")
    click(qtbot, dialog.cancel_button)
    held.set()
    qtbot.waitUntil(lambda: state_of(dialog, "cifar10") == "not here", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: state_of(dialog, "shakespeare") == "✓ here", timeout=WAIT_MS)
    dialog.select("cifar10")
    click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: state_of(dialog, "cifar10") == "✓ here", timeout=WAIT_MS)


def test_what_goes_wrong_is_told_and_can_be_tried_again(qtbot: QtBot, dialog: FetchDialog, server: FileServer) -> None:
    server.moods = [404]
    dialog.select("shakespeare")
    click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: state_of(dialog, "shakespeare") == "✗ could not be fetched", timeout=WAIT_MS)
    assert "404" in dialog.progress.text()
    assert not dialog.bar.isVisible()
    click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: state_of(dialog, "shakespeare") == "✓ here", timeout=WAIT_MS)
    assert "404" not in dialog.progress.text()


def test_closing_the_dialog_lets_it_go_on(qtbot: QtBot, jobs: Jobs, dialog: FetchDialog, held: threading.Event) -> None:
    fetches = dialog.fetches
    click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: fetches.state("mnist").done is not None, timeout=WAIT_MS)
    dialog.close()
    held.set()
    qtbot.waitUntil(lambda: fetches.state("mnist").stage == "here", timeout=WAIT_MS)
    fetches.fetch("mnist")
    assert not jobs.under_way


def test_the_language_switches_while_it_is_open(dialog: FetchDialog) -> None:
    language.switch("zh_CN")
    heading = dialog.table.horizontalHeaderItem(0)
    assert heading is not None
    assert heading.text() == "数据"
    assert dialog.close_button.text() == "关闭"


def test_words_of_states() -> None:
    states = [FetchState("running"), FetchState("running", 0.427), FetchState("queued"), FetchState("absent")]
    words = ["being fetched", "being fetched: 42 %", "waits for its turn", "not here"]
    assert [state_words(state) for state in states] == words


def test_only_what_can_be_fetched_is_offered() -> None:
    def missing(kind: str) -> Any:
        return DATA_MISSING.at("data", label=Text("X"), id=kind, file="f", folder="d")

    assert what_to_fetch([missing("mine"), missing("svhn")]) == "svhn"
    assert what_to_fetch([missing("")]) == ""
    assert what_to_fetch([]) == ""


def test_from_the_problem_to_the_data_and_back(
    qtbot: QtBot, desk: Any, server: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The experiment's data are missing; its problem has a button; once they are there, the problem is gone."""
    window = desk.window
    window._jobs = Jobs("thread", window)
    desk.open("lenet5-cifar10")
    kind = window.workspace.store.experiment.data.kind
    window.show_build()
    problems = window.workspace.build_page.problems
    assert problems.fetch.isVisible()
    click(qtbot, problems.fetch)
    dialog = window.fetching.dialog
    assert [data.id for data in dialog.selected()] == [kind]
    notes: list[str] = []
    monkeypatch.setattr(window.status, "show_note", notes.append)
    click(qtbot, dialog.fetch_button)
    qtbot.waitUntil(lambda: not problems.fetch.isVisible(), timeout=WAIT_MS)
    assert problems.all_well.isVisible()
    assert notes[-1].endswith("is here now")
    dialog.close()
    assert window.fetching.dialog is None


def test_the_message_that_data_are_missing_leads_there(qtbot: QtBot, desk: Any, server: FileServer) -> None:
    window = desk.window
    window._jobs = Jobs("thread", window)
    desk.open("lenet5-cifar10")
    window.workspace.controller.problems_found.emit(window.workspace.store.experiment.data.problems())
    (box,) = window.messages
    assert isinstance(box, QMessageBox)
    click(qtbot, next(button for button in box.buttons() if button.text() == "Fetch data…"))
    assert window.fetching.dialog.isVisible()
    window.commands.fetch_data.trigger()
    window.fetching.dialog.close()
