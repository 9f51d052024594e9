"""The small parts of the window: theme, timeline, clock, numbers as tables, and the limits of the entry point."""

import csv
import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from explorer.gallery import cards, load
from explorer.training import Seconds
from ui import app, theme
from ui.pane_export import as_table
from ui.saved_run import extended
from ui.sparkline import MAX_POINTS
from ui.status_bar import clock, cost_words
from ui.theme import set_role
from ui.timeline_strip import TimelineStrip


def test_figures_are_as_wide_as_each_other(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    set_role(label, "number")
    label.ensurePolished()
    metrics = QFontMetrics(label.font())
    assert QFontInfo(label.font()).family() == "Inter"
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("0000")


@pytest.mark.parametrize("name", ["dark", "light"])
@pytest.mark.parametrize("scale", [0.75, 1.0, 2.0])
def test_no_text_is_smaller_than_twelve_pixels(
    qtbot: QtBot, qapp: QApplication, name: theme.ThemeName, scale: float
) -> None:
    theme.apply(qapp, name, scale)
    assert qapp.font().pixelSize() >= 12
    for role in ("heading", "muted", "number", "headline"):
        label = QLabel()
        qtbot.addWidget(label)
        set_role(label, role)  # type: ignore[arg-type]
        label.ensurePolished()
        assert label.font().pixelSize() >= 12
    assert theme.theme.colors == (theme.LIGHT if name == "light" else theme.DARK)


def _luminance(color: str) -> float:
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colors", [theme.DARK, theme.LIGHT])
@pytest.mark.parametrize("name", ["text", "muted", "training", "validation", "backward", "warning", "good"])
def test_words_stand_out_from_their_panel(colors: theme.Colors, name: str) -> None:
    light, dark = sorted((_luminance(getattr(colors, name)), _luminance(colors.panel)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.usefixtures("qapp")
@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 10), min_size=1, max_size=3000), st.integers(1, 700))
def test_the_timeline_stays_small_and_keeps_the_mean(losses: list[float], batch: int) -> None:
    strip = TimelineStrip()
    for start in range(0, len(losses), batch):
        part = losses[start : start + batch]
        strip.add_losses(range(start, start + len(part)), part)
    values = [value for _, value in strip.losses]
    assert 0 < len(values) <= MAX_POINTS
    assert min(losses) - 1e-9 <= min(values)
    assert max(values) <= max(losses) + 1e-9
    strip.deleteLater()


def test_every_loss_counts_on_the_timeline(qtbot: QtBot) -> None:
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    losses = [1.0] * MAX_POINTS + [5.0]
    strip.add_losses(range(len(losses)), losses)
    strip.add_losses([len(losses)], [5.0])
    assert strip.losses[-1] == (MAX_POINTS + 1.0, 5.0)


def test_the_timeline_skips_what_is_no_number(qtbot: QtBot) -> None:
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    strip.add_losses([0, 1, 2], [1.0, float("nan"), 3.0])
    assert strip.losses == ((0.0, 1.0), (2.0, 3.0))


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (21.4, "0:21"), (81, "1:21"), (3725, "1:02:05")])
def test_a_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_numbers_become_tables() -> None:
    table = as_table({"a": np.array([1.5, 2.0]), "b": np.arange(8).reshape(2, 2, 2)}, ",")
    rows = [row for row in csv.reader(io.StringIO(table)) if row]
    assert rows == [["a", "2"], ["1.5"], ["2.0"], ["b", "2 x 2 x 2"], ["0", "1"], ["2", "3"], ["4", "5"], ["6", "7"]]


def test_a_run_is_extended_in_the_unit_of_its_limit() -> None:
    experiment = load("mlp-digits")
    training = experiment.training.model_copy(update={"limit": Seconds(count=3)})
    assert extended(experiment.model_copy(update={"training": training}), 2).training.limit == Seconds(count=5)


def test_every_card_has_a_picture() -> None:
    from ui.gallery.experiment_card import picture_path

    missing = [card.id for card in cards() if card.offline and not picture_path(card.id).is_file()]
    assert not missing, f"make them with assets/screenshots/make_cards.py: {missing}"


def test_a_qt_that_crashes_python_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "6.12.0")
    monkeypatch.setattr("sys.version_info", (3, 11, 0))
    assert app.run_window([]) == 2
    assert "PySide6 6.12.0" in capsys.readouterr().err


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        app.run_window(["--language", "xx"])
    assert stop.value.code == 2
    assert "--language" in capsys.readouterr().err


def test_the_dearest_view_is_named_first() -> None:
    words = cost_words({"curves": 0.0, "feature_maps": 0.0213, "checkups": 0.004})
    assert words.split("\n")[1:] == [
        "Feature maps and activations: 2.1 %",
        "Checkups for alarms: 0.4 %",
        "Curves: 0.0 %",
    ]
