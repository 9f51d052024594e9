"""The bottom line tells more in its tooltips: with how many threads a run computes, and where its data are."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.events import RunLoaded
from explorer.residence import Residence
from ui import status_bar
from ui.status_bar import StatusBar
from ui.text import language

RESIDENCES = {
    "on the device: 47.0 MB": Residence("resident", 47_000_000),
    "3.0 GB, read by a thread": Residence("thread", 3 * 10**9),
    "3.0 GB, read by 1 process": Residence("processes", 3 * 10**9, 1),
    "3.0 GB, read by 2 processes": Residence("processes", 3 * 10**9, 2),
}


@pytest.mark.parametrize("words", RESIDENCES)
def test_the_tooltip_of_the_device_tells_threads_and_where_the_data_are(words: str, qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_run(loaded(RESIDENCES[words]), 3)
    first, second = tooltip(bar).splitlines()
    assert "with 3 processor threads" in first
    assert words in second
    assert label(bar).text().endswith("data streamed") is ("read by" in words)
    language.switch("zh_CN")
    first, second = tooltip(bar).splitlines()
    assert "3 个处理器线程" in first
    assert "数据" in second


def test_of_a_run_that_is_let_go_nothing_is_told(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_run(loaded(None), 3)
    assert len(tooltip(bar).splitlines()) == 1
    bar.show_run(None, None)
    assert not any(label.toolTip() for label in bar.findChildren(QLabel))


def test_a_note_stays_for_a_while_only(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(status_bar, "NOTE_MS", 30)
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_engine("ready")
    bar.show_note("Digits are here now")
    shown = [one for one in bar.findChildren(QLabel) if one.text() == "Digits are here now"]
    assert len(shown) == 1
    qtbot.waitUntil(lambda: shown[0].text() == "Engine ready")


def loaded(residence: Residence | None) -> RunLoaded:
    return RunLoaded("r", "f", "cpu", 3, 1000, 40, 400, 0, residence)


def label(bar: StatusBar) -> QLabel:
    (found,) = [label for label in bar.findChildren(QLabel) if label.text().startswith("cpu")]
    return found


def tooltip(bar: StatusBar) -> str:
    return label(bar).toolTip()
