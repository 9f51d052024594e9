"""Rows that the program selects."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from ui.widgets.row_selection import select_row

HELD = [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier]


@pytest.mark.parametrize("held", HELD)
def test_the_row_alone_is_selected_whatever_keys_are_held_down(held: Qt.KeyboardModifier, qtbot: QtBot) -> None:
    table = QTableWidget(3, 2)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    select_row(table, 0)
    QTest.keyPress(table.windowHandle(), Qt.Key.Key_F24, held)
    assert QGuiApplication.keyboardModifiers() == held
    for row in (2, 2):
        select_row(table, row)
        assert [index.row() for index in table.selectionModel().selectedRows()] == [row]
    QTest.keyRelease(table.windowHandle(), Qt.Key.Key_F24, Qt.KeyboardModifier.NoModifier)
