"""Changing a run by hand: freezing, silencing, editing a weight - what is sent, and how what is in force is shown."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from explorer import edits
from explorer.changes import AnyChange, Mark
from explorer.changes.freeze import Freeze
from explorer.changes.learning_rate import LearningRate
from explorer.changes.setting import Setting
from explorer.changes.silence import Silence
from explorer.changes.weight_edit import WeightEdit
from explorer.commands import Change, Fork, Rewind
from explorer.events import ProblemsFound, Progress, Series, SnapshotTaken, StateChanged, TimelineChanged
from explorer.gallery import load
from explorer.held import NOTHING, BlockPart
from explorer.problems import CHANGE_BEHIND_HEAD
from explorer.runs.run_folder import RunFolder
from explorer.snapshots import (
    ActivationsSnapshot,
    AttentionSnapshot,
    Sample,
    Snapshot,
    StatesSnapshot,
    TensorPart,
    WeightsSnapshot,
)
from models.layers import LAYERS
from models.number_text import number_text
from models.port import Context, Port
from models.resolve import ResolvedBlock, resolve
from ui.change_words import change_words, mark_words
from ui.dialogs.changes_dialog import STEP_ROLE, ChangesDialog
from ui.dialogs.weight_dialog import WeightDialog
from ui.run_time import RunTime
from ui.text import language
from ui.theme import DARK, theme
from ui.timeline_strip import TimelineStrip
from ui.timeline_words import words_at
from ui.weight_places import OUTPUT_AXES, index_words, output_axis
from ui.widgets.bar_chart import BarChart
from ui.widgets.change_signs import SignName, draw_sign
from ui.widgets.heatmap import Heatmap

TOP = "architecture.network.blocks"
CONV, RELU, DENSE = f"{TOP}.0", f"{TOP}.1", f"{TOP}.7"
HEAD = 200
RNG = np.random.default_rng(0)
SAMPLE = Sample("validation", 63, truth="2")
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def noise(*shape: int) -> np.ndarray:
    return RNG.standard_normal(shape).astype(np.float32)


def tensor(*shape: int) -> TensorPart:
    values = noise(*shape)
    counts, edges = np.histogram(values, 64, (-4, 4))
    return TensorPart(values, counts.astype(np.int64), edges.astype(np.float32), 1.0)


def begin(desk: Any, name: str = "cnn-digits", *changes: AnyChange) -> str:
    """A run that stands paused at its step 200, at which these changes were made."""
    desk.open(name)
    run_id = str(desk.start())
    progress = Progress(run_id, HEAD, 0, 3.0, 2.0, 1000.0, 0.0, 0)
    desk.engine.say(progress, StateChanged(run_id, "paused"))
    desk.until(lambda: desk.window.workspace.controller.state == "paused")
    tell(desk, run_id, *(Mark(HEAD, change) for change in changes))
    return run_id


def tell(desk: Any, run_id: str, *marks: Mark) -> None:
    desk.engine.say(TimelineChanged(run_id, HEAD, (0, HEAD), marks))
    timeline = desk.window.workspace.controller.timeline
    desk.until(lambda: timeline.now.marks == marks and timeline.now.head == HEAD)


def rewind(desk: Any, run_id: str, step: int) -> None:
    controller = desk.window.workspace.controller
    controller.rewind(step, at_once=True)
    desk.sent(Rewind)
    progress = Progress(run_id, step, 0, 3.0, 2.0, 1000.0, 0.0, 0)
    desk.engine.say(StateChanged(run_id, "rewinding"), progress, StateChanged(run_id, "paused"))
    desk.until(lambda: controller.timeline.now.target is None and controller.state == "paused")


def menu_at(widget: QWidget, place: QPoint | None) -> dict[str, QAction]:
    """The entries of the menu that opens at a place, or where the cursor is."""
    reason = QContextMenuEvent.Reason.Keyboard if place is None else QContextMenuEvent.Reason.Mouse
    at = place or QPoint(1, 1)
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    if menu is None:
        return {}
    assert isinstance(menu, QMenu)
    entries = {action.text(): action for action in menu.actions()}
    menu.hide()  # not closed, which would delete it
    return entries


def view_of(desk: Any, kind: str, snapshot: Snapshot) -> Any:
    """A view in front, which shows this."""
    docks = desk.window.workspace.train_page.docks
    docks.bring_forward(kind)
    view = docks.views[kind]
    view.show_events([SnapshotTaken("run", kind, HEAD, snapshot)])
    desk.until(view.isVisible)
    return view


def middle(widget: Any, rect: Any) -> QPoint:
    return QPoint(round(rect.center().x()), round(rect.center().y()))


def sent(desk: Any) -> AnyChange:
    command = desk.sent(Change)
    assert isinstance(command, Change)
    return command.change


# Freezing


def canvas_menu(desk: Any, path: str) -> dict[str, QAction]:
    view = desk.window.workspace.build_page.model.canvas.view
    item = view.canvas.item_of(path)
    view.ensureVisible(item)
    return menu_at(view.viewport(), view.mapFromScene(item.sceneBoundingRect().center()))


def test_a_block_is_frozen_from_its_card_and_learns_again(desk: Any) -> None:
    run_id = begin(desk)
    desk.window.show_build()
    scene = desk.window.workspace.build_page.model.canvas.scene
    canvas_menu(desk, CONV)["Freeze"].trigger()
    assert sent(desk) == Freeze(block=CONV)
    assert scene.item_of(CONV).row.signs == (), "it is frozen when the engine says so"
    tell(desk, run_id, Mark(HEAD, Freeze(block=CONV)))
    assert scene.item_of(CONV).row.signs == ("freeze",)
    assert scene.item_of(f"{TOP}.2").row.signs == ()
    assert "Frozen in this run" in scene.item_of(CONV).toolTip()
    canvas_menu(desk, CONV)["Let it learn again"].trigger()
    assert sent(desk) == Freeze(block=CONV, is_frozen=False)


def test_a_block_is_frozen_from_the_list_and_all_lists_say_so(desk: Any) -> None:
    run_id = begin(desk)
    desk.window.show_build()
    model = desk.window.workspace.build_page.model
    model.show_appearance("list")
    model.select_block(DENSE)
    stack = model.panels["network"].view
    place = stack.visualRect(stack.stack.index_of_path(DENSE)).center()
    menu_at(stack.viewport(), place)["Freeze"].trigger()
    assert sent(desk) == Freeze(block=DENSE)
    tell(desk, run_id, Mark(HEAD, Freeze(block=DENSE)))
    row = stack.stack.row_at(stack.stack.index_of_path(DENSE))
    assert row.signs == ("freeze",)
    assert "Frozen in this run" in row.spoken()
    summary = desk.window.workspace.train_page.summary.blocks.rows()
    assert [one.row.path for one in summary if one.row.signs] == [DENSE]
    blocks = desk.window.workspace.train_page.summary.blocks
    index = blocks.model().index([one.row.path for one in summary].index(DENSE), 0)
    menu_at(blocks.viewport(), blocks.visualRect(index).center())["Let it learn again"].trigger()
    assert sent(desk) == Freeze(block=DENSE, is_frozen=False)
    model_view = desk.window.workspace.train_page.docks.views["model"]
    assert model_view.canvas.scene.item_of(DENSE).row.signs == ("freeze",)


def test_the_key_freezes_the_selected_block_of_the_page_in_front(desk: Any, qtbot: QtBot) -> None:
    run_id = begin(desk)
    freeze, train = desk.window.commands.freeze, desk.window.workspace.train_page
    assert not freeze.isEnabled()
    assert freeze.toolTip() == "Select a block first."
    index = train.summary.blocks.model().index(0, 0)
    place = train.summary.blocks.visualRect(index).center()
    qtbot.mouseClick(train.summary.blocks.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert freeze.isEnabled()
    qtbot.keyClick(desk.window, Qt.Key.Key_F, KEYS)
    assert sent(desk) == Freeze(block=CONV)
    assert not freeze.isChecked()
    tell(desk, run_id, Mark(HEAD, Freeze(block=CONV)))
    assert freeze.isChecked()
    desk.window.show_build()
    assert not freeze.isEnabled(), "nothing is selected there"


def test_what_cannot_be_frozen_says_why(desk: Any) -> None:
    desk.open("cnn-digits")
    desk.window.show_build()
    for path, words in ((CONV, "press Run (Space) first"), (RELU, "press Run (Space) first")):
        action = canvas_menu(desk, path)["Freeze"]
        assert not action.isEnabled()
        assert words in action.toolTip()
    begin(desk)
    desk.window.show_build()
    action = canvas_menu(desk, RELU)["Freeze"]
    assert not action.isEnabled()
    assert "has no weights" in action.toolTip()
    store = desk.window.workspace.store
    store.set(edits.replace(store.experiment, f"{CONV}.out_channels", 24))
    action = canvas_menu(desk, CONV)["Freeze"]
    assert not action.isEnabled()
    assert "does not have this block" in action.toolTip()


def test_inside_a_frozen_composite_the_composite_is_named(desk: Any) -> None:
    experiment = load("resnet-digits")
    inner = next(block for block in blocks_of(experiment) if block.path.count(".blocks.") == 2 and block.num_params)
    outer = inner.path.rpartition(".blocks.")[0]
    begin(desk, "resnet-digits", Freeze(block=outer))
    changes = desk.window.workspace.controller.changes
    assert changes.signs(inner) == ("freeze",)
    assert "It is frozen with Block" in changes.no_freeze(inner)
    assert changes.no_freeze(changes.block(outer)) == ""
    assert desk.window.workspace.build_page.model.canvas.scene.item_of(outer).row.signs == ("freeze",)


def blocks_of(experiment: Any) -> list[ResolvedBlock]:
    resolved = resolve(experiment.architecture, experiment.data.facts().ports)
    return [block for network in resolved.networks.values() for block in network.flat()]


def test_behind_the_head_a_change_forks_first_and_waits_for_the_place(desk: Any) -> None:
    run_id = begin(desk)
    changes = desk.window.workspace.controller.changes
    rewind(desk, run_id, 100)
    desk.engine.commands()
    changes.make(Freeze(block=CONV))
    fork, change = desk.sent(Fork), desk.sent(Change)
    assert fork.run_id == run_id
    assert change == Change(fork.new_run_id, Freeze(block=CONV))


def test_a_key_pressed_twice_before_the_engine_answers_means_both(desk: Any) -> None:
    run_id = begin(desk)
    changes, part = desk.window.workspace.controller.changes, BlockPart(CONV, 3)
    for _ in range(2):
        changes.toggle_silence(part)
        changes.toggle_freeze(CONV)
    asked = [sent(desk) for _ in range(4)]
    assert [getattr(one, "is_silent", None) for one in asked] == [True, None, False, None]
    assert [getattr(one, "is_frozen", None) for one in asked] == [None, True, None, False]
    tell(desk, run_id, *(Mark(HEAD, change) for change in asked))
    changes.toggle_freeze(CONV)
    assert sent(desk) == Freeze(block=CONV)
    desk.engine.say(ProblemsFound(run_id, (CHANGE_BEHIND_HEAD.at("", step=1, head=2),)))  # it refuses
    desk.until(lambda: bool(desk.window.messages))
    changes.toggle_freeze(CONV)
    assert sent(desk) == Freeze(block=CONV)


def test_what_is_in_force_is_what_was_changed_up_to_the_place(desk: Any) -> None:
    run_id = begin(desk)
    tell(desk, run_id, Mark(50, Freeze(block=CONV)), Mark(150, Silence(block=DENSE, numbers=(3,))))
    changes, train = desk.window.workspace.controller.changes, desk.window.workspace.train_page

    def signs() -> dict[str, tuple[SignName, ...]]:
        return {one.row.path: one.row.signs for one in train.summary.blocks.rows() if one.row.signs}

    assert signs() == {CONV: ("freeze",), DENSE: ("silence",)}
    rewind(desk, run_id, 100)
    assert signs() == {CONV: ("freeze",)}
    rewind(desk, run_id, 10)
    assert signs() == {}
    assert changes.in_force.frozen_by(CONV) == ""


# Silencing


def test_a_channel_is_silenced_where_it_is_seen_and_struck_through(desk: Any, qtbot: QtBot) -> None:
    run_id = begin(desk)
    maps = ActivationsSnapshot(CONV, SAMPLE, np.abs(noise(16, 8, 8)), 16)
    view = view_of(desk, "feature_maps", maps)
    mosaic = view.maps.mosaic
    place = middle(mosaic, mosaic.tile_rect(3))
    entries = menu_at(mosaic, place)
    assert list(entries) == ["Silence channel 3"]
    assert "Ctrl+Z does not" in entries["Silence channel 3"].toolTip()
    entries["Silence channel 3"].trigger()
    assert sent(desk) == Silence(block=CONV, numbers=(3,))
    before = mosaic.grab().toImage()
    tell(desk, run_id, Mark(HEAD, Silence(block=CONV, numbers=(3, 5))))
    after = mosaic.grab().toImage()
    assert after.pixelColor(place) == QColor(DARK.text), "the stroke goes through its middle"
    whole = middle(mosaic, mosaic.tile_rect(4))
    assert after.pixelColor(whole) == before.pixelColor(whole)
    assert list(menu_at(mosaic, place)) == ["Restore channel 3", "Restore all of Block 1 (Conv)"]
    qtbot.mouseClick(mosaic, Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(mosaic, Qt.Key.Key_S)
    assert sent(desk) == Silence(block=CONV, numbers=(3,), is_silent=False)
    qtbot.keyClick(view.maps.large, Qt.Key.Key_Delete)
    assert sent(desk) == Silence(block=CONV, numbers=(3,)), "the other key, before the engine has answered"
    view.show_events([SnapshotTaken("run", "feature_maps", HEAD, ActivationsSnapshot(DENSE, SAMPLE, noise(64), 64))])
    for _ in range(3):
        qtbot.keyClick(view._bars, Qt.Key.Key_Right)
    assert list(menu_at(view._bars, None)) == ["Silence unit 2"]
    qtbot.keyClick(view._bars, Qt.Key.Key_S)
    assert sent(desk) == Silence(block=DENSE, numbers=(2,))


def test_a_sequence_has_features_and_nothing_is_offered_beside_them(desk: Any, qtbot: QtBot) -> None:
    block = next(block for block in blocks_of(load("transformer-lm")) if block.layer.kind == "embedding")
    run_id = begin(desk, "transformer-lm")
    shape = block.out_port.shape if block.out_port is not None else ()
    view = view_of(desk, "feature_maps", ActivationsSnapshot(block.path, SAMPLE, noise(*shape), shape[-1]))
    heatmap = view._heatmap
    entries = menu_at(heatmap, middle(heatmap, heatmap.cell_rect(7, 2)))
    assert list(entries) == ["Silence feature 7"]
    assert menu_at(heatmap, QPoint(0, 0)) == {}
    tell(desk, run_id, Mark(HEAD, Silence(block=block.path, numbers=(7,))))
    assert heatmap._struck == {7}


def test_rows_and_bars_are_struck_through_along_their_middle(qtbot: QtBot) -> None:
    heatmap, bars = Heatmap(), BarChart()
    for widget in (heatmap, bars):
        qtbot.addWidget(widget)
        widget.resize(400, 240)
    heatmap.show_values(np.ones((4, 6)), (0.0, 1.0, "viridis"))
    bars.show_values(np.ones(5))
    heatmap.strike(frozenset({2, 9}))
    bars.strike(frozenset({2, 9}))
    picture = heatmap.grab().toImage()
    rows = [heatmap.cell_rect(row, 0).united(heatmap.cell_rect(row, 5)) for row in range(4)]
    found = [picture.pixelColor(int(row.left() + row.width() / 3), int(row.center().y())) for row in rows]
    assert [color == QColor(DARK.text) for color in found] == [False, False, True, False]
    picture = bars.grab().toImage()
    places = [bar.center() for bar in bars._bars(bars._axes())]
    found = [picture.pixelColor(int(place.x()), int(place.y())) for place in places]
    assert [color == QColor(DARK.text) for color in found] == [False, False, True, False, False]


def test_without_a_run_a_view_offers_nothing_it_could_not_do(desk: Any, qtbot: QtBot) -> None:
    run_id = begin(desk)
    view = view_of(desk, "feature_maps", ActivationsSnapshot(CONV, SAMPLE, noise(16, 8, 8), 16))
    desk.engine.say(StateChanged(run_id, "stopped"))
    desk.until(lambda: desk.window.workspace.controller.state == "stopped")
    action = menu_at(view.maps.mosaic, middle(view.maps.mosaic, view.maps.mosaic.tile_rect(0)))["Silence channel 0"]
    assert not action.isEnabled()
    assert "press Run (Space) first" in action.toolTip()
    desk.engine.say(StateChanged(run_id, "finished"))
    desk.until(lambda: desk.window.workspace.controller.state == "finished")
    action = menu_at(view.maps.mosaic, middle(view.maps.mosaic, view.maps.mosaic.tile_rect(0)))["Silence channel 0"]
    assert not action.isEnabled()
    assert "go back to one of its steps" in action.toolTip()
    qtbot.keyClick(view.maps.mosaic, Qt.Key.Key_S)
    assert not any(isinstance(command, Change) for command in desk.engine.commands())


def test_heads_are_silenced_by_their_attention(desk: Any, qtbot: QtBot) -> None:
    experiment = load("transformer-reversal")
    coder, writer = (
        next(block.path for block in blocks_of(experiment) if block.layer.kind == kind)
        for kind in ("encoder_block", "decoder_block")
    )
    run_id = begin(desk, "transformer-reversal")
    words = tuple("abcd")
    heads = AttentionSnapshot(
        Sample("validation", 5, tokens=words, predicted="dcba"),
        ((coder, "self"), (writer, "self"), (writer, "cross"), (writer, "pooling")),
        (np.abs(noise(4, 4, 4)), np.abs(noise(4, 4, 4)), np.abs(noise(4, 4, 4)), np.abs(noise(1, 1, 4))),
        (words, words, words, words[:1]),
        (words, words, words, words),
    )
    view = view_of(desk, "attention", heads)
    mosaic = view._heads
    assert list(menu_at(mosaic, middle(mosaic, mosaic.tile_rect(1)))) == ["Silence head 2"]
    entries = menu_at(mosaic, middle(mosaic, mosaic.tile_rect(9)))
    assert list(entries) == ["Silence head 2 (cross)"]
    assert menu_at(mosaic, middle(mosaic, mosaic.tile_rect(12))) == {}, "pooling has no heads of its own"
    assert not [menu for menu in mosaic.findChildren(QMenu) if menu.isVisible()]
    entries["Silence head 2 (cross)"].trigger()
    change = Silence(block=writer, part="head", attention="cross", numbers=(1,))
    assert sent(desk) == change
    tell(desk, run_id, Mark(HEAD, change))
    assert mosaic._struck == {9}
    view.select_head(2, 1)
    assert view._large._struck == {0, 1, 2, 3}, "the large one too"
    qtbot.keyClick(mosaic, Qt.Key.Key_S)
    assert sent(desk) == Silence(block=writer, part="head", attention="cross", numbers=(1,), is_silent=False)
    assert "head 2 (cross) of Decoder · Block" in change_words(change, experiment)


def test_hidden_units_count_over_both_directions_of_the_last_layer(desk: Any) -> None:
    block = next(block for block in blocks_of(load("lstm-digits")) if block.layer.kind == "recurrent")
    words = "feature" if block.out_port is not None and block.out_port.kind == "sequence" else "unit"
    run_id = begin(desk, "lstm-digits")
    for layer, direction, number in ((1, 0, 5), (1, 1, 17), (0, 0, None)):
        state = StatesSnapshot(block.path, "lstm", layer, direction, 2, 2, SAMPLE, noise(8, 12), {})
        view = view_of(desk, "states", state)
        heatmap = view._panels[0].heatmap
        entries = menu_at(heatmap, middle(heatmap, heatmap.cell_rect(5, 1)))
        offered = [entry for entry in entries if entry.startswith("Silence")]
        assert offered == ([] if number is None else [f"Silence {words} {number}"])
        if number is not None:
            tell(desk, run_id, Mark(HEAD, Silence(block=block.path, numbers=(number,))))
            assert heatmap._struck == {5}
    assert heatmap._struck == set(), "a lower layer is not what the block answers"


def test_the_inspector_lists_what_is_silenced_and_restores_it(desk: Any, qtbot: QtBot) -> None:
    run_id = begin(desk, "cnn-digits", Silence(block=CONV, numbers=(5, 3)))
    train = desk.window.workspace.train_page
    train._on_block_selected(CONV)
    section = train.inspector.run_section
    assert section.isVisible()
    assert [label.text() for label in section._labels] == ["channel 3", "channel 5"]
    assert section.restore_buttons[1].accessibleName() == "Restore channel 5"
    qtbot.mouseClick(section.restore_buttons[1], Qt.MouseButton.LeftButton)
    assert sent(desk) == Silence(block=CONV, numbers=(5,), is_silent=False)
    qtbot.mouseClick(section.restore_all, Qt.MouseButton.LeftButton)
    assert sent(desk) == Silence(block=CONV, numbers=(3, 5), is_silent=False)
    qtbot.mouseClick(section.freeze, Qt.MouseButton.LeftButton)
    assert sent(desk) == Freeze(block=CONV)
    language.switch("zh_CN")
    assert [button.text() for button in section.restore_buttons] == ["恢复", "恢复"]
    assert section._labels[0].text() == "通道 3"
    language.switch("en")
    tell(desk, run_id)
    assert section._labels == []
    assert "Nothing is silenced here" in section.silenced.text()
    desk.window.workspace.controller.stop()
    desk.engine.say(StateChanged(run_id, "stopped"))
    desk.until(lambda: not section.isVisible())


# Weights


def kernels() -> WeightsSnapshot:
    return WeightsSnapshot(CONV, "weight", ("weight", "bias"), (16, 1, 3, 3), "", "", tensor(16, 1, 3, 3))


def test_a_weight_is_edited_where_it_is_seen(desk: Any, qtbot: QtBot) -> None:
    begin(desk)
    snapshot = kernels()
    view = view_of(desk, "weights", snapshot)
    mosaic = view.panels["weights"].mosaic
    kernel = mosaic.tile_rect(6)
    pixel = QPoint(round(kernel.left() + kernel.width() * 0.5), round(kernel.top() + kernel.height() * 0.9))
    entries = menu_at(mosaic, pixel)
    assert list(entries) == ["Edit this weight…", "Silence channel 6"]
    entries["Edit this weight…"].trigger()
    dialog = view.findChild(WeightDialog)
    assert dialog.windowTitle() == "Weight of Block 1 (Conv)"
    assert dialog.index == (6, 0, 2, 1)
    assert dialog.place.text() == "weight[6, 0, 2, 1]"
    now = float(snapshot.weights.values[6, 0, 2, 1])
    assert float(dialog.value.line.text()) == pytest.approx(now, rel=1e-5)
    assert [box.maximum() for box in dialog.indices] == [15, 0, 2, 2]
    dialog.value.line.selectAll()
    qtbot.keyClicks(dialog.value.line, "nought")
    assert not dialog.set_button.isEnabled()
    assert "is not a number" in dialog.refusal.text()
    dialog.value.line.selectAll()
    qtbot.keyClicks(dialog.value.line, "-0.25")
    dialog.indices[0].setFocus()
    qtbot.keyClick(dialog.indices[0], Qt.Key.Key_Up)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert sent(desk) == WeightEdit(block=CONV, weight="weight", index=(7, 0, 2, 1), value=-0.25)


def test_the_dialog_follows_the_run_and_is_over_with_it(desk: Any, qtbot: QtBot) -> None:
    run_id = begin(desk)
    view = view_of(desk, "weights", kernels())
    mosaic = view.panels["weights"].mosaic
    qtbot.mouseClick(mosaic, Qt.MouseButton.LeftButton, pos=middle(mosaic, mosaic.tile_rect(2)))
    qtbot.keyClick(mosaic, Qt.Key.Key_E)
    dialog = view.findChild(WeightDialog)
    assert dialog.index == (2, 0, 0, 0)
    newer = kernels()
    view.show_events([SnapshotTaken("run", "weights", HEAD + 7, newer)])
    assert "at step 207" in dialog.present.text()
    assert number_text(float(newer.weights.values[2, 0, 0, 0]), 6) in dialog.present.text()
    desk.engine.say(StateChanged(run_id, "stopped"))
    desk.until(lambda: not dialog.set_button.isEnabled())
    assert "press Run (Space) first" in dialog.set_button.toolTip()
    dialog.reject()
    tell(desk, run_id, Mark(HEAD, Silence(block=DENSE, numbers=(2,))))
    assert mosaic._struck == set(), "of another block"
    matrix = WeightsSnapshot(DENSE, "weight", ("weight", "bias"), (64, 512), "", "", tensor(64, 256))
    view.show_events([SnapshotTaken("run", "weights", HEAD, matrix)])
    assert view.panels["weights"].heatmap._struck == {2}, "the row that feeds the silenced unit"


def test_what_the_view_does_not_read_is_not_told(qtbot: QtBot) -> None:
    snapshot = WeightsSnapshot(DENSE, "weight", ("weight",), (300, 64), "", "", tensor(40, 64))
    dialog = WeightDialog(snapshot, 5, "Block 8 (Dense)", ["output", "input"], (120, 3))
    qtbot.addWidget(dialog)
    assert "not known here" in dialog.present.text()
    assert dialog.value.line.text() == ""
    assert not dialog.set_button.isEnabled()
    dialog.indices[0].setValue(20)
    assert "at step 5" in dialog.present.text()
    chosen: list[object] = []
    dialog.chosen.connect(chosen.append)
    qtbot.keyClicks(dialog.value.line, "1e-3")
    qtbot.mouseClick(dialog.set_button, Qt.MouseButton.LeftButton)
    assert chosen == [WeightEdit(block=DENSE, weight="weight", index=(20, 3), value=0.001)]


SMALL = {
    "dense": ({"units": 3}, Port("vector", (5,))),
    "conv1d": ({"out_channels": 3, "kernel_size": 3}, Port("sequence", (7, 2))),
    "conv2d": ({"out_channels": 3}, Port("image", (2, 6, 6))),
    "conv_transpose2d": ({"out_channels": 3}, Port("image", (2, 6, 6))),
    "embedding": ({"units": 3}, Port("tokens", (7,), vocabulary=5)),
}


@pytest.mark.parametrize("kind", list(OUTPUT_AXES))
def test_a_weight_feeds_the_unit_that_its_axis_says(kind: str) -> None:
    settings, port = SMALL[kind]
    layer = next(one for one in LAYERS if one.model_fields["kind"].default == kind).model_validate(settings)
    context = Context()
    out = layer.out_port(port, context)
    block = ResolvedBlock(CONV, layer, port, out, 1)
    module = layer.build(port, context)
    given = torch.randint(5, (2, 7)) if kind == "embedding" else torch.randn(2, *port.shape)
    features = 1 if out.kind == "image" else -1
    before = module(given).detach()
    for name, weight in module.named_parameters():
        axis = output_axis(block, name, tuple(weight.shape))
        assert axis is not None
        assert len(index_words(block, name, tuple(weight.shape))) == weight.ndim
        with torch.no_grad():
            weight.select(axis, 1).add_(1.0)
        changed = (module(given) != before).movedim(features, 0).flatten(1).any(1)
        assert changed.tolist() == [False, True, False]
        with torch.no_grad():
            weight.select(axis, 1).sub_(1.0)
        before = module(given).detach()


# Words and signs


MARKS: tuple[tuple[AnyChange, str, str], ...] = (
    (LearningRate(network="network", value=0.01), "learning rate of the network: 0.01", "0.01"),
    (Setting(path="training.batch_size", value=32), "Batch size: 32", "32"),
    (Setting(path=f"{TOP}.6.probability", value=0.25), "Probability of Block 7 (Dropout): 0.25", "模块 7（随机失活"),
    (Freeze(block=CONV), "Block 1 (Conv) frozen", "模块 1（卷积）已冻结"),
    (Freeze(block=CONV, is_frozen=False), "Block 1 (Conv) learns again", "模块 1（卷积）重新学习"),
    (Silence(block=CONV, numbers=(3,)), "channel 3 of Block 1 (Conv) silenced", "模块 1（卷积）的通道 3 已静默"),
    (
        Silence(block=DENSE, numbers=(9, 4), is_silent=False),
        "units 4, 9 of Block 8 (Dense) restored", "模块 8（全连接）的单元 4, 9 已恢复",
    ),
    (
        WeightEdit(block=DENSE, weight="weight", index=(1, 2), value=0.5),
        "weight[1, 2] of Block 8 (Dense): 0.5", "模块 8（全连接）的 weight[1, 2]：0.5",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("change", "english", "chinese"), MARKS)
def test_a_change_names_blocks_as_the_window_does(qtbot: QtBot, change: AnyChange, english: str, chinese: str) -> None:
    experiment = load("cnn-digits")
    assert english in change_words(change, experiment)
    assert TOP not in mark_words(Mark(5, change), experiment)
    language.switch("zh_CN")
    assert chinese in change_words(change, experiment)


def test_every_kind_of_change_has_a_sign_of_its_own(qtbot: QtBot) -> None:
    names: list[SignName] = ["learning_rate", "setting", "freeze", "silence", "weight_edit"]
    pictures = set()
    for name in names:
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        painter = QPainter(image)
        draw_sign(painter, name, QPointF(12, 12), 9, QColor("white"))
        painter.end()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(names)


def test_a_sign_is_drawn_where_something_was_frozen(qtbot: QtBot) -> None:
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 48)
    strip.show_time(RunTime(step=200, head=200, num_steps=400), can_rewind=True)
    before = strip.grab().toImage()
    marks = (Mark(100, Freeze(block=CONV)),)
    strip.show_time(RunTime(step=200, head=200, num_steps=400, marks=marks), can_rewind=True)
    after = strip.grab().toImage()
    x = round(strip.scale.x_of(100))
    changed = [column for column in range(600) if any(
        before.pixel(column, row) != after.pixel(column, row) for row in range(48))]  # fmt: skip
    assert x in changed
    assert max(abs(column - x) for column in changed) <= theme.px(8)


def test_the_list_of_changes_leads_back_to_each(desk: Any, qtbot: QtBot) -> None:
    run_id = begin(desk)
    qtbot.keyClick(desk.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.window.findChild(ChangesDialog)
    assert dialog.empty.isVisible()
    assert not dialog.go.isEnabled()
    tell(desk, run_id, Mark(50, Freeze(block=CONV)), Mark(150, Silence(block=CONV, numbers=(3,))))
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert texts == ["step 50: Block 1 (Conv) frozen", "step 150: channel 3 of Block 1 (Conv) silenced"]
    strip = desk.window.workspace.train_page.transport.timeline
    assert words_at(strip.scale, strip.time, strip.scale.x_of(50), strip._experiment) == texts[0]
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert desk.sent(Rewind) == Rewind(run_id, 50)
    assert dialog.list.item(1).toolTip() == "Not in force where the run stands now"
    assert dialog.list.item(0).toolTip() == ""
    language.switch("zh_CN")
    assert dialog.list.item(0).text() == "第 50 步：模块 1（卷积）已冻结"
    assert dialog.list.item(1).data(STEP_ROLE) == 150
    dialog.close()


def test_a_run_of_the_library_shows_its_changes_and_nothing_is_in_force(desk: Any, tmp_path: Path) -> None:
    folder = tmp_path / "runs" / "20260101-000000-a-0000"
    with RunFolder.create(folder, load("cnn-digits"), device="cpu", num_threads=1) as run:
        run.write_metrics((Series("train/loss", np.arange(1, 61), np.ones(60)),))
        run.write_marks({50: [Freeze(block=CONV)], 60: [Silence(block=CONV, numbers=(3,))]}, {})
    desk.open("cnn-digits")
    desk.window.files.open_run(folder)
    workspace = desk.window.workspace
    strip = workspace.train_page.transport.timeline
    assert words_at(strip.scale, strip.time, strip.scale.x_of(50), strip._experiment) == (
        "step 50: Block 1 (Conv) frozen"
    )
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.window.findChild(ChangesDialog)
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        "step 50: Block 1 (Conv) frozen",
        "step 60: channel 3 of Block 1 (Conv) silenced",
    ]
    dialog.close()
    assert workspace.controller.changes.in_force == NOTHING
    desk.start()
    assert not strip.time.marks


def test_a_part_of_a_block_is_known_by_all_that_tells_it_apart() -> None:
    parts = {BlockPart(CONV, 1), BlockPart(CONV, 1, "head"), BlockPart(CONV, 1, "head", "cross"), BlockPart(DENSE, 1)}
    assert len(parts) == 4
