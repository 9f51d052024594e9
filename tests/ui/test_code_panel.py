"""The Code view: follows the experiment, lights what is chosen, tells what is clicked, finds, copies, saves."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.export.places import Script
from explorer.export.script import python_script
from explorer.gallery import load
from explorer.spec import Experiment
from ui.editors.code_panel import CodePanel, lines_of
from ui.spec_store import SpecStore
from ui.text import language

TOP = "architecture.network.blocks"


def shown(qtbot: QtBot, experiment: Experiment) -> tuple[CodePanel, SpecStore]:
    store = SpecStore(experiment)
    panel = CodePanel(store)
    store.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    panel.show()
    qtbot.waitExposed(panel)
    return panel, store


def line_of(panel: CodePanel, text: str) -> int:
    return next(number for number, line in enumerate(panel.script.text.splitlines()) if text in line)


def click_line(qtbot: QtBot, panel: CodePanel, line: int) -> None:
    view = panel.view
    view.setTextCursor(QTextCursor(view.document().findBlockByNumber(line)))
    view.centerCursor()
    middle = view.cursorRect().center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle.x() + 2, middle.y()))


def test_it_shows_what_export_writes(qtbot: QtBot) -> None:
    experiment = load("cnn-digits")
    panel, _ = shown(qtbot, experiment)
    assert panel.view.toPlainText() == python_script(experiment).text
    assert panel.notice.isHidden()


def test_it_follows_the_experiment_and_stays_where_it_was_read(qtbot: QtBot) -> None:
    panel, store = shown(qtbot, load("cnn-digits"))
    panel.view.verticalScrollBar().setValue(40)
    for channels in (17, 18, 19):
        store.set(edits.replace(store.experiment, f"{TOP}.0.out_channels", channels))
    qtbot.waitUntil(lambda: "nn.Conv2d(1, 19, 3" in panel.view.toPlainText())
    assert panel.view.verticalScrollBar().value() == 40
    store.undo_stack.undo()
    qtbot.waitUntil(lambda: "nn.Conv2d(1, 18, 3" in panel.view.toPlainText())


def test_a_chosen_block_is_lit_and_in_sight(qtbot: QtBot) -> None:
    panel, _ = shown(qtbot, load("cnn-digits"))
    panel.select_place(f"{TOP}.0.out_channels")
    lines = panel.script.text.splitlines()
    lit = [lines[line].strip() for line in panel.view.lit_lines()]
    assert lit[0].startswith("self.conv2d_1 = nn.Conv2d(")
    assert lit[1].startswith("x = self.conv2d_1(x)")
    top = panel.view.firstVisibleBlock().blockNumber()
    assert top <= panel.view.lit_lines()[0] <= top + 60
    panel.select_place("")
    assert panel.view.lit_lines() == ()


def test_a_click_tells_the_place_of_its_line(qtbot: QtBot) -> None:
    panel, _ = shown(qtbot, load("cnn-digits"))
    with qtbot.waitSignal(panel.place_chosen) as told:
        click_line(qtbot, panel, line_of(panel, "x = self.max_pool2d_5(x)"))
    assert told.args == [f"{TOP}.4"]
    panel.view.setTextCursor(QTextCursor(panel.view.document().findBlockByNumber(line_of(panel, "torch.optim.Adam("))))
    with qtbot.waitSignal(panel.place_chosen) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert told.args == ["training.optimizer"]
    with qtbot.assertNotEmitted(panel.place_chosen):
        click_line(qtbot, panel, line_of(panel, "import argparse"))


def test_a_misfit_is_said_above_and_at_its_block(qtbot: QtBot) -> None:
    panel, store = shown(qtbot, load("mlp-digits"))
    store.set(edits.replace(store.experiment, f"{TOP}.1.in_features", 10))
    qtbot.waitUntil(panel.notice.isVisible)
    assert "expects 10 inputs" in panel.notice.text()
    assert "# Dense expects 10 inputs" in panel.view.toPlainText()
    store.undo_stack.undo()
    qtbot.waitUntil(panel.notice.isHidden)


def test_find_goes_on_and_begins_again(qtbot: QtBot) -> None:
    panel, _ = shown(qtbot, load("cnn-digits"))
    qtbot.keyClick(panel.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(panel.search.hasFocus)
    qtbot.keyClicks(panel.search, "class Network")
    places = []
    for _ in range(2):
        qtbot.keyClick(panel.search, Qt.Key.Key_Return)
        places.append(panel.view.textCursor().blockNumber())
    assert places == [line_of(panel, "class Network")] * 2


def test_copy_and_save(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    panel, _ = shown(qtbot, load("cnn-digits"))
    qtbot.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == panel.script.text
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: dialog.selectFile(str(tmp_path / "mine")) or 1)
    qtbot.mouseClick(panel.save_button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "mine.py").read_text(encoding="utf-8") == panel.script.text


def test_its_words_are_in_the_language_and_its_colours_in_the_theme(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QApplication

    from ui import theme

    panel, _ = shown(qtbot, load("cnn-digits"))
    before = panel.view.grab().toImage()
    language.switch("zh_CN")
    assert panel.copy_button.text() == "复制"
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light", 1.5)
    assert panel.view.grab().toImage() != before


def test_lines_of_a_place() -> None:
    script = Script("a\nb\nc\nd\n", ("", "data", "data.noise", "architecture.network.blocks.1"))
    assert lines_of(script, "data") == [1, 2]
    assert lines_of(script, "data.length") == [1, 2]
    assert lines_of(script, "architecture.network.blocks.1.units") == [3]
    assert lines_of(script, "architecture") == [3]
    assert lines_of(script, "seed") == []
