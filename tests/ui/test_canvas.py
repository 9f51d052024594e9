"""The model canvas with real clicks, drags and keys: whatever is done there is one undoable edit."""

import json

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.gallery import load
from explorer.snapshots import BlockOutputsSnapshot, Sample
from explorer.spec import Experiment
from models.layer import LayerSpec
from models.layers.activation import Activation
from models.layers.conv2d import Conv2d
from models.layers.dense import Dense
from models.layers.flatten import Flatten
from models.layers.residual import Residual
from models.network import NetworkSpec, Single
from ui.canvas.block_list import layer_of
from ui.canvas.canvas_menu import CanvasMenu
from ui.canvas.card_item import CardItem
from ui.canvas.card_words import card_lines
from ui.canvas.model_canvas import ModelCanvas
from ui.editors.block_row import BlockRow
from ui.editors.facts import facts_of
from ui.editors.model_editor import ModelEditor
from ui.spec_store import SpecStore

TOP = "architecture.network.blocks"
CNN = (Conv2d(out_channels=16, padding=1), Activation(), Flatten(), Dense(units="classes"))
LEFT = Qt.MouseButton.LeftButton


class Desk:
    """A model editor, and hands for its canvas."""

    def __init__(self, qtbot: QtBot, experiment: Experiment) -> None:
        self.qtbot, self.store = qtbot, SpecStore(experiment)
        self.editor = ModelEditor(self.store)
        self.store.setParent(self.editor)
        qtbot.addWidget(self.editor)
        self.editor.resize(1200, 900)
        self.editor.show()
        self.editor.canvas.setFocus()

    @property
    def canvas(self) -> ModelCanvas:
        return self.editor.canvas

    def kinds(self, stack: str = TOP) -> list[str]:
        return [block.kind for block in edits.get(self.store.experiment, stack)]

    def place(self, path: str) -> QPoint:
        item = self.canvas.scene.item_of(path)
        assert item is not None
        self.canvas.view.ensureVisible(item)
        corner = item.sceneBoundingRect().topLeft()
        return self.canvas.view.mapFromScene(corner + QPointF(60.0, 16.0))

    def slot(self, path: str) -> QPoint:
        item = self.canvas.scene.slot_of(path)
        assert item is not None
        return self.canvas.view.mapFromScene(item.sceneBoundingRect().center())

    def click(self, path: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.mouseClick(self.canvas.view.viewport(), LEFT, modifier, self.place(path))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.canvas.view, key, modifier)

    def drag(self, path: str, to: QPoint, *, drops: bool = True) -> None:
        viewport, start = self.canvas.view.viewport(), self.place(path)
        self.qtbot.mousePress(viewport, LEFT, pos=start)
        for place in (start + QPoint(0, 30), to):
            _move(viewport, place)
        if drops:
            self.qtbot.mouseRelease(viewport, LEFT, pos=to)


def _move(viewport: object, place: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(place), LEFT, LEFT, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)  # type: ignore[arg-type]


def desk_of(qtbot: QtBot, *blocks: LayerSpec) -> Desk:
    return Desk(qtbot, Experiment(architecture=Single(network=NetworkSpec(blocks=blocks))))


