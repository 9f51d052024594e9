"""Fields that are typed into: what can be read is taken, what cannot is explained and goes nowhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.fields.allowed import Bounds
from ui.fields.integer import IntegerField
from ui.fields.line import LineField, Unreadable
from ui.fields.number import NumberField
from ui.fields.numbers import NumbersField
from ui.fields.text import TextField

RATE = Bounds(above=0, at_most=100)


class Told:
    """What a field has told, and like a store it shows every edit to the field again."""

    def __init__(self, field: LineField[object]) -> None:
        self.values: list[object] = []
        self.refusals: list[str] = []
        self._field = field
        field.edited.connect(self._on_edited)
        field.refused.connect(self.refusals.append)

    def _on_edited(self, value: object) -> None:
        self.values.append(value)
        self._field.show_value(value)


def typed(qtbot: QtBot, field: LineField, value: object, text: str) -> Told:  # type: ignore[type-arg]
    qtbot.addWidget(field)
    field.show_value(value)
    told = Told(field)
    field.line.selectAll()
    qtbot.keyClicks(field.line, text)
    return told


@pytest.mark.parametrize(
    ("text", "value"), [("1e-3", 0.001), ("0,5", 0.5), (" 2 ", 2.0), ("1E-4", 1e-4), (".25", 0.25), ("100", 100.0)]
)
def test_numbers_can_be_typed_in_many_ways(qtbot: QtBot, text: str, value: float) -> None:
    assert typed(qtbot, NumberField(RATE), 3.0, text).values[-1] == value


@pytest.mark.parametrize(
    ("text", "cause"),
    [("fast", "not a number"), ("0", "too small"), ("-1", "too small"), ("101", "too large"), ("nan", "not a finite")],
)
def test_what_is_no_learning_rate_is_explained_and_goes_nowhere(qtbot: QtBot, text: str, cause: str) -> None:
    field = NumberField(RATE)
    qtbot.addWidget(field)
    field.show_value(0.01)
    told = Told(field)
    field.line.setText("")
    field.line.insert(text)
    field.line.textEdited.emit(text)
    assert told.values == []
    assert cause in told.refusals[-1]


def test_the_last_valid_value_comes_back_with_escape(qtbot: QtBot) -> None:
    field = IntegerField(Bounds(at_least=1))
    told = typed(qtbot, field, 64, "x")
    assert "not a whole number" in told.refusals[-1]
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == "64"
    assert told.refusals[-1] == ""
    assert told.values == []


def test_the_last_valid_value_comes_back_when_the_focus_goes(qtbot: QtBot) -> None:
    field, other = IntegerField(Bounds(at_least=1)), QWidget()
    qtbot.addWidget(other)
    row = QVBoxLayout(other)
    row.addWidget(field)
    other.show()
    field.show_value(64)
    told = Told(field)
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, "0")
    assert field.line.text() == "0"
    QApplication.sendEvent(field.line, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert field.line.text() == "64"
    assert told.values == []


def test_arrow_keys_go_along_the_scale_of_learning_rates(qtbot: QtBot) -> None:
    field = NumberField(RATE)
    told = typed(qtbot, field, 0.001, "0.001")
    for _ in range(3):
        qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert told.values == [0.002, 0.005, 0.01]
    for _ in range(4):
        qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert told.values[3:] == [0.005, 0.002, 0.001, 0.0005]
    assert field.line.text() == "0.0005"


def test_arrow_keys_stop_at_the_bound(qtbot: QtBot) -> None:
    field = IntegerField(Bounds(at_least=1, at_most=2))
    told = typed(qtbot, field, 1, "1")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(field.line, key)
    assert told.values == [2]


def test_showing_the_same_value_leaves_text_and_cursor_alone(qtbot: QtBot) -> None:
    field = NumberField(RATE)
    typed(qtbot, field, 1.0, "1e-3")
    field.line.setCursorPosition(1)
    field.show_value(0.001)
    assert field.line.text() == "1e-3"
    assert field.line.cursorPosition() == 1


def test_showing_another_value_replaces_the_text(qtbot: QtBot) -> None:
    field = IntegerField(Bounds())
    told = typed(qtbot, field, 5, "no")
    field.show_value(7)
    assert field.line.text() == "7"
    assert told.refusals[-1] == ""


def test_texts_are_as_long_as_the_spec_admits(qtbot: QtBot) -> None:
    assert typed(qtbot, TextField(max_length=4), "", "longer").values[-1] == "long"


@settings(max_examples=40, deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_are_read_as_they_are_written(qapp: object, value: float) -> None:
    field = NumberField(Bounds())
    assert field.read(field.write(value)) == value


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=3))
def test_shapes_are_read_as_they_are_written(qapp: object, sizes: list[int]) -> None:
    field = NumbersField(Bounds(at_least=1))
    assert field.read(field.write(tuple(sizes))) == tuple(sizes)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12))
def test_no_text_breaks_a_field(qapp: object, text: str) -> None:
    for field in (IntegerField(RATE), NumberField(RATE), NumbersField(RATE)):
        try:
            value = field.read(text)
        except Unreadable:
            continue
        numbers = value if isinstance(value, tuple) else (value,)
        assert all(RATE.admit(number) for number in numbers)


@settings(max_examples=40, deadline=None)
@given(st.floats(1e-12, 1e12))
def test_a_step_up_is_undone_by_a_step_down_on_the_scale(qapp: object, value: float) -> None:
    field = NumberField(Bounds())
    up = field.stepped(value, 1)
    assert up > value
    assert field.stepped(up, -1) <= value * (1 + 1e-12)
