"""The Data page: a person looks through data with mouse and keys, filters, compares, and pins a sample."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sklearn.datasets import load_digits

from explorer import edits
from explorer.commands import Pin
from explorer.dataset import SPLITS, DatasetSpec
from explorer.datasets.adding import Adding
from explorer.datasets.digits import Digits
from explorer.datasets.mnist import Mnist
from explorer.datasets.points import Points
from explorer.datasets.reversal import Reversal
from explorer.datasets.sentences import Sentences
from explorer.datasets.waves import Waves
from explorer.datasets.word_windows import WordWindows
from explorer.spec import Experiment
from models.port import Port
from ui.data_page.array_table import ArrayTable, Column
from ui.data_page.data_page import DUPLICATES, MAP, SAMPLES, STATISTICS, DataPage
from ui.data_page.gallery_geometry import gallery_grid
from ui.jobs import Jobs
from ui.spec_store import SpecStore
from ui.text import language
from ui.theme import apply

LEFT = Qt.MouseButton.LeftButton


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from([Port("image", (1, 28, 28)), Port("image", (3, 200, 90)), Port("sequence", (64, 1)),
                     Port("sequence", (8, 8)), Port("vector", (2,)), Port("tokens", (9,), vocabulary=4)]),
    st.tuples(st.integers(1, 1500), st.integers(1, 900)), st.sampled_from([0.75, 1.0, 2.5]), st.integers(0, 500),
)  # fmt: skip
def test_every_cell_is_found_where_it_stands(port: Port, room: tuple[int, int], scale: float, position: int) -> None:
    grid = gallery_grid(port, room, 20, scale)
    first_row = position // grid.columns
    x, y = grid.place(position, first_row)
    assert grid.position_at(x, y, first_row, position + 1) == position
    assert grid.position_at(x, y, first_row, position) == -1
    assert grid.columns * grid.cell_width <= max(room[0], grid.cell_width)
    assert grid.num_rows(position + 1) == first_row + 1


class Page:
    """The page of some data with jobs on a thread, and what a person does there."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.jobs, self.store = qtbot, Jobs("thread"), SpecStore()
        self.page = DataPage(self.store, lambda: self.jobs)
        self.pinned: list[tuple[str, int]] = []
        self.page.pin_requested.connect(lambda *place: self.pinned.append(place))
        self.page.resize(1280, 640)
        self.page.show()

    def look_at(self, data: DatasetSpec) -> None:
        self.store.set(Experiment.model_validate({"data": data.model_dump()}))
        self.qtbot.waitUntil(lambda: self.page.look.data == data and self.page.look.answer is not None, timeout=20_000)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way, and all of it is drawn."""
        QApplication.processEvents()
        self.page.grab()
        self.qtbot.waitUntil(lambda: not self.jobs.under_way, timeout=20_000)
        QApplication.processEvents()
        self.page.grab()
        self.qtbot.waitUntil(lambda: not self.jobs.under_way, timeout=20_000)

    def click_cell(self, position: int) -> None:
        canvas = self.page.gallery.canvas
        self.qtbot.mouseClick(canvas, LEFT, pos=canvas.cell_rect(position).center().toPoint())
        self.settle()

    def click_tab(self, tab: int) -> None:
        self.qtbot.mouseClick(self.page.tabs, LEFT, pos=self.page.tabs.tabRect(tab).center())
        self.settle()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.page.gallery.canvas, key)
        self.settle()


@pytest.fixture
def at(qtbot: QtBot) -> Iterator[Page]:
    page = Page(qtbot)
    yield page
    page.jobs.close()
    page.page.close()
    page.page.deleteLater()


def colours(at: Page) -> int:
    image = at.page.grab().toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)})


def test_a_person_looks_through_pictures(at: Page) -> None:
    at.look_at(Digits())
    page, canvas = at.page, at.page.gallery.canvas
    assert page.sheet.place == ("train", 0)
    at.click_cell(2)
    assert page.sheet.place == ("train", 2)
    at.press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    grid = canvas.grid()
    assert grid is not None
    assert page.sheet.place == ("train", 3 + grid.columns)
    at.press(Qt.Key.Key_End)
    assert page.sheet.place == ("test", 358)
    assert canvas.cell_rect(1796).bottom() < canvas.height()
    assert page.samples.cell(1796) is not None
    at.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert page.sheet.place == ("test", 358 - 2 * grid.visible_rows * grid.columns)
    page.filters.index.selectAll()
    at.qtbot.keyClicks(page.filters.index.lineEdit(), "17")
    at.qtbot.keyClick(page.filters.index, Qt.Key.Key_Return)
    at.settle()
    assert page.sheet.place == ("test", 17)
    # only one class, chosen where the classes are counted
    at.qtbot.mouseClick(page.side.classes, LEFT, pos=page.side.classes.row_rect(3).center().toPoint())
    at.settle()
    assert page.filters.count.text() == "183 samples"
    at.click_cell(0)
    cell = page.samples.cell(0)
    assert cell is not None
    assert cell.page.classes is not None
    assert set(cell.page.classes.tolist()) == {3}
    assert page.sheet.facts.rows[2].value.text() == "3"
    at.qtbot.mouseClick(page.filters.class_chip, LEFT)
    at.qtbot.keyClicks(page.filters.search, "7")
    at.qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    at.settle()
    assert page.filters.count.text() == "179 samples"
    assert page.side.classes.chosen is None
    # pinned by the keyboard and by the button
    at.click_cell(1)
    at.press(Qt.Key.Key_Return)
    at.click_cell(0)
    at.qtbot.mouseClick(page.sheet.pin, LEFT)
    assert len(at.pinned) == 2
    assert at.pinned[1] == page.sheet.place
    assert page.sheet.pin.text() == "✓ Pinned"
    assert not page.sheet.pin.isEnabled()


def test_map_statistics_and_duplicates_lead_to_samples(at: Page) -> None:
    at.look_at(Digits())
    page = at.page
    at.click_tab(MAP)
    plot, projection = page.map.plot, page.map.projection
    assert projection is not None
    assert projection.method == "pca"
    place = plot.pixel_of(700).toPoint()
    at.qtbot.mouseMove(plot, place)
    at.settle()
    hovered = page.sheet.place
    assert hovered == projection.place(plot.point_at(place.toPointF()))
    at.qtbot.mouseMove(plot, QPoint(1, 1))
    at.settle()
    assert page.sheet.place == ("train", 0), "what was chosen is back"
    at.qtbot.mouseClick(plot, LEFT, pos=place)
    at.settle()
    assert page.sheet.place == hovered
    before = plot.selected
    at.qtbot.keyClick(plot, Qt.Key.Key_Right)
    at.settle()
    assert page.sheet.place == projection.place(before + 1)
    at.click_tab(STATISTICS)
    assert page.statistics.table.rows.rowCount() == 1
    assert page.statistics.values.shown.counts.sum() == 1258 * 64
    assert page.statistics.means.num_tiles == 10
    at.click_tab(DUPLICATES)
    assert page.duplicates.words.text() == "No two of 1\u202f797 samples are the same."
    assert not page.duplicates.leaks.isVisible()
    table, found = page.duplicates.pairs, page.duplicates.found
    assert found is not None
    at.qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.rows.index(2, 1)).center())
    at.settle()
    second = found.pairs[2].second
    assert page.sheet._page is not None
    assert (int(page.sheet._page.split_numbers[0]), int(page.sheet._page.indices[0])) == second


def test_leaks_are_told_and_lead_to_both_splits(at: Page) -> None:
    at.look_at(WordWindows(reach=1, vocabulary=60))
    page = at.page
    at.click_tab(DUPLICATES)
    assert page.duplicates.found is not None
    assert page.duplicates.leaks.isVisible()
    first, table = page.duplicates.found.twins[0], page.duplicates.twins
    assert first.leaks
    for column in (0, 1):
        place = table.visualRect(table.rows.index(0, column)).center()
        at.qtbot.mouseClick(table.viewport(), LEFT, pos=place)
        at.settle()
        assert page.sheet.place == (SPLITS[first.places[column][0]], first.places[column][1])


@pytest.mark.parametrize("light", [False, True])
def test_every_kind_of_data_is_drawn(at: Page, qapp: QApplication, light: bool) -> None:
    if light:
        apply(qapp, "light", 1.5)
        language.switch("zh_CN")
    for data in (Points(), Waves(), Adding(), Reversal(), Sentences()):
        at.look_at(data)
        page = at.page
        at.click_tab(SAMPLES)
        at.click_cell(1)
        assert page.sheet.place == ("train", 1)
        for tab in (SAMPLES, MAP, STATISTICS) if not light else (STATISTICS, SAMPLES):
            at.click_tab(tab)
            assert colours(at) > 8, (data.kind, tab)
        if page.look.overview is not None and page.look.overview.texts is not None:
            assert page.texts.vocabulary.rows.rowCount() > 20
    assert at.page.sheet.text.toPlainText() == at.page.sheet._page.texts[0]  # type: ignore[union-attr]


def test_what_is_missing_is_told_with_a_remedy_and_waiting_can_end(at: Page) -> None:
    at.look_at(Mnist())
    page = at.page
    assert page.notice.isVisible()
    assert "▲" in page.notice._hint.text()
    assert page.again.isVisible()
    at.store.set(edits.replace(at.store.experiment, "data", Digits().model_dump()))
    at.qtbot.waitUntil(lambda: page.look.is_loading, timeout=5000)
    page.look.stop()
    at.settle()
    if page.look.overview is None:  # else it was there sooner
        assert page.again.isVisible()
        at.qtbot.mouseClick(page.again, LEFT)
        at.qtbot.waitUntil(lambda: page.look.overview is not None, timeout=20_000)
    at.settle()
    assert page.gallery.isVisible()
    page.hide()
    at.store.set(edits.replace(at.store.experiment, "data", Points().model_dump()))
    assert page.look.data == Digits(), "nothing is loaded that nobody sees"
    page.show()
    at.qtbot.waitUntil(lambda: page.look.data == Points() and page.look.overview is not None, timeout=20_000)
    at.settle()


def test_a_table_is_sorted_by_numbers_or_by_words(qtbot: QtBot) -> None:
    table = ArrayTable()
    qtbot.addWidget(table)
    numbers, chosen = np.array([10, 9, 200]), []
    table.row_chosen.connect(lambda *cell: chosen.append(cell))
    table.show_columns([Column("n", lambda row: str(numbers[row]), numbers), Column("w", lambda row: "bca"[row])], 3)
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.rows.order.tolist() == [2, 0, 1]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert table.rows.order.tolist() == [2, 0, 1]
    table.setCurrentIndex(table.rows.index(1, 1))
    assert chosen == [(0, 1)]


def test_what_is_seen_of_data_is_copied_and_saved(desk, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    window, clipboard = desk.window, QGuiApplication.clipboard()
    window._jobs = Jobs("thread", window)
    desk.open("mlp-digits")
    window.show_build()
    clipboard.setText("mine")
    window.commands.copy_numbers.trigger()
    assert clipboard.text() == "mine"
    assert "No view is here" in window.status._hint.text()
    window.show_data()
    page = window.data_page
    desk.until(lambda: page.look.overview is not None)
    for tab, is_there, word in (
        (SAMPLES, lambda: page.sheet.place is not None, "class"),
        (MAP, lambda: page.map.projection is not None, "points"),
        (STATISTICS, lambda: page.statistics.table.isVisible(), "deviation"),
        (DUPLICATES, lambda: page.duplicates.found is not None, "pair distance"),
    ):
        page.show_tab(tab)
        desk.until(is_there)
        window.commands.copy_picture.trigger()
        assert clipboard.image().width() > 300
        window.commands.copy_numbers.trigger()
        names = [line.split("\t")[0] for line in clipboard.text().splitlines()]
        assert word in names
        pane = window.pane()
        window.view_commands.save_to(pane, tmp_path / f"{pane.kind}.npz")
        window.view_commands.save_to(pane, tmp_path / f"{pane.kind}.svg")
    digits = load_digits()
    with np.load(tmp_path / "samples.npz", allow_pickle=False) as saved:
        count = len(saved["index"])
        assert 10 < count < 1258
        assert saved["input"].shape == (count, 1, 8, 8)
        assert {tuple(sample.ravel()) for sample in saved["input"]} <= {tuple(row) for row in digits.data / 16}
    with np.load(tmp_path / "map.npz", allow_pickle=False) as saved:
        assert saved["points"].shape == (1797, 2)
        assert np.unique(saved["split"]).tolist() == ["test", "train", "validation"]
        assert np.array_equal(np.bincount(saved["class"]), np.bincount(digits.target))
    with np.load(tmp_path / "statistics.npz", allow_pickle=False) as saved:
        assert (saved["smallest"], saved["largest"]) == (0, 1)
        assert saved["histogram counts"].sum() == 1258 * 64
        assert saved["class means"].shape == (10, 1, 8, 8)
    with np.load(tmp_path / "duplicates.npz", allow_pickle=False) as saved:
        assert saved["pair splits"].shape == saved["pair indices"].shape == (len(saved["pair distance"]), 2)


def test_the_window_pins_what_was_chosen_there(desk) -> None:  # type: ignore[no-untyped-def]
    window = desk.window
    window._jobs = Jobs("thread", window)
    desk.open("mlp-digits")
    desk.start()
    data_tab = window.top_bar._tabs.buttons()[0]
    assert data_tab.text() == "Data"
    desk.qtbot.mouseClick(data_tab, LEFT)
    page = window.data_page
    desk.until(lambda: page.sheet.place == ("train", 0))
    desk.qtbot.mouseClick(page.sheet.pin, LEFT)
    pinned = desk.sent(Pin)
    assert (pinned.split, pinned.index) == ("train", 0)
    # of edited data, which are not the run's, a sample is pinned for the next run only
    store = window.workspace.store
    store.set(edits.replace(store.experiment, "data.split_seed", 7))
    desk.until(lambda: page.look.overview is not None and page.look.data == store.experiment.data)
    desk.until(lambda: page.sheet.place == ("train", 0) and page.sheet.pin.isEnabled())
    desk.qtbot.mouseClick(page.sheet.pin, LEFT)
    assert window.workspace.controller.conditions._pinned == (store.experiment.data, Pin("", "train", 0))
    assert not any(isinstance(command, Pin) for command in desk.engine.commands())
