"""A digit drawn with the mouse in the real window is answered by the network that trains meanwhile."""

from itertools import pairwise
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt


def test_a_digit_is_drawn_while_the_network_learns(person: Any) -> None:
    person.open_card("cnn-digits")
    view = person.show_view("draw")
    assert "Space" in view._words.text
    draw(person, view.tool.paper, [(0.5, 0.15), (0.5, 0.4), (0.5, 0.85)])
    person.train_for_long()
    person.until_state("running")
    person.until(lambda: view.snapshot is not None and view.snapshot.sample.is_given)
    person.until(lambda: view.snapshot.sample.predicted == "1")
    assert person.controller.state == "running"
    first = view.snapshot.sample.values
    assert np.array_equal(np.rint(first * 16).astype(np.uint8), view.tool.sample())

    person.click(view.tool.clear)
    draw(person, view.tool.paper, [(0.25, 0.15), (0.75, 0.15), (0.45, 0.85)])
    person.until(lambda: view.snapshot.sample.predicted == "7")
    maps = person.show_view("feature_maps")
    person.until(lambda: maps.snapshot is not None and maps.snapshot.sample.is_given)
    assert "your own sample" in maps._words.text

    person.show_view("draw")
    person.click(view._back)
    person.until(lambda: not view.snapshot.sample.is_given)
    assert not view._back.isEnabled()
    person.stop()


def draw(person: Any, paper: Any, corners: list[tuple[float, float]]) -> None:
    """One stroke through these corners, in small steps as a hand makes them."""
    frame = paper.frame()
    ways = [
        (np.array(start) + share * (np.array(end) - start)).tolist()
        for start, end in pairwise(corners)
        for share in np.linspace(0, 1, 12)
    ]
    points = [QPoint(round(frame.left() + x * frame.width()), round(frame.top() + y * frame.height())) for x, y in ways]
    person.qtbot.mousePress(paper, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points:
        person.qtbot.mouseMove(paper, point)
    person.qtbot.mouseRelease(paper, Qt.MouseButton.LeftButton, pos=points[-1])
