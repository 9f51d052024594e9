"""Statistics of texts: how long they are, and which symbols occur how often."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from explorer.exploring.overview import Overview
from explorer.exploring.statistics import Counts, Histogram
from models.number_text import fixed_text
from models.text import shown
from ui.data_page.array_table import ArrayTable, Column
from ui.data_page.count_bars import CountBars
from ui.pane import Numbers, Pane
from ui.text import tr
from ui.theme import GRID
from ui.widgets.words import Words


class TextsPanel(Pane):
    """Of the samples for training only: what the network may learn from."""

    kind, title = "statistics", "Statistics"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Overview | None = None
        self.note = Words("muted", wrap=True)
        self.lengths, self.vocabulary = CountBars(), ArrayTable()
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.lengths)
        split.addWidget(self.vocabulary)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(GRID)
        split.setSizes([220, 320])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.note)
        layout.addWidget(split, 1)

    def numbers(self) -> Numbers:
        overview = self._shown
        if overview is None or overview.texts is None:
            return {}
        return {"texts by length": overview.texts.lengths, "symbol": np.array(overview.facts.symbols),
                "occurs": overview.texts.symbols}  # fmt: skip

    def show_overview(self, overview: Overview) -> None:
        """Show what was counted."""
        texts, self._shown = overview.texts, overview
        if texts is None:
            return
        used = np.flatnonzero(texts.symbols)
        total = max(1, int(texts.symbols.sum()))
        self.note.setText(
            tr("{used} of {known} known symbols occur in {count} samples for training.", used=len(used),
               known=len(texts.symbols), count=overview.num_measured)
        )  # fmt: skip
        self.lengths.show_counts(lengths_histogram(texts.lengths), tr("length in symbols"), is_whole=True)
        order = used[np.argsort(-texts.symbols[used], kind="stable")]
        counts = texts.symbols[order]
        names = [symbol_text(overview.facts.symbols, number) for number in order.tolist()]
        columns = [
            Column(tr("Symbol"), lambda row: names[row]),
            Column(tr("Occurs"), lambda row: shown(int(counts[row])), counts),
            Column(tr("Share"), lambda row: f"{fixed_text(100 * counts[row] / total, 2)} %", counts),
        ]
        self.vocabulary.show_columns(columns, len(order))


def lengths_histogram(lengths: Counts) -> Histogram:
    """Counts by length (T + 1,) as bars around the lengths, from 0 to the longest that occurs."""
    found = np.flatnonzero(lengths)
    end = int(found[-1]) + 1 if len(found) else 1
    return Histogram(lengths[:end], np.arange(end + 1, dtype=np.float64) - 0.5)


def symbol_text(symbols: tuple[str, ...], number: int) -> str:
    """A symbol so that it is seen, also where it is a blank or ends a line."""
    symbol = symbols[number] if number < len(symbols) else shown(number)
    return {" ": "␣", "\n": "⏎"}.get(symbol, symbol)
