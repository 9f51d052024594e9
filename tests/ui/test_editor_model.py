"""The model editor with real clicks and keys: add, remove, copy, move, undo, and problems in place."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.gallery import load
from explorer.spec import Experiment
from models.layer import LayerSpec
from models.layers.activation import Activation
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.layers.parallel import Parallel
from models.layers.residual import Residual
from models.network import Gan, NetworkSpec, Single
from ui.editors.block_row import BlockRow
from ui.editors.model_editor import ModelEditor
from ui.editors.stack_model import PATH_MIME
from ui.editors.stack_view import StackView
from ui.fields.kind import KindField
from ui.fields.line import LineField
from ui.spec_store import SpecStore
from ui.text import language

TOP = "architecture.network.blocks"
CNN = (Conv2d(out_channels=16, padding=1), Activation(), Flatten(), Dense(units="classes"))


def editor_of(qtbot: QtBot, *blocks: LayerSpec) -> ModelEditor:
    return shown(qtbot, Experiment(architecture=Single(network=NetworkSpec(blocks=blocks))))


def shown(qtbot: QtBot, experiment: Experiment) -> ModelEditor:
    editor = ModelEditor(SpecStore(experiment))
    editor.show_appearance("list")
    editor._store.setParent(editor)  # lives as long as its editor
    qtbot.addWidget(editor)
    editor.resize(1000, 700)
    editor.show()
    return editor


def kinds(editor: ModelEditor, network: str = "network") -> list[str]:
    return [block.kind for block in edits.get(editor._store.experiment, f"architecture.{network}.blocks")]


def list_of(editor: ModelEditor, network: str = "network") -> StackView:
    return editor.panels[network].view


def rows(view: StackView) -> list[BlockRow]:
    found = (view.stack.row_at(view.stack.index(row, 0)) for row in range(view.stack.rowCount()))
    return [row for row in found if row is not None]


def click(qtbot: QtBot, view: StackView, path: str) -> None:
    place = view.visualRect(view.stack.index_of_path(path)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def actions(menu_actions: list[QAction]) -> dict[str, QAction]:
    return {action.text(): action for action in menu_actions}


def test_rows_show_label_shape_parameters(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    first, *_, last = rows(list_of(editor))
    assert (first.title, first.caption, first.shape, first.num_params) == ("Conv", "3×3", "16 × 8 × 8", "160")
    assert last.shape == "10"
    assert "10\u202f410" in editor.panels["network"].total.text()


def test_an_empty_network_says_what_to_do(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    panel = editor.panels["network"]
    assert panel.empty.isVisible()
    assert "Add a block" in panel.empty.text()
    assert "no blocks" in panel.problems.text()


def test_the_palette_adds_after_the_selected_block(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    panel = editor.panels["network"]
    click(qtbot, panel.view, f"{TOP}.0")
    image_menu = actions(panel.palette_menu.actions())["Images"].menu()
    assert image_menu is not None
    action = actions(image_menu.actions())["Max pool"]
    assert action.toolTip()
    action.trigger()
    assert kinds(editor) == ["conv2d", "max_pool2d", "activation", "flatten", "dense"]
    assert editor.selected == f"{TOP}.1"
    assert editor.inspector.path == f"{TOP}.1"


def test_without_a_selection_the_palette_adds_at_the_end(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    editor.panels["network"].add(Dense())
    assert kinds(editor)[-1] == "dense"
    assert len(kinds(editor)) == 5


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_button_and_insert_open_the_palette(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    menu = editor.panels["network"].palette_menu
    qtbot.mouseClick(editor.panels["network"].add_button, Qt.MouseButton.LeftButton)
    assert menu.isVisible()
    menu.close()
    qtbot.keyClick(list_of(editor), Qt.Key.Key_Insert)
    assert menu.isVisible()
    menu.close()


def test_delete_duplicate_and_undo(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    view = list_of(editor)
    click(qtbot, view, f"{TOP}.1")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert kinds(editor) == ["conv2d", "flatten", "dense"]
    assert editor.selected == f"{TOP}.1"
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert kinds(editor) == ["conv2d", "flatten", "flatten", "dense"]
    assert editor.selected == f"{TOP}.2"
    editor._store.undo_stack.undo()
    editor._store.undo_stack.undo()
    assert kinds(editor) == ["conv2d", "activation", "flatten", "dense"]


def test_alt_arrows_move_a_block_and_keep_it_selected(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    view = list_of(editor)
    click(qtbot, view, f"{TOP}.0")
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kinds(editor) == ["activation", "conv2d", "flatten", "dense"]
    assert editor.selected == view.path() == f"{TOP}.1"
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert kinds(editor) == ["conv2d", "activation", "flatten", "dense"]


def test_alt_right_and_left_move_into_and_out_of_a_residual(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, Flatten(), Residual(), Dense(units=64))
    view = list_of(editor)
    click(qtbot, view, f"{TOP}.2")
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert kinds(editor) == ["flatten", "residual"]
    assert editor.selected == view.path() == f"{TOP}.1.blocks.0"
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert kinds(editor) == ["flatten", "residual", "dense"]
    assert editor.selected == f"{TOP}.2"


def test_copy_and_paste_blocks_as_text(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    view = list_of(editor)
    click(qtbot, view, f"{TOP}.0")
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert '"kind": "conv2d"' in QGuiApplication.clipboard().text()
    click(qtbot, view, f"{TOP}.1")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kinds(editor) == ["conv2d", "activation", "conv2d", "flatten", "dense"]
    qtbot.keyClick(view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert kinds(editor) == ["conv2d", "activation", "flatten", "dense"]


def test_pasting_something_else_is_explained(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    QGuiApplication.clipboard().setText("hello")
    qtbot.keyClick(list_of(editor), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.refusal.isVisible()
    assert "no blocks" in editor.refusal.text()
    assert len(kinds(editor)) == 4
    editor.panels["network"].add(Dense())
    assert not editor.refusal.isVisible()


def test_an_empty_network_takes_a_paste(qtbot: QtBot) -> None:
    editor = editor_of(qtbot)
    QGuiApplication.clipboard().setText('[{"kind": "flatten"}, {"kind": "dense"}]')
    qtbot.keyClick(editor.panels["network"].add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert kinds(editor) == ["flatten", "dense"]


def test_a_misfit_stands_under_its_block_and_goes_when_mended(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, Conv2d(out_channels=4), Dense(units="classes"))
    view = list_of(editor)
    broken = rows(view)[1]
    assert broken.problems.startswith("▲ Dense")
    assert broken.shape == "?"
    height = view.visualRect(view.stack.index_of_path(f"{TOP}.1")).height()
    assert height > view.visualRect(view.stack.index_of_path(f"{TOP}.0")).height()
    click(qtbot, view, f"{TOP}.0")
    editor.panels["network"].add(Flatten())
    assert [row.problems for row in rows(view)] == ["", "", ""]


def test_typing_in_the_form_changes_shapes_at_once_and_undoes_as_one(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    editor.select_block(f"{TOP}.0")
    form = editor.inspector.form.form
    assert form is not None
    field = form.row("out_channels").field
    assert isinstance(field, LineField)
    field.line.selectAll()
    qtbot.keyClicks(field.line, "128")
    assert rows(list_of(editor))[0].shape == "128 × 8 × 8"
    assert editor.inspector.arithmetic.text() == "3 × 3 × 1 × 128 + 128 = 1\u202f280"
    assert editor.inspector.form.form is form
    editor._store.undo_stack.undo()
    assert rows(list_of(editor))[0].shape == "16 × 8 × 8"
    assert field.line.text() == "16"


def test_what_the_spec_refuses_is_said_at_the_field(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    before = editor._store.experiment
    editor.select_block(f"{TOP}.0")
    form = editor.inspector.form.form
    assert form is not None
    field = form.row("kernel_size").field
    assert isinstance(field, LineField)
    field.line.selectAll()
    qtbot.keyClicks(field.line, "0")
    assert not form.row("kernel_size").problem.isHidden()
    assert "1 or more" in form.row("kernel_size").problem.text()
    assert editor._store.experiment == before


def test_choosing_a_gan_shows_two_networks_side_by_side(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    form = editor.architecture.form
    assert form is not None
    field = form.row("architecture").field
    assert isinstance(field, KindField)
    index = field.box.findData("gan")
    field.box.setCurrentIndex(index)
    field.box.activated.emit(index)
    assert list(editor.panels) == ["generator", "discriminator"]
    rows = form.row("architecture"), form.row("architecture.noise")
    assert len({row.mapTo(editor, QPoint()).y() for row in rows}) == 1, "the canvas needs the height"
    editor.panels["generator"].add(Dense())
    editor.panels["discriminator"].add(Flatten())
    assert kinds(editor, "generator") == ["dense"]
    assert kinds(editor, "discriminator") == ["flatten"]
    assert editor.selected == "architecture.discriminator.blocks.0"
    assert list_of(editor, "generator").path() == ""


def drop(view: StackView, data: QMimeData, place: QPoint) -> None:
    actions, button, keys = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dragEnterEvent(QDragEnterEvent(place, actions, data, button, keys))
    view.dragMoveEvent(QDragMoveEvent(place, actions, data, button, keys))
    view.dropEvent(QDropEvent(QPointF(place), actions, data, button, keys))
    QApplication.processEvents()


def test_a_block_is_dragged_from_one_network_into_the_other(qtbot: QtBot) -> None:
    gan = Gan(generator=NetworkSpec(blocks=(Dense(units=5),)), discriminator=NetworkSpec(blocks=(Flatten(),)))
    editor = shown(qtbot, Experiment(architecture=gan))
    source, target = list_of(editor, "generator"), list_of(editor, "discriminator")
    data = source.stack.mimeData([source.stack.index_of_path("architecture.generator.blocks.0")])
    assert target.stack.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, target.rootIndex())
    QApplication.processEvents()
    assert kinds(editor, "generator") == []
    assert kinds(editor, "discriminator") == ["flatten", "dense"]
    assert editor.selected == "architecture.discriminator.blocks.1"


def test_a_block_is_dropped_on_a_residual(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, Flatten(), Residual(), Dense(units=64))
    view = list_of(editor)
    data = view.stack.mimeData([view.stack.index_of_path(f"{TOP}.2")])
    assert data.hasFormat(PATH_MIME)
    drop(view, data, view.visualRect(view.stack.index_of_path(f"{TOP}.1")).center())
    assert kinds(editor) == ["flatten", "residual"]


def test_a_block_is_dropped_on_a_branch(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, Flatten(), Parallel(), Dense(units=64))
    view = list_of(editor)
    branches = [view.stack.index(row, 0, view.stack.index_of_path(f"{TOP}.1")) for row in range(2)]
    assert [branch.data(Qt.ItemDataRole.DisplayRole) for branch in branches] == ["Branch 1", "Branch 2"]
    drop(view, view.stack.mimeData([view.stack.index_of_path(f"{TOP}.2")]), view.visualRect(branches[1]).center())
    assert kinds(editor) == ["flatten", "parallel"]
    assert editor.selected == f"{TOP}.1.branches.1.blocks.0"
    heading = view.stack.index(0, 0, view.stack.index_of_path(f"{TOP}.1"))  # the rows are others now
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(heading).center())
    assert editor.selected == "", "a branch is a heading, not a block"


def test_branches_are_added_and_removed_in_the_form(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, Flatten(), Parallel())
    branches = editor.inspector.branches
    click(qtbot, list_of(editor), f"{TOP}.0")
    assert not branches.isVisibleTo(editor)
    click(qtbot, list_of(editor), f"{TOP}.1")
    qtbot.mouseClick(branches.add_button, Qt.MouseButton.LeftButton)
    assert [words.text() for words, _ in branches.lines] == [f"Branch {number} · blocks: 0" for number in (1, 2, 3)]
    for _ in range(3):
        qtbot.mouseClick(branches.lines[0][1], Qt.MouseButton.LeftButton)
    assert branches.lines == []
    assert rows(list_of(editor))[1].problems.startswith("▲ Parallel has no branches.")
    editor._store.undo_stack.undo()
    assert len(branches.lines) == 1


def test_text_from_elsewhere_is_dropped_as_a_block(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    data = QMimeData()
    data.setText('{"kind": "dropout"}')
    view = list_of(editor)
    assert view.stack.dropMimeData(data, Qt.DropAction.CopyAction, 0, 0, view.rootIndex())
    QApplication.processEvents()
    assert kinds(editor)[0] == "dropout"


def test_selection_survives_edits_elsewhere(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    click(qtbot, list_of(editor), f"{TOP}.2")
    editor._store.set(edits.replace(editor._store.experiment, "seed", 5))
    assert editor.selected == list_of(editor).path() == f"{TOP}.2"
    editor._store.open(Experiment())
    assert editor.selected == ""


def test_everything_is_said_in_another_language(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"Dense": "全连接", "Network": "网络", "+ Add a block": "+ 添加模块"}
    monkeypatch.setattr("ui.text.load_translations", lambda name: words if name == "zh_CN" else {})
    editor = editor_of(qtbot, *CNN)
    language.switch("zh_CN")
    assert rows(list_of(editor))[3].title == "全连接"
    assert editor.panels["network"].heading.text() == "网络"
    assert editor.panels["network"].add_button.text() == "+ 添加模块"


def test_where_there_is_no_room_the_form_moves_below(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    assert editor._splitter.orientation() == Qt.Orientation.Horizontal
    editor.resize(420, 700)
    assert editor._splitter.orientation() == Qt.Orientation.Vertical


def test_the_menu_of_a_block_does_what_the_keys_do(qtbot: QtBot) -> None:
    editor = editor_of(qtbot, *CNN)
    view = list_of(editor)
    assert view.menu() is None
    click(qtbot, view, f"{TOP}.0")
    menu = view.menu()
    assert menu is not None
    named = actions(menu.actions())
    assert named["Move down"].shortcut().toString() == "Alt+Down"
    named["Move down"].trigger()
    assert kinds(editor) == ["activation", "conv2d", "flatten", "dense"]
    named["Copy"].trigger()
    named["Paste after it"].trigger()
    assert kinds(editor) == ["activation", "conv2d", "conv2d", "flatten", "dense"]


def test_below_each_other_the_lists_have_the_room_until_a_block_is_selected(qtbot: QtBot) -> None:
    editor = ModelEditor(SpecStore(load("gan-digits")))
    qtbot.addWidget(editor)
    editor.resize(606, 630)
    editor.show()
    lists, form = editor._splitter.sizes()
    assert lists > 5 * form
    editor.select_block("architecture.generator.blocks.0")
    lists, form = editor._splitter.sizes()
    assert lists < 1.2 * form
