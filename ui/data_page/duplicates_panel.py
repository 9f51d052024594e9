"""Samples that are there twice, or nearly: in words, and in two tables that lead to them."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from explorer.dataset import SPLITS
from explorer.exploring.duplicates import Duplicates, Place, Twins
from explorer.exploring.find_duplicates import FindDuplicates
from models.number_text import fixed_text
from ui.data_page.array_table import ArrayTable, Column
from ui.data_page.data_look import DataLook
from ui.data_page.progress_row import ProgressRow
from ui.data_page.sample_words import place_text
from ui.jobs import Errand
from ui.pane import Numbers, Pane
from ui.text import tr
from ui.theme import GRID
from ui.widgets.titled import Titled
from ui.widgets.words import Words

FEW = 6  # samples of a group that are named


class DuplicatesPanel(Pane):
    """Samples are compared when the panel is seen for the first time."""

    kind, title = "duplicates", "Duplicates"

    sample_chosen = Signal(int, int)  # split number, index

    def __init__(self, look: DataLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._errand: Errand | None = None
        self.found: Duplicates | None = None
        self.words, self.leaks, self.progress = Words(wrap=True), Words("warning", wrap=True), ProgressRow()
        self.twins, self.pairs = ArrayTable(), ArrayTable()
        self._twins_titled, self._pairs_titled = Titled(self.twins), Titled(self.pairs)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self._twins_titled)
        self._split.addWidget(self._pairs_titled)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self.words, self.leaks, self.progress):
            layout.addWidget(widget)
        layout.addWidget(self._split, 1)
        layout.addStretch(0)
        self.twins.row_chosen.connect(self._on_twins_chosen)
        self.pairs.row_chosen.connect(self._on_pair_chosen)
        self.show_words()

    def numbers(self) -> Numbers:
        found = self.found
        if found is None:
            return {}
        twins = [(number, *place) for number, group in enumerate(found.twins) for place in group.places]
        groups, twin_splits, twin_indices = np.array(twins, np.int64).reshape(-1, 3).T
        ends = np.array([(*pair.first, *pair.second) for pair in found.pairs], np.int64).reshape(-1, 4)
        splits = np.array(SPLITS)
        return {
            "group": groups, "split": splits[twin_splits], "index": twin_indices,
            "pair splits": splits[ends[:, ::2]], "pair indices": ends[:, 1::2],
            "pair distance": np.array([pair.distance for pair in found.pairs]),
        }  # fmt: skip

    def forget(self) -> None:
        """Other data are looked at."""
        self.found, self._errand = None, None
        self.show_words()

    def make(self) -> None:
        """Compare the samples, unless that is done or under way."""
        if self._look.overview is None or self._look.data is None or self.found is not None or self._errand is not None:
            return
        self._errand = errand = self._look.ask(FindDuplicates(self._look.data), self._take)
        errand.ended.connect(lambda: self._on_ended(errand))
        errand.cancelled.connect(lambda: self._on_cancelled(errand))
        self.progress.follow(errand)

    def show_words(self) -> None:
        """What was found, in the window's language."""
        found = self.found
        self._split.setVisible(found is not None)
        self.leaks.setVisible(found is not None and found.num_leaks > 0)
        if found is None:
            self.words.setText("")
            return
        self.words.setText(_summary(found))
        self.leaks.setText(
            tr(
                "▲ {count} of these groups lie in more than one split: what is learned from them is asked in the test "
                "again. Change the splits, or remove them.",
                count=found.num_leaks,
            )
        )
        self._twins_titled.setVisible(bool(found.twins))
        self._twins_titled.set_title(tr("Identical samples"))
        self._pairs_titled.set_title(
            tr("Nearest pairs among {count} samples; 1 is the usual distance of two samples", count=found.num_near)
        )
        self.twins.show_columns(_twin_columns(found), len(found.twins))
        self.pairs.show_columns(_pair_columns(found), len(found.pairs))

    def _take(self, found: Duplicates) -> None:
        self.found = found
        self.show_words()

    def _on_ended(self, errand: Errand) -> None:
        if errand is self._errand:
            self._errand = None

    def _on_cancelled(self, errand: Errand) -> None:
        if errand is self._errand:
            self.words.setText(tr("The samples were not compared. Come back to this panel to compare them."))

    def _on_twins_chosen(self, row: int, column: int) -> None:
        assert self.found is not None
        places = self.found.twins[row].places
        self.sample_chosen.emit(*places[min(column, len(places) - 1)])

    def _on_pair_chosen(self, row: int, column: int) -> None:
        assert self.found is not None
        pair = self.found.pairs[row]
        self.sample_chosen.emit(*(pair.second if column == 1 else pair.first))


def _summary(found: Duplicates) -> str:
    if not found.num_groups:
        return tr("No two of {count} samples are the same.", count=found.num_compared)
    return tr("{repeated} of {count} samples repeat another one, in {groups} groups.", repeated=found.num_repeated,
              count=found.num_compared, groups=found.num_groups)  # fmt: skip


def _twin_columns(found: Duplicates) -> list[Column]:
    sizes = np.array([len(group.places) for group in found.twins], np.int64)
    return [
        Column(tr("Sample"), lambda row: place_text(*found.twins[row].places[0])),
        Column(tr("The same as"), lambda row: _others(found.twins[row].places)),
        Column(tr("Samples"), lambda row: str(sizes[row]), sizes),
        Column(tr("Note"), lambda row: _note(found.twins[row])),
    ]


def _pair_columns(found: Duplicates) -> list[Column]:
    distances = np.array([pair.distance for pair in found.pairs])
    return [
        Column(tr("Sample"), lambda row: place_text(*found.pairs[row].first)),
        Column(tr("Nearest sample"), lambda row: place_text(*found.pairs[row].second)),
        Column(tr("Distance"), lambda row: fixed_text(float(distances[row]), 3), distances),
    ]


def _others(places: tuple[Place, ...]) -> str:
    named = ", ".join(place_text(*place) for place in places[1 : FEW + 1])
    return f"{named}, …" if len(places) > FEW + 1 else named


def _note(group: Twins) -> str:
    notes = [tr("in several splits")] if group.leaks else []
    return ", ".join([*notes, *([tr("different targets")] if group.disagrees else [])])