def test_a_plus_asks_which_block_and_puts_it_there(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    qtbot.mouseClick(desk.canvas.view.viewport(), LEFT, pos=desk.slot(f"{TOP}.1"))
    picker = desk.canvas.picker
    assert picker.isVisible()
    qtbot.keyClicks(picker.search, "dropout")
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert not picker.isVisible()
    assert desk.kinds() == ["conv2d", "dropout", "activation", "flatten", "dense"]
    assert desk.editor.selected == f"{TOP}.1"
    desk.store.undo_stack.undo()
    assert desk.kinds() == ["conv2d", "activation", "flatten", "dense"]


def test_the_picker_is_walked_with_arrows_past_headings_and_left_with_escape(qtbot: QtBot) -> None:
    desk = desk_of(qtbot)
    desk.press(Qt.Key.Key_Insert)
    picker = desk.canvas.picker
    first = picker.list.layer()
    assert first is not None
    for _ in range(3):
        qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picker.list.layer() not in (None, first)
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert desk.kinds() == []


def test_an_empty_canvas_invites(qtbot: QtBot) -> None:
    desk = desk_of(qtbot)
    qtbot.mouseClick(desk.canvas.view.viewport(), LEFT, pos=desk.slot(f"{TOP}.0"))
    row = next(row for row in range(desk.canvas.picker.list.count()) if layer_of(desk.canvas.picker.list.item(row)))
    choices = desk.canvas.picker.list
    qtbot.mouseClick(choices.viewport(), LEFT, pos=choices.visualItemRect(choices.item(row)).center())
    assert len(desk.kinds()) == 1


def test_a_block_is_dragged_to_another_place(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    desk.drag(f"{TOP}.1", desk.slot(f"{TOP}.4"))
    assert desk.kinds() == ["conv2d", "flatten", "dense", "activation"]
    assert desk.editor.selected == f"{TOP}.3"
    assert not [item for item in desk.canvas.scene.items() if item.opacity() < 1 and isinstance(item, CardItem)]


def test_escape_lets_a_dragged_block_go_back(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    end = desk.slot(f"{TOP}.4")
    desk.drag(f"{TOP}.1", end, drops=False)
    desk.press(Qt.Key.Key_Escape)
    qtbot.mouseRelease(desk.canvas.view.viewport(), LEFT, pos=end)
    assert desk.kinds() == [block.kind for block in CNN]


def test_a_composite_cannot_be_dragged_into_itself(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, Residual(blocks=(Activation(),)), Activation())
    desk.drag(f"{TOP}.0", desk.slot(f"{TOP}.0.blocks.1"))
    assert desk.kinds() == ["residual", "activation"]
    desk.drag(f"{TOP}.1", desk.slot(f"{TOP}.0.blocks.1"))
    assert desk.kinds() == ["residual"]
    assert desk.kinds(f"{TOP}.0.blocks") == ["activation", "activation"]


def test_several_blocks_are_selected_removed_copied_and_wrapped(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    desk.click(f"{TOP}.0")
    desk.click(f"{TOP}.2", Qt.KeyboardModifier.ShiftModifier)
    assert desk.canvas.scene.selected_paths() == (f"{TOP}.0", f"{TOP}.1", f"{TOP}.2")
    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = json.loads(QGuiApplication.clipboard().text())
    assert [block["kind"] for block in copied] == ["conv2d", "activation", "flatten"]
    desk.press(Qt.Key.Key_Delete)
    assert desk.kinds() == ["dense"]
    desk.click(f"{TOP}.0")
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.kinds() == ["dense", "conv2d", "activation", "flatten"]
    desk.store.undo_stack.undo()
    desk.store.undo_stack.undo()

    desk.click(f"{TOP}.0")
    desk.click(f"{TOP}.1", Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_W)
    (menu,) = [menu for menu in desk.canvas.view.findChildren(QMenu) if menu.isVisible()]
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == "Residual"))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert desk.kinds() == ["residual", "flatten", "dense"]
    assert desk.kinds(f"{TOP}.0.blocks") == ["conv2d", "activation"]
    desk.click(f"{TOP}.0")
    desk.press(Qt.Key.Key_U)
    assert desk.kinds() == ["conv2d", "activation", "flatten", "dense"]


def test_what_was_duplicated_dropped_or_pasted_is_selected(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    desk.click(f"{TOP}.0")
    desk.click(f"{TOP}.1", Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert desk.canvas.scene.selected_paths() == (f"{TOP}.2", f"{TOP}.3")
    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.canvas.scene.selected_paths() == (f"{TOP}.3", f"{TOP}.4")


def test_arrows_walk_through_the_networks(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, Residual(blocks=(Dense(), Activation())), Dense())
    seen = []
    for key in ("Down", "Down", "Down", "Down", "Up", "Left", "Left", "Right", "Home", "End"):
        desk.press(getattr(Qt.Key, f"Key_{key}"))
        seen.append(desk.editor.selected.removeprefix(f"{TOP}."))
    assert seen == ["0", "0.blocks.0", "0.blocks.1", "1", "0.blocks.1", "0", "0", "0", "0", "1"]


@pytest.mark.parametrize(
    ("width", "num_lines", "texts"),
    [
        (196.0, 2, [("Activation", "Leaky ReLU"), ("256", "4 096")]),
        (112.0, 3, [("Activation", ""), ("Leaky ReLU", ""), ("256", "4 096")]),
        (112.0, 2, [("Activation", ""), ("Leaky ReLU", "256")]),
        (80.0, 2, [("Activation", "256"), ("Leaky ReLU", "")]),
    ],
)
def test_a_card_never_hides_a_detail(qtbot: QtBot, width: float, num_lines: int, texts: list[tuple[str, str]]) -> None:
    lines = card_lines("Activation", BlockRow("", "Activation", "Leaky ReLU", "256", "4 096"), width, num_lines)
    assert [(line.first.text, line.second.text) for line in lines] == texts


def test_a_composite_folds_and_unfolds(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, Residual(blocks=(Dense(), Activation())))
    scene = desk.canvas.scene
    item = scene.item_of(f"{TOP}.0")
    assert item is not None
    triangle = desk.canvas.view.mapFromScene(item.scenePos() + QPointF(14.0, 14.0))
    qtbot.mouseClick(desk.canvas.view.viewport(), LEFT, pos=triangle)
    assert scene.is_folded(f"{TOP}.0")
    assert scene.item_of(f"{TOP}.0.blocks.0") is None
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Right)
    assert scene.item_of(f"{TOP}.0.blocks.0") is not None


def test_alt_and_arrows_move_a_block(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    desk.click(f"{TOP}.0")
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert desk.kinds() == ["activation", "conv2d", "flatten", "dense"]
    assert desk.editor.selected == f"{TOP}.1"


def test_the_menu_does_what_the_keys_do_and_teaches_them(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    assert _menu(desk, desk.place(f"{TOP}.1"))["Duplicate"].shortcut().toString() == "Ctrl+D"
    for title, kinds in (
        ("Duplicate", ["conv2d", "activation", "activation", "flatten", "dense"]),
        ("Residual", ["conv2d", "residual", "activation", "flatten", "dense"]),
        ("Unwrap", ["conv2d", "activation", "activation", "flatten", "dense"]),
        ("Remove", ["conv2d", "activation", "flatten", "dense"]),
    ):
        _menu(desk, desk.place(f"{TOP}.1"))[title].trigger()
        assert desk.kinds() == kinds
    watching = ModelCanvas()
    qtbot.addWidget(watching)
    assert [action.text() for action in CanvasMenu(watching.view, None).actions()] == ["Show all", "Usual size"]


def _menu(desk: Desk, place: QPoint) -> dict[str, QAction]:
    """The entries of the menu that opens at a place, and of what opens out of it."""
    view = desk.canvas.view
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CanvasMenu)
    actions = {action.text(): action for one in (menu, *menu.findChildren(QMenu)) for action in one.actions()}
    menu.hide()  # not closed, which would delete it
    return actions


def test_the_middle_button_moves_the_canvas(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN * 6)
    viewport, bar = desk.canvas.view.viewport(), desk.canvas.view.verticalScrollBar()
    start, before = desk.place(f"{TOP}.5"), bar.value()
    qtbot.mousePress(viewport, Qt.MouseButton.MiddleButton, pos=start)
    _move(viewport, start - QPoint(0, 50))
    qtbot.mouseRelease(viewport, Qt.MouseButton.MiddleButton, pos=start - QPoint(0, 50))
    _move(viewport, start)
    assert bar.value() == before + 50


def test_a_block_is_dropped_from_the_palette(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    palette, view = desk.canvas.palette_list, desk.canvas.view
    entries = [palette.item(row) for row in range(palette.count())]
    entry = next(entry for entry in entries if entry.text() == "Dropout")
    data = palette.mimeData([entry])
    place, copy, none = desk.slot(f"{TOP}.2"), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, copy, data, LEFT, none)
    QApplication.sendEvent(view.viewport(), enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(place), copy, data, LEFT, none))
    assert desk.kinds() == ["conv2d", "activation", "dropout", "flatten", "dense"]
    palette.itemDoubleClicked.emit(entry)
    assert desk.kinds() == ["conv2d", "activation", "dropout", "dropout", "flatten", "dense"]


@pytest.mark.parametrize("text", ["", "no json", '{"kind": "no such block"}', "[1, 2]", "[" * 50_000])
def test_any_text_may_be_dropped(qtbot: QtBot, text: str) -> None:
    desk = desk_of(qtbot, *CNN)
    data = QMimeData()
    data.setText(text)
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    view, place = desk.canvas.view, desk.slot(f"{TOP}.2")
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(place, copy, data, LEFT, none))
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(place), copy, data, LEFT, none))
    assert desk.kinds() == [block.kind for block in CNN]


