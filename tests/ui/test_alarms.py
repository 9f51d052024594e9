"""Alarms in the window: the badge counts, the list explains, a click and Enter lead to the block."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from explorer.alarm import Alarm
from explorer.alarms.dead_units import DEAD_UNITS
from explorer.alarms.gan_collapse import GAN_COLLAPSE
from explorer.alarms.rate_high import MOVES_TOO_FAR
from explorer.events import AlarmsChanged
from ui.text import language

DEAD = Alarm(
    DEAD_UNITS.at("architecture.network.blocks.2", num_units=64, figure="90 %", threshold="60 %"), 0.9, 0.6, 120
)
FAST = Alarm(MOVES_TOO_FAR.at("training.optimizer.learning_rate", figure="0.3", threshold="0.1"), 0.3, 0.1, 200)


def told(desk: Any, *alarms: Alarm, name: str = "mlp-digits") -> Any:
    """Open an experiment, run it, and let the engine tell these alarms; answers with what shows them."""
    desk.open(name)
    run_id = desk.start()
    desk.engine.say(AlarmsChanged(run_id, alarms))
    shown = desk.window.alarms
    desk.until(lambda: shown.panel.list.count() == len(alarms))
    return shown


def texts(shown: Any) -> list[str]:
    return [shown.panel.list.item(row).text() for row in range(shown.panel.list.count())]


def test_without_alarms_the_badge_is_quiet_and_the_list_says_what_is_looked_for(desk: Any) -> None:
    desk.open()
    shown = desk.window.alarms
    assert (shown.badge.text(), shown.badge.property("role")) == ("No alarms", "calm")
    assert not shown.panel.isVisible()
    desk.qtbot.mouseClick(shown.badge, Qt.MouseButton.LeftButton)
    assert shown.panel.isVisible()
    assert "Press Run" in shown.panel.nothing.text()
    assert "Dead units" in shown.panel.nothing.text()
    desk.start()
    desk.until(lambda: "Press Run" not in shown.panel.nothing.text())


def test_the_badge_counts_what_is_on_in_a_warning_with_a_sign_and_a_word(desk: Any) -> None:
    shown = told(desk, DEAD, FAST, replace(DEAD, step=10, until=90))
    assert (shown.badge.text(), shown.badge.property("role")) == ("▲ 2 alarms", "alarm")
    assert shown.badge.accessibleName() == "2 alarms"


def test_every_alarm_explains_itself(desk: Any) -> None:
    shown = told(desk, replace(DEAD, step=10, until=90), DEAD)
    now, past = texts(shown)
    assert now.startswith("▲ Dead units · Block 3 (Activation) · since step 120")
    assert "90 % of the 64 units are dead" in now
    assert "(limit 60 %)" in now
    assert "never learn again" in now
    assert "What helps: Lower the learning rate" in now
    assert past.startswith("✓ Dead units · Block 3 (Activation) · over: step 10 to 90")


@pytest.mark.parametrize("by_key", [False, True])
def test_a_click_or_enter_selects_the_block_on_the_build_page(desk: Any, by_key: bool) -> None:
    shown = told(desk, DEAD)
    desk.window.show_train()
    desk.qtbot.mouseClick(shown.badge, Qt.MouseButton.LeftButton)
    if by_key:
        desk.qtbot.keyClick(shown.panel.list, Qt.Key.Key_Return)
    else:
        place = shown.panel.list.visualItemRect(shown.panel.list.item(0)).center()
        desk.qtbot.mouseClick(shown.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    page = desk.window.workspace.build_page
    assert page.isVisible()
    assert page.model.selected == "architecture.network.blocks.2"
    assert shown.panel.isVisible()  # it is read while the block is changed


def test_places_beside_blocks_are_found_too(desk: Any) -> None:
    collapsed = Alarm(GAN_COLLAPSE.at("architecture.generator", figure="57 %", threshold="70 %"), 0.57, 0.7, 800)
    shown = told(desk, FAST, collapsed, name="gan-ring")
    page = desk.window.workspace.build_page
    shown.panel.chosen.emit(FAST.place)
    assert page.training.isVisible()
    shown.panel.chosen.emit(collapsed.place)
    assert page.model.selected == "architecture.generator.blocks.0"


def test_a_block_that_is_gone_by_now_breaks_nothing(desk: Any) -> None:
    shown = told(desk, replace(DEAD, problem=replace(DEAD.problem, place="architecture.network.blocks.77")))
    assert "Network" in texts(shown)[0]
    shown.panel.chosen.emit("architecture.network.blocks.77")
    assert desk.window.workspace.build_page.isVisible()


def test_another_run_begins_without_alarms(desk: Any) -> None:
    shown = told(desk, DEAD)
    desk.window.commands.run_again.trigger()
    desk.until(lambda: shown.panel.list.count() == 0)
    assert shown.badge.text() == "No alarms"


def test_escape_the_button_and_the_shortcut_close_the_list(desk: Any) -> None:
    shown = told(desk, DEAD)
    for _ in range(2):
        desk.window.commands.alarms.trigger()
        assert shown.panel.isVisible()
        desk.qtbot.keyClick(shown.panel, Qt.Key.Key_Escape)
        assert not shown.panel.isVisible()
        assert not shown.badge.isChecked()
    desk.window.commands.alarms.trigger()
    desk.qtbot.mouseClick(shown.panel._close, Qt.MouseButton.LeftButton)
    assert not shown.panel.isVisible()


def test_the_words_follow_the_language(desk: Any) -> None:
    shown = told(desk, DEAD)
    english = texts(shown)[0]
    language.switch("zh_CN")
    assert texts(shown)[0] != english
    assert "64" in texts(shown)[0]
    assert "alarm" not in shown.badge.text()


def test_the_gallery_has_a_chip_for_experiments_that_raise_alarms(desk: Any) -> None:
    gallery = desk.window.gallery
    gallery.show_alarms()
    shown = [card.card for card in gallery.cards if card.isVisible()]
    assert {"alarm-dead-relu", "gan-ring-collapses"} <= {card.id for card in shown}
    assert all(card.alarm for card in shown)
