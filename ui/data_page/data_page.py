"""The Data page: what the experiment learns from: a gallery, a map, statistics, duplicates, and one sample large."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QTabBar, QVBoxLayout, QWidget

from explorer.exploring.filtering import SampleFilter
from explorer.exploring.find_samples import FindSamples, FoundSamples
from explorer.exploring.look_at_data import FirstLook
from explorer.exploring.samples import SamplePage
from explorer.preparation import Preparation
from explorer.spec import Experiment
from models.problem import Problem
from models.text import Text
from ui.data_page.data_look import DataLook
from ui.data_page.duplicates_panel import DuplicatesPanel
from ui.data_page.filter_row import FilterRow
from ui.data_page.gallery import Gallery
from ui.data_page.map_panel import MapPanel
from ui.data_page.progress_row import ProgressRow
from ui.data_page.sample_pages import SamplePages
from ui.data_page.sample_reader import SampleReader
from ui.data_page.sample_sheet import SampleSheet
from ui.data_page.side_panel import SidePanel
from ui.data_page.statistics_panel import StatisticsPanel
from ui.data_page.texts_panel import TextsPanel
from ui.editors.block_row import problem_text
from ui.editors.panel import Panel
from ui.jobs import Errand, Jobs
from ui.pane import Pane
from ui.spec_store import SpecStore
from ui.text import bind, follow_language, say, tr
from ui.theme import GRID
from ui.widgets.notice import Notice
from ui.widgets.pages import Pages

SIDE_WIDTH, SHEET_WIDTH = 264, 288
PATIENCE_MS = 250  # until a person has stopped changing the data
SAMPLES, MAP, STATISTICS, DUPLICATES = range(4)
TAB_SOURCES = ("Samples", "Map", "Statistics", "Duplicates")


class DataPage(QWidget):
    """Follows the experiment's data, and looks at them only while it is seen."""

    pin_requested = Signal(str, int)  # split, index of a sample of the experiment's data

    def __init__(self, store: SpecStore, jobs: Callable[[], Jobs], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.look = DataLook(jobs, self)
        self.samples, self.reader = SamplePages(self.look, self), SampleReader(self.look, self)
        self.side, self.sheet, self.filters = SidePanel(), SampleSheet(), FilterRow()
        self.gallery = Gallery(self.look, self.samples)
        self.map, self.statistics = MapPanel(self.look), StatisticsPanel()
        self.texts, self.duplicates = TextsPanel(), DuplicatesPanel(self.look)
        self.tabs, self._panels, self._pages = QTabBar(), Pages(), Pages()
        self.notice, self.again, self.cancel = Notice(), QPushButton(), QPushButton()
        self.searching = ProgressRow()
        self._finding: Errand | None = None
        self._chosen: tuple[int, int] | None = None  # the sample that stays when the mouse has left the map
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._show_note("", "")

    def _lay_out(self) -> None:
        for source in TAB_SOURCES:
            self.tabs.addTab(tr(source))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        stage = Panel()
        stage.column.addWidget(self.tabs)
        gallery = QWidget()
        column = QVBoxLayout(gallery)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.filters, self.searching):
            column.addWidget(widget)
        column.addWidget(self.gallery, 1)
        self._gallery_page = gallery
        for page in (gallery, self.map, self.statistics, self.texts, self.duplicates):
            self._panels.add(page)
        stage.column.addWidget(self._panels, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.side, stage, self.sheet):
            split.addWidget(part)
        split.setStretchFactor(1, 1)
        split.setSizes([SIDE_WIDTH, 1000, SHEET_WIDTH])
        split.setHandleWidth(GRID)
        split.setChildrenCollapsible(False)
        self._content = split
        self._waiting = self._waiting_page()
        self._pages.add(self._waiting)
        self._pages.add(split)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self._pages)
        self.setFocusProxy(self.gallery)

    def _waiting_page(self) -> QWidget:
        page = Panel()
        middle = QHBoxLayout()
        for widget, stretch in ((QWidget(), 1), (self.notice, 2), (QWidget(), 1)):
            middle.addWidget(widget, stretch)
        page.column.addStretch(2)
        page.column.addLayout(middle)
        for button in (self.again, self.cancel):
            page.column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        page.column.addStretch(3)
        bind(self.again, "setText", "Try again")
        bind(self.cancel, "setText", "Cancel")
        return page

    def _connect(self) -> None:
        self._store.spec_changed.connect(self._on_spec_changed)
        self._patience.timeout.connect(self._look)
        self.look.begun.connect(self._on_begun)
        self.look.looked.connect(self._on_looked)
        self.look.failed.connect(self._on_failed)
        self.look.stopped.connect(self._on_stopped)
        self.look.progressed.connect(self._on_progressed)
        self.again.clicked.connect(lambda _checked=False: self.look.look_at(self._store.experiment.data, again=True))
        self.cancel.clicked.connect(self.look.stop)
        self.tabs.currentChanged.connect(self.show_tab)
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.index_asked.connect(self.go_to)
        self.side.classes.class_chosen.connect(self.filters.choose_class)
        self.gallery.canvas.chosen.connect(self._on_position_chosen)
        self.gallery.canvas.activated.connect(lambda _position: self.sheet.request_pin())
        self.map.sample_hovered.connect(self._on_peek)
        for panel in (self.map, self.duplicates):
            panel.sample_chosen.connect(self.choose)
        self.reader.arrived.connect(self._on_sample_read)
        self.sheet.pin_requested.connect(self._on_pin_requested)
        follow_language(self, self._show_words)

    def show_tab(self, tab: int) -> None:
        """Bring a panel to the front; what it shows is worked out when it is seen for the first time."""
        self.tabs.setCurrentIndex(tab)
        overview = self.look.overview
        is_text = overview is not None and overview.texts is not None
        statistics = self.texts if is_text else self.statistics
        self._panels.show_page((self._gallery_page, self.map, statistics, self.duplicates)[tab])
        if overview is None:
            return
        if tab == MAP:
            self.map.make()
        elif tab == STATISTICS and is_text:
            self.texts.show_overview(overview)
        elif tab == STATISTICS:
            self.statistics.show_overview(overview)
        elif tab == DUPLICATES:
            self.duplicates.make()

    def pane(self) -> Pane | None:
        """The panel in front, for copying and saving; None while nothing is known of the data."""
        if self._pages.current is not self._content:
            return None
        panel = self._panels.current
        return self.gallery if panel is self._gallery_page else panel if isinstance(panel, Pane) else None

    def choose(self, split_number: int, index: int) -> None:
        """Show this sample large, and frame it in the gallery when it is there."""
        self._chosen = split_number, index
        self.reader.read(split_number, index)
        found = self.samples.found
        position = found.position(split_number, index)
        is_there = position >= 0 and (found.split_numbers[position], found.indices[position]) == (split_number, index)
        self.gallery.canvas.select(position if is_there else -1)
        self.filters.show_index(index)

    def go_to(self, index: int) -> None:
        """Choose the sample of this index in the split that is looked at, or the next one that is there."""
        found = self.samples.found
        if not len(found):
            return
        split = self._chosen[0] if self._chosen is not None else int(found.split_numbers[0])
        split = split if split in found.split_numbers else int(found.split_numbers[0])
        self.gallery.canvas.choose(found.position(split, index))

    def _look(self) -> None:
        if self.isVisible():
            self.look.look_at(self._store.experiment.data)

    def _show_changed(self) -> None:
        experiment = self._store.experiment
        self.side.show_changed(is_changed=bool(experiment.added) or experiment.preparation != Preparation())

    def _on_spec_changed(self, experiment: Experiment) -> None:
        self._show_changed()
        if self.isVisible() and experiment.data != self.look.data:
            self._patience.start()

    def _on_begun(self) -> None:
        self._chosen = None
        for part in (self.samples, self.reader, self.map, self.duplicates, self.sheet):
            part.forget()
        self.sheet.show_pinned(None)
        self.again.hide()
        self.cancel.show()
        self._show_note(tr("Loading the data …"), tr("What is known of them will show here: their samples, a map of "
                        "them, statistics, and what is there twice."))  # fmt: skip

    def _on_progressed(self, done: float | None, text: Text | None) -> None:
        if text is not None:
            share = "" if done is None else f"{100 * done:.0f} %"
            self._show_note(say(text), share)

    def _on_looked(self, answer: FirstLook) -> None:
        overview = answer.overview
        self.filters.begin(overview.facts, overview.counts)
        self.side.show_overview(overview)
        self._show_changed()
        self.samples.show(answer.found, answer.page)
        self.filters.show_count(answer.found.total)
        self.map.begin()
        self._pages.show_page(self._content)
        self.gallery.canvas.show_samples()
        if len(answer.found):
            self.choose(int(answer.found.split_numbers[0]), int(answer.found.indices[0]))
        self.show_tab(self.tabs.currentIndex())

    def _on_failed(self, problems: tuple[Problem, ...]) -> None:
        self.cancel.hide()
        self.again.show()
        self._show_note(tr("These data cannot be shown"), problem_text(problems), is_problem=True)

    def _on_stopped(self) -> None:
        self.cancel.hide()
        self.again.show()
        self._show_note(tr("The data were not loaded"), tr("Nobody waits for them any more."))

    def _show_note(self, title: str, body: str, *, is_problem: bool = False) -> None:
        self.notice.show_words(title, "" if is_problem else body, body if is_problem else "", "warning")
        self._pages.show_page(self._waiting)

    def _on_filter_changed(self, wanted: SampleFilter) -> None:
        self.side.classes.select(wanted.class_number)
        self.map.highlight(wanted.class_number)
        if self.look.data is None:
            return
        if self._finding is not None:
            self._finding.cancel()
        job = FindSamples(self.look.data, wanted)
        self._finding = errand = self.look.ask(job, lambda answer: self._on_found(wanted, answer))
        self.searching.follow(errand)

    def _on_found(self, wanted: SampleFilter, answer: FoundSamples) -> None:
        if wanted != self.filters.wanted:
            return
        self.samples.show(answer.found, answer.page)
        self.filters.show_count(answer.found.total)
        self.gallery.canvas.show_samples()
        if self._chosen is not None:
            self.choose(*self._chosen)

    def _on_position_chosen(self, position: int) -> None:
        found = self.samples.found
        self.choose(int(found.split_numbers[position]), int(found.indices[position]))

    def _on_peek(self, place: tuple[int, int] | None) -> None:
        place = place or self._chosen
        if place is not None:
            self.reader.read(*place)

    def _on_sample_read(self, page: SamplePage) -> None:
        if (overview := self.look.overview) is not None:
            self.sheet.show_sample(page, overview)

    def _on_pin_requested(self, split: str, index: int) -> None:
        self.sheet.show_pinned(self.sheet.place)
        self.pin_requested.emit(split, index)

    def _show_words(self) -> None:
        for number, source in enumerate(TAB_SOURCES):
            self.tabs.setTabText(number, tr(source))
        answer = self.look.answer
        if isinstance(answer, FirstLook):
            self.side.show_words(answer.overview)
            self.filters.show_count(self.samples.found.total)
            for part in (self.map, self.duplicates, self.sheet):
                part.show_words()
            self.show_tab(self.tabs.currentIndex())
        elif answer is not None:
            self._on_failed(answer)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        is_refused = isinstance(self.look.answer, tuple)
        self.look.look_at(self._store.experiment.data, again=is_refused)  # what was missing may be there by now
