"""What the painted widgets draw: pixels, layouts, ticks and numbers."""

import math
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from models.number_text import fixed_text, number_text, plain_text
from ui.theme import DARK, LIGHT, theme
from ui.widgets.attention_flow import MOST_LINES, AttentionFlow
from ui.widgets.axes import Span, labelled_ticks, round_ticks
from ui.widgets.bar_chart import BarChart
from ui.widgets.color_image import colormap_bytes, mapped_image, rgb_image
from ui.widgets.curve import Curve
from ui.widgets.curve_plot import CurvePlot
from ui.widgets.filling_splitter import FillingSplitter
from ui.widgets.flow_row import FlowRow
from ui.widgets.heatmap import Heatmap, HeatmapWords
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.line_label import LineLabel, Piece
from ui.widgets.polygon import polygon_of
from ui.widgets.quick_text import QuickText
from ui.widgets.sample_tiles import BAR, DRAWN_HEIGHT, sample_tiles
from ui.widgets.scatter_plot import Points, ScatterPlot, extent_of
from ui.widgets.shaded_text import ShadedText
from ui.widgets.text_rows import TextRows
from ui.widgets.tile_grid import fitting_grid


def move_mouse(widget: QWidget, place: QPoint) -> None:
    """As a person does, without the window system in between."""
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(place), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


@settings(max_examples=60, deadline=None)
@given(low=st.floats(-1e6, 1e6), size=st.floats(1e-3, 1e6), count=st.integers(3, 12))
def test_ticks_are_round_few_and_inside(low: float, size: float, count: int) -> None:
    ticks = round_ticks(low, low + size, count)
    assert 1 <= len(ticks) <= count + 2
    assert all(low - size * 1e-6 <= tick <= low + size * (1 + 1e-6) for tick in ticks)
    steps = np.diff(ticks)
    if len(steps):
        mantissa = steps[0] / 10 ** math.floor(math.log10(steps[0]) + 1e-9)
        assert min(abs(mantissa - round_one) for round_one in (1, 2, 5, 10)) < 1e-3


def test_log_ticks_are_powers_of_ten() -> None:
    labels = dict(labelled_ticks(Span(-3, 1, log=True), 6))
    between = labelled_ticks(Span(np.log10(0.22), np.log10(0.47), log=True), 6)
    assert [label for _, label in between] == ["0.25", "0.30", "0.35", "0.40", "0.45"]
    assert 10 ** between[0][0] == pytest.approx(0.25)
    assert labels == {-3: "0.001", -2: "0.01", -1: "0.1", 0: "1", 1: "10"}


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1234.5678, 6, "1\u202f234.57"), (0.0, 4, "0"), (0.01, 3, "0.0100"), (-0.5, 3, "−0.500"),
        (0.0123456, 4, "0.01235"), (0.99996, 4, "1.000"), (9.9999, 3, "10.0"),
        (1.5e-7, 3, "1.50e−7"), (float("nan"), 4, "NaN"), (float("-inf"), 4, "−∞"), (2.5e9, 3, "2.50e9"),
    ],
)  # fmt: skip
def test_numbers_as_people_read_them(value: float, digits: int, text: str) -> None:
    assert number_text(value, digits) == text


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (7.0, 4, "7"), (125.7, 6, "125.7"), (378559.0, 4, "378\u202f559"), (-0.25, 4, "−0.25"), (100.0, 3, "100"),
        (0.0, 6, "0"), (1.5e-7, 4, "1.5e−7"), (10000074.0, 4, "10\u202f000\u202f074"), (2e17, 4, "2e17"),
        (float("inf"), 4, "∞"), (float("nan"), 4, "NaN"),
        (0.30000001, 6, "0.3"), (2.00049, 4, "2"),
    ],
)  # fmt: skip
def test_numbers_as_a_table_has_them(value: float, digits: int, text: str) -> None:
    assert plain_text(value, digits) == text


def test_a_zero_carries_no_minus_sign() -> None:
    assert fixed_text(-0.001, 2) == "0.00"


