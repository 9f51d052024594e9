"""The histogram: bars in the colours of the values, and the number of values in words."""

import numpy as np
from pytestqt.qtbot import QtBot

from ui.theme import colormap
from ui.widgets.histogram import Histogram


def shown(qtbot: QtBot, reach: float) -> Histogram:
    bars = Histogram()
    qtbot.addWidget(bars)
    bars.resize(320, 60)
    edges = np.linspace(-1, 1, 5, dtype=np.float32)
    bars.show_counts(np.array([1, 2, 0, 1000]), edges, reach)
    return bars


def test_bars_have_the_colours_that_their_values_have_in_the_picture(qtbot: QtBot) -> None:
    table = colormap("signed").tolist()
    found = [color.getRgb()[:3] for color in shown(qtbot, reach=0.75).colors]
    assert list(found[0]) == table[0], "the lowest bar stands for -0.75, the end of the colours"
    assert list(found[3]) == table[255]
    paler = [color.getRgb()[:3] for color in shown(qtbot, reach=100).colors]
    assert len({tuple(color) for color in paler}) < 4, "next to much larger values all are about zero"


def test_the_number_of_values_and_their_reach_are_said(qtbot: QtBot) -> None:
    bars = shown(qtbot, reach=1)
    assert bars.toolTip() == bars.accessibleName() == "1\u202f003 values between −1.000 and 1.000"
    image = bars.grab().toImage()
    full, empty = (round(320 * share) for share in (0.9, 0.6))
    assert image.pixelColor(full, 10) == bars.colors[3]
    assert image.pixelColor(empty, 10) != bars.colors[2]
