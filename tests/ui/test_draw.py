"""A sample of one's own: made with real strokes, clicks and keys, and what is sent of it."""

import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from explorer import gallery
from explorer.datasets import DATASETS, Adding, AgNews, Digits, Shapes, Waves
from explorer.events import SnapshotTaken
from explorer.own.scan import scan
from explorer.snapshots import AnswerSnapshot, Sample
from models.port import DataPorts, Port
from ui.drawing import tool_for
from ui.drawing.curve_tool import CurveTool
from ui.drawing.image_tool import ImageTool
from ui.drawing.plane_tool import PlaneTool
from ui.drawing.slider_tool import SliderTool
from ui.drawing.text_tool import TextTool
from ui.drawing.tool import Tool
from ui.text import language
from ui.views.draw import Draw

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, widget: QWidget, width: int = 700, height: int = 500) -> Any:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def stroke(qtbot: QtBot, paper: Any, places: Sequence[tuple[float, float]]) -> None:
    """Press, move and let go at these shares of the sheet's sides."""
    frame = paper.frame() if hasattr(paper, "frame") else paper.axes().frame
    points = [
        QPoint(round(frame.left() + x * frame.width()), round(frame.top() + y * frame.height())) for x, y in places
    ]
    qtbot.mousePress(paper, LEFT, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(paper, point)
    qtbot.mouseRelease(paper, LEFT, pos=points[-1])


def opened(qtbot: QtBot, name: str) -> tuple[Draw, list[np.ndarray]]:
    view = Draw()
    given: list[np.ndarray] = []
    view.give_requested.connect(given.append)
    view.reset(gallery.load(name))
    return shown(qtbot, view), given


def answer(sample: Sample, **fields: object) -> list[Any]:
    empty = np.empty(0, np.float32)
    snapshot = AnswerSnapshot(sample, (), empty, empty, np.empty((0, 2), np.float32), np.empty(0, np.int64))
    return [SnapshotTaken("r", "draw", 7, replace(snapshot, **fields))]


def test_strokes_become_a_centred_digit_and_can_be_taken_back(qtbot: QtBot) -> None:
    tool = shown(qtbot, ImageTool(Digits()))
    assert not tool.undo.isEnabled()
    stroke(qtbot, tool.paper, [(0.2, 0.2), (0.2, 0.5), (0.2, 0.8)])
    one = tool.sample()
    assert (one.dtype, one.shape, one.max()) == (np.uint8, (1, 8, 8), 16)
    assert one[0, :, 3:5].sum() > 0.8 * one.sum(), "it stands in the middle"
    stroke(qtbot, tool.paper, [(0.2, 0.5), (0.8, 0.5)])
    assert tool.sample().sum() != one.sum()
    qtbot.mouseClick(tool.undo, LEFT)
    assert np.array_equal(tool.sample(), one)
    qtbot.mouseClick(tool.centre, LEFT, pos=QPoint(8, tool.centre.height() // 2))
    assert not tool.sample()[0, :, 4:].any(), "as it was drawn"
    qtbot.mouseClick(tool.eraser, LEFT)
    tool.thickness.setValue(30)
    stroke(qtbot, tool.paper, [(0.2, 0.0), (0.2, 1.0)])
    assert not tool.sample().any()
    tool.paper.setFocus()
    qtbot.keyClick(tool.paper, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tool.sample().any()
    qtbot.mouseClick(tool.clear, LEFT)
    assert not tool.sample().any()
    assert not tool.color.isVisible()


def test_the_pen_is_as_thick_as_the_strokes_of_the_data(qtbot: QtBot) -> None:
    """Thinner strokes than those that a network has learned are read wrongly."""
    tool = shown(qtbot, ImageTool(Digits()))
    stroke(qtbot, tool.paper, [(0.27, 0.12), (0.73, 0.12), (0.45, 0.9)])
    train = Digits().splits()["train"]
    sevens = train.inputs[train.targets == 7] / 16
    assert tool.picture().mean() == pytest.approx(sevens.mean(), rel=0.25)
    assert tool.thickness.value() == 15


def test_a_stroke_and_its_mirror_image_are_mirror_images(qtbot: QtBot) -> None:
    def made(places: list[tuple[float, float]]) -> np.ndarray:
        tool = shown(qtbot, ImageTool(Digits()), 420, 620)
        tool.centre.setChecked(False)
        stroke(qtbot, tool.paper, places)
        return np.asarray(tool.picture())

    left, right = made([(0.25, 0.2), (0.25, 0.8)]), made([(0.75, 0.2), (0.75, 0.8)])
    assert np.abs(left - right[:, :, ::-1]).max() < 0.1  # the mouse stands on whole pixels


def test_colours_are_drawn_as_chosen(qtbot: QtBot) -> None:
    tool = shown(qtbot, ImageTool(Shapes()))
    assert tool.color.isVisible()
    assert not tool.centre.isVisible()
    tool.choose_color(QColor("#ff8000"))
    stroke(qtbot, tool.paper, [(0.1, 0.5), (0.9, 0.5)])
    sample = tool.sample()
    assert (sample.shape, sample.dtype) == ((3, 32, 32), np.uint8)
    assert sample[:, 16, 16].tolist() == [255, 128, 0]
    with qtbot.waitSignal(tool.made):
        qtbot.mouseClick(tool.invert, LEFT)
    assert tool.sample()[:, 0, 0].tolist() == [255, 255, 255]


def test_pictures_are_pasted_and_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    tool = shown(qtbot, ImageTool(Shapes()))
    image = QImage(64, 32, QImage.Format.Format_RGB32)
    image.fill(QColor("#3366cc"))
    QGuiApplication.clipboard().setImage(image)
    qtbot.mouseClick(tool.paste, LEFT)
    sample = tool.sample()
    assert sample[:, 16, 16].tolist() == [0x33, 0x66, 0xCC]
    assert not sample[:, 2, 16].any(), "it keeps its shape"
    path = tmp_path / "红色 🟥.png"
    image.fill(QColor("red"))
    assert image.save(str(path))
    drop(tool.paper, path)
    assert tool.sample()[:, 16, 16].tolist() == [255, 0, 0]
    grey = shown(qtbot, ImageTool(Digits()))
    drop(grey.paper, path)
    assert grey.sample().max() == round(0.299 * 16)


def drop(widget: QWidget, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    place, none = QPointF(widget.rect().center()), Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), Qt.DropAction.CopyAction, mime, LEFT, none)
    widget.dragEnterEvent(enter)
    assert enter.isAccepted()
    widget.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, mime, LEFT, none))


def test_pictures_that_cannot_be_read_are_problems(qtbot: QtBot, tmp_path: Path) -> None:
    view, given = opened(qtbot, "cnn-digits")
    assert isinstance(view.tool, ImageTool)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    whole = tmp_path / "whole.png"
    assert image.save(str(whole))
    broken, vast = tmp_path / "broken.png", tmp_path / "vast.png"
    broken.write_bytes(whole.read_bytes()[:45])
    content = bytearray(whole.read_bytes())
    content[16:24] = (40_000).to_bytes(4, "big") * 2
    content[29:33] = zlib.crc32(bytes(content[12:29])).to_bytes(4, "big")
    vast.write_bytes(content)
    drop(view.tool.paper, broken)
    assert "broken.png" in view._words.text
    drop(view.tool.paper, vast)
    assert "40\u202f000" in view._words.text
    assert view.shows_content
    assert not view.tool.sample().any()
    drop(view.tool.paper, whole)
    qtbot.waitUntil(lambda: bool(given))


def test_what_is_drawn_is_sent_the_newest_last(qtbot: QtBot) -> None:
    view, given = opened(qtbot, "cnn-digits")
    assert "Space" in view._words.text
    assert isinstance(view.tool, ImageTool)
    stroke(qtbot, view.tool.paper, [(0.2 + 0.01 * step, 0.5) for step in range(60)])
    qtbot.waitUntil(lambda: bool(given) and np.array_equal(given[-1], view.tool.sample()))  # type: ignore[union-attr]
    assert len(given) < 30
    seen = given[-1].astype(np.float32) / 16
    tile = view.seen.grab().toImage()
    sample = Sample("validation", 3, values=seen, predicted="1", is_given=True)
    view.show_events(answer(sample, names=tuple("0123456789"), probabilities=np.full(10, 0.1, np.float32)))
    assert "answer “1”" in view._words.text
    assert view._back.isEnabled()
    assert view.bars.isVisible()
    assert not tile.isNull()
    with qtbot.waitSignal(view.pin_requested) as asked:
        qtbot.mouseClick(view._back, LEFT)
    assert asked.args == ["validation", 3]
    before = view.tool
    view.reset(gallery.load("cnn-digits"))
    assert view.tool is before
    assert view.tool.sample().any(), "what was drawn stays for the next run"
    view.reset(gallery.load("lstm-sentences"))
    assert isinstance(view.tool, TextTool)


def test_words_are_sent_as_they_are_written_and_unknown_ones_are_marked(qtbot: QtBot) -> None:
    view, given = opened(qtbot, "lstm-sentences")
    assert isinstance(view.tool, TextTool)
    qtbot.keyClicks(view.tool.field, "The object zzqx")
    qtbot.waitUntil(lambda: bool(given) and given[-1].tolist() == ["the", "object", "zzqx"])
    assert [word.text for word in view.tool.rows._rows[0].words] == ["the", "object", "zzqx ✗"]
    assert "not known" in view.tool.words.text
    view, given = opened(qtbot, "transformer-reversal")
    assert isinstance(view.tool, TextTool)
    qtbot.keyClicks(view.tool.field, "abc")
    assert view.tool.sample() is None
    assert "5 more letters" in view.tool.words.text
    language.switch("zh_CN")
    language.switch("en")
    qtbot.keyClicks(view.tool.field, "defgh")
    assert "".join(view.tool.sample()) == "abcdefgh"  # type: ignore[arg-type]


def test_where_only_a_run_knows_the_words_its_answer_marks_them(qtbot: QtBot) -> None:
    tool = shown(qtbot, tool_for(AgNews(length=8)))
    qtbot.keyClicks(tool.field, "Oil prices zzqx")
    assert tool.sample().tolist() == ["oil", "prices", "zzqx"]
    read = Sample("validation", 0, tokens=("·",) * 5 + ("oil", "prices", "[?]"), is_given=True)
    tool.follow(answer(read)[0].snapshot)
    assert [word.text for word in tool.rows._rows[0].words] == ["oil", "prices", "zzqx ✗"]


def test_a_point_is_placed_with_the_mouse_and_moved_with_the_keys(qtbot: QtBot) -> None:
    view, given = opened(qtbot, "mlp-moons")
    assert isinstance(view.tool, PlaneTool)
    assert view.tool.sample() is None
    plane = view.tool.plane
    stroke(qtbot, plane, [(0.5, 0.5), (0.75, 0.25)])
    x, y = view.tool.sample().tolist()  # type: ignore[union-attr]
    assert (x, y) == pytest.approx((0.65, 0.65), abs=0.03)
    qtbot.keyClick(plane, Qt.Key.Key_Left)
    assert view.tool.sample().tolist()[0] < x  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(given) and given[-1].dtype == np.float32)
    points = np.array([[-5, -5], [5, 5]], np.float32)
    view.show_events(answer(Sample("validation", 0), points=points, classes=np.array([0, 1])))
    stroke(qtbot, plane, [(0.999, 0.001)])
    assert view.tool.sample().min() > 5  # type: ignore[union-attr]


