"""Whoever looks closely at a long curve sees every value that was recorded, read anew from the run's folder."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.events import Series
from explorer.gallery import load
from explorer.runs.run_folder import RunFolder
from ui.stretch_reader import StretchReader
from ui.widgets.stretch import WHOLE, Stretch, StretchWish

NUM_STEPS = 60_000


@pytest.fixture
def long_run(tmp_path: Path) -> Path:
    random = np.random.default_rng(0)
    steps = np.arange(1, NUM_STEPS + 1)
    with RunFolder.create(tmp_path / "long", load("mlp-digits"), device="cpu", num_threads=1) as run:
        run.write_metrics((Series("train/loss", steps, random.random(NUM_STEPS)),))
        run.write_metrics((Series("learning_rate", steps, np.linspace(1, 0, NUM_STEPS)),))
        run.set_status("finished")
    return tmp_path / "long"


def test_zooming_in_reads_every_value(desk: Any, long_run: Path) -> None:
    desk.window.workspace.open_run(long_run)
    desk.window.show_train()
    curves = desk.window.workspace.train_page.docks.views["curves"]
    plot = curves._plot
    desk.until(lambda: "train/loss" in plot.curves)
    kept = len(plot.curves["train/loss"].raw)
    assert kept < NUM_STEPS / 10
    for _ in range(30):
        desk.qtbot.keyClick(plot, Qt.Key.Key_Plus)
    first, last = plot._window
    assert last - first < 100
    middle = (int(first) + int(last)) // 2
    desk.until(lambda: plot.readings(middle)[0][1] == middle)
    with RunFolder.open(long_run) as run:
        recorded = run.metrics("train/loss")
    assert plot.readings(middle)[0][2] == recorded.values[middle - 1]
    raw, smooth = plot.lines(plot._window)
    assert set(range(int(first) + 1, int(last))) <= set(raw.x)
    before = slice(middle - 200, middle)
    weights = 0.9 ** np.arange(199, -1, -1)
    mean = float((recorded.values[before] * weights).sum() / weights.sum())
    assert smooth.y[list(smooth.x).index(middle)] == pytest.approx(mean, abs=1e-6), "smoothed over all of them"
    desk.qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert len(plot._drawn()[0].raw) == kept
    assert curves.numbers()["train/loss"].shape == (kept,)


def test_another_experiment_forgets_what_was_read(desk: Any, long_run: Path) -> None:
    desk.window.workspace.open_run(long_run)
    desk.window.workspace.stretches.read(StretchWish(("train/loss",), 100, 200))
    desk.open("mlp-spirals")
    asked = []
    desk.window.workspace.stretches.arrived.connect(asked.append)
    desk.until(lambda: not desk.window.workspace.stretches._look.isActive())
    assert not asked


def test_a_run_that_cannot_be_read_leaves_what_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    reader, arrived = StretchReader(), []
    reader.arrived.connect(arrived.append)
    reader.follow(tmp_path / "gone")
    reader.read(StretchWish(("train/loss",), 0, 10))
    qtbot.waitUntil(lambda: not reader._look.isActive())
    assert not arrived


def test_wishes_for_the_same_steps_are_read_together(qtbot: QtBot, long_run: Path) -> None:
    reader = StretchReader()
    reader.follow(long_run)
    with qtbot.waitSignal(reader.arrived) as signal:
        reader.read(StretchWish(("train/loss",), 50, 60))
        reader.read(StretchWish(("train/loss",), 5, 15))
        reader.read(StretchWish(("learning_rate",), 5, 15))
    (stretch,) = signal.args
    assert stretch.wish == StretchWish(("train/loss", "learning_rate"), 5, 15)
    assert stretch.points["learning_rate"][0].tolist() == list(range(5, 16))


def test_a_stretch_serves_what_it_is_close_enough_to() -> None:
    long = Stretch(StretchWish((), 0, 100 * WHOLE), {})
    assert long.serves(10, 50 * WHOLE)
    assert not long.serves(10, 20)
    assert not long.serves(-1, 50 * WHOLE)
    assert Stretch(StretchWish((), 0, WHOLE), {}).serves(10, 20)
