"""Slow motion and blocks in the window: speed, where a run stands, and what the canvas lights up."""

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from explorer.block_edits import remove_block
from explorer.commands import Load, SetSpeed, StepOnce
from explorer.events import StateChanged
from explorer.gallery import load as gallery
from models.resolve import Resolved, resolve
from ui.canvas.run_light import light_of, lit_blocks
from ui.canvas.scene import CanvasScene
from ui.run_place import NOWHERE, RunPlace
from ui.settings import Settings
from ui.speed_slider import SPEEDS, SpeedSlider
from ui.view_docks import ViewDocks
from ui.views.model import Model

TOP = "architecture.network.blocks"


def shown(qtbot: QtBot) -> tuple[SpeedSlider, list[float | None]]:
    bar, told = SpeedSlider(), []
    qtbot.addWidget(bar)
    bar.speed_changed.connect(told.append)
    bar.show()
    return bar, told


def place_of(slider: QSlider, value: int) -> QPoint:
    """Where the knob stands at a value."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    option.sliderPosition = option.sliderValue = value
    part = QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider).center()


def test_speed_is_chosen_with_arrow_keys(qtbot: QtBot) -> None:
    bar, told = shown(qtbot)
    assert (bar.speed, bar.slider.accessibleDescription()) == (None, "unlimited")
    qtbot.keyClick(bar.slider, Qt.Key.Key_Left)
    qtbot.keyClick(bar.slider, Qt.Key.Key_Home)
    qtbot.keyClick(bar.slider, Qt.Key.Key_Right)
    assert told == [500.0, 0.5, 1.0]
    assert bar.slider.accessibleDescription() == "1 phase/s"
    qtbot.keyClick(bar.slider, Qt.Key.Key_End)
    assert told[-1] is None


def test_speed_is_dragged_with_the_mouse(qtbot: QtBot) -> None:
    bar, told = shown(qtbot)
    slider, left = bar.slider, Qt.MouseButton.LeftButton
    qtbot.mousePress(slider, left, pos=place_of(slider, len(SPEEDS) - 1))
    qtbot.mouseMove(slider, place_of(slider, 2))
    qtbot.mouseMove(slider, place_of(slider, 0))
    qtbot.mouseRelease(slider, left, pos=place_of(slider, 0))
    assert told[-1] == 0.5
    assert bar.slider.accessibleDescription() == "0.5 phases/s"


def test_equal_ways_of_the_knob_are_about_equal_factors() -> None:
    speeds = [speed for speed in SPEEDS if speed is not None]
    factors = [faster / slower for slower, faster in pairwise(speeds)]
    assert all(2 <= factor <= 2.5 for factor in factors)


def test_the_speed_holds_for_the_run_and_for_those_after_it(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    slider = desk.window.workspace.train_page.transport.speed.slider
    desk.qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert desk.sent(SetSpeed) == SetSpeed(run_id, 0.5)
    desk.window.commands.run_again.trigger()
    again = desk.sent(Load)
    assert isinstance(again, Load)
    assert desk.sent(SetSpeed) == SetSpeed(again.run_id, 0.5)


def test_a_run_without_a_limit_is_told_no_speed(desk: Any) -> None:
    desk.open()
    desk.start()
    assert not any(isinstance(command, SetSpeed) for command in desk.history)


def test_one_block_further_with_f8_and_with_the_button(desk: Any) -> None:
    desk.open()
    run_id = desk.start()
    desk.engine.say(StateChanged(run_id, "paused"))
    bar = desk.window.workspace.train_page.transport
    desk.until(bar.step.isEnabled)
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_F8)
    assert desk.sent(StepOnce) == StepOnce(run_id, "block")
    bar.unit.setCurrentIndex(0)
    assert bar.unit.currentText() == "block"
    desk.qtbot.mouseClick(bar.step, Qt.MouseButton.LeftButton)
    assert desk.sent(StepOnce) == StepOnce(run_id, "block")


def test_the_block_where_a_run_stands_is_named_and_lit_on_both_canvases(desk: Any) -> None:
    desk.open("cnn-digits")
    run_id, note = desk.start(), desk.window.workspace.train_page.transport._note
    desk.engine.say(StateChanged(run_id, "paused", "forward", "network", f"{TOP}.0"))
    desk.until(lambda: note.text() == "paused · forward · 1 Conv")
    scenes = scenes_of(desk)
    assert [lit(scene) for scene in scenes] == [{f"{TOP}.0": "training"}] * 2
    desk.engine.say(StateChanged(run_id, "paused", "backward", "network"))
    desk.until(lambda: note.text() == "paused · backward")
    assert all(set(lit(scene).values()) == {"backward"} for scene in scenes)
    desk.engine.say(StateChanged(run_id, "running"))
    desk.until(lambda: note.text() == "running")
    assert [lit(scene) for scene in scenes] == [{}, {}]


def test_slow_motion_names_what_passes_and_leaves_an_open_list_alone(desk: Any) -> None:
    desk.open("cnn-digits")
    bar = desk.window.workspace.train_page.transport
    run_id = desk.start()
    bar.unit.showPopup()
    states: list[str] = []
    desk.window.workspace.controller.state_changed.connect(lambda state, *_: states.append(state))
    for number, name in enumerate(("1 Conv", "2 Activation")):
        desk.engine.say(StateChanged(run_id, "running", "forward", "network", f"{TOP}.{number}"))
        desk.until(lambda name=name: bar._note.text() == f"running · forward · {name}")
    assert bar.unit.view().isVisible()
    assert states == [], "who only wants to know the state is not woken by every phase"
    bar.unit.hidePopup()


def scenes_of(desk: Any) -> list[CanvasScene]:
    workspace = desk.window.workspace
    model = workspace.train_page.docks.views["model"]
    assert isinstance(model, Model)
    return [workspace.build_page.model.canvas.scene, model.canvas.scene]


def lit(scene: CanvasScene) -> dict[str, str]:
    """Blocks that are lit, with their colour."""
    found = {path: scene.item_of(path) for path in scene.paths()}
    return {path: item.light.color for path, item in found.items() if item is not None and item.light is not None}


def resolved(name: str) -> Resolved:
    spec = gallery(name)
    return resolve(spec.architecture, spec.data.facts().ports)


def test_what_each_phase_lights_up() -> None:
    networks = tuple(resolved("mlp-digits").networks.values())
    everything = [block.path for block in networks[0].flat()]
    learning = [block.path for block in networks[0].flat() if block.num_params]
    assert lit_blocks(NOWHERE, networks) == []
    assert lit_blocks(RunPlace("forward", "network"), networks) == everything
    assert lit_blocks(RunPlace("loss", "network"), networks) == everything[-1:]
    assert lit_blocks(RunPlace("backward", "network"), networks) == everything
    assert lit_blocks(RunPlace("update", "network"), networks) == learning
    assert 0 < len(learning) < len(everything)


def test_gradients_of_a_decoder_go_on_into_the_encoder_and_those_of_a_judge_stay_there() -> None:
    networks = tuple(resolved("transformer-reversal").networks.values())
    paths = lit_blocks(RunPlace("backward", "decoder"), networks)
    assert {path.split(".")[1] for path in paths} == {"encoder", "decoder"}
    networks = tuple(resolved("gan-ring").networks.values())
    paths = lit_blocks(RunPlace("backward", "discriminator"), networks)
    assert {path.split(".")[1] for path in paths} == {"discriminator"}


@pytest.mark.parametrize("phase", ["forward", "loss", "backward", "update"])
def test_every_phase_has_a_sign_beside_its_colour(phase: str) -> None:
    down, across = light_of(phase, "down"), light_of(phase, "across")
    assert down is not None
    assert across is not None
    signs = {other: light_of(other, "down") for other in ("forward", "loss", "backward", "update")}
    assert [name for name, light in signs.items() if light is not None and light.sign == down.sign] == [phase]
    assert light_of("", "down") is None


def test_a_block_that_an_edit_has_put_there_is_not_lit(desk: Any) -> None:
    desk.open("cnn-digits")
    run_id, workspace = desk.start(), desk.window.workspace
    workspace.store.set(remove_block(workspace.store.experiment, f"{TOP}.0"))
    desk.engine.say(StateChanged(run_id, "paused", "forward", "network", f"{TOP}.0"))
    build, model = scenes_of(desk)
    desk.until(lambda: bool(lit(model)))
    assert lit(build) == {}


def test_the_heading_says_the_phase_of_its_network(desk: Any) -> None:
    desk.open("gan-ring")
    run_id = desk.start()
    desk.engine.say(StateChanged(run_id, "paused", "backward", "discriminator"))
    build, _ = scenes_of(desk)
    desk.until(lambda: bool(lit(build)))
    assert {name: heading.phase for name, heading in build._items._headings.items()} == {
        "generator": "",
        "discriminator": "backward",
    }


def test_views_that_are_not_arranged_yet_do_not_stretch_a_small_window(qtbot: QtBot) -> None:
    docks, spec = ViewDocks(Settings()), gallery("cnn-digits")
    qtbot.addWidget(docks)
    docks.follow(spec, "cnn")
    assert len(docks.views) >= 5
    assert docks._stage.minimumSizeHint().height() < 2 * max(
        view.minimumSizeHint().height() for view in docks.views.values()
    )
