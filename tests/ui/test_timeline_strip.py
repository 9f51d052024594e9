"""The timeline as a widget: what it paints, what it says, and how often it asks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.changes import LearningRate, Mark
from explorer.runs.branches import Branch
from ui import theme
from ui.rewind_pacer import RewindPacer
from ui.run_time import RunTime
from ui.timeline_painting import lane_depth, places_of
from ui.timeline_strip import TimelineStrip
from ui.timeline_words import words_at

MARK = Mark(1234, LearningRate(network="generator", value=0.001))
TIME = RunTime(
    step=2000, head=3000, num_steps=5000, is_back=True, moments=(0, 1000, 2000), marks=(MARK,),
    branches=(Branch("p", "Digits", 500, 4000, is_parent=True),),
)  # fmt: skip


@pytest.fixture
def strip(qtbot: QtBot) -> TimelineStrip:
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    strip.resize(600, 48)
    strip.show_time(TIME, can_rewind=True)
    return strip


def picture(strip: TimelineStrip) -> Callable[[float, float], QColor]:
    """The colour at a step and so many pixels below the line."""
    image: QImage = strip.grab().toImage()
    line_y = places_of(strip.scale, strip.height()).line_y
    return lambda step, below: image.pixelColor(QPoint(round(strip.scale.x_of(step)), round(line_y + below)))


def test_what_was_lived_what_lies_ahead_and_what_is_to_come_differ(strip: TimelineStrip) -> None:
    color = picture(strip)
    colors = theme.theme.colors
    assert color(1700, 0) == QColor(colors.training)
    assert color(4500, 0) == QColor(colors.line)
    assert color(2600, 0) not in (QColor(colors.training), QColor(colors.line))
    assert color(3000, 4) == QColor(colors.training), "the head"
    assert color(2000, 0) == QColor(colors.text), "the knob"


def test_a_change_is_an_amber_diamond(strip: TimelineStrip) -> None:
    assert picture(strip)(1234, 0) == QColor(theme.theme.colors.warning)
    strip.show_time(RunTime(step=2000, head=3000, num_steps=5000), can_rewind=True)
    assert picture(strip)(1234, 0) == QColor(theme.theme.colors.training)


def test_the_parent_goes_on_below_the_line(strip: TimelineStrip) -> None:
    before = picture(strip)
    strip.show_time(RunTime(step=2000, head=3000, num_steps=5000, is_back=True), can_rewind=True)
    without = picture(strip)
    depth = lane_depth(0)
    assert before(3500, depth) != without(3500, depth), "it is drawn up to its head"
    assert before(4300, depth) == without(4300, depth), "and no further"
    assert before(300, depth) == without(300, depth), "it has no life of its own before the fork"


def test_words_at_a_mark_and_at_a_fork(strip: TimelineStrip) -> None:
    scale = strip.scale
    assert words_at(scale, TIME, scale.x_of(1234)) == "step 1\u202f234: learning rate of the generator: 0.001"
    assert words_at(scale, TIME, scale.x_of(500)) == "forked at step 500 from “Digits”, which came to step 4\u202f000"
    assert words_at(scale, TIME, scale.x_of(2600)) == ""


def test_a_screen_reader_finds_a_slider_and_can_set_it(strip: TimelineStrip, qtbot: QtBot) -> None:
    about = QAccessible.queryAccessibleInterface(strip)
    assert about.role() == QAccessible.Role.Slider
    assert about.text(QAccessible.Text.Name) == "Timeline"
    assert "rewind" in about.text(QAccessible.Text.Description)
    assert (strip.minimum(), strip.maximum(), strip.value()) == (0, 3000, 2000)
    with qtbot.waitSignal(strip.step_asked) as asked:
        strip.setValue(1500)
    assert asked.args == [1500]


def test_what_is_shown_is_no_wish(strip: TimelineStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.step_asked), qtbot.assertNotEmitted(strip.step_chosen):
        strip.show_time(RunTime(step=7, head=9, num_steps=10), can_rewind=True)
    assert strip.value() == 7


def test_a_pacer_passes_on_the_first_and_the_last(qtbot: QtBot) -> None:
    pacer = RewindPacer()
    passed: list[int] = []
    pacer.passed.connect(passed.append)
    for step in range(100):
        pacer.ask(step)
    assert passed == [0]
    qtbot.waitUntil(lambda: passed == [0, 99], timeout=5000)
    pacer.ask(5)
    pacer.flush()
    assert passed[-1] == 5
    pacer.ask(6)
    pacer.forget()
    pacer.ask(7)
    assert passed[-1] == 7
    assert 6 not in passed


def test_the_timeline_follows_the_theme_and_the_scale(strip: TimelineStrip, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 2.0)
    strip.resize(strip.sizeHint())
    assert picture(strip)(1700, 0) == QColor(theme.LIGHT.training)