def test_a_curve_follows_the_mouse(qtbot: QtBot) -> None:
    tool = shown(qtbot, tool_for(Waves()))
    assert isinstance(tool, CurveTool)
    stroke(qtbot, tool.paper, [(0.0, 0.5), (0.5, 0.0), (1.0, 0.5)])
    values = tool.sample()
    assert values.shape == (64, 1)
    assert values[:, 0].argmax() in (31, 32)
    assert values.max() == pytest.approx(1.5, abs=0.1)
    assert np.all(np.diff(values[:32, 0]) >= 0)
    qtbot.mouseClick(tool.clear, LEFT)
    assert not tool.sample().any()
    tool = shown(qtbot, tool_for(Adding()))
    tool.feature.setCurrentIndex(1)
    stroke(qtbot, tool.paper, [(0.0, 0.0), (1.0, 0.0)])
    assert not tool.sample()[:, 0].any()
    assert tool.sample()[:, 1].all()


def test_a_vector_has_a_slider_for_each_number(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = replace(Waves().facts(), ports=DataPorts(Port("vector", (4,)), num_classes=4))
    monkeypatch.setattr(Waves, "facts", lambda self: facts)
    tool = shown(qtbot, tool_for(Waves()))
    assert isinstance(tool, SliderTool)
    tool.sliders[1].setValue(150)
    tool.fields[2].setValue(-7.25)
    assert tool.sample().tolist() == [0.0, 1.5, -7.25, 0.0]


def test_sliders_take_the_unit_of_the_file_once_a_run_tells_it(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [f"{1900 + row},{row % 5 / 10},{row * 7.5}" for row in range(60)]
    (tmp_path / "t.csv").write_text("\n".join(["year,share,price", *rows, ""]), "utf-8")
    (spec,) = scan(tmp_path / "t.csv", lambda *_told: None).choices
    tool = shown(qtbot, SliderTool(spec))
    assert [label.text() for label in tool.findChildren(QLabel)] == ["year", "share"]
    tool.sliders[0].setValue(100)
    assert tool.sample().tolist() == [1.0, 0.0]
    units = spec.load().input_units
    assert units is not None
    (event,) = answer(Sample("train", 0, np.zeros(2, np.float32)), units=units)
    tool.follow(event.snapshot)
    assert tool.fields[0].value() == pytest.approx(units.means[0] + units.deviations[0], abs=0.01)
    np.testing.assert_allclose(tool.sample(), (1.0, 0.0), atol=1e-3)
    tool.fields[0].setValue(1930)
    tool.fields[1].setValue(0.3)
    np.testing.assert_allclose(units.restored(tool.sample()), (1930, 0.3), rtol=1e-5)
    tool.sliders[0].setValue(-100)
    assert tool.fields[0].value() == pytest.approx(units.means[0] - units.deviations[0], abs=0.01)


@pytest.mark.parametrize("kind", DATASETS)
def test_there_is_a_tool_for_all_data(qtbot: QtBot, kind: type) -> None:
    tool = shown(qtbot, tool_for(kind()))
    assert isinstance(tool, Tool)
    sample = tool.sample()
    assert sample is None or sample.shape == kind().facts().ports.input.shape
    for size in ((200, 120), (500, 200), (300, 700)):
        tool.resize(*size)
        tool.grab()


def test_what_a_network_gives_back_stands_beside(qtbot: QtBot) -> None:
    view, _ = opened(qtbot, "unet-digits")
    values = np.eye(8, dtype=np.float32)[None]
    view.show_events(answer(Sample("validation", 0, values=values), picture=values[:, ::-1].copy()))
    assert view.seen.num_tiles == 2
    assert set(view.numbers()) == {"sample", "names", "probabilities", "picture"}