def test_values_become_the_colours_of_the_map() -> None:
    image = mapped_image(np.array([[0.0, 1.0, 2.0, np.nan]]), 0.0, 2.0, "viridis")
    table = colormap_bytes("viridis")
    for column, index in enumerate((0, 128, 255, 0)):
        assert image.pixelColor(column, 0) == QColor(*(int(part) for part in table[index]))


def test_a_constant_signed_map_is_neutral_and_colours_stay_colours() -> None:
    middle = QColor(*(int(part) for part in colormap_bytes("signed")[128]))
    assert mapped_image(np.zeros((1, 1)), 0.0, 0.0, "signed").pixelColor(0, 0) == middle
    least = np.array([[0.0, 1e-42]], np.float32)  # what float32 can hardly tell from nothing, as of dead gradients
    assert mapped_image(least, -1e-42, 1e-42, "signed").pixelColor(1, 0) == middle
    red = rgb_image(np.array([[[1.0]], [[0.0]], [[0.0]]]), 0.0, 1.0)
    assert red.pixelColor(0, 0) == QColor(255, 0, 0)


@settings(max_examples=60, deadline=None)
@given(
    count=st.integers(1, 300), width=st.integers(1, 40), height=st.integers(1, 40),
    room=st.tuples(st.integers(200, 1500), st.integers(200, 1000)),
)  # fmt: skip
def test_a_grid_has_place_for_all_and_stays_inside(count: int, width: int, height: int, room: tuple[int, int]) -> None:
    grid = fitting_grid(count, (width, height), room, (0, 0), None)
    assert grid.columns * grid.rows >= count
    if grid.scale > 0.05:
        assert grid.columns * grid.cell_width <= room[0] + 1e-6
        assert grid.rows * grid.cell_height <= room[1] + 1e-6


def test_a_mosaic_draws_its_pixels_nearest_neighbour_and_tells_where_the_mouse_is(qtbot: QtBot) -> None:
    mosaic = ImageMosaic()
    qtbot.addWidget(mosaic)
    mosaic.resize(420, 220)
    tiles = np.stack([np.eye(4), 1 - np.eye(4)]).astype(np.float32)
    mosaic.show_tiles(tiles, 0, 1, "gray")
    mosaic.select(1)
    picture = mosaic.grab().toImage()
    rect, scale = mosaic.tile_rect(1), mosaic.grid().scale
    for row in range(4):
        for column in range(4):
            at = QPoint(int(rect.left() + (column + 0.5) * scale), int(rect.top() + (row + 0.5) * scale))
            assert picture.pixelColor(at).red() == (0 if row == column else 255)
    seen: list[tuple[int, ...]] = []
    mosaic.tile_hovered.connect(lambda *place: seen.append(place))
    move_mouse(mosaic, (rect.topLeft() + QPointF(scale * 2.5, scale * 1.5)).toPoint())
    assert (1, 1, 2) in seen
    move_mouse(mosaic, mosaic.tile_rect(1).bottomRight().toPoint())  # on the edge, beyond which there is no pixel
    assert seen[-1] == (1, 3, 3)


def test_a_mosaic_gives_up_long_captions_before_its_pictures(qtbot: QtBot) -> None:
    mosaic = ImageMosaic()
    qtbot.addWidget(mosaic)
    mosaic.show_tiles(np.zeros((24, 8, 8), np.float32), 0, 1, "gray")
    mosaic.set_captions([Caption("7→1 ✗ 0.55", "backward", "✗")] * 24)
    mosaic.resize(1400, 900)
    assert mosaic._layout()[1][0] == "7→1 ✗ 0.55"
    mosaic.resize(260, 200)
    assert mosaic._layout()[1][0] == "✗"


