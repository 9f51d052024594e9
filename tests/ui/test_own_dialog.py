"""Your own data in the window: scanned by a job, told, set, shown, and put into the experiment by one edit."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.check import check
from explorer.datasets.own_images import OwnImages
from explorer.datasets.own_table import OwnTable
from explorer.gallery import load
from explorer.own.scan_job import ScanData
from explorer.spec import Experiment
from tests.explorer.own_files import write_labelled, write_pictures, write_table
from ui.data_page.sample_words import feature_names
from ui.jobs import Jobs
from ui.own.own_dialog import OwnDialog
from ui.text import language


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs("thread")
    yield jobs
    jobs.close()


def scanned(qtbot: QtBot, jobs: Jobs, path: Path, current: Experiment | None = None) -> OwnDialog:
    """A dialog that has looked at these data."""
    dialog = OwnDialog(jobs, current)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    assert not dialog.use.isEnabled()
    dialog.scan(path)
    assert dialog.progress.isVisible()
    qtbot.waitUntil(lambda: not dialog.is_scanning)
    return dialog


def drop(widget: QWidget, path: Path) -> None:
    """What a window system sends when a file is dragged over a widget and let go there."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(widget.rect().center(), Qt.DropAction.CopyAction, data, buttons, keys)
    widget.dragEnterEvent(enter)
    assert enter.isAccepted()
    place = QPointF(widget.rect().center())
    widget.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))


def test_pictures_are_told_set_and_used(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    path = write_pictures(tmp_path / "图片", 8)
    (path / "dogs 🐶" / "坏.png").write_bytes(b"no picture")
    (path / "birds").mkdir()
    dialog = scanned(qtbot, jobs, path, load("cnn-digits"))
    told = [dialog.found.problems.item(row).text() for row in range(dialog.found.problems.count())]
    assert any("dogs 🐶/坏.png is damaged" in text for text in told)
    assert any("The class birds has no samples." in text for text in told)
    assert dialog.found.balance.rows == (("dogs 🐶", 8), ("猫 cats", 8))
    qtbot.waitUntil(lambda: dialog.settings.preview.mosaic.isVisible())
    form = dialog.settings.form
    assert form is not None
    assert form.form is not None
    field: Any = form.form.row("height").field
    field.line.selectAll()
    qtbot.keyClicks(field.line, "9")
    data = dialog.settings.data
    assert isinstance(data, OwnImages)
    assert (data.height, data.width) == (9, 12)
    used: list[Experiment] = []
    dialog.accepted_data.connect(used.append)
    dialog.with_network.setChecked(True)
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    assert [one.data for one in used] == [data]
    assert used[0].title == dialog.path.text().rpartition("/")[2]
    assert check(used[0]) == ()
    assert not dialog.isVisible()


def test_columns_of_a_table_are_chosen(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    dialog = scanned(qtbot, jobs, write_table(tmp_path))
    columns = dialog.settings.columns
    assert columns is not None
    assert [columns.inputs.item(row).text() for row in range(3)] == [
        "长度 (numbers)",
        "width (numbers)",
        "colour (2 words)",
    ]
    columns.inputs.item(1).setCheckState(Qt.CheckState.Unchecked)
    data = dialog.settings.data
    assert isinstance(data, OwnTable)
    assert data.inputs == ("长度", "colour")
    assert data.facts().input_names == data.input_names
    assert data.input_names[0] == "长度"
    assert [name.partition(" = ")[0] for name in data.input_names[1:]] == ["colour"] * 2
    assert list(feature_names(data.facts())) == list(data.input_names)
    qtbot.waitUntil(lambda: dialog.settings.rows.columnCount() == 4)
    columns.target.setCurrentIndex(columns.target.findData("width"))
    columns.target.activated.emit(columns.target.currentIndex())
    data = dialog.settings.data
    assert isinstance(data, OwnTable)
    assert (data.target, data.task, data.inputs) == ("width", "regress", ())
    chosen = dialog.chosen()
    assert chosen is not None
    assert check(chosen) == ()
    dialog.reject()


def test_another_kind_can_be_chosen_and_words_follow_the_language(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    path = write_labelled(tmp_path)
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(f'{row},"{number}"' for number, row in enumerate(rows)), encoding="utf-8")
    dialog = scanned(qtbot, jobs, path)
    kind = dialog.settings.kind
    assert [kind.itemText(index) for index in range(kind.count())] == ["Own labelled texts", "Own table"]
    kind.activated.emit(1)
    assert isinstance(dialog.settings.data, OwnTable)
    language.switch("zh_CN")
    assert dialog.path.text() == str(path)
    dialog.reject()


def test_what_cannot_be_used_says_why_and_another_drop_helps(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    dialog = scanned(qtbot, jobs, empty)
    assert "holds nothing that can be read" in dialog.found.problems.item(0).text()
    assert not dialog.use.isEnabled()
    assert dialog.settings.data is None
    drop(dialog, write_table(tmp_path))
    qtbot.waitUntil(dialog.use.isEnabled)
    dialog.reject()


def test_a_scan_can_be_broken_off(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    path = write_pictures(tmp_path / "p", 300)
    dialog = OwnDialog(jobs, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.scan(path)
    qtbot.mouseClick(dialog.progress.cancel, Qt.MouseButton.LeftButton)
    assert not dialog.is_scanning
    assert dialog.notice.isVisible()
    qtbot.waitUntil(lambda: not jobs.under_way)
    assert dialog.settings.data is None
    dialog.scan(path)
    dialog.reject()
    qtbot.waitUntil(lambda: not jobs.under_way)


def test_the_window_takes_a_drop_and_one_edit_can_be_undone(desk: Any, tmp_path: Path) -> None:
    desk.open("cnn-digits")
    window, before = desk.window, desk.window.workspace.store.experiment
    path = write_pictures(tmp_path / "图片", 8)
    drop(window, path)
    dialog = window.own_data.dialog
    assert isinstance(dialog, OwnDialog)
    desk.qtbot.waitUntil(dialog.use.isEnabled, timeout=20_000)
    dialog.with_network.setChecked(False)
    desk.qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)
    after = window.workspace.store.experiment
    assert isinstance(after.data, OwnImages)
    assert after.architecture == before.architecture
    assert window.workspace.build_page.isVisible()
    assert window.own_data.dialog is None
    window.workspace.store.undo_stack.undo()
    assert window.workspace.store.experiment == before
    file = tmp_path / "e.json"
    window.workspace.document.save(file)
    drop(window, file)
    assert window.workspace.document.path == file
    assert ScanData.title == "Scanning"
