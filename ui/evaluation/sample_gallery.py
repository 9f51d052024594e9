"""Samples of a verdict side by side: as pictures with what they are and were taken for, or as rows of words."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.evaluation.answers import ValueAnswers
from explorer.evaluation.verdict import Verdict
from models.number_text import number_text
from ui.evaluation.sample_words import input_text, is_right, truth_and_answer
from ui.text import tr
from ui.theme import GRID
from ui.widgets.image_mosaic import Caption, ImageMosaic
from ui.widgets.sample_tiles import sample_tiles
from ui.widgets.words import Words

MOST = 64

Rows = npt.NDArray[np.int64]


class SampleGallery(QWidget):
    """Shows those of the samples that came with the verdict. `chosen` gives a sample's number, `activated` its wish."""

    chosen = Signal(object)  # the sample's number in its split, or None
    activated = Signal()

    def __init__(self, verdict: Verdict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        port = verdict.facts.ports.input
        self._is_told = port.kind == "tokens" or (port.kind == "vector" and bool(verdict.facts.input_names))
        self.rows = np.zeros(0, np.int64)
        self.note = Words("muted", wrap=True)
        self.mosaic, self.table = _Mosaic(), QTableWidget()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.mosaic)
        self._pages.addWidget(self.table)
        self._pages.setCurrentWidget(self.table if self._is_told else self.mosaic)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.note)
        column.addWidget(self._pages, 1)
        self._set_up_table()
        self.mosaic.tile_clicked.connect(self._on_tile_clicked)
        self.mosaic.double_clicked.connect(self.activated)

    def show_samples(self, rows: Rows, title: str) -> None:
        """Show these samples of the split, as far as they are here; the title says what they have in common."""
        places = self._verdict.shown.find(rows)[:MOST]
        self.rows = self._verdict.shown.rows[places]
        count, present = len(rows), len(self.rows)
        note = (
            title
            if present == count
            else tr("{title}: the worst {shown} of {count}", title=title, shown=present, count=count)
        )
        self.note.setText(note)
        self._pages.setVisible(present > 0)
        if present and self._is_told:
            self._show_texts(self._verdict.shown.inputs[places])
        elif present:
            self._show_pictures(self._verdict.shown.inputs[places].astype(np.float32))
        self.chosen.emit(None)

    def _show_pictures(self, inputs: npt.NDArray[np.float32]) -> None:
        tiles = sample_tiles(inputs)
        finite = tiles[np.isfinite(tiles)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        self.mosaic.show_tiles(np.nan_to_num(tiles), low, high, "gray")
        self.mosaic.set_captions([self._caption(row) for row in self.rows.tolist()])
        self.mosaic.select(-1)

    def _caption(self, row: int) -> Caption:
        truth, answer = truth_and_answer(self._verdict, row)
        right = is_right(self._verdict, row)
        color = "muted" if right is None else "good" if right else "backward"
        answers = self._verdict.answers
        has_several = isinstance(answers, ValueAnswers) and answers.targets.shape[1] > 1
        if not truth or has_several:  # whose numbers would leave no room for the picture
            return Caption(tr("loss {loss}", loss=number_text(float(self._verdict.losses[row]), 3)), color)
        return Caption(f"{truth} → {answer}", color, answer)

    def _show_texts(self, inputs: npt.NDArray[np.generic]) -> None:
        self.table.setRowCount(len(self.rows))
        for place, row in enumerate(self.rows.tolist()):
            truth, answer = truth_and_answer(self._verdict, row)
            cells = (
                str(row),
                number_text(float(self._verdict.losses[row]), 3),
                input_text(self._verdict, inputs[place]),
            )
            for column, words in enumerate((*cells, truth, answer)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                if column < 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(place, column, item)
        self.table.clearSelection()

    def _set_up_table(self) -> None:
        headings = [tr("Sample"), tr("Loss"), tr("Input"), tr("Wanted"), tr("Answered")]
        self.table.setColumnCount(len(headings))
        self.table.setHorizontalHeaderLabels(headings)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)
        self.table.itemActivated.connect(lambda _item: self.activated.emit())

    def _on_tile_clicked(self, tile: int) -> None:
        self.mosaic.select(tile)
        self.chosen.emit(int(self.rows[tile]))

    def _on_selection_changed(self) -> None:
        places = {index.row() for index in self.table.selectedIndexes()}
        self.chosen.emit(int(self.rows[places.pop()]) if places else None)


class _Mosaic(ImageMosaic):
    """One whose pictures can be activated, by a double click or Enter."""

    double_clicked = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.tile_at(event.position()) >= 0:
            self.double_clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected >= 0:
            self.double_clicked.emit()
        else:
            super().keyPressEvent(event)