@pytest.mark.parametrize("names", [["猫 cats", "dogs 🐶"], ["三角形与正方形", "still life"], ["automobile", "truck"]])
def test_captions_do_not_run_into_each_other(names: list[str], qtbot: QtBot) -> None:
    mosaic = ImageMosaic()
    qtbot.addWidget(mosaic)
    mosaic.show_tiles(np.zeros((24, 8, 8), np.float32), 0, 1, "gray")
    pairs = [(names[tile % len(names)], names[tile // len(names) % len(names)]) for tile in range(24)]
    mosaic.set_captions([Caption(f"{name}→{other} ✗ 0.55", "backward", "✗") for name, other in pairs])
    mosaic.resize(1400, 900)
    grid, texts = mosaic._layout()
    assert "0.55" in texts[0]
    assert max(map(mosaic.fontMetrics().horizontalAdvance, texts)) <= grid.cell_width


def test_keys_choose_a_tile(qtbot: QtBot) -> None:
    mosaic = ImageMosaic()
    qtbot.addWidget(mosaic)
    mosaic.resize(400, 200)
    mosaic.show_tiles(np.zeros((8, 4, 4), np.float32), 0, 1, "gray")
    mosaic.select(0)
    with qtbot.waitSignal(mosaic.tile_clicked) as clicked:
        qtbot.keyClick(mosaic, Qt.Key.Key_Right)
    assert clicked.args == [1]


def test_a_heatmap_draws_cells_and_chooses_them_by_mouse_and_key(qtbot: QtBot) -> None:
    heatmap = Heatmap(square=True)
    qtbot.addWidget(heatmap)
    heatmap.resize(400, 300)
    values = np.arange(12, dtype=np.float32).reshape(3, 4)
    heatmap.show_values(values, (0.0, 11.0, "viridis"), HeatmapWords(list("abc"), list("wxyz"), "row", "column"))
    cell = heatmap.cell_rect(2, 3)
    corner = cell.topLeft().toPoint() + QPoint(3, 3)
    assert heatmap.grab().toImage().pixelColor(corner) == QColor(*(int(p) for p in colormap_bytes("viridis")[255]))
    move_mouse(heatmap, heatmap.cell_rect(1, 2).center().toPoint())
    assert heatmap.cell == (1, 2)
    qtbot.keyClick(heatmap, Qt.Key.Key_Down)
    assert heatmap.cell == (2, 2)


def test_bars_tell_which_one_is_under_the_mouse(qtbot: QtBot) -> None:
    bars = BarChart()
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    bars.show_values(np.array([1.0, -2.0, 3.0, np.nan]), x_title="unit", y_title="value")
    bars.grab()
    seen: list[int] = []
    bars.bar_hovered.connect(seen.append)
    frame = bars._axes().frame
    move_mouse(bars, QPointF(frame.left() + frame.width() * 0.4, frame.center().y()).toPoint())
    assert seen == [1]


def test_points_are_written_into_the_polygon() -> None:
    polygon = polygon_of(np.array([1.0, 2.5]), np.array([-3.0, 4.0]))
    assert [(point.x(), point.y()) for point in polygon.toList()] == [(1.0, -3.0), (2.5, 4.0)]
    assert polygon_of(np.zeros(0), np.zeros(0)).size() == 0


def plot_with(qtbot: QtBot, values: np.ndarray) -> CurvePlot:
    plot = CurvePlot()
    plot.set_titles("step", "loss")
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.set_smoothing(0.9)
    plot.add_curve("a", Curve("training", "training"))
    plot.append("a", np.arange(len(values)), values)
    plot.show_curves(("a",))
    return plot


def has_color(plot: CurvePlot, color: str) -> bool:
    image, wanted = plot.grab().toImage(), QColor(color)
    return any(image.pixelColor(x, y) == wanted for x in range(0, 500, 1) for y in range(0, 300, 3))


def test_smoothing_keeps_the_raw_line_in_sight_in_both_themes(qtbot: QtBot) -> None:
    values = np.where(np.arange(400) % 2, 1.0, 3.0)
    plot = plot_with(qtbot, values)
    raw, smooth = plot.lines((0, 399))
    assert (raw.strong, smooth.strong) == (False, True)
    assert raw.y.min() == 1
    assert raw.y.max() == 3
    assert smooth.y[50:].min() > 1.8
    try:
        for colors in (DARK, LIGHT):
            theme.colors = colors
            theme.changed.emit()
            assert has_color(plot, colors.training)
    finally:
        theme.colors = DARK
        theme.changed.emit()


def test_a_log_axis_leaves_out_what_has_no_logarithm(qtbot: QtBot) -> None:
    plot = plot_with(qtbot, np.array([0.0, 10.0, -1.0, 100.0, np.nan]))
    plot.set_smoothing(0.0)
    plot.set_log(True)
    (line,) = plot.lines((0, 4))
    np.testing.assert_array_equal(line.x, [1, 3])
    np.testing.assert_allclose(line.y, [1, 2])
    plot.grab()


def test_wheel_keys_and_double_click_move_the_window(qtbot: QtBot) -> None:
    plot = plot_with(qtbot, np.linspace(1, 0, 1000))
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert plot._window is not None
    first, last = plot._window
    assert last - first == pytest.approx(999 / 1.25)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert plot._window is None


def test_hovering_reads_exact_values(qtbot: QtBot) -> None:
    values = np.random.default_rng(0).standard_normal(5000)
    plot = plot_with(qtbot, values)
    plot.set_hovered(1234.2)
    ((curve, step, value),) = plot.readings(1234.2)
    assert (curve.label, step, value) == ("training", 1234, values[1234])
    plot.grab()


def test_a_million_points_cost_what_is_seen(qtbot: QtBot) -> None:
    plot = plot_with(qtbot, np.random.default_rng(0).standard_normal(1_000_000))
    assert all(len(line.x) <= 2 * 500 + 8 for line in plot.lines(plot.full_window()))
    plot.grab()


def test_groups_of_points_and_their_extent(qtbot: QtBot) -> None:
    points = np.array([[0.0, 0.0], [4.0, 2.0], [np.nan, 1.0]])
    left, right, bottom, top = extent_of(points)
    assert left < 0 < 4 < right
    assert bottom < 0 < 2 < top
    plot = ScatterPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    groups = [Points(points[:2], "#ff0000", symbol) for symbol in ("dot", "square", "cross", "plus")]
    plot.show_points(groups, (left, right, bottom, top))
    at = plot.axes().point(4.0, 2.0).toPoint()
    assert plot.grab().toImage().pixelColor(at) == QColor("#ff0000")
    axes = plot.axes()
    assert axes.frame.width() / axes.x.size == pytest.approx(axes.frame.height() / axes.y.size)


def test_flow_lines_are_the_strongest_and_can_be_picked_out(qtbot: QtBot) -> None:
    flow = AttentionFlow()
    qtbot.addWidget(flow)
    weights = np.eye(64, dtype=np.float32) * 0.5 + 0.5 / 64
    flow.show_weights(weights, ["a"] * 64, ["b"] * 64)
    flow.grab()
    assert len(flow.lines()) <= MOST_LINES
    flow.choose(3)
    assert flow.lines()[-1][:2] == (3, 3)


def test_samples_of_every_kind_become_pictures() -> None:
    assert sample_tiles(np.zeros((3, 1, 5, 6), np.float32)).shape == (3, 5, 6)
    assert sample_tiles(np.zeros((3, 3, 5, 6), np.float32)).shape == (3, 3, 5, 6)
    assert sample_tiles(np.zeros((3, 8, 8), np.float32)).shape == (3, 8, 8)
    assert sample_tiles(np.zeros((3, 70), np.float32)).shape == (3, 1, 70)
    pair = sample_tiles(np.stack([np.linspace(0, 1, 30), np.linspace(1, 0, 30)], axis=1, dtype=np.float32)[None])
    assert pair.shape == (1, DRAWN_HEIGHT, 30)
    assert pair[0, 0, 0] == pair[0, -1, 0] == pair[0, 0, -1] == 1
    bars = sample_tiles(np.array([[1, -2, 0, 5], [-1, 2, 1, 5]], np.float32))
    assert bars.shape == (2, DRAWN_HEIGHT, 4 * BAR)
    above, below = bars[:, : DRAWN_HEIGHT // 2].any(axis=1), bars[:, DRAWN_HEIGHT // 2 + 1 :].any(axis=1)
    assert above[:, ::BAR].tolist() == [[True, False, False, True], [False, True, True, True]]
    assert below[:, ::BAR].tolist() == [[False, True, False, False], [True, False, False, False]]
    line = sample_tiles(np.linspace(0, 1, 30, dtype=np.float32)[None, :, None])
    assert line.shape == (1, DRAWN_HEIGHT, 30)
    assert line[0, -1, 0] == 1
    assert line[0, 0, -1] == 1
    nan = np.array([[0, np.nan], [np.inf, 1]], np.float32)
    assert np.isfinite(sample_tiles(nan)).all()
    assert np.isfinite(sample_tiles(nan[:, :, None])).all()
    dots = sample_tiles(np.array([[0, 0], [1, 1]], np.float32))
    assert dots[0, -1, 0] == 1
    assert dots[1, 0, -1] == 1
    assert (dots.sum(axis=(1, 2)) == 9).all()


def test_texts_are_painted_and_read(qtbot: QtBot) -> None:
    rows, text = TextRows(), ShadedText()
    for widget in (rows, text):
        qtbot.addWidget(widget)
        widget.resize(500, 200)
    rows.show_rows(("source", "wanted", "written"), ["abc"], ["cba"], ["cbx"])
    assert rows.grab().toImage() != TextRows().grab().toImage()
    text.show_text("To ", "be\nor", np.array([0.1, 0.9, 0.5, 1.0, 0.2], np.float32))
    cells = text.cells()
    assert [symbol for _, symbol in cells] == list("To be⏎or")
    assert cells[6][0].top() > cells[5][0].top()
    seen: list[int] = []
    text.symbol_hovered.connect(seen.append)
    move_mouse(text, cells[4][0].center().toPoint())
    assert seen == [1]


def test_parts_are_arranged_so_that_their_pictures_grow_largest(qtbot: QtBot) -> None:
    mosaic, large = ImageMosaic(), Heatmap(square=True)
    splitter = FillingSplitter(mosaic, large)
    qtbot.addWidget(splitter)
    mosaic.show_tiles(np.zeros((16, 8, 8), np.float32), 0, 1, "gray")
    large.show_values(np.ones((8, 8), np.float32), (0.0, 1.0, "viridis"))
    splitter.show()
    splitter.resize(1000, 480)
    assert splitter.orientation() == Qt.Orientation.Horizontal
    splitter.resize(400, 800)
    assert splitter.orientation() == Qt.Orientation.Vertical
    before = splitter.sizes()
    mosaic.show_tiles(np.zeros((2, 8, 8), np.float32), 0, 1, "gray")
    splitter.refit()
    assert splitter.sizes()[0] < before[0], "two pictures need less height than sixteen"


def test_what_a_person_has_arranged_stays(qtbot: QtBot) -> None:
    splitter = FillingSplitter(ImageMosaic(), ImageMosaic())
    qtbot.addWidget(splitter)
    splitter.resize(600, 300)
    splitter.show()
    splitter.moveSplitter(400, 1)
    sizes = splitter.sizes()
    splitter.refit()
    assert splitter.sizes() == sizes


def test_controls_go_on_in_the_next_line(qtbot: QtBot) -> None:
    row_widget = QWidget()
    qtbot.addWidget(row_widget)
    row = FlowRow(row_widget)
    buttons = [QPushButton("abcdefgh", row_widget) for _ in range(4)]
    for button in buttons:
        button.setFixedSize(100, 30)
        row.addWidget(button)
    row_widget.resize(230, 100)
    row_widget.show()
    assert [button.y() for button in buttons] == [0, 0, 30 + row.spacing(), 30 + row.spacing()]
    assert row.minimumSize().width() == 100
    buttons[0].hide()
    assert row.heightForWidth(10_000) == 30
    row_widget.resize(1000, 100)
    row.activate()
    assert {button.y() for button in buttons[1:]} == {buttons[1].y()}


def test_a_legend_takes_a_second_line_and_keeps_it(qtbot: QtBot) -> None:
    label = LineLabel(num_lines=2)
    qtbot.addWidget(label)
    label.resize(260, label.sizeHint().height())
    label.show_pieces([Piece("generator 1.0", dot="generator")])
    one_line = label.height()
    long = [Piece(f"discriminator, validation 1.{number}", dot="generator", dashed=True) for number in range(2)]
    label.show_pieces(long)
    assert label.minimumHeight() > one_line
    label.show_pieces([Piece("a", dot="generator"), Piece("b", dot="generator")])
    assert label.minimumHeight() > one_line, "changing figures do not make the view jump"
    label.grab()


def test_steps_are_whole_numbers_on_the_axis(qtbot: QtBot) -> None:
    assert [label for _, label in labelled_ticks(Span(1, 3, whole=True), 8)] == ["1", "2", "3"]
    assert plot_with(qtbot, np.array([2.0])).full_window() == (0.0, 1.0)


def test_the_run_before_is_drawn_below_this_one_and_within_its_steps(qtbot: QtBot) -> None:
    plot = plot_with(qtbot, np.linspace(1, 0, 50))
    past = Curve("training, the run before", "training", past=True)
    past.append(np.arange(500), np.linspace(2, 1, 500))
    plot.show_past({"a": past})
    assert plot.full_window() == (0.0, 49.0)
    lines = plot.lines((0.0, 49.0))
    assert lines[0].curve is past
    assert not lines[0].strong
    assert [curve.label for curve, _, _ in plot.readings(10)] == ["training, the run before", "training"]
    plot.grab()


def test_text_that_was_laid_out_once_is_drawn_where_text_is_drawn(qtbot: QtBot) -> None:
    pictures = []
    for _ in range(2):
        image = QImage(60, 30, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        painter.setPen(QColor("#ffffff"))
        QuickText(painter).draw_centered("8", QRectF(0, 0, 60, 30))
        painter.end()
        pictures.append(image)
    assert pictures[0] == pictures[1]
    lit = [(x, y) for x in range(60) for y in range(30) if pictures[0].pixelColor(x, y).red() > 128]
    assert 24 <= np.mean([x for x, _ in lit]) <= 36
    assert 10 <= np.mean([y for _, y in lit]) <= 20


def test_a_mosaic_in_a_file_of_vectors_holds_each_picture_of_its_own(qtbot: QtBot, tmp_path: Path) -> None:
    mosaic = ImageMosaic()
    qtbot.addWidget(mosaic)
    mosaic.resize(220, 110)
    mosaic.show_tiles(np.stack([np.zeros((4, 4)), np.ones((4, 4))]).astype(np.float32), 0, 1, "gray")
    generator = QSvgGenerator()
    generator.setFileName(str(tmp_path / "mosaic.svg"))
    generator.setSize(mosaic.size())
    generator.setViewBox(mosaic.rect())
    painter = QPainter(generator)
    mosaic.render(painter, QPoint())
    painter.end()
    image = QImage(mosaic.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    painter = QPainter(image)
    QSvgRenderer(str(tmp_path / "mosaic.svg")).render(painter)
    painter.end()
    for tile, gray in ((0, 0), (1, 255)):
        assert image.pixelColor(mosaic.tile_rect(tile).center().toPoint()).red() == gray


def test_titles_of_rows_leave_the_width_to_the_pictures_where_it_is_narrow(qtbot: QtBot) -> None:
    mosaic = ImageMosaic()
    qtbot.addWidget(mosaic)
    mosaic.show_tiles(np.zeros((6, 8, 8)), 0.0, 1.0, "gray")
    mosaic.set_table(2, ["decoder 1 · cross"] * 3)
    mosaic.resize(400, 300)
    assert mosaic.grid().left > 0
    mosaic.resize(100, 300)
    assert mosaic.grid().left == 0
    assert mosaic.tile_rect(0).width() >= 40
