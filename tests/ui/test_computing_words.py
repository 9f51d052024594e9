"""The bottom line says how steps are computed on a device, and the bar of the run that a network is compiled."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from explorer.events import Progress, RunLoaded
from models.text import Text
from ui.place_words import state_words
from ui.run_states import MOVING, UNSTEPPABLE
from ui.status_bar import StatusBar
from ui.text import language

LOADED = RunLoaded("r", "", "cuda:0", 1, 100, 10, None)
NO_GRAPHS = Text("This kind of device has no graphs.")
REASON = Text("Steps are computed one operation at a time: {reason}", {"reason": NO_GRAPHS})
NOT_YET = Text("The networks are compiled in the first step.")


def device_label(bar: StatusBar) -> QLabel:
    return next(label for label in bar.findChildren(QLabel) if label.text() == "cuda:0")


def test_the_device_tells_how_it_computes(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show_run(LOADED, None)
    (threads,) = device_label(bar).toolTip().split("\n")
    bar.show_progress(Progress("r", 1, 0, 1.0, None, 10.0, 0.0, 0, computing=(REASON, NOT_YET)))
    always, first, second = device_label(bar).toolTip().split("\n")
    assert always == threads
    assert first == "Steps are computed one operation at a time: This kind of device has no graphs."
    assert second == "The networks are compiled in the first step."
    language.switch("zh_CN")
    assert device_label(bar).toolTip().split("\n")[1].startswith("逐个运算地计算每一步：这类设备")
    bar.show_run(LOADED, None)
    assert "逐个运算" not in device_label(bar).toolTip()


def test_compiling_is_a_state_in_which_the_run_moves(qtbot: QtBot) -> None:
    assert state_words("compiling", "", is_behind=False) == "compiling"
    language.switch("zh_CN")
    assert state_words("compiling", "", is_behind=False) == "编译中"
    assert "compiling" in MOVING
    assert "compiling" in UNSTEPPABLE
