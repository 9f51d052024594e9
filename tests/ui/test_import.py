"""Importing a network in the window: it says that the file will be run, runs it only then, and opens the blocks."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox, QPushButton

from models.network import Single

NETWORK = """
import pathlib
from torch import nn
pathlib.Path(__file__).with_suffix(".ran").touch()
network = nn.Sequential(nn.Flatten(), nn.Linear(64, 24), nn.ReLU(), nn.Linear(24, 10))
"""
SECONDS = 60.0


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that a person chooses in the file dialog."""
    file = tmp_path / "mine.py"
    file.write_text(NETWORK, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *arguments: (str(file), ""))
    return file


def answer(desk: Any, button: str) -> list[str]:
    """Press a button of the next message; what the message says."""
    said: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.extend((box.text(), box.informativeText()))
        desk.qtbot.mouseClick(next(one for one in box.buttons() if one.text() == button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, press)
    return said


def test_the_file_is_run_after_agreement_and_its_blocks_are_opened(desk: Any, chosen: Path) -> None:
    said = answer(desk, "Run the file")
    desk.window.commands.import_network.trigger()
    assert str(chosen) in said[0]
    assert "anything that you may do" in said[1]
    store = desk.window.workspace.store
    desk.qtbot.waitUntil(lambda: store.experiment.title == "mine", timeout=round(SECONDS * 1000))
    assert chosen.with_suffix(".ran").exists()
    assert isinstance(store.experiment.architecture, Single)
    assert [block.kind for block in store.experiment.architecture.network.blocks] == [
        "flatten", "dense", "activation", "dense",
    ]  # fmt: skip
    assert desk.window.workspace.document.is_modified
    assert desk.window.files.imports.waiting is None


def told_of_import(desk: Any) -> str:
    """Agree that the chosen file is run; what the message says that comes of it."""
    answer(desk, "Run the file")
    desk.window.commands.import_network.trigger()
    imports = desk.window.files.imports
    desk.qtbot.waitUntil(lambda: imports.message is not None, timeout=round(SECONDS * 1000))
    text = str(imports.message.text())
    imports.message.close()
    return text


def test_nothing_runs_without_agreement(desk: Any, chosen: Path) -> None:
    answer(desk, "Cancel")
    desk.window.commands.import_network.trigger()
    assert desk.window.files.imports.waiting is None
    assert not chosen.with_suffix(".ran").exists()


def test_running_can_be_cancelled(desk: Any, chosen: Path) -> None:
    chosen.write_text("import time\ntime.sleep(600)\n", encoding="utf-8")
    answer(desk, "Run the file")
    desk.window.commands.import_network.trigger()
    imports = desk.window.files.imports
    assert imports.waiting is not None
    desk.qtbot.mouseClick(imports.waiting.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert imports.waiting is None


def test_one_of_several_networks_is_chosen(desk: Any, chosen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen.write_text(f"{NETWORK}\nother = nn.Sequential(nn.Flatten(), nn.Linear(64, 10))\n", encoding="utf-8")
    offered: list[list[str]] = []

    def choose(parent: object, title: str, label: str, names: list[str], editable: bool) -> tuple[str, bool]:
        offered.append(names)
        return "other", True

    monkeypatch.setattr(QInputDialog, "getItem", choose)
    answer(desk, "Run the file")
    desk.window.commands.import_network.trigger()
    store = desk.window.workspace.store
    desk.qtbot.waitUntil(lambda: store.experiment.title == "mine", timeout=round(SECONDS * 1000))
    assert offered == [["network", "other"]]
    assert isinstance(store.experiment.architecture, Single)
    assert len(store.experiment.architecture.network.blocks) == 2


def test_what_has_no_block_is_said(desk: Any, chosen: Path) -> None:
    chosen.write_text("from torch import nn\nnetwork = nn.Sequential(nn.PixelShuffle(2))\n", encoding="utf-8")
    assert "no block for PixelShuffle" in told_of_import(desk)


def test_a_file_that_asks_for_input_does_not_wait_for_ever(desk: Any, chosen: Path) -> None:
    chosen.write_text(f"{NETWORK}\ninput('How many?')\n", encoding="utf-8")
    assert "EOF" in told_of_import(desk)