def test_the_wheel_with_ctrl_zooms_and_f_shows_all(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN * 6)
    view = desk.canvas.view
    before = view.zoom
    centre = QPointF(view.viewport().rect().center())
    wheel = QWheelEvent(
        centre, centre, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom > before
    assert desk.canvas.minimap.isVisible()
    desk.press(Qt.Key.Key_F)
    room = desk.canvas.scene.sceneRect().adjusted(4, 4, -4, -4)  # a pixel is rounded away
    qtbot.waitUntil(lambda: view.mapToScene(view.viewport().rect()).boundingRect().contains(room))
    assert not desk.canvas.minimap.isVisible()


def test_the_canvas_stays_where_one_edits(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN[:2] * 20, *CNN[2:])
    view, last = desk.canvas.view, f"{TOP}.38"
    desk.press(Qt.Key.Key_Down)
    desk.click(last)

    def is_in_sight(path: str) -> bool:
        item = desk.canvas.scene.item_of(path)
        return item is not None and view.mapToScene(view.viewport().rect()).boundingRect().intersects(
            item.sceneBoundingRect()
        )

    assert not is_in_sight(f"{TOP}.0")
    desk.store.set(edits.replace(desk.store.experiment, f"{last}.in_channels", 7))  # a note says what is wrong
    assert is_in_sight(last)
    desk.editor.resize(1100, 700)
    assert is_in_sight(last)
    desk.store.open(desk.store.experiment)
    assert is_in_sight(f"{TOP}.0")
    assert desk.editor.selected == ""


def test_a_misfit_is_marked_at_its_card(qtbot: QtBot) -> None:
    desk = Desk(qtbot, load("cnn-two-conv-as-printed"))
    wrong = [
        item for item in desk.canvas.scene.items() if isinstance(item, CardItem) and item.row and item.row.problems
    ]
    assert len(wrong) == 1
    assert "64 × 8 × 8" in wrong[0].toolTip()
    picture = desk.canvas.view.grab().toImage()
    assert _shows(picture, desk, wrong[0].path, "#f2c94c")


def test_pictures_come_with_a_run_and_go_where_a_block_changed(qtbot: QtBot) -> None:
    desk = desk_of(qtbot, *CNN)
    canvas = desk.canvas
    card = canvas.scene.item_of(f"{TOP}.0")
    assert isinstance(card, CardItem)
    height = card.boundingRect().height()
    canvas.show_run(desk.store.experiment)
    assert card.boundingRect().height() > height, "there is room for pictures now"
    canvas.show_outputs(outputs())
    assert card.picture is not None
    assert card.picture.width() == 4 * 8 + 3, "sixteen channels in a square, a line between them"
    desk.store.set(edits.replace(desk.store.experiment, f"{TOP}.0.out_channels", 8))
    assert card.picture is None, "the run's block had another output"
    desk.store.undo_stack.undo()
    assert card.picture is not None


def outputs() -> BlockOutputsSnapshot:
    random = np.random.default_rng(0)
    values = {
        f"{TOP}.0": random.normal(size=(16, 8, 8)).astype(np.float32),
        f"{TOP}.1": random.random((16, 8, 8)).astype(np.float32),
        f"{TOP}.2": random.random(64).astype(np.float32),
        f"{TOP}.3": random.normal(size=10).astype(np.float32),
    }
    inputs = {"network": random.random((1, 8, 8)).astype(np.float32)}
    return BlockOutputsSnapshot(Sample("validation", 0), inputs, {}, values, {})


def test_a_canvas_for_watching_changes_nothing(qtbot: QtBot) -> None:
    canvas = ModelCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(1200, 300)
    experiment = Experiment(architecture=Single(network=NetworkSpec(blocks=CNN)))
    canvas.show_facts(facts_of(experiment))
    canvas.show()
    cards = [card.path for card in canvas.scene.arrangement.cards]
    assert cards == ["architecture.network", f"{TOP}.0", f"{TOP}.2", f"{TOP}.3"], "the activation shares a card"
    canvas.select_block(f"{TOP}.1")
    assert canvas.scene.selected_paths() == (f"{TOP}.0",)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Insert, Qt.Key.Key_W, Qt.Key.Key_U):
        qtbot.keyClick(canvas.view, key)
    assert not canvas.picker.isVisible()
    assert canvas.scene.flow == "across"


def _shows(picture: object, desk: Desk, path: str, color: str) -> bool:
    """Whether the edge of a block's card has this colour somewhere."""
    item = desk.canvas.scene.item_of(path)
    assert item is not None
    view = desk.canvas.view
    rect = view.mapFromScene(item.sceneBoundingRect()).boundingRect().intersected(view.viewport().rect())
    wanted = QColor(color)
    colors = {
        picture.pixelColor(x, y).rgb()  # type: ignore[attr-defined]
        for x in range(rect.left(), rect.right())
        for y in range(rect.top(), rect.bottom())
    }
    return wanted.rgb() in colors
